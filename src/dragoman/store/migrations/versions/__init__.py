"""One file a step of the schema.

In: the schema before. Out: the schema after.
"""
