"""Matters -> identities of proposals."""

from __future__ import annotations

from dragoman.record.keys import fold


def matter_keys(about: str) -> tuple[str, ...]:
    """Return the keys under which matters that might be the same proposal are found, sorted."""
    return (f"about:{fold(about)}",)
