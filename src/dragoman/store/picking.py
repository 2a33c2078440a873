"""Which claims are wanted -> which rows, by index: one question for each kind (and key), each cut at the limit, merged here.

No question reads more rows than it can need: each goes along an index in the wanted order and stops at the limit. Where the
window bounds only the other time (publication instead of day), it goes along that one, and what matched is sorted.
As of a day, what was told of later days is found by how far ahead it was told (leads.py): going along the days themselves
would meet all that was published since.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, select

from dragoman.record.bounds import Bounds
from dragoman.record.claims import KINDS
from dragoman.record.shelf import Wanted
from dragoman.store.asking import each_of
from dragoman.store.inserting import chunks
from dragoman.store.leads import ahead
from dragoman.store.schema import FINDING, MARK
from dragoman.store.seals import decoding
from dragoman.store.strings import kept
from dragoman.store.visible import current
from dragoman.store.windows import driven_by_day, in_order, ordered, window

Row = Any
_COLUMNS = ("id", "reading", "report", "kind", "number", "day", "published", "packed")
_PLACES = ("id", "reading", "day", "published")
_FEW_PAIRS = 12
"""Up to so many pairs each is asked for the whole limit at once; more are asked for a little first, which tells how far to go."""


def pick(connection: Connection, bounds: Bounds, wanted: Wanted) -> list[Row]:
    """Return the rows of `finding` that are wanted, in order."""
    sets = (wanted.kinds, wanted.keys, wanted.ids, wanted.reports)
    if any(some is not None and not some for some in sets) or wanted.limit == 0:
        return []
    if wanted.ids is not None or wanted.reports is not None:
        found = list(_named(connection, bounds, wanted))
    elif wanted.keys is None:
        found = _found(connection, bounds, wanted, FINDING)
    else:
        places = in_order(_found(connection, bounds, wanted, MARK), wanted)
        found = _rows_of(connection, {row.id: row.reading for row in places})
    return in_order(found, wanted)


def _found(connection: Connection, bounds: Bounds, wanted: Wanted, rows: Table) -> list[Row]:
    """Return what is wanted, and perhaps more than the limit, along an index of `finding` or `mark`."""
    day = bounds.as_of
    if day is None or not driven_by_day(wanted):
        return _along(connection, bounds, wanted, rows)
    so_far = replace(wanted, last=day if wanted.last is None else min(day, wanted.last))
    found: list[Row] = []
    for later in (True, False) if wanted.latest_first else (False, True):
        found += (_ahead if later else _along)(connection, bounds, wanted if later else so_far, rows)
        if wanted.by == "day" and wanted.limit is not None and len({row.id for row in found}) >= wanted.limit:
            break
    return found


def _along(connection: Connection, bounds: Bounds, wanted: Wanted, rows: Table) -> list[Row]:
    if wanted.first is not None and wanted.last is not None and wanted.first > wanted.last:
        return []
    pairs = list(product(sorted(map(kept, wanted.keys or ("",))), sorted(wanted.kinds or KINDS)))
    if wanted.limit is None or len(pairs) <= _FEW_PAIRS or driven_by_day(wanted) != (wanted.by == "day"):
        return _ask(connection, bounds, wanted, rows, pairs)
    few = replace(wanted, limit=wanted.limit // len(pairs) + 2)
    first = in_order(_ask(connection, bounds, few, rows, pairs), wanted)
    if len(first) == wanted.limit:
        wanted = _no_further(wanted, first[-1])
    return _ask(connection, bounds, wanted, rows, pairs)


@decoding
def _no_further(wanted: Wanted, row: Row) -> Wanted:
    """Bound the window by a row beyond which nothing can stand on the page."""
    edge = date.fromordinal(row.day if wanted.by == "day" else row.published)
    if wanted.by == "day":
        return replace(wanted, first=edge) if wanted.latest_first else replace(wanted, last=edge)
    return replace(wanted, published_first=edge) if wanted.latest_first else replace(wanted, published_last=edge)


def _ask(
    connection: Connection, bounds: Bounds, wanted: Wanted, rows: Table, pairs: Sequence[tuple[str, str]]
) -> list[Row]:
    columns = [rows.c[name] for name in (_PLACES if rows is MARK else _COLUMNS)]

    def ask(key: Any, kind: Any) -> Select[Any]:
        asked = select(*columns).where(rows.c.kind == kind, *current(rows, bounds), *window(rows, bounds, wanted))
        return ordered(asked.where(rows.c.key == key) if rows is MARK else asked, rows, wanted)

    return list(each_of(connection, ask, pairs))


def _ahead(connection: Connection, bounds: Bounds, wanted: Wanted, rows: Table) -> list[Row]:
    """Return what was published by the day of the bounds and tells of a later one."""
    columns = [rows.c[name] for name in (_PLACES if rows is MARK else _COLUMNS)]
    found: list[Row] = []
    for part in [[]] if wanted.keys is None else chunks(set(map(kept, wanted.keys))):
        for condition in ahead(rows, bounds):
            asked = select(*columns).where(*condition, *current(rows, bounds), *window(rows, bounds, wanted, only=True))
            if wanted.kinds is not None:  # joined with nothing, so that no index by kind is taken
                asked = asked.where((rows.c.kind + "").in_(sorted(wanted.kinds)))
            asked = asked.where(rows.c.key.in_(part)) if part else asked
            found += connection.execute(ordered(asked, rows, wanted)).all()
    return found


def _rows_of(connection: Connection, readings: dict[str, int]) -> list[Row]:
    found: list[Row] = []
    for part in chunks(set(readings)):
        asked = select(*[FINDING.c[name] for name in _COLUMNS]).where(FINDING.c.id.in_(part))
        found += [row for row in connection.execute(asked).all() if row.reading == readings[row.id]]
    return found


def _named(connection: Connection, bounds: Bounds, wanted: Wanted) -> Iterator[Row]:
    """Yield what has one of the ids or stands in one of the reports, and holds to all other conditions."""
    by_id = wanted.ids is not None
    names, by = (wanted.ids, FINDING.c.id) if by_id else (wanted.reports, FINDING.c.report)
    columns = [FINDING.c[name] for name in _COLUMNS]
    marked = set[str]()
    for part in chunks(names or ()):
        conditions = (*current(FINDING, bounds), *window(FINDING, bounds, wanted, only=True))
        asked = select(*columns).where(by.in_(part), *conditions)
        if wanted.kinds is not None:  # joined with nothing, so that no index by kind is taken: the names choose best
            asked = asked.where((FINDING.c.kind + "").in_(sorted(wanted.kinds)))
        rows = connection.execute(asked).all()
        if wanted.keys is not None:
            marked = _marked(connection, part, by, wanted.keys)
        for row in rows:
            elsewhere = by_id and wanted.reports is not None and row.report not in wanted.reports
            if not elsewhere and (wanted.keys is None or row.id in marked):
                yield row


def _marked(connection: Connection, part: list[str], by: ColumnElement[str], keys: frozenset[str]) -> set[str]:
    """Return which of some findings stand under one of the keys."""
    same = (MARK.c.kind == FINDING.c.kind, MARK.c.day == FINDING.c.day, MARK.c.id == FINDING.c.id)
    marked: set[str] = set()
    for some in chunks(set(map(kept, keys))):
        mark = select(MARK.c.id).where(MARK.c.key.in_(some), *same, MARK.c.reading == FINDING.c.reading)
        marked.update(connection.scalars(select(FINDING.c.id).where(by.in_(part), mark.exists())))
    return marked
