"""What every question can ask for beside its own matter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """`first` and `last` bound the days of what is asked for (inclusive), `actor` and `proposal` what it is about.

    `limit` is the length of a page, `after` the cursor of the page before ("" where there is none).
    The bounds of the record itself (`--as-of`, `--known-at`) belong to the shelf.
    """

    first: date | None = None
    last: date | None = None
    actor: str | None = None
    proposal: str | None = None
    kinds: frozenset[str] | None = None
    publisher: str | None = None
    limit: int = 50
    after: str = ""
    latest_first: bool = False
