"""People and parties: who is told of, who was told of last first.

Made of the latest findings (views/latest.py), so that it costs the same in any record; whoever is searched by words is found in
the whole record. First and last day are those of the whole record, counts are of what was looked at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from dragoman.reading.actors.states import states
from dragoman.record.claims import Claim
from dragoman.record.identity.actors.cast import Identity, side
from dragoman.record.keys import fold
from dragoman.views.cursor import number_of
from dragoman.views.latest import latest
from dragoman.views.question import Question
from dragoman.views.remembering import remembered
from dragoman.views.scope import Scope
from dragoman.views.who import Who, who_is

PARTIES = 50
ALONE = frozenset({"state", "igo", "ngo", "armed-group"})
"""Kinds of actors that are a party though nobody else is told to belong to it."""
NAMED = 50
"""Actors of the whole record that words can mean, beside those that were told of lately."""


@dataclass(frozen=True, slots=True)
class Person:
    """An actor. `first` and `last` are the days of publication of the first and last report that tells of it.

    `claims` counts the findings that name it, among those that were looked at, `kinds` the same by kind. `named` is False of
    a description: "officials", "12 people".
    """

    who: Who
    named: bool
    role: str | None
    affiliation: str | None
    first: date
    last: date
    claims: int
    kinds: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Party:
    """A side and how many actors and findings it has among those that were looked at."""

    side: str
    name: str
    actors: int
    claims: int


@dataclass(frozen=True, slots=True)
class People:
    """A page of actors. `total` counts those that the question leaves, `parties` and `kinds` all that were told of.

    `looked` findings were looked at, of reports from `first` to `last`; `whole` says that these are all.
    """

    items: tuple[Person, ...]
    total: int
    parties: tuple[Party, ...]
    kinds: Mapping[str, int]
    first: date | None
    last: date | None
    looked: int
    whole: bool
    next: str | None


@dataclass(slots=True)
class _Told:
    """What the findings that were looked at tell of one actor."""

    identity: Identity
    kinds: Counter[str] = field(default_factory=Counter)


@remembered
def people(
    scope: Scope,
    question: Question,
    *,
    words: str | None = None,
    kind: Iterable[str] | None = None,
    party: str | None = None,
) -> People:
    """Return who is told of: of these kinds of actor, of a party, with these words in a name."""
    found = latest(scope, question)
    told = _tally(scope, found.claims)
    kinds, side_asked = frozenset(kind or ()), None if party is None else _side_of(party)
    named = _named(scope, told, words)
    chosen = [
        one
        for one in named
        if (not kinds or one.identity.kind in kinds) and side_asked in (None, fold(side(one.identity)))
    ]
    listed = sorted((_person(scope, one) for one in chosen), key=_order)
    start = number_of(question.after) or 0
    end = start + question.limit
    return People(
        items=tuple(listed[start:end]),
        total=len(listed),
        parties=tuple(_parties(told.values())),
        kinds=dict(sorted(Counter(one.identity.kind for one in told.values()).items())),
        first=found.first,
        last=found.last,
        looked=len(found.claims),
        whole=found.whole,
        next=str(end) if end < len(listed) else None,
    )


def party_name(of: str, told: Iterable[Identity]) -> str:
    """Return the name of a side: that of its state, else of the land or of who stands for itself."""
    if of in states().title:
        return states().title[of]
    own = [one.name for one in told if side(one) == of and one.kind != "person"]
    return min((name for name in own if fold(name) == fold(of)), default=min(own, default=of))


def _tally(scope: Scope, claims: Iterable[Claim]) -> Mapping[str, _Told]:
    kept = tuple(claims)
    scope.cast.learn({actor.id: actor for claim in kept for actor in claim.actors}.values())
    told: dict[str, _Told] = {}
    for claim in kept:
        for identity in {scope.cast.of(actor, claim.published) for actor in claim.actors}:
            told.setdefault(identity.id, _Told(identity)).kinds[claim.kind] += 1
    return told


def _named(scope: Scope, told: Mapping[str, _Told], words: str | None) -> Iterator[_Told]:
    """Yield who has the words in the name, or whom the record knows by them."""
    asked = fold(words or "").split()
    if not asked:
        yield from told.values()
        return
    known = scope.cast.find(words or "")[:NAMED]
    inside = {one.identity.id for one in told.values() if all(word in fold(_words(one.identity)) for word in asked)}
    yield from (told[key] for key in sorted(inside))
    yield from (told.get(one.id, _Told(one)) for one in known if one.id not in inside)


def _words(identity: Identity) -> str:
    return f"{identity.name} {identity.role or ''} {side(identity)}"


def _side_of(words: str) -> str:
    """Return the side that a code, a state's name or any other name means, folded."""
    titles = {fold(title): code for code, title in states().title.items()}
    return fold(titles.get(fold(words), words))


def _person(scope: Scope, told: _Told) -> Person:
    members = [p for member in told.identity.members if (p := scope.cast.profile(member)) is not None]
    last = max(members, key=lambda p: (p.last, p.first, p.actor.id))
    affiliations = [p for p in members if p.actor.affiliation is not None]
    latest_of = max(affiliations, key=lambda p: (p.last, p.first, p.actor.id), default=None)
    return Person(
        who=who_is(told.identity),
        named=told.identity.named,
        role=told.identity.role,
        affiliation=None if latest_of is None else latest_of.actor.affiliation,
        first=min(p.first for p in members),
        last=last.last,
        claims=told.kinds.total(),
        kinds=dict(sorted(told.kinds.items())),
    )


def _order(person: Person) -> tuple[object, ...]:
    return (-person.last.toordinal(), not person.named, -person.claims, fold(person.who.name), person.who.id)


def _parties(told: Iterable[_Told]) -> Iterator[Party]:
    """Yield the sides to which several belong, and those that are a party by themselves; the one told of most first."""
    by_side: dict[str, list[_Told]] = {}
    for one in told:
        by_side.setdefault(side(one.identity), []).append(one)
    made = (
        Party(of, party_name(of, (one.identity for one in own)), len(own), sum(one.kinds.total() for one in own))
        for of, own in by_side.items()
        if len(own) > 1 or own[0].identity.kind in ALONE
    )
    yield from sorted(made, key=lambda p: (-p.claims, fold(p.name), p.side))[:PARTIES]
