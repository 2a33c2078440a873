"""The desk for programs: every view and action as JSON over HTTP, under /api/v1.

In: a request (`hosting.Asked`). Out: answers as `exports.answers.encode` gives them, problems as application/problem+json.
"""
