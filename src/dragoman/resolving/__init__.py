"""Who, when, about what, on whose word.

In: `Report` and `Reading`. Out: `Findings` with citations. Asks no clock, writes nothing, names no actor without words
that stand for it.
"""
