"""One file a page: what it asks the record, and which template shows the answer.

In: `Asked`. Out: an answer in a template. `ROUTES` of each are joined in `web.app`.
"""
