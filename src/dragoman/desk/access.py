"""Who may do what: one table of roles and rights, for pages, API and command line.

Law: a right is asked for before anything is done, here and nowhere else; what no role is given, nobody may do.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hmac import compare_digest
from types import MappingProxyType
from typing import get_args

from dragoman.terms.errors import Forbidden
from dragoman.terms.people import How, Right, Role

__all__ = ["ALL", "MEANS", "RIGHTS", "ROLES", "How", "Right", "Role", "Visitor", "local", "may", "require", "same"]

ROLES: tuple[Role, ...] = get_args(Role)
ALL: tuple[Right, ...] = get_args(Right)

RIGHTS: Mapping[Role, frozenset[Right]] = MappingProxyType(
    {
        "reader": frozenset({"read"}),
        "coder": frozenset({"read", "code", "add"}),
        "adjudicator": frozenset({"read", "code", "add", "adjudicate"}),
        "admin": frozenset(ALL),
    }
)
"""What each role may do."""

MEANS: Mapping[Right, str] = MappingProxyType(
    {
        "read": "see every page and answer",
        "code": "accept, reject, edit, annotate and put off findings, make findings, undo decisions of one's own, code samples",
        "add": "add reports",
        "adjudicate": "merge, split, link and retract, undo decisions of others, see the codings and the agreement of all coders",
        "admin": "members, tokens of all, backups, reading anew, the audit",
    }
)
"""What each right lets one do."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """One who asks for something: under which name, in which role, with which rights, and how that is known.

    `token` is the id of the token that was shown, `address` where the request came from.
    """

    name: str
    role: Role
    rights: frozenset[Right]
    how: How
    token: str | None = None
    address: str | None = None


def local(name: str, address: str | None = None) -> Visitor:
    """Return the visitor who works on the machine itself: whoever can read the case's files may do all."""
    return Visitor(name, "admin", RIGHTS["admin"], "loopback", address=address)


def may(visitor: Visitor, right: Right) -> bool:
    """Say whether a visitor has a right."""
    return right in visitor.rights


def require(visitor: Visitor, right: Right) -> None:
    """Raise `Forbidden` where a visitor lacks a right."""
    if right not in visitor.rights:
        has = ", ".join(known for known in ALL if known in visitor.rights) or "nothing"
        whose = "this token" if visitor.how == "token" else f"the role {visitor.role}"
        raise Forbidden(right, f"{whose} has the right to {has}")


def same(one: str, other: str) -> bool:
    """Say whether two secrets are the same, in a time that does not tell where they differ."""
    return compare_digest(one.encode("utf-8", "surrogatepass"), other.encode("utf-8", "surrogatepass"))
