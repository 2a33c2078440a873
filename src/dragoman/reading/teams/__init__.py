"""Who goes for a side, and at which level.

In: a `Scene`. Out: `DelegationMark`s.
"""
