"""Moments as the record writes them, reckoned with: later, earlier, how far apart."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import ceil

from dragoman.record.bounds import as_moment

MINUTE = 60
HOUR = 60 * MINUTE
DAY = 24 * HOUR


def later(moment: str, seconds: int) -> str:
    """Return the moment so many seconds after another (before it, where they are negative)."""
    return as_moment(datetime.fromisoformat(moment) + timedelta(seconds=seconds))


def seconds_between(first: str, last: str) -> int:
    """Return how many seconds lie between two moments, begun ones counted whole; negative where the last is the earlier."""
    return ceil((datetime.fromisoformat(last) - datetime.fromisoformat(first)).total_seconds())
