"""What a decision would change, told before it is taken: the record as it is beside the record on which the decision counts too.

Nothing is written. What is affected is looked at in the latest findings about it, so that the answer costs the same in any record.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dragoman.record.claims import Claim
from dragoman.record.comparing import FieldChange, fields_between
from dragoman.record.decisions import Decision, Thing, decided, in_force, undoes
from dragoman.record.lives import life_of
from dragoman.record.packing import pack
from dragoman.record.shelf import Wanted
from dragoman.terms.findings import Agreement, Position
from dragoman.views.cited import Cited, cite_claim
from dragoman.views.docket import reach_of
from dragoman.views.docket_item import title_of
from dragoman.views.question import Question
from dragoman.views.scope import Scope
from dragoman.views.timeline import what_of
from dragoman.views.who import who

SAMPLE = 60
"""Findings that are looked at for what is affected, the latest."""
COUNTED = 500
"""Findings of one identity that are counted; if there are more it says so."""
SHOWN = 40


@dataclass(frozen=True, slots=True)
class Named:
    """An actor, proposal or meeting: its members, what reports call them, and how many findings it has.

    `whole` is False where it has more findings than were counted.
    """

    id: str
    name: str
    members: tuple[str, ...]
    words: tuple[str, ...]
    claims: int
    whole: bool


@dataclass(frozen=True, slots=True)
class Touched:
    """A finding, or a cell or meeting to which one belongs, that would be told otherwise. `id` is that of the finding.

    `before` and `after` tell in words what it belongs to and whose it is, None where it is not there; `fields` are the values of the finding that change.
    """

    thing: Literal["meeting", "cell", "finding"]
    id: str
    title: str
    before: str | None
    after: str | None
    fields: tuple[FieldChange, ...]
    evidence: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """What a decision would change. `whole` is False where only some of what is touched was looked at or is told."""

    decision: Decision
    before: tuple[Named, ...]
    after: tuple[Named, ...]
    touched: tuple[Touched, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class _Subject:
    """What a decision is about: members of one kind of thing."""

    thing: Thing
    things: tuple[str, ...]


_Told = Mapping[str, tuple[Literal["meeting", "cell", "finding"], str, Claim]]


def preview(scope: Scope, question: Question, *, draft: Decision) -> Preview:
    """Return what a drafted decision would change of the record as it is seen."""
    del question
    taken = scope.shelf.decisions()
    after = Scope(scope.shelf.machine, in_force((*taken, decided(draft, taken))))
    subject = _subject(draft, taken)
    members = _members(scope, subject.thing, subject.things)
    members |= _members(after, subject.thing, members)
    claims = _sample(scope, after, subject.thing, members)
    touched = tuple(_touched(_told(scope, claims), _told(after, claims), _machine(scope, claims)))
    return Preview(
        decision=draft,
        before=tuple(_named(scope, subject.thing, members)),
        after=tuple(_named(after, subject.thing, members)),
        touched=touched[:SHOWN],
        whole=len(claims) < SAMPLE and len(touched) <= SHOWN,
    )


def _subject(draft: Decision, taken: Sequence[Decision]) -> _Subject:
    """Return what a decision is about; of one that undoes others, what these were about."""
    found = draft
    known = {decision.id: decision for decision in taken}
    while undoes(found) and found.things[0] in known:
        found = known[found.things[0]]
    left: Iterable[str] = found.change.get("apart", ()) if found.verb == "link" else ()
    return _Subject(found.thing, tuple(dict.fromkeys((*found.things, *left))))


def _members(scope: Scope, thing: Thing, things: Collection[str]) -> set[str]:
    """Return all members of the identities to which some members belong, these among them."""
    return set(things) | {member for _, _, members, _ in _identities(scope, thing, things) for member in members}


def _identities(
    scope: Scope, thing: Thing, things: Collection[str]
) -> Iterator[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
    """Yield the identities of some members: id, name, members, and what these are called."""
    ids = sorted(things)
    if thing == "actor":
        profiles = {profile.actor.id: profile for profile in scope.shelf.profiles(ids=ids)}
        scope.cast.learn(profile.actor for profile in profiles.values())
        for one in dict.fromkeys(scope.cast.of(p.actor, p.last) for p in profiles.values()):
            known = [p for member in one.members if (p := scope.cast.profile(member)) is not None]
            yield one.id, one.name, one.members, tuple(dict.fromkeys(p.actor.name for p in known))
    elif thing == "proposal":
        abouts = [matter.about for matter in scope.shelf.matters(ids=ids)]
        scope.ledger.learn(abouts)
        for held in dict.fromkeys(map(scope.ledger.of, abouts)):
            yield held.id, held.name, held.members, held.words
    elif thing == "meeting":
        for item in reach_of(scope).items(scope.shelf.claims(Wanted(ids=frozenset(ids)))):
            words = tuple(dict.fromkeys(claim.finding.evidence[0].quote for claim in item.claims))
            yield item.id, title_of(scope, item), tuple(claim.id for claim in item.claims), words


def _named(scope: Scope, thing: Thing, members: Collection[str]) -> Iterator[Named]:
    for key, name, own, words in _identities(scope, thing, members):
        found = len(own) if thing == "meeting" else len(scope.shelf.claims(_naming(thing, own, COUNTED)))
        yield Named(key, name, own, words, found, thing == "meeting" or found < COUNTED)


def _naming(thing: Thing, members: Iterable[str], limit: int) -> Wanted:
    """Return which findings name one of these actors or proposals, the latest first."""
    keys = frozenset(f"{'p' if thing == 'actor' else 'm'}:{member}" for member in members)
    return Wanted(keys=keys, by="published", latest_first=True, limit=limit)


def _sample(scope: Scope, after: Scope, thing: Thing, members: Collection[str]) -> frozenset[str]:
    """Return the ids of the findings that are looked at."""
    if thing in ("actor", "proposal"):
        wanted = _naming(thing, members, SAMPLE)
    elif thing == "report":
        wanted = Wanted(reports=frozenset(members), limit=SAMPLE)
    else:
        return frozenset(members)
    found = (*scope.shelf.claims(wanted), *after.shelf.claims(wanted))
    return frozenset(list(dict.fromkeys(claim.id for claim in found))[:SAMPLE])


def _machine(scope: Scope, ids: frozenset[str]) -> Mapping[str, Claim]:
    return {claim.id: claim for claim in scope.shelf.machine.claims(Wanted(ids=ids))}


def _told(scope: Scope, ids: frozenset[str]) -> _Told:
    """Return how findings are told in a record, by their ids: as a meeting, a cell, or in their own words."""
    claims = scope.shelf.claims(Wanted(ids=ids))
    scope.cast.learn({actor.id: actor for claim in claims for actor in claim.actors}.values())
    scope.ledger.learn(claim.about for claim in claims if claim.about is not None)
    told: dict[str, tuple[Literal["meeting", "cell", "finding"], str, Claim]] = {}
    for item in reach_of(scope).items(claims):
        scope.origins.learn({claim.card.id for claim in item.claims})
        state = life_of(item.claims, scope.today, scope.origins.of).state
        number = len(item.claims)
        of = f"{title_of(scope, item)}, {state}, {number} finding{'' if number == 1 else 's'}"
        told |= {claim.id: ("meeting", of, claim) for claim in item.claims if claim.id in ids}
    for claim in claims:
        if isinstance(claim.finding, Position | Agreement):
            told[claim.id] = ("cell", _cell(scope, claim), claim)
        elif claim.id not in told:
            parts = dict.fromkeys(who(scope, actor, claim.published).name for actor in claim.actors)
            told[claim.id] = ("finding", ", ".join(parts) or f"{claim.kind}, nobody named", claim)
    return told


def _cell(scope: Scope, claim: Claim) -> str:
    finding = claim.finding
    actors = (finding.actor,) if isinstance(finding, Position) else claim.actors
    stance = (
        finding.stance if isinstance(finding, Position) else finding.status if isinstance(finding, Agreement) else ""
    )
    names = dict.fromkeys(who(scope, actor, claim.published).name for actor in actors)
    return f"{', '.join(names)}: {stance}, {scope.ledger.of(claim.about or '').name}"


def _touched(before: _Told, after: _Told, machine: Mapping[str, Claim]) -> Iterator[Touched]:
    """Yield what is told otherwise after than before, by day."""
    known = {key: claim for told in (before, after) for key, (_, _, claim) in told.items()}
    for key, claim in sorted(known.items(), key=lambda one: one[1].order):
        was, now = before.get(key), after.get(key)
        fields = () if was is None or now is None else fields_between(_packed(was[2]), _packed(now[2]))
        words = tuple(None if told is None else told[1] for told in (was, now))
        if words[0] != words[1] or fields:
            thing = (now or was or ("finding", "", claim))[0]
            own = machine.get(key, claim)
            yield Touched(thing, key, what_of(own), words[0], words[1], fields, cite_claim(claim))


def _packed(claim: Claim) -> str:
    return pack(claim.finding, claim.turns, claim.teams)
