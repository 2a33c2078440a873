"""Answers of the record as pages of text and as JSON.

In: an answer of `views`. Out: a `Page` for people (one module a view), and JSON for programs.
"""
