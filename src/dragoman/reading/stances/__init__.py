"""Who takes which stance on what.

In: a `Scene`. Out: `StanceMark`s.
"""
