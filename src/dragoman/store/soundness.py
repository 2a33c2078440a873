"""Before a file is asked anything: is it what was kept? A flipped byte is said, it never makes an answer lack something.

Rows carry seals, but a row that an index no longer leads to, or that a flipped key hides, is not read at all. Only going
over everything finds that, so it is done where it takes less time than a person notices.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine, exc

from dragoman.store.checking import check_all, lenient, pages
from dragoman.store.engine import is_sqlite, plain_reason
from dragoman.store.logs import broken_log
from dragoman.store.trouble import Trouble
from dragoman.terms.errors import StoreError

CHECKED = 2 << 20
"""Files up to this size are checked as by `doctor`: about 0.15 seconds a megabyte."""
SOUND = 64 << 20
"""Files up to this size have their pages and indexes checked by SQLite: about 0.01 seconds a megabyte. Larger ones are left to `doctor`."""
_ADVICE = "`dragoman doctor` lists all that is wrong, `dragoman restore` makes it anew from a backup"


def refuse_damage(engine: Engine, where: str) -> None:
    """Raise `StoreError` where a file of SQLite is damaged, with what was found first. A server's database is its own to check."""
    file = Path(where)
    if not is_sqlite(engine) or not file.is_file():
        return
    size = file.stat().st_size
    found = broken_log(file) or (_first(engine, where, whole=size <= CHECKED) if size <= SOUND else None)
    if found is not None:
        raise StoreError(where, f"the database is damaged ({found}); {_ADVICE}")


def _first(engine: Engine, where: str, *, whole: bool) -> Trouble | None:
    """Return what is found first; another schema is no damage."""
    try:
        with engine.connect() as connection, lenient(connection):
            return _look(connection, whole=whole)
    except UnicodeDecodeError as error:
        return Trouble("database", f"its schema can't be read ({error.reason})")
    except (exc.DBAPIError, sqlite3.Error) as error:
        reason = plain_reason(error)
        if not reason.startswith("the database says"):
            raise StoreError(where, reason) from error
        return Trouble("database", reason)


def _look(connection: Connection, *, whole: bool) -> Trouble | None:
    with closing(check_all(connection) if whole else pages(connection)) as troubles:
        return next((trouble for trouble in troubles if trouble.where != "schema"), None)
