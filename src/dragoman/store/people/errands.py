"""Errands: what was asked for once and takes a while, so that asking twice is doing once and a stop loses nothing."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, select, update

from dragoman.store.people.tables import ERRAND
from dragoman.store.people.values import columns, fields
from dragoman.store.strings import kept
from dragoman.terms.people import Errand

_SHOWN = tuple(column for column in ERRAND.c if column is not ERRAND.c.payload)


class ErrandRows:
    """The errands of a case."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, key: str) -> Errand | None:
        """Return an errand by its id."""
        return self._one(ERRAND.c.id == kept(key))

    def by_key(self, member: str, key: str) -> Errand | None:
        """Return the errand that somebody gave an idempotency key."""
        return self._one((ERRAND.c.member == kept(member)) & (ERRAND.c.key == kept(key)))

    def payload(self, key: str) -> bytes | None:
        """Return what an errand needs to be done, as long as it is not finished."""
        held: bytes | None = self._connection.scalar(select(ERRAND.c.payload).where(ERRAND.c.id == kept(key)))
        return held

    def unfinished(self) -> tuple[Errand, ...]:
        """Return what is still to be done, the oldest first."""
        asked = select(*_SHOWN).where(ERRAND.c.state.in_(("queued", "running")))
        return self._many(asked.order_by(ERRAND.c.opened, ERRAND.c.id))

    def recent(self, limit: int) -> tuple[Errand, ...]:
        """Return the last errands, the last first."""
        return self._many(select(*_SHOWN).order_by(ERRAND.c.opened.desc(), ERRAND.c.id.desc()).limit(limit))

    def open(self, errand: Errand, payload: bytes | None) -> None:
        """Add an errand."""
        values = columns(asdict(errand))
        self._connection.execute(ERRAND.insert().values(**values, payload=payload))

    def change(self, key: str, **values: Any) -> None:
        """Write down how far an errand has come."""
        self._connection.execute(update(ERRAND).where(ERRAND.c.id == kept(key)).values(columns(values)))

    def _one(self, condition: ColumnElement[bool]) -> Errand | None:
        row = self._connection.execute(select(*_SHOWN).where(condition)).mappings().one_or_none()
        return None if row is None else _errand(row)

    def _many(self, asked: Any) -> tuple[Errand, ...]:
        return tuple(map(_errand, self._connection.execute(asked).mappings()))


def _errand(row: RowMapping) -> Errand:
    return Errand(**fields(row))
