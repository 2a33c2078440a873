"""Tokens: what lets a program in for a member. The secret is shown once; afterwards it can only be revoked.

Law: a token may never do more than its scopes say, and never more than its owner may at that moment.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from dragoman.desk.access import ALL, RIGHTS, Visitor, may
from dragoman.desk.membership import found
from dragoman.desk.moments import DAY, later
from dragoman.desk.secrecy import digest, made, new_id
from dragoman.store.people.people import PeopleStore
from dragoman.terms.errors import Forbidden, MemberError, NotFound
from dragoman.terms.people import AccessToken, Audited, Membership, Right

TOKEN = "dgm_"  # noqa: S105 - what all tokens begin with, so that they are recognised where one was left lying about
LONGEST_DAYS = 3650
LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Issued:
    """A new token, with its secret, which is kept nowhere."""

    secret: str
    token: AccessToken


class Tokens:
    """The tokens of a case. A member who signed in has tokens of their own; an administrator sees to those of all."""

    def __init__(self, store: PeopleStore, now: Callable[[], str]) -> None:
        self._store = store
        self._now = now

    def list(self, visitor: Visitor, member: str | None = None) -> tuple[AccessToken, ...]:
        """Return the tokens of a member, of all where an administrator asks, else one's own; revoked ones too."""
        whose = member if member is not None or may(visitor, "admin") else visitor.name
        with self._store.reading() as book:
            name = None if whose is None else found(book, whose).name
            if name is not None:
                _see(visitor, name)
            return book.keyring.all(name)

    def add(
        self, visitor: Visitor, member: str, *, scopes: Collection[Right], name: str = "", days: int | None = None
    ) -> Issued:
        """Make a token for a member, which runs out after some days or never.

        Raises `Forbidden`, `NotFound`, or `MemberError` where a scope is more than the member may.
        """
        moment, secret = self._now(), made(TOKEN)
        with self._store.changing() as book:
            owner = found(book, member)
            _see(visitor, owner.name)
            expires = None if days is None else later(moment, _days(days) * DAY)
            scoped = _scopes(scopes, owner)
            token = AccessToken(new_id("t"), _label(name), owner.name, scoped, moment, expires)
            book.keyring.add(token, digest(secret))
            detail = f"{owner.name}: {', '.join(token.scopes)}"
            deed = Audited(0, visitor.name, visitor.how, moment, "add token", token.id, visitor.address, detail)
            book.trail.add(deed)
        return Issued(secret, token)

    def revoke(self, visitor: Visitor, key: str) -> AccessToken:
        """Make a token worth nothing, from now on. Raises `Forbidden` or `NotFound`."""
        moment = self._now()
        with self._store.changing() as book:
            token = book.keyring.get(key)
            if token is None:
                raise NotFound("token", key, where="in this case")
            _see(visitor, token.member)
            if token.revoked is not None:
                return token
            book.keyring.revoke(key, moment)
            deed = Audited(0, visitor.name, visitor.how, moment, "revoke token", key, visitor.address, token.member)
            book.trail.add(deed)
        return replace(token, revoked=moment)


def _see(visitor: Visitor, member: str) -> None:
    """Raise `Forbidden` where somebody may not see to the tokens of a member."""
    if not may(visitor, "admin") and not (visitor.name == member and visitor.how == "session"):
        raise Forbidden("admin", "tokens of others, and tokens by means of a token, are for administrators")


def _scopes(scopes: Collection[Right], owner: Membership) -> tuple[Right, ...]:
    verb = f"make a token for {owner.name!r}"
    unknown = [scope for scope in scopes if scope not in ALL]
    if unknown or not scopes:
        raise MemberError(verb, f"a scope is one of {', '.join(ALL)}")
    if owner.disabled is not None:
        raise MemberError(verb, f"{owner.name} is disabled")
    beyond = [scope for scope in ALL if scope in scopes and scope not in RIGHTS.get(owner.role, ())]
    if beyond:
        raise MemberError(verb, f"a {owner.role} has no right to {', '.join(beyond)}")
    return tuple(scope for scope in ALL if scope in scopes)


def _days(days: int) -> int:
    if not 1 <= days <= LONGEST_DAYS:
        raise MemberError("make a token", f"it runs out after 1 to {LONGEST_DAYS} days, or never")
    return days


def _label(name: str) -> str:
    if len(name) > LONGEST_NAME:
        raise MemberError("make a token", f"its name has at most {LONGEST_NAME} characters")
    return name
