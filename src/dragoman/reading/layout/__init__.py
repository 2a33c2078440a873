"""How a page is laid out: story told from furniture, paragraphs from lines.

In: A `Report`. Out: the reading copy of its text.
"""
