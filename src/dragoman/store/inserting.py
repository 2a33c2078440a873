"""Many rows at once into a table. The only way in which anything gets there: nothing is changed, nothing taken away."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

from dragoman.store.engine import is_sqlite

CHUNK = 400
"""Ids in one question: fewer than the fewest parameters that an SQLite may allow."""


def chunks(values: Collection[Any]) -> Iterable[list[Any]]:
    """Yield values in pieces that fit one question, sorted so that the questions are always the same."""
    ordered = sorted(values)
    return (ordered[n : n + CHUNK] for n in range(0, len(ordered), CHUNK))


def insert(connection: Connection, table: Table, many: Sequence[tuple[Any, ...]], *, again: bool = False) -> None:
    """Insert rows whose values stand in the order of the columns; with `again`, one that is there already stays."""
    if not many:
        return
    if not is_sqlite(connection) and not again:
        copy_rows(connection, table.name, [column.name for column in table.columns], many)
        return
    dialect = sqlite if is_sqlite(connection) else postgresql
    statement = dialect.insert(table)
    if again:
        statement = statement.on_conflict_do_nothing()
    connection.exec_driver_sql(str(statement.compile(dialect=connection.dialect)), list(many))


def copy_rows(connection: Connection, table: str, columns: Sequence[str], many: Iterable[tuple[Any, ...]]) -> None:
    """Copy rows into a table of PostgreSQL: several times as fast as inserting them."""
    cursor: Any = connection.connection.cursor()
    with cursor, cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copy:
        for row in many:
            copy.write_row(row)
