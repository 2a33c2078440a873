"""Who and what is the same across reports. Each choice has a reason, can be undone, and never depends on the order of work.

In: claims, actors, matters, sheets and the rulings of people. Out: identities, each with its members and the reasons.
"""
