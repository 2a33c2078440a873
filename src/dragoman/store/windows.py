"""The window of a question and its order, as conditions on `finding` or `mark`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, tuple_

from dragoman.record.bounds import Bounds
from dragoman.record.shelf import Wanted
from dragoman.store.seals import decoding


def driven_by_day(wanted: Wanted) -> bool:
    """Say along which time to go: the wanted order, unless only the other time is bounded on both sides."""
    days = wanted.first is not None and wanted.last is not None
    publications = wanted.published_first is not None and wanted.published_last is not None
    if wanted.by == "day":
        return days or not publications
    return days and not publications


def window(rows: Table, bounds: Bounds, wanted: Wanted, *, only: bool = False) -> list[ColumnElement[bool]]:
    """Return the conditions of the window and of `as of`; with `only`, another index than those of the two times is used.

    A time that is not gone along is written as a sum, so that no database takes its index instead of the one that gives the
    order.
    """
    along_day = driven_by_day(wanted)
    day = rows.c.day + 0 if only or not along_day else rows.c.day
    published = rows.c.published + 0 if only or along_day else rows.c.published
    lasts = [last for last in (wanted.published_last, bounds.as_of) if last is not None]
    times = ((day, wanted.first, wanted.last), (published, wanted.published_first, min(lasts, default=None)))
    conditions = [time >= first.toordinal() for time, first, _ in times if first is not None]
    conditions += [time <= last.toordinal() for time, _, last in times if last is not None]
    return conditions if wanted.after is None else [*conditions, *_after(rows, wanted, wanted.after)]


def _after(rows: Table, wanted: Wanted, after: tuple[date, str]) -> list[ColumnElement[bool]]:
    time = rows.c.day if wanted.by == "day" else rows.c.published
    here, place = tuple_(time, rows.c.id), tuple_(after[0].toordinal(), after[1])
    # The plain bound on the time lets SQLite begin the walk there; the pair says where exactly.
    if wanted.latest_first:
        return [time <= after[0].toordinal(), here < place]
    return [time >= after[0].toordinal(), here > place]


def ordered(asked: Select[Any], rows: Table, wanted: Wanted) -> Select[Any]:
    """Order a question as it is gone along, and cut it at the limit where that is the wanted order."""
    time = rows.c.day if driven_by_day(wanted) else rows.c.published
    down = wanted.latest_first
    asked = asked.order_by(time.desc() if down else time, rows.c.id.desc() if down else rows.c.id)
    whole = wanted.limit is None or driven_by_day(wanted) != (wanted.by == "day")
    return asked if whole else asked.limit(wanted.limit)


@decoding
def in_order(found: Iterable[Any], wanted: Wanted) -> list[Any]:
    """Return rows in the wanted order, each claim once, cut at the limit."""

    def place(row: Any) -> tuple[int, str]:
        return (row.day if wanted.by == "day" else row.published, row.id)

    rows = sorted({row.id: row for row in found}.values(), key=place, reverse=wanted.latest_first)
    return rows if wanted.limit is None else rows[: wanted.limit]
