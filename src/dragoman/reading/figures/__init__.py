"""Which numbers are claimed.

In: a `Scene`. Out: `FigureMark`s.
"""
