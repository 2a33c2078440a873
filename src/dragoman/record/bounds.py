"""Up to where the record is seen: what was published by a day, what had been recorded by a moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Bounds:
    """`as_of`: only reports published on or before that day. `known_at`: only what was recorded by then (ISO, UTC).

    None is no bound. `known_at` bounds reports, readings and decisions, `as_of` reports only.
    """

    as_of: date | None = None
    known_at: str | None = None
