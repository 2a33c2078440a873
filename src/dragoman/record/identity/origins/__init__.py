"""Which reports are versions of one article, which are copies, and who found something out.

In: sheets and texts that are visible, rulings. Out: articles, kin, origins.
"""
