"""What was agreed.

In: a `Scene`. Out: `AccordMark`s.
"""
