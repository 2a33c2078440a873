"""The schema as it grew. A migration that was released is never edited.

In: a connection to a store of any released schema. Out: the same store with the newest one, no answer changed.
"""
