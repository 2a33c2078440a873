"""Where passages stand in the order of a search: one number each, by day of publication, then report, then text.

The latest report stands last, so that the latest hits are the last places and a search reads only as many as it shows.
Within a report the first passage stands last, so that they are shown in the order of the text.
"""

from __future__ import annotations

from datetime import date

from dragoman.record.ids import digest

_EPOCH = date(1600, 1, 1).toordinal()
_DAYS = 1 << 20
_HASH_BITS = 32
_PASSAGE_BITS = 11
MOST_PASSAGES = 1 << _PASSAGE_BITS
"""Passages of one report; the last one holds what is left of a longer text."""


def slot_of(report: str, published: int) -> int:
    """Return the place of a report among all: its day, then a hash of its id. A day beyond 1600 to 4470 counts as the edge."""
    day = min(max(published - _EPOCH, 0), _DAYS - 1)
    return (day << _HASH_BITS) | int(digest(report, length=8), 16)


def place_of(slot: int, number: int) -> int:
    """Return the place of a report's passage, counted from 0."""
    return (slot << _PASSAGE_BITS) | (MOST_PASSAGES - 1 - number)


def first_place(published: int) -> int:
    """Return the lowest place of a day; that of the next day is above all of this one."""
    day = min(max(published - _EPOCH, 0), _DAYS)
    return day << (_HASH_BITS + _PASSAGE_BITS)
