"""Log-ins that were tried and did not succeed, so that guessing takes long. They are forgotten when they count no more."""

from __future__ import annotations

from sqlalchemy import Connection, delete, select

from dragoman.store.people.tables import ATTEMPT
from dragoman.store.people.values import columns


class Attempts:
    """Who tried to log in, as whom (a hash of it), from where."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_name(self, name: str) -> tuple[str, ...]:
        """Return when a log-in under a name was tried, the first first."""
        asked = select(ATTEMPT.c.moment).where(ATTEMPT.c.name == name).order_by(ATTEMPT.c.moment)
        return tuple(self._connection.scalars(asked))

    def of_address(self, address: str) -> tuple[str, ...]:
        """Return when a log-in from an address was tried, the first first."""
        held = columns({"address": address})["address"]
        asked = select(ATTEMPT.c.moment).where(ATTEMPT.c.address == held).order_by(ATTEMPT.c.moment)
        return tuple(self._connection.scalars(asked))

    def add(self, name: str, address: str, moment: str) -> int:
        """Write an attempt down; return by which number it is known."""
        values = columns({"name": name, "address": address, "moment": moment})
        number = self._connection.execute(ATTEMPT.insert().values(values)).inserted_primary_key
        assert number is not None
        return int(number[0])

    def forgive(self, number: int, name: str) -> None:
        """Forget an attempt that succeeded, and the failed ones under its name."""
        gone = (ATTEMPT.c.seq == number) | (ATTEMPT.c.name == name)
        self._connection.execute(delete(ATTEMPT).where(gone))

    def clear(self, moment: str) -> None:
        """Forget what was tried before a moment."""
        self._connection.execute(delete(ATTEMPT).where(ATTEMPT.c.moment <= moment))
