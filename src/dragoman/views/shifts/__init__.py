"""How the record moved in a window of publication, one kind of finding a module.

In: a scope, the claims published in the window. Out: shifts, each with the claims that tell it and what was known before.
"""
