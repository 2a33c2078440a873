"""Up to where the record is seen: what was published by a day, what had been recorded by a moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime


@dataclass(frozen=True, slots=True)
class Bounds:
    """`as_of`: only reports published on or before that day. `known_at`: only what was recorded by then (ISO, UTC).

    None is no bound. `known_at` bounds reports, readings and decisions, `as_of` reports only.
    """

    as_of: date | None = None
    known_at: str | None = None


def as_moment(said: datetime) -> str:
    """Return a moment in the one form that compares as text."""
    return said.astimezone(UTC).isoformat(timespec="microseconds")


def moment_of(written: str) -> str:
    """Return a moment as the record writes it: ISO, UTC. A day is its end; without a zone it is UTC.

    Raises `ValueError` where it is neither a day nor a moment.
    """
    if len(written) == len("2025-05-13"):
        return f"{date.fromisoformat(written).isoformat()}T23:59:59.999999+00:00"
    said = datetime.fromisoformat(written)
    try:
        return as_moment(said if said.tzinfo else said.replace(tzinfo=UTC))
    except OverflowError as error:  # the first and last years, moved by a zone
        raise ValueError(written) from error
