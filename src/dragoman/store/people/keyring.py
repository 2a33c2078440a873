"""The keyring: tokens that let programs in, each known by its SHA-256 alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, RowMapping, select, update

from dragoman.store.people.tables import TOKEN
from dragoman.store.people.values import columns, fields
from dragoman.store.strings import kept
from dragoman.terms.people import AccessToken


class Keyring:
    """The tokens of all members."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, key: str) -> AccessToken | None:
        """Return a token by its id."""
        row = self._connection.execute(select(TOKEN).where(TOKEN.c.id == kept(key))).mappings().one_or_none()
        return None if row is None else _token(row)

    def find(self, digest: str) -> AccessToken | None:
        """Return a token by the SHA-256 of its secret."""
        row = self._connection.execute(select(TOKEN).where(TOKEN.c.digest == digest)).mappings().one_or_none()
        return None if row is None else _token(row)

    def all(self, member: str | None = None) -> tuple[AccessToken, ...]:
        """Return the tokens of a member or of all, the oldest first."""
        asked = select(TOKEN).order_by(TOKEN.c.created, TOKEN.c.id)
        if member is not None:
            asked = asked.where(TOKEN.c.member == kept(member))
        return tuple(map(_token, self._connection.execute(asked).mappings()))

    def add(self, token: AccessToken, digest: str) -> None:
        """Add a token."""
        values: Mapping[str, Any] = {
            "id": token.id,
            "digest": digest,
            "name": token.name,
            "member": token.member,
            "scopes": " ".join(token.scopes),
            "created": token.created,
            "expires": token.expires,
        }
        self._connection.execute(TOKEN.insert().values(columns(values)))

    def revoke(self, key: str, moment: str) -> None:
        """Write down since when a token is worth nothing any more."""
        self._connection.execute(update(TOKEN).where(TOKEN.c.id == kept(key)).values(revoked=moment))

    def use(self, key: str, moment: str) -> None:
        """Write down when a token was used last."""
        self._connection.execute(update(TOKEN).where(TOKEN.c.id == kept(key)).values(used=moment))


def _token(row: RowMapping) -> AccessToken:
    values = fields(row, "digest")
    return AccessToken(**{**values, "scopes": tuple(values["scopes"].split())})
