"""What counts within bounds: published by then, recorded by then, and not yet replaced by a newer reading."""

from __future__ import annotations

from sqlalchemy import ColumnElement, FromClause, select

from dragoman.record.bounds import Bounds
from dragoman.store.schema import READING, REPORT, SUPERSESSION


def current(rows: FromClause, bounds: Bounds, *, reading: str = "reading") -> list[ColumnElement[bool]]:
    """Return the conditions under which rows of a reading count; `rows` has `report` and a column for the reading."""
    number = rows.c[reading]
    replaced = select(SUPERSESSION.c.reading).where(
        SUPERSESSION.c.report == rows.c.report, SUPERSESSION.c.reading == number
    )
    conditions: list[ColumnElement[bool]] = []
    if bounds.known_at is not None:
        replaced = replaced.where(SUPERSESSION.c.recorded <= bounds.known_at)
        made = READING.alias("made")
        same = (made.c.report == rows.c.report, made.c.number == number)
        conditions.append(select(made.c.number).where(*same, made.c.recorded <= bounds.known_at).exists())
    if bounds.as_of is not None and "published" in rows.c:
        conditions.append(rows.c.published <= bounds.as_of.toordinal())
    return [*conditions, ~replaced.exists()]


def filed(bounds: Bounds) -> list[ColumnElement[bool]]:
    """Return the conditions under which rows of `report` count."""
    conditions: list[ColumnElement[bool]] = []
    if bounds.as_of is not None:
        conditions.append(REPORT.c.published <= bounds.as_of.toordinal())
    if bounds.known_at is not None:
        conditions.append(REPORT.c.recorded <= bounds.known_at)
    return conditions
