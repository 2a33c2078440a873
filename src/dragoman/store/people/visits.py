"""Visits: when somebody looked at a case, to tell what is new since the last time."""

from __future__ import annotations

from sqlalchemy import Connection, select, update

from dragoman.store.people.tables import VISIT
from dragoman.store.people.values import columns
from dragoman.store.strings import kept


class Visits:
    """From when to when somebody was there."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def last(self, member: str) -> tuple[tuple[str, str], ...]:
        """Return the last two visits of somebody, the last first: when each began, and when its last page was seen."""
        asked = select(VISIT.c.began, VISIT.c.seen).where(VISIT.c.member == kept(member))
        rows = self._connection.execute(asked.order_by(VISIT.c.began.desc()).limit(2))
        return tuple((row[0], row[1]) for row in rows)

    def begin(self, member: str, moment: str) -> None:
        """Begin a visit."""
        values = columns({"member": member, "began": moment, "seen": moment})
        self._connection.execute(VISIT.insert().values(values))

    def extend(self, member: str, began: str, moment: str) -> None:
        """Write down that a visit goes on."""
        this = (VISIT.c.member == kept(member), VISIT.c.began == began)
        self._connection.execute(update(VISIT).where(*this).values(seen=moment))
