"""The desk as pages of a browser: server-rendered, usable without a script, nothing loaded from elsewhere.

In: a request (`hosting.Asked`). Out: HTML. Knows views and their answers, no rule of the domain and no SQL.
"""
