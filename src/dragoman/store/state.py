"""How far a record has come, so that whoever worked something out can tell whether it still holds.

Nothing is ever changed or taken away, so it is enough to count what every writer adds to one of: readings, places, decisions.
SQLite has the count of a small index in no time. PostgreSQL goes over its whole index for it (20 ms for 100,000 reports), so it is
first asked for its snapshot, which is the same text as long as nobody wrote anything.
"""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from dragoman.store.engine import is_sqlite
from dragoman.store.schema import DECISION, PLACE, READING

_COUNTED = select(*(select(func.count()).select_from(table).scalar_subquery() for table in (READING, PLACE, DECISION)))
_SNAPSHOT = "SELECT CAST(txid_current_snapshot() AS text)"
_KEPT = "state of the record"


def state_of(connection: Connection) -> tuple[int, ...]:
    """Return the state of the record in a connection's snapshot: the same for the same record, greater where more was added."""
    if is_sqlite(connection):
        return _counted(connection)
    snapshot = connection.exec_driver_sql(_SNAPSHOT).scalar()
    known, state = connection.info.get(
        _KEPT, (None, ())
    )  # kept with the connection of the pool, which one thread has at a time
    if known != snapshot:
        state = _counted(connection)
        connection.info[_KEPT] = (snapshot, state)
    return tuple(state)


def _counted(connection: Connection) -> tuple[int, ...]:
    return tuple(map(int, connection.execute(_COUNTED).one()))
