"""Cursors of pages: a place and back, and a refusal of what no page gave."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.terms.errors import NotFound
from dragoman.views.cursor import cursor_of, number_of, place_of

PLACE = (date(2026, 3, 9), "p1f2/x")


def test_place_and_back() -> None:
    """A place comes back from its cursor, whatever its id; no place is no cursor."""
    assert place_of(cursor_of(PLACE) or "") == PLACE
    assert (cursor_of(None), place_of("")) == (None, None)


def test_numbers() -> None:
    """A page that goes by numbers goes on from one; no cursor is no number."""
    assert (number_of("50"), number_of("")) == (50, None)


@pytest.mark.parametrize("cursor", ["soon", "-1", "²", "2026-03-09"])
def test_no_number_is_refused(cursor: str) -> None:
    """What no page gave as a number is refused, not taken for the first page."""
    with pytest.raises(NotFound):
        number_of(cursor)


@pytest.mark.parametrize("cursor", ["soon", "50", "2026-13-09/p1"])
def test_no_place_is_refused(cursor: str) -> None:
    """What no page gave as a place is refused."""
    with pytest.raises(NotFound):
        place_of(cursor)
