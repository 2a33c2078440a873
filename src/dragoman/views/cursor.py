"""Where a page goes on: the place of its last item as a cursor, and back. A cursor that no page gave is refused."""

from __future__ import annotations

from datetime import date

from dragoman.terms.errors import NotFound

Place = tuple[date, str]
"""A day, and an id by which what stands on one day is ordered."""


def cursor_of(place: Place | None) -> str | None:
    """Return the cursor of a place; None where there is none."""
    return None if place is None else f"{place[0].isoformat()}/{place[1]}"


def place_of(cursor: str) -> Place | None:
    """Return the place that a cursor names; None where there is no cursor. Raises `NotFound` for one that no page gave."""
    day, _, key = cursor.partition("/")
    try:
        return (date.fromisoformat(day), key) if cursor else None
    except ValueError as error:
        raise NotFound("cursor", cursor) from error


def number_of(cursor: str) -> int | None:
    """Return how many were seen already, where a page goes by numbers; None where there is no cursor. Raises `NotFound`."""
    if cursor and not (cursor.isascii() and cursor.isdecimal()):
        raise NotFound("cursor", cursor)
    return int(cursor) if cursor else None
