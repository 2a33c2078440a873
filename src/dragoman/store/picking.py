"""Which claims are wanted -> which rows, by index: one question for each kind (and key), each cut at the limit, merged here.

No question reads more rows than it can need: each goes along an index in the wanted order and stops at the limit. Where the
window bounds only the other time (publication instead of day), it goes along that one, and what matched is sorted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, select, tuple_

from dragoman.record.bounds import Bounds
from dragoman.record.claims import KINDS
from dragoman.record.shelf import Wanted
from dragoman.store.asking import each_of
from dragoman.store.inserting import chunks
from dragoman.store.schema import FINDING, MARK
from dragoman.store.strings import kept
from dragoman.store.visible import current

Row = Any
_COLUMNS = ("id", "reading", "report", "kind", "number", "day", "published", "packed")


def pick(connection: Connection, bounds: Bounds, wanted: Wanted) -> list[Row]:
    """Return the rows of `finding` that are wanted, in order."""
    if _empty(wanted):
        return []
    if wanted.ids is not None or wanted.reports is not None:
        found = list(_named(connection, bounds, wanted))
    elif wanted.keys is not None:
        found = _under_keys(connection, bounds, wanted)
    else:
        found = _of_kinds(connection, bounds, wanted)
    return _in_order(found, wanted)


def _empty(wanted: Wanted) -> bool:
    sets = (wanted.kinds, wanted.keys, wanted.ids, wanted.reports)
    return any(some is not None and not some for some in sets) or wanted.limit == 0


def _kinds(wanted: Wanted) -> list[str]:
    return sorted(KINDS if wanted.kinds is None else wanted.kinds)


def _in_order(found: list[Row], wanted: Wanted) -> list[Row]:
    def place(row: Row) -> tuple[int, str]:
        return (row.day if wanted.by == "day" else row.published, row.id)

    ordered = sorted(found, key=place, reverse=wanted.latest_first)
    return ordered if wanted.limit is None else ordered[: wanted.limit]


def _of_kinds(connection: Connection, bounds: Bounds, wanted: Wanted) -> list[Row]:
    def ask(_key: Any, kind: Any) -> Select[Any]:
        columns = [FINDING.c[name] for name in _COLUMNS]
        return _windowed(select(*columns).where(FINDING.c.kind == kind), FINDING, bounds, wanted)

    return list(each_of(connection, ask, [("", kind) for kind in _kinds(wanted)]))


def _under_keys(connection: Connection, bounds: Bounds, wanted: Wanted) -> list[Row]:
    """Return what stands under one of the keys: first the places from the index alone, then the rows of those that count."""

    def ask(key: Any, kind: Any) -> Select[Any]:
        columns = [MARK.c[name] for name in ("id", "reading", "day", "published")]
        return _windowed(select(*columns).where(MARK.c.key == key, MARK.c.kind == kind), MARK, bounds, wanted)

    places = set(each_of(connection, ask, list(product(map(kept, sorted(wanted.keys or ())), _kinds(wanted)))))
    readings = {row.id: row.reading for row in _in_order(list(places), wanted)}
    found: list[Row] = []
    for part in chunks(set(readings)):
        rows = connection.execute(select(*[FINDING.c[name] for name in _COLUMNS]).where(FINDING.c.id.in_(part)))
        found += [row for row in rows if row.reading == readings[row.id]]
    return found


def _named(connection: Connection, bounds: Bounds, wanted: Wanted) -> Iterator[Row]:
    """Yield what has one of the ids or stands in one of the reports, and holds to all other conditions."""
    by_id = wanted.ids is not None
    names, by = (wanted.ids, FINDING.c.id) if by_id else (wanted.reports, FINDING.c.report)
    columns = [FINDING.c[name] for name in _COLUMNS]
    for part in chunks(names or ()):
        asked = select(*columns).where(by.in_(part), *current(FINDING, bounds), *_window(FINDING, wanted))
        if wanted.kinds is not None:
            asked = asked.where(FINDING.c.kind.in_(sorted(wanted.kinds)))
        if wanted.keys is not None:
            asked = asked.where(_marked([kept(key) for key in sorted(wanted.keys)]))
        for row in connection.execute(asked):
            if not by_id or wanted.reports is None or row.report in wanted.reports:
                yield row


def _marked(keys: Sequence[str]) -> ColumnElement[bool]:
    same = (MARK.c.kind == FINDING.c.kind, MARK.c.day == FINDING.c.day, MARK.c.id == FINDING.c.id)
    return select(MARK.c.id).where(MARK.c.key.in_(keys), *same, MARK.c.reading == FINDING.c.reading).exists()


def _windowed(asked: Select[Any], rows: Table, bounds: Bounds, wanted: Wanted) -> Select[Any]:
    """Cut a question to the window, order and limit."""
    asked = asked.where(*current(rows, bounds), *_window(rows, wanted))
    time = rows.c.day if _driven_by_day(wanted) else rows.c.published
    down = wanted.latest_first
    asked = asked.order_by(time.desc() if down else time, rows.c.id.desc() if down else rows.c.id)
    whole = _driven_by_day(wanted) != (wanted.by == "day")
    return asked if wanted.limit is None or whole else asked.limit(wanted.limit)


def _driven_by_day(wanted: Wanted) -> bool:
    """Say along which time to go: the wanted order, unless only the other time is bounded on both sides."""
    days = wanted.first is not None and wanted.last is not None
    publications = wanted.published_first is not None and wanted.published_last is not None
    if wanted.by == "day":
        return days or not publications
    return days and not publications


def _window(rows: Table, wanted: Wanted) -> list[ColumnElement[bool]]:
    bounded = [
        (rows.c.day, wanted.first, wanted.last),
        (rows.c.published, wanted.published_first, wanted.published_last),
    ]
    conditions = [column >= first.toordinal() for column, first, _ in bounded if first is not None]
    conditions += [column <= last.toordinal() for column, _, last in bounded if last is not None]
    if wanted.after is not None:
        conditions += _after(rows, wanted, wanted.after)
    return conditions


def _after(rows: Table, wanted: Wanted, after: tuple[date, str]) -> list[ColumnElement[bool]]:
    time = rows.c.day if wanted.by == "day" else rows.c.published
    here, place = tuple_(time, rows.c.id), tuple_(after[0].toordinal(), after[1])
    # The plain bound on the time lets SQLite begin the walk there; the pair says where exactly.
    if wanted.latest_first:
        return [time <= after[0].toordinal(), here < place]
    return [time >= after[0].toordinal(), here > place]
