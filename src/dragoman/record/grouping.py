"""Members -> groups by links, each with its reason: the groups depend on the set of links, never on their order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """Two members that are the same, and why: the rule's name and the words for a person."""

    one: str
    other: str
    rule: str
    why: str


@dataclass(frozen=True, slots=True)
class Group:
    """Members that are the same, in order, and the links that say so."""

    members: tuple[str, ...]
    links: tuple[Link, ...]


def group(members: Iterable[str], links: Iterable[Link]) -> tuple[Group, ...]:
    """Return the groups in the order of their first member; `members` come in the order that is wanted inside a group.

    Links with a member that is not there are passed over.
    """
    ordered = list(dict.fromkeys(members))
    parents = {member: member for member in ordered}
    used = sorted({link for link in links if link.one in parents and link.other in parents})
    for link in used:
        one, other = _root(parents, link.one), _root(parents, link.other)
        if one != other:
            parents[max(one, other)] = min(one, other)
    inside: dict[str, list[str]] = {}
    for member in ordered:
        inside.setdefault(_root(parents, member), []).append(member)
    reasons: dict[str, list[Link]] = {}
    for link in used:
        reasons.setdefault(_root(parents, link.one), []).append(link)
    return tuple(Group(tuple(held), tuple(reasons.get(root, ()))) for root, held in inside.items())


def _root(parents: dict[str, str], member: str) -> str:
    while parents[member] != member:
        parents[member] = parents[parents[member]]
        member = parents[member]
    return member


def pairs(members: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Yield all pairs of members in order."""
    return ((one, other) for n, one in enumerate(members) for other in members[n + 1 :])
