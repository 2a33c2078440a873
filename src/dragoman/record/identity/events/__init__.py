"""Which claims tell one agreement, deed, stance or count.

In: claims, the cast, the ledger, rulings. Out: happenings, each with its claims, reasons and doubts.
"""
