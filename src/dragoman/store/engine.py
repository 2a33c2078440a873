"""Addresses -> engines: how the two databases are spoken to, and what their errors mean to a person."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event, exc, make_url

from dragoman.terms.errors import StoreError

_BUSY_SECONDS = 30
_FILE = "sqlite:///"
_WRITERS = 0x0D7A60
"""The advisory lock that a writer on PostgreSQL holds: one at a time, as on SQLite."""

_PLAIN = (
    ("disk is full", "the disk is full; nothing of this step was kept, run it again when there is room"),
    ("no space left", "the disk is full; nothing of this step was kept, run it again when there is room"),
    ("disk i/o error", "the disk is full or fails; nothing of this step was kept, run it again when there is room"),
    ("could not decode", "the database is damaged; `dragoman doctor` says where, `dragoman restore` makes it anew"),
    ("readonly", "it can't be written: the file or its folder is read-only for this user"),
    ("read-only", "it can't be written: the database is read-only for this user"),
    ("not a database", "this file is no database, or one whose beginning is damaged"),
    ("malformed", "the database is damaged; restore it from a backup (`dragoman restore`)"),
    ("invalid page", "the database is damaged; restore it from a backup (`dragoman restore`)"),
    ("unable to open", "the file can't be opened: it or its folder isn't there, or this user may not read it"),
    ("is locked", f"another process has been writing for more than {_BUSY_SECONDS} seconds; run it again later"),
    ("connection refused", "no PostgreSQL server answers there"),
    ('(database|role) "[^"]*" does not exist', "there is no such database or user on that server"),
    ("no password", "the server asks for a password; write it into the address or into ~/.pgpass"),
    ("password authentication failed", "the server refuses the user or the password"),
)


def engine_of(url: str) -> Engine:
    """Return an engine for an address: `sqlite:///FILE`, `postgresql://…` or the path of an SQLite file."""
    with told(safe_url(url)):
        return _sqlite(url) if _is_file(url) else _postgres(url)


def _is_file(url: str) -> bool:
    return "://" not in url or url.startswith(_FILE)


def _sqlite(url: str) -> Engine:
    # The path stands as it is: a file's name may hold what an address would have to escape.
    path = Path(url.removeprefix(_FILE))
    address = URL.create("sqlite", database=str(path))
    if _at_rest(path):
        address = address.set(database=f"file:{quote(str(path))}", query={"uri": "true", "immutable": "1"})
    engine = create_engine(address, connect_args={"timeout": _BUSY_SECONDS})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _at_rest(path: Path) -> bool:
    """Say whether nobody here can write the file or beside it: then SQLite must be told not to try (it writes even to read)."""
    beside = path.with_name(path.name + "-wal")
    there = may(path, os.R_OK) and not path.is_dir()
    return there and not (may(path, os.W_OK) or may(path.parent, os.W_OK) or may(beside, os.F_OK))


def may(path: Path, how: int) -> bool:
    """Say whether this process may do something with a file; not where there is none."""
    return os.access(path, how, effective_ids=os.access in os.supports_effective_ids)


def _postgres(url: str) -> Engine:
    made = make_url(url)
    if made.drivername not in ("postgresql", "postgres", "postgresql+psycopg"):
        raise StoreError(safe_url(url), "a store is an SQLite file or an address postgresql://…")
    made = made.set(drivername="postgresql+psycopg")
    engine = create_engine(made, paramstyle="format", isolation_level="REPEATABLE READ")
    event.listen(engine, "connect", _prepare_postgres)
    event.listen(engine, "begin", _begin_postgres)
    return engine


def safe_url(url: str) -> str:
    """Return an address for a message: without its password, and the path alone for a file."""
    if _is_file(url):
        return url.removeprefix(_FILE)
    try:
        return make_url(url).render_as_string(hide_password=True)
    except exc.ArgumentError:
        return "this address"


def is_sqlite(where: Engine | Connection) -> bool:
    """Say whether the database is SQLite."""
    return where.dialect.name == "sqlite"


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    # The driver's own transactions begin too late for a snapshot: `_begin_sqlite` begins them.
    connection.isolation_level = None
    cursor = connection.cursor()
    # FULL: each commit reaches the disk before it is told as done. A batch of reports is one commit, so it costs little.
    for pragma in ("foreign_keys=ON", "synchronous=FULL", "cache_size=-16384", "temp_store=MEMORY"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _prepare_postgres(connection: Any, _record: Any) -> None:
    # Compiling a plan takes hundreds of milliseconds; a page reads a few hundred rows along an index.
    connection.execute("SET jit = off")
    connection.commit()


def _begin_sqlite(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _begin_postgres(connection: Connection) -> None:
    if connection.get_execution_options().get("writing"):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS})")


@contextmanager
def writing(engine: Engine, where: str) -> Iterator[Connection]:
    """Give a connection for one whole transaction of a writer; what fails leaves nothing behind.

    One writer at a time: the next one waits, and sees what the former kept.
    """
    level = {} if is_sqlite(engine) else {"isolation_level": "READ COMMITTED"}
    with told(where), engine.connect().execution_options(writing=True, **level) as connection, connection.begin():
        yield connection


@contextmanager
def snapshot(engine: Engine, where: str) -> Iterator[Connection]:
    """Give a connection that sees the record as it is now, whatever others add meanwhile."""
    with told(where), engine.connect() as connection:
        yield begun(connection)


def begun(connection: Connection) -> Connection:
    """Return the connection with its snapshot taken: both databases take it with the first question."""
    connection.exec_driver_sql("SELECT name FROM meta WHERE name = 'made'")
    return connection


@contextmanager
def told(where: str) -> Iterator[None]:
    """Turn the errors of a database into `StoreError`, with a reason in plain words."""
    try:
        yield
    except (exc.DBAPIError, sqlite3.Error) as error:
        raise StoreError(where, plain_reason(error)) from error
    except UnicodeDecodeError as error:  # SQLite tells of a damaged schema in its own words, which nobody can read
        raise StoreError(where, "the database is damaged; restore it from a backup (`dragoman restore`)") from error
    except exc.ArgumentError as error:
        raise StoreError(where, "this is no address of a database: postgresql://USER@HOST/NAME") from error
    except ModuleNotFoundError as error:
        raise StoreError(where, "PostgreSQL needs a driver: python -m pip install 'dragoman[postgres]'") from error


def plain_reason(error: Exception) -> str:
    """Return what an error of a database means."""
    words = str(getattr(error, "orig", None) or error).strip()
    found = (why for sign, why in _PLAIN if re.search(sign, words.lower()))
    return next(found, f"the database says: {words.splitlines()[0] if words else type(error).__name__}")
