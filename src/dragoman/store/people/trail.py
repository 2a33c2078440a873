"""The trail: what was done, by whom, from where. It is only added to."""

from __future__ import annotations

from dataclasses import asdict

from sqlalchemy import ColumnElement, Connection, func, select

from dragoman.store.people.tables import DEED
from dragoman.store.people.values import columns, fields
from dragoman.store.strings import kept
from dragoman.terms.people import Audited


class Trail:
    """The audit of a case."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, deed: Audited) -> None:
        """Add something that was done; it gets the next number, whatever its `id` says."""
        values = {name: value for name, value in asdict(deed).items() if name != "id"}
        self._connection.execute(DEED.insert().values(columns(values)))

    def page(self, limit: int, before: int | None, **wanted: str | None) -> tuple[Audited, ...]:
        """Return what was done before the deed with a number, the last first; by somebody, or of one kind."""
        asked = select(DEED).where(*_where(wanted)).order_by(DEED.c.seq.desc()).limit(limit)
        if before is not None:
            asked = asked.where(DEED.c.seq < before)
        rows = self._connection.execute(asked).mappings()
        return tuple(Audited(id=row["seq"], **fields(row, "seq")) for row in rows)

    def count(self, **wanted: str | None) -> int:
        """Return how much was done; by somebody, or of one kind."""
        return self._connection.scalar(select(func.count()).select_from(DEED).where(*_where(wanted))) or 0


def _where(wanted: dict[str, str | None]) -> list[ColumnElement[bool]]:
    return [DEED.c[name] == kept(value) for name, value in wanted.items() if value is not None]
