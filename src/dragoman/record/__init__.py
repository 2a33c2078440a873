"""The rules of the record: what is kept of a reading, what people decided, who and what is the same. No SQL, no clock.

In: findings, decisions. Out: claims with deterministic ids, and the identities of actors, proposals, meetings and origins.
"""
