"""The grammar of a text as plain columns, and what is read off it alone: clauses, phrases, conditions, modality.

In: a laid-out page. Out: `Parse` and `Clause`s.
"""
