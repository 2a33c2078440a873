"""Which words name days.

In: a `Parse`. Out: `DatePhrase`s.
"""
