"""Who meets whom: the ties that the meetings of some days make between parties or persons, and who speaks for which party.

Made of the latest findings about meetings, so that it costs the same in any record; it says whether that was all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations
from typing import Literal

from dragoman.record.identity.meetings.reach import MEETINGS
from dragoman.record.shelf import Wanted
from dragoman.views.contacts import Contact, contacts_of
from dragoman.views.docket import actor_keys_of, reach_of
from dragoman.views.question import Question
from dragoman.views.remembering import remembered
from dragoman.views.scope import Scope
from dragoman.views.speaking import Spoken, party_name, speaking

DAYS = timedelta(days=90)
LOOK = 400
"""Findings about meetings that are looked at, those of the latest days: as many as a picture can still show."""
TOGETHER = 12
"""Of a meeting with more parties or persons than this no ties are made: who sits in one hall with fifty meets nobody."""

Between = Literal["party", "person"]


@dataclass(frozen=True, slots=True)
class Met:
    """A meeting that makes ties: its id on the docket, what it is called, and its day, None where none is told.

    `planned`: no report says yet that it took place.
    """

    id: str
    title: str
    day: date | None
    planned: bool


@dataclass(frozen=True, slots=True)
class Node:
    """A party (its id is its side) or an actor, and how many of the meetings it has a part in."""

    id: str
    name: str
    kind: str
    side: str
    meetings: int


@dataclass(frozen=True, slots=True)
class Tie:
    """Two nodes that meet: the ids of the meetings, how many were held and how many are planned, first and last day.

    Where no day is told, it is that of publication.
    """

    one: str
    other: str
    meetings: tuple[str, ...]
    held: int
    planned: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Network:
    """The network of meetings from `first` to `last`; `whole` is False where there is more than what was looked at."""

    between: Between
    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    meetings: tuple[Met, ...]
    speaks: tuple[Spoken, ...]
    first: date | None
    last: date | None
    looked: int
    whole: bool


@remembered
def network(scope: Scope, question: Question, *, between: Between = "party") -> Network:
    """Return who meets whom: from 90 days before the day from which the record is seen, unless other days are asked for.

    Only what a report says was held or is set ties anybody, and only those whom such a report names.
    """
    first = question.first or (None if scope.today is None else scope.today - DAYS)
    keys = None if question.actor is None else actor_keys_of(scope, question.actor)
    wanted = Wanted(kinds=MEETINGS, keys=keys, first=first, last=question.last, latest_first=True, limit=LOOK)
    claims = scope.shelf.claims(wanted)
    gathered = tuple(reach_of(scope).items(claims))
    contacts = sorted(contacts_of(scope, gathered, lambda _: True), key=lambda one: one.order)
    within = [one for one in contacts if first is None or one.order[0] >= first]
    met = {one.id: _nodes(one, between) for one in within}
    return Network(
        between=between,
        nodes=_counted(met.values()),
        ties=tuple(_ties(within, met)),
        meetings=tuple(Met(one.id, one.title, one.start, one.planned) for one in within),
        speaks=speaking(scope, replace(question, first=first), tuple(c for item in gathered for c in item.claims)),
        first=first,
        last=question.last,
        looked=len(claims),
        whole=len(claims) < LOOK,
    )


def _nodes(contact: Contact, between: Between) -> Mapping[str, Node]:
    """Return those who meet: the sides of the parties, or the persons among them."""
    if between == "person":
        return {
            who.id: Node(who.id, who.name, who.kind, who.side, 1) for who in contact.parties if who.kind == "person"
        }
    return {who.side: Node(who.side, party_name(who), "party", who.side, 1) for who in contact.parties}


def _counted(met: Iterable[Mapping[str, Node]]) -> tuple[Node, ...]:
    found: dict[str, Node] = {}
    for nodes in met:
        for key, node in nodes.items():
            known = found.get(key)
            found[key] = node if known is None else replace(known, meetings=known.meetings + 1)
    return tuple(sorted(found.values(), key=lambda node: (-node.meetings, node.name, node.id)))


def _ties(contacts: Sequence[Contact], met: Mapping[str, Mapping[str, Node]]) -> Iterator[Tie]:
    """Yield the ties between those of different sides, the closest first."""
    tied: dict[tuple[str, str], list[Contact]] = {}
    for contact in contacts:
        nodes = met[contact.id]
        for one, other in combinations(sorted(nodes), 2) if len(nodes) <= TOGETHER else ():
            if nodes[one].side != nodes[other].side:
                tied.setdefault((one, other), []).append(contact)
    made = (_tie(one, other, shared) for (one, other), shared in tied.items())
    yield from sorted(made, key=lambda t: (-t.held - t.planned, -t.last.toordinal(), t.one, t.other))


def _tie(one: str, other: str, shared: Sequence[Contact]) -> Tie:
    days = [contact.order[0] for contact in shared]
    planned = sum(contact.planned for contact in shared)
    ids = tuple(contact.id for contact in shared)
    return Tie(one, other, ids, len(shared) - planned, planned, min(days), max(days))
