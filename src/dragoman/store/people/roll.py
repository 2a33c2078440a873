"""The roll: who may work with a case."""

from __future__ import annotations

from dataclasses import asdict

from sqlalchemy import Connection, func, select, update

from dragoman.store.people.tables import MEMBER
from dragoman.store.people.values import columns, fields
from dragoman.store.strings import kept
from dragoman.terms.people import Membership

_SHOWN = (MEMBER.c.name, MEMBER.c.role, MEMBER.c.created, MEMBER.c.disabled)
_ACTIVE = MEMBER.c.disabled.is_(None)


class Roll:
    """The members of a case."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, folded: str) -> Membership | None:
        """Return the member with a folded name."""
        asked = select(*_SHOWN).where(MEMBER.c.folded == kept(folded))
        row = self._connection.execute(asked).mappings().one_or_none()
        return None if row is None else Membership(**fields(row))

    def get(self, name: str) -> Membership | None:
        """Return the member with exactly this name."""
        row = self._connection.execute(select(*_SHOWN).where(MEMBER.c.name == kept(name))).mappings().one_or_none()
        return None if row is None else Membership(**fields(row))

    def all(self) -> tuple[Membership, ...]:
        """Return all members by name, those who may log in no more too."""
        rows = self._connection.execute(select(*_SHOWN).order_by(MEMBER.c.folded)).mappings()
        return tuple(Membership(**fields(row)) for row in rows)

    def any(self) -> bool:
        """Say whether there is a member who may log in."""
        return self._connection.scalar(select(MEMBER.c.name).where(_ACTIVE).limit(1)) is not None

    def active(self, role: str) -> int:
        """Return how many members of a role may log in."""
        asked = select(func.count()).select_from(MEMBER).where(_ACTIVE, MEMBER.c.role == role)
        return self._connection.scalar(asked) or 0

    def password(self, name: str) -> str:
        """Return what a member's password can be recognised by."""
        held: str = self._connection.scalar(select(MEMBER.c.password).where(MEMBER.c.name == kept(name))) or ""
        return held

    def add(self, member: Membership, *, folded: str, held: str) -> None:
        """Add a member; `held` is what the password can be recognised by."""
        values = {**asdict(member), "folded": folded, "password": held}
        self._connection.execute(MEMBER.insert().values(columns(values)))

    def change(self, name: str, **values: str | None) -> None:
        """Give a member another role, password or moment of being disabled."""
        self._connection.execute(update(MEMBER).where(MEMBER.c.name == kept(name)).values(columns(values)))
