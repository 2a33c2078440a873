"""Who is the same actor across reports: names, offices, bodies.

In: profiles that are visible, rulings. Out: identities, each with its members, reasons and doubts.
"""
