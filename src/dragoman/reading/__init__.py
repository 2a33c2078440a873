"""What the words of a report say, before anybody asks who is meant.

In: `Report`. Out: `Reading`: marks with spans, and problems. The only package that knows spaCy, and of it only
`language.py` and `components.py`.
"""
