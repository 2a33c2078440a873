"""Pairs of things that might be one, for a person: the doubtful links of the identities that some claims have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from dragoman.record.claims import Claim
from dragoman.record.decisions import Thing
from dragoman.record.grouping import Link
from dragoman.record.identity.meetings.gathering import Gathering
from dragoman.record.shelf import Wanted
from dragoman.terms.findings import Actor
from dragoman.views.cited import Cited, cite_claim
from dragoman.views.scope import Scope

SHOWN = 2
"""Findings shown of each side of a pair."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two things that might be one: the member that a decision names, what it is called, what is told of it."""

    id: str
    name: str
    facts: tuple[str, ...]
    evidence: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things that might be one: which rule saw a likeness, and what it is."""

    thing: Thing
    rule: str
    why: str
    sides: tuple[Side, Side]

    @property
    def names(self) -> tuple[str, str]:
        """What the two are called."""
        return (self.sides[0].name, self.sides[1].name)


_Doubting = tuple[str, tuple[str, ...], tuple[Link, ...]]
"""An identity, its members, and the links of which it is in doubt."""
_Sides = Callable[[Scope, list[str]], Mapping[str, Side]]


def doubtful_pairs(
    scope: Scope, claims: tuple[Claim, ...], meetings: tuple[Gathering, ...], *, everything: bool
) -> tuple[Pair, ...]:
    """Return doubtful pairs around some claims on which nobody has ruled; of actors only where `everything` is asked. `meetings` are theirs.

    Each actor, proposal and meeting is in one pair at most: once that is decided, its next doubt comes to the queue.
    """
    found: list[Pair] = []
    if everything:
        found += _pairs("actor", _of_actors(scope, claims), scope, _actor_sides)
    found += _pairs("proposal", _of_proposals(scope, claims), scope, _matter_sides)
    return (*found, *_pairs("meeting", _of_meetings(meetings), scope, _meeting_sides))


def _of_actors(scope: Scope, claims: tuple[Claim, ...]) -> Iterator[_Doubting]:
    scope.cast.learn(actor for claim in claims for actor in claim.actors)
    for claim in claims:
        for actor in claim.actors:
            identity = scope.cast.of(actor, claim.published)
            yield identity.id, identity.members, identity.doubtful


def _of_proposals(scope: Scope, claims: tuple[Claim, ...]) -> Iterator[_Doubting]:
    abouts = list(dict.fromkeys(claim.about for claim in claims if claim.about))
    scope.ledger.learn(abouts)
    for about in abouts:
        proposal = scope.ledger.of(about)
        yield proposal.id, proposal.members, proposal.doubtful


def _of_meetings(meetings: tuple[Gathering, ...]) -> Iterator[_Doubting]:
    for item in meetings:
        yield item.id, tuple(claim.id for claim in item.claims), item.doubtful


def _pairs(thing: Thing, doubting: Iterable[_Doubting], scope: Scope, sides: _Sides) -> list[Pair]:
    """Return pairs with what is told of their sides; one of which a side is not visible is passed over."""
    owner: dict[str, str] = {}
    links: set[Link] = set()
    for identity, members, doubtful in doubting:
        owner |= dict.fromkeys(members, identity)
        links.update(doubtful)
    chosen = _chosen(links, owner, _ruled(thing, scope, owner))
    known = sides(scope, sorted({member for link in chosen for member in (link.one, link.other)}))
    return [
        Pair(thing, link.rule, link.why, (known[link.one], known[link.other]))
        for link in chosen
        if link.one in known and link.other in known
    ]


def _ruled(thing: Thing, scope: Scope, owner: Mapping[str, str]) -> frozenset[frozenset[str]]:
    """Return the pairs of identities of which somebody said that they are one or are not."""
    ruled = (*scope.rulings.apart, *scope.rulings.together)
    return frozenset(frozenset((owner.get(a, a), owner.get(b, b))) for kind, a, b in ruled if kind == thing)


def _chosen(links: Iterable[Link], owner: Mapping[str, str], ruled: frozenset[frozenset[str]]) -> list[Link]:
    """Return the links to ask about: of each identity one, and none that was ruled on."""
    taken: set[str] = set()
    chosen = []
    for link in sorted(links):
        both = frozenset(owner.get(member, member) for member in (link.one, link.other))
        if len(both) == 2 and both not in ruled and taken.isdisjoint(both):
            taken |= both
            chosen.append(link)
    return chosen


def _actor_sides(scope: Scope, members: list[str]) -> Mapping[str, Side]:
    profiles = {p.actor.id: p for p in scope.shelf.profiles(ids=members)}
    return {
        key: Side(
            key, p.actor.name, _facts(p.actor, p.first.isoformat(), p.last.isoformat()), _named(scope, f"p:{key}")
        )
        for key, p in profiles.items()
    }


def _facts(actor: Actor, first: str, last: str) -> tuple[str, ...]:
    told = (actor.kind, actor.role, actor.affiliation, actor.country)
    return (*(fact for fact in told if fact), f"told {first}" if first == last else f"told {first} to {last}")


def _matter_sides(scope: Scope, members: list[str]) -> Mapping[str, Side]:
    matters = scope.shelf.matters(ids=members)
    return {
        m.id: Side(m.id, m.about, (f"told from {m.first.isoformat()}",), _named(scope, f"m:{m.id}")) for m in matters
    }


def _named(scope: Scope, key: str) -> tuple[Cited, ...]:
    """Return the latest words that name one side."""
    wanted = Wanted(keys=frozenset({key}), by="published", latest_first=True, limit=SHOWN)
    return tuple(cite_claim(claim)[0] for claim in scope.claims(wanted))


def _meeting_sides(scope: Scope, members: list[str]) -> Mapping[str, Side]:
    held = scope.claims(Wanted(ids=frozenset(members))) if members else ()
    return {
        c.id: Side(c.id, " and ".join(a.name for a in c.actors) or "a meeting", _told(c), cite_claim(c)) for c in held
    }


def _told(claim: Claim) -> tuple[str, ...]:
    facts = (getattr(claim.finding, "status", None), getattr(claim.finding, "place", None))
    day = claim.when
    days = (
        "no day told" if day is None else day.start.isoformat() if day.start == day.end else f"{day.start} to {day.end}"
    )
    return (*(fact for fact in facts if fact), days)
