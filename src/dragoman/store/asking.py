"""Many values in one question: for each of many pairs, each with its own limit, so that a page reads no more than it shows."""

from __future__ import annotations

import json
from collections import namedtuple
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Text, any_, bindparam, collate, column, func, select, true
from sqlalchemy.dialects.postgresql import ARRAY

from dragoman.store.engine import is_sqlite

Ask = Callable[[Any, Any], Select[Any]]
_AT_ONCE = 5000


def each_of(connection: Connection, ask: Ask, pairs: Sequence[tuple[str, str]]) -> Iterator[Any]:
    """Yield the rows that `ask` gives for each pair of values. SQLite is asked pair by pair, PostgreSQL once for all."""
    if is_sqlite(connection):
        # One statement for all pairs: it is put together and prepared once.
        asked = ask(bindparam("first", type_=Text), bindparam("second", type_=Text))
        yield from _prepared(connection, asked, pairs)
        return
    for start in range(0, len(pairs), _AT_ONCE):
        some = pairs[start : start + _AT_ONCE]
        firsts, seconds = (bindparam(None, [pair[n] for pair in some], type_=ARRAY(Text)) for n in (0, 1))
        given = func.unnest(firsts, seconds).table_valued(column("first", Text), column("second", Text), name="given")
        given = given.render_derived()
        found = ask(collate(given.c.first, "C"), collate(given.c.second, "C")).lateral("found")
        yield from connection.execute(select(found).select_from(given).join(found, true()))


def among(connection: Connection, values: ColumnElement[str], some: Collection[str]) -> ColumnElement[bool]:
    """Return the condition that a value is one of many, which go along as one parameter: no statement is made for their number."""
    if is_sqlite(connection):
        return values.in_(select(func.json_each(json.dumps(sorted(some))).table_valued("value").c.value))
    return values == any_(bindparam(None, sorted(some), type_=ARRAY(Text)))


def _prepared(connection: Connection, asked: Select[Any], pairs: Sequence[tuple[str, str]]) -> Iterator[Any]:
    """Run one statement many times by the driver itself: SQLite answers in less time than a statement takes to be looked up."""
    compiled = asked.compile(dialect=connection.dialect)
    order, values, statement = compiled.positiontup or (), compiled.params, str(compiled)
    row = namedtuple("row", [column.name for column in asked.selected_columns])  # type: ignore[misc]  # noqa: PYI024
    as_row = partial(tuple.__new__, row)  # as `row._make` does, in a third of the time
    cursor: Any = connection.connection.cursor()
    for first, second in pairs:
        given = {**values, "first": first, "second": second}
        yield from map(as_row, cursor.execute(statement, [given[name] for name in order]))
    cursor.close()
