"""How far ahead of its publication a finding tells: so that, as of any day, what was still to come is found at once.

What was published by a day and tells of a later one cannot be cut out of an index by day or by publication: either would go
over all that was published since, or ever before. Told at most so many days ahead, it was published at most so many days
ago: one narrow stretch of publication for each class of lead, of which at least a quarter is wanted.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Table

from dragoman.record.bounds import Bounds

_CLASSES = 6


def lead_of(day: int, published: int) -> int:
    """Return the class of a lead: 0 is none, class n up to 4^n - 1 days, the last one all that is longer."""
    lead, number = day - published, 0
    while lead > 0 and number < _CLASSES:
        lead, number = lead // 4, number + 1
    return number


def ahead(rows: Table, bounds: Bounds) -> Iterator[tuple[ColumnElement[bool], ...]]:
    """Yield, for each class, the conditions under which rows were published by the bounds' day and tell of a later one."""
    assert bounds.as_of is not None
    day = bounds.as_of.toordinal()
    for number in range(1, _CLASSES + 1):
        # by the first condition the partial index is known
        found = (
            rows.c.day > rows.c.published,
            rows.c.lead == number,
            rows.c.published <= day,
            rows.c.day + 0 > day,
        )
        yield found if number == _CLASSES else (*found, rows.c.published > day - 4**number)
