"""What counts within bounds: published by then, recorded by then, and not yet replaced by a newer reading."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy import ColumnElement, Connection, FromClause, func, select

from dragoman.record.bounds import Bounds
from dragoman.store.schema import READING, REPORT, SUPERSESSION


def current(rows: FromClause, bounds: Bounds, *, reading: str = "reading") -> list[ColumnElement[bool]]:
    """Return the conditions under which rows of a reading count; `rows` has `report` and a column for the reading.

    They are written as values and not as joins: PostgreSQL would otherwise give up the order of an index for a join of all.
    """
    number = rows.c[reading]
    same = (SUPERSESSION.c.report == rows.c.report, SUPERSESSION.c.reading == number)
    replaced = select(func.count()).select_from(SUPERSESSION).where(*same)
    conditions: list[ColumnElement[bool]] = []
    if bounds.known_at is not None:
        replaced = replaced.where(SUPERSESSION.c.recorded <= bounds.known_at)
        made = READING.alias("made")
        recorded = select(made.c.recorded).where(made.c.report == rows.c.report, made.c.number == number)
        conditions.append(recorded.scalar_subquery() <= bounds.known_at)
    # "not one" and not "none": PostgreSQL takes the former for true nearly always, and so it is
    return [*conditions, replaced.scalar_subquery() != 1]


def published(rows: FromClause, bounds: Bounds) -> list[ColumnElement[bool]]:
    """Return the condition that rows were published by the day of the bounds."""
    return [] if bounds.as_of is None else [rows.c.published <= bounds.as_of.toordinal()]


def filed(bounds: Bounds) -> list[ColumnElement[bool]]:
    """Return the conditions under which rows of `report` count."""
    known = [] if bounds.known_at is None else [REPORT.c.recorded <= bounds.known_at]
    return [*published(REPORT, bounds), *known]


def reach(connection: Connection, bounds: Bounds) -> Bounds:
    """Return bounds that let the same through, with the last day of publication of what they let through.

    So nothing that was published later is looked at, and where all reports were published by then, no day need be compared.
    """
    last = connection.scalar(select(func.max(REPORT.c.published)))
    if last is None:
        return bounds
    lasts = [last] if bounds.as_of is None else [last, bounds.as_of.toordinal()]
    if bounds.known_at is not None:
        known = select(func.max(REPORT.c.published + 0)).where(REPORT.c.recorded <= bounds.known_at)
        lasts.append(connection.scalar(known) or 0)
    day = min(lasts)
    return replace(bounds, as_of=None if day == last else date.fromordinal(max(day, 1)))
