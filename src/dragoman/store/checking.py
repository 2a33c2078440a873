"""Is the record whole? Everything is read once, a few reports in memory at a time, and compared with what it must be."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, Table, exc, func, select, text

from dragoman.store.checkreports import check_reports
from dragoman.store.checkthings import check_things
from dragoman.store.engine import begun, is_sqlite, plain_reason
from dragoman.store.migrating import version_of
from dragoman.store.schema import (
    BAND,
    BODY,
    FINDING,
    MARK,
    PASSAGE,
    PLACE,
    READING,
    SIGHTING,
    SUPERSESSION,
    VERSION,
)
from dragoman.store.seals import BROKEN
from dragoman.store.sqlshelf import DECISION_ROW, decision_of, place_of
from dragoman.store.tally import Tally
from dragoman.store.trouble import Trouble
from dragoman.store.words import indexed


def check(engine: Engine) -> Iterator[Trouble]:
    """Yield all that is wrong, one at a time; nothing where all is well."""
    try:
        with engine.connect() as connection, lenient(connection):
            yield from check_all(connection)
    except (exc.DBAPIError, sqlite3.Error) as error:
        yield Trouble("database", plain_reason(error))


def check_all(connection: Connection) -> Generator[Trouble]:
    """Yield all that is wrong as far as the database can be read; raises its errors."""
    try:
        yield from _check(connection)
    except BROKEN as error:
        yield Trouble("database", f"a row holds what makes no sense ({error})")


def _check(connection: Connection) -> Iterator[Trouble]:
    if is_sqlite(connection):
        yield from pages(connection)
    found = version_of(connection)
    if found != VERSION:
        yield Trouble("schema", f"version {found}; this program knows {VERSION}: run `dragoman doctor --migrate`")
        return
    begun(connection)
    tally = Tally(placed=is_sqlite(connection))
    yield from check_reports(connection, tally)
    yield from check_things(connection)
    yield from _decisions(connection)
    yield from _places(connection)
    for table, expected in (
        (BODY, tally.reports),
        (READING, tally.readings),
        (SUPERSESSION, tally.readings - tally.reports),
        (FINDING, tally.findings),
        (BAND, tally.bands),
        (PASSAGE, tally.passages),
    ):
        held = connection.scalar(select(func.count()).select_from(table)) or 0
        if held != expected:
            yield Trouble(f"table {table.name}", f"holds {held} rows, the reports account for {expected}")
    yield from _derived(connection, tally)


def pages(connection: Connection) -> Generator[Trouble]:
    """Yield what SQLite itself finds wrong: broken pages, and entries of an index that do not fit their tables."""
    for (line,) in connection.execute(text("PRAGMA integrity_check")):
        if line != "ok":
            yield Trouble("database", f"damaged: {line}")
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield Trouble(f"table {row[0]}", f"row {row[1]} belongs to a row of {row[2]} that isn't there")


def _decisions(connection: Connection) -> Iterator[Trouble]:
    for row in connection.execute(select(*DECISION_ROW)):
        try:
            same = decision_of(row).id == row.id
        except (ValueError, TypeError):
            same = False
        if not same:
            yield Trouble(f"decision {row.id}", "what is kept of it can't be read")


def _places(connection: Connection) -> Iterator[Trouble]:
    for row in connection.execute(select(PLACE), execution_options={"yield_per": 5000}):
        try:
            place_of(row)
        except BROKEN:
            yield Trouble(f"report {row.report}", "a path under which it was found isn't what was kept")


def _derived(connection: Connection, tally: Tally) -> Iterator[Trouble]:
    """Compare what is derived row by row: no order counts, so the sums of the rows' hashes must be the same."""
    everything: Sequence[tuple[str, Callable[[], Iterator[Any]], int]] = (
        ("marks", lambda: _rows(connection, MARK), tally.marks),
        ("sightings", lambda: _rows(connection, SIGHTING), tally.sightings),
        ("full-text index", lambda: indexed(connection), tally.words),
    )
    for name, rows, expected in everything:
        if sum(map(hash, rows())) != expected:
            yield Trouble(name, "not in step with the reports; restore a backup into a new case to make them anew")


def _rows(connection: Connection, table: Table) -> Iterator[tuple[Any, ...]]:
    return map(tuple, connection.execute(select(*table.columns), execution_options={"yield_per": 5000}))


@contextmanager
def lenient(connection: Connection) -> Iterator[None]:
    """Let damaged words be read as such: one flipped byte should not hide the others."""
    if not is_sqlite(connection):
        yield
        return
    raw: Any = connection.connection.driver_connection
    raw.text_factory = lambda held: held.decode("utf-8", "replace")
    try:
        yield
    finally:
        raw.text_factory = str
