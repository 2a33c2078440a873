"""Which meeting claims are one item of the docket.

In: meeting claims, the cast, rulings. Out: gatherings, each with its claims, reasons and doubts.
"""
