"""Sessions of those who logged in with a password, each known by the SHA-256 of its cookie."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from sqlalchemy import Connection, delete, select, update

from dragoman.store.people.tables import SESSION
from dragoman.store.people.values import columns, fields
from dragoman.store.strings import kept


@dataclass(frozen=True, slots=True)
class Session:
    """A member who is logged in: since when, last seen when, until when; `csrf` is what the forms of this session carry."""

    cookie: str
    member: str
    csrf: str
    opened: str
    seen: str
    expires: str


class Sessions:
    """Who is logged in."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, cookie: str) -> Session | None:
        """Return the session of a cookie's SHA-256."""
        row = self._connection.execute(select(SESSION).where(SESSION.c.cookie == cookie)).mappings().one_or_none()
        return None if row is None else Session(**fields(row))

    def open(self, session: Session) -> None:
        """Add a session."""
        self._connection.execute(SESSION.insert().values(columns(asdict(session))))

    def extend(self, cookie: str, *, seen: str, expires: str) -> None:
        """Write down that a session was used."""
        self._connection.execute(update(SESSION).where(SESSION.c.cookie == cookie).values(seen=seen, expires=expires))

    def close(self, cookie: str) -> None:
        """End a session."""
        self._connection.execute(delete(SESSION).where(SESSION.c.cookie == cookie))

    def close_all(self, member: str) -> None:
        """End all sessions of a member."""
        self._connection.execute(delete(SESSION).where(SESSION.c.member == kept(member)))

    def clear(self, moment: str) -> None:
        """Forget the sessions that have run out by a moment."""
        self._connection.execute(delete(SESSION).where(SESSION.c.expires <= moment))
