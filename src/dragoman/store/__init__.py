"""The record on disk: the only place that knows SQL. SQLite by default, PostgreSQL by address.

In: filings and decisions. Out: the same, later, within bounds. It never knows what a claim means.
"""
