"""Findings -> bytes: one file a form.

In: `Findings`. Out: text. Nothing is decided here.
"""
