"""Answers from the record: pure functions of what a shelf gives, each part with the words that it stands on.

In: a scope (the record within bounds, the rulings applied, identities resolved) and a question. Out: frozen answers.
"""
