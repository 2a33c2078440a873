"""A language model's suggestions, for those who have one: off unless it is asked for.

In: reports, their `Reading` and `Findings`, an endpoint. Out: the findings, with those added that the model suggested and our own
rules could resolve. The model gives words of the report, never an actor, a day or a code.
"""
