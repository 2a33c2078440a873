"""The schema of a store: made, checked on opening, brought from an older one to the newest."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, inspect, text

from dragoman.store.engine import is_sqlite, may, told, writing
from dragoman.store.people.tables import PEOPLE
from dragoman.store.schema import METADATA, VERSION
from dragoman.terms.errors import StoreError

if TYPE_CHECKING:
    from alembic.config import Config

_SCRIPTS = Path(__file__).parent / "migrations"
_OLDER = "this store has an older schema; run `dragoman doctor --migrate`, which keeps all that is in it"
_NEWER = "this store was made by a newer version of dragoman; install that version to use it"
_NONE = "there is no store in it; restore one from a backup into a new folder, or make a new case with `dragoman init`"


def make_schema(
    engine: Engine, where: str, fill: Callable[[Connection], None] | None = None, version: str = VERSION
) -> None:
    """Make the tables in an empty place; `fill` fills those of an older `version` before the newer steps, all or none."""
    file = _file_of(engine)
    if file is not None and not file.parent.is_dir():
        raise StoreError(where, "the folder for it isn't there")
    made_now = file is not None and not file.exists()
    try:
        if file is not None:
            _begin_log(engine, where)
        with writing(engine, where) as connection:
            _refuse_what_is_taken(connection, where)
            _run(connection, version)
            if fill is not None:
                fill(connection)
                _run(connection)
    except StoreError:
        engine.dispose()
        if made_now and file is not None:
            for name in ("", "-wal", "-shm"):
                file.with_name(file.name + name).unlink(missing_ok=True)
        raise


def _begin_log(engine: Engine, where: str) -> None:
    """Let SQLite write ahead into a log: readers and a writer do not wait for each other. The file remembers it."""
    with told(where), engine.connect() as connection:
        raw: Any = connection.connection.driver_connection
        raw.execute("PRAGMA journal_mode=WAL")


def _refuse_what_is_taken(connection: Connection, where: str) -> None:
    there = set(inspect(connection).get_table_names())
    if "meta" in there and "alembic_version" in there:
        raise StoreError(where, "there is a store already; nothing was changed")
    ours = {*METADATA.tables, *PEOPLE.tables, "words", "alembic_version"}
    if there and (is_sqlite(connection) or there & ours):
        raise StoreError(where, "this database holds tables of something else; give the store one of its own")


def ensure_current(engine: Engine, where: str) -> None:
    """Raise `StoreError` unless there is a store whose schema is the one that this code knows."""
    with told(where), engine.connect() as connection:
        found = version_of(connection)
    if found is None:
        raise StoreError(where, _NONE)
    if found != VERSION:
        raise StoreError(where, _OLDER if found < VERSION else _NEWER)


def upgrade(engine: Engine, where: str) -> tuple[str, ...]:
    """Run the migrations that a store lacks, all or none; return their names."""
    refuse_what_is_not_there(engine, where)
    with writing(engine, where) as connection:
        found = version_of(connection)
        if found is None:
            raise StoreError(where, _NONE)
        if found > VERSION:
            raise StoreError(where, _NEWER)
        return _run(connection)


def version_of(connection: Connection) -> str | None:
    """Return the version of the schema; None where there is no store."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return found


def _file_of(engine: Engine) -> Path | None:
    return Path(str(engine.url.database)) if is_sqlite(engine) else None


def refuse_what_is_not_there(engine: Engine, where: str) -> None:
    """Say it before SQLite makes an empty file where somebody mistyped a path."""
    if not is_sqlite(engine):
        return
    try:
        Path(where).stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise StoreError(where, _NONE) from error
    except OSError as error:
        raise StoreError(where, f"it can't be opened: {error.strerror}") from error
    if not may(Path(where), os.R_OK):
        raise StoreError(where, "this user may not read the file")


def _run(connection: Connection, version: str = "head") -> tuple[str, ...]:
    """Run what is missing within the transaction of the connection."""
    from alembic import command

    ran: list[str] = []
    config = _config()
    config.attributes.update(connection=connection, ran=ran)
    command.upgrade(config, version)
    return tuple(ran)


def _config() -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    return config
