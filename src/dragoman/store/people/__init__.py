"""Who works with a record, kept beside it: members, tokens, sessions, the audit, errands, codings. A backup of the record has none of it.

In: rows of people, as `desk` decides them. Out: the same, later. Here alone a row may be changed or go; the audit and the codings are only added to.
"""
