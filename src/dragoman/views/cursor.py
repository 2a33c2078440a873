"""Where a page goes on: the place of its last item as a cursor, and back. A cursor that no page gave is refused."""

from __future__ import annotations

from datetime import date

from dragoman.terms.errors import NotFound

FIRST, LAST = date(2, 1, 1), date(9998, 12, 31)
"""A cursor stands between these days: views look at the days beside it, too."""
_MOST = 2**63 - 1
"""The largest number that both databases can hold."""
Place = tuple[date, str]
"""A day, and an id by which what stands on one day is ordered."""


def cursor_of(place: Place | None) -> str | None:
    """Return the cursor of a place; None where there is none."""
    return None if place is None else f"{place[0].isoformat()}/{place[1]}"


def place_of(cursor: str) -> Place | None:
    """Return the place that a cursor names; None where there is no cursor. Raises `NotFound` for one that no page gave."""
    day, _, key = cursor.partition("/")
    try:
        place = (date.fromisoformat(day), key) if cursor else None
    except ValueError as error:
        raise NotFound("cursor", cursor) from error
    if place is not None and not FIRST < place[0] < LAST:
        raise NotFound("cursor", cursor)
    return place


def number_of(cursor: str) -> int | None:
    """Return how many were seen already, where a page goes by numbers; None where there is no cursor. Raises `NotFound`."""
    if not cursor:
        return None
    if not (cursor.isascii() and cursor.isdecimal() and len(cursor) <= len(str(_MOST))) or int(cursor) > _MOST:
        raise NotFound("cursor", cursor)
    return int(cursor)
