"""What was done.

In: a `Scene`. Out: `Deed`s.
"""
