"""The door to those who work with a record: one look, or one change that is kept whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine

from dragoman.store.engine import told, writing
from dragoman.store.people.attempts import Attempts
from dragoman.store.people.codings import CodingRows
from dragoman.store.people.errands import ErrandRows
from dragoman.store.people.keyring import Keyring
from dragoman.store.people.roll import Roll
from dragoman.store.people.sessions import Sessions
from dragoman.store.people.trail import Trail
from dragoman.store.people.visits import Visits


class Book:
    """What is kept of people, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.roll = Roll(connection)
        self.keyring = Keyring(connection)
        self.sessions = Sessions(connection)
        self.attempts = Attempts(connection)
        self.visits = Visits(connection)
        self.trail = Trail(connection)
        self.errands = ErrandRows(connection)
        self.codings = CodingRows(connection)


class PeopleStore:
    """Gives the book of people, to look or to change. One changes at a time, and sees what the former kept."""

    def __init__(self, engine: Engine, where: str) -> None:
        self._engine = engine
        self._where = where

    @contextmanager
    def reading(self) -> Iterator[Book]:
        """Give the book to look something up. Raises `StoreError`."""
        with told(self._where), self._engine.connect() as connection:
            yield Book(connection)

    @contextmanager
    def changing(self) -> Iterator[Book]:
        """Give the book for one change; what fails leaves nothing behind. Raises `StoreError`."""
        with writing(self._engine, self._where) as connection:
            yield Book(connection)
