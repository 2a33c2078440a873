"""Who is named: names with offices, descriptions, pronouns, places.

In: a `Parse`. Out: `Mention`s.
"""
