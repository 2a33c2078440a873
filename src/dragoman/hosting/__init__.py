"""A case, hosted: what a request asks, who asks it, and whether they may. Pages and API stand on this one ground.

In: a request, the case. Out: `Asked` (bounds, question, visitor), or an error that says what is wrong with the request.
"""
