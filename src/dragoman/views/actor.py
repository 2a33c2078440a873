"""Everything on one actor: who it is and why, its offices, meetings, positions, words, figures and deeds, each with its words.

A page has a section for each kind, of at most `limit` entries by their day; the cursor of a section gives the rest of it.
A person who acts for a state is not the state: a state's own sections hold what reports tell of the state or its government,
and its offices tell who acts for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from dragoman.record.claims import Claim, Finding, Kind
from dragoman.record.grouping import Link
from dragoman.record.identity.actors.blocks import is_named
from dragoman.record.identity.actors.cast import Identity
from dragoman.record.identity.actors.offices import office_of, single_office
from dragoman.record.keys import fold
from dragoman.record.shelf import Profile, Wanted
from dragoman.terms.errors import NotFound
from dragoman.terms.findings import Actor, Agreement, Delegation, Figure, Incident, Position, Quotation
from dragoman.views.cited import Cited, cite_claim
from dragoman.views.cursor import cursor_of, place_of
from dragoman.views.docket import docket
from dragoman.views.docket_item import Item
from dragoman.views.question import Question
from dragoman.views.remembering import remembered
from dragoman.views.scope import Scope
from dragoman.views.who import Who, who_is

Part = Literal["actor", "target", "speaker", "addressee", "toward", "via", "party", "head", "member", "source"]
SECTIONS: tuple[Kind, ...] = ("position", "quotation", "delegation", "agreement", "figure", "incident")
CHUNKS = 20
"""After so many a section is handed out though it is not full: a description of an office can stand for many others."""


@dataclass(frozen=True, slots=True)
class Member:
    """The actor as some reports describe it, and the days of publication of the first and last of them."""

    id: str
    name: str
    kind: str
    role: str | None
    affiliation: str | None
    state: str | None
    land: str | None
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Pair:
    """Two descriptions and the reason why they are, or may be, one."""

    one: Member
    other: Member
    rule: str
    why: str


@dataclass(frozen=True, slots=True)
class Office:
    """An office that reports of some days give somebody; `office` is its usual name where one alone holds it."""

    who: Who
    role: str
    office: str | None
    affiliation: str | None
    first: date
    last: date
    evidence: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding in which the actor has a part."""

    id: str
    part: Part
    kind: Kind
    finding: Finding
    published: date
    evidence: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The findings of one kind, by their day; `next` is the cursor of the rest."""

    kind: Kind
    items: tuple[Remark, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class ActorAnswer:
    """All on one actor. `also` are others whom the name can mean; the page after a cursor has only the section that it is of."""

    actor: Who
    role: str | None
    members: tuple[Member, ...]
    links: tuple[Pair, ...]
    doubtful: tuple[Pair, ...]
    also: tuple[Who, ...]
    offices: tuple[Office, ...]
    meetings: tuple[Item, ...]
    sections: tuple[Section, ...]
    next: str | None


@remembered
def actor(scope: Scope, question: Question, *, name: str) -> ActorAnswer:
    """Return everything on the actor that a name or id means. Raises `NotFound` with the nearest names."""
    found = scope.cast.find(name)
    if not found:
        raise NotFound("actor", name, scope.cast.near(name))
    return _Telling(scope, question, found[0]).answer(found[1:])


class _Telling:
    def __init__(self, scope: Scope, question: Question, identity: Identity) -> None:
        self.scope = scope
        self.question = question
        self.identity = identity
        self.keys = frozenset(f"p:{member}" for member in identity.members)
        section, _, self.place = question.after.partition("/")
        self.section: str = section

    def answer(self, also: tuple[Identity, ...]) -> ActorAnswer:
        """Return the page that was asked for."""
        identity = self.identity
        items, following = self._meetings()
        return ActorAnswer(
            actor=who_is(identity),
            role=identity.role,
            members=tuple(_member(p) for p in self._profiles()),
            links=tuple(self._pairs(identity.links)),
            doubtful=tuple(self._pairs(identity.doubtful)),
            also=tuple(who_is(one) for one in also),
            offices=() if self.section else tuple(self._offices()),
            meetings=items,
            sections=tuple(self._section(kind) for kind in SECTIONS if self._asked(kind)),
            next=following,
        )

    def _asked(self, kind: str) -> bool:
        kinds = self.question.kinds
        return self.section in ("", kind) and (kinds is None or kind in kinds)

    def _profiles(self) -> list[Profile]:
        return [p for member in self.identity.members if (p := self.scope.cast.profile(member)) is not None]

    def _pairs(self, links: tuple[Link, ...]) -> Iterator[Pair]:
        for link in links:
            one, other = self.scope.cast.profile(link.one), self.scope.cast.profile(link.other)
            if one is not None and other is not None:
                yield Pair(_member(one), _member(other), link.rule, link.why)

    def _offices(self) -> Iterator[Office]:
        """Yield the offices of a person by the days, those of a state or body by rank and days."""
        if self.identity.kind != "person":
            for office, holder, tenure in self.scope.cast.holders(self.identity):
                told = [p for p in tenure.holder.members if (office_of(p.actor) or "").startswith(f"{office}/")]
                profile = min(told, key=lambda p: (p.first, p.actor.id))
                role, cited = profile.actor.role or office, self._first(profile.actor)
                yield Office(who_is(holder), role, office, profile.actor.affiliation, tenure.first, tenure.last, cited)
            return
        held: dict[str, list[Profile]] = {}
        for p in sorted(self._profiles(), key=lambda p: (p.first, p.last, p.actor.id)):
            if p.actor.role is not None and is_named(p.actor):
                held.setdefault(single_office(p.actor.role) or fold(p.actor.role), []).append(p)
        for told in held.values():
            yield self._office(told)

    def _office(self, told: list[Profile]) -> Office:
        """Return the office that some descriptions give, from the first to the last day of all of them."""
        first = told[0].actor
        return Office(
            who=who_is(self.identity),
            role=first.role or "",
            office=None if first.role is None else single_office(first.role),
            affiliation=next((p.actor.affiliation for p in told if p.actor.affiliation is not None), None),
            first=told[0].first,
            last=max(p.last for p in told),
            evidence=self._first(first),
        )

    def _first(self, actor: Actor) -> tuple[Cited, ...]:
        """Return the words of the first claim that names an actor so."""
        wanted = Wanted(keys=frozenset({f"p:{actor.id}"}), by="published", limit=1)
        return tuple(cited for claim in self.scope.shelf.claims(wanted) for cited in cite_claim(claim)[:1])

    def _meetings(self) -> tuple[tuple[Item, ...], str | None]:
        if not self._asked("meeting"):
            return (), None
        asked = replace(self.question, actor=self.identity.id, after=self.place)
        page = docket(self.scope, asked)
        items = tuple(item for item in page.items if self._takes_part(item))
        return items, None if page.next is None else f"meeting/{page.next}"

    def _takes_part(self, item: Item) -> bool:
        """Whether a person is told in a meeting: a description in it can mean who held the office on another day."""
        if self.identity.kind != "person":
            return True
        sent = (who for one in item.delegations for who in (one.party, one.head, *one.members))
        told = (*item.parties, item.host, *item.mediators, *sent, *(who for entry in item.history for who in entry.by))
        return any(who is not None and who.id == self.identity.id for who in told)

    def _section(self, kind: Kind) -> Section:
        limit = self.question.limit
        found: list[tuple[Claim, Part]] = []
        after = place_of(self.place) if self.section else None
        wanted = Wanted(
            kinds=frozenset({kind}), keys=self.keys, first=self.question.first, last=self.question.last,
            after=after, limit=limit + 20,
        )  # fmt: skip
        whole = False
        for _ in range(CHUNKS):
            page = self.scope.shelf.claims(wanted)
            self.scope.cast.learn({a.id: a for c in page for a in c.actors}.values())
            found += [(c, part) for c in self.scope.origins.settle(page) if (part := self._part(c)) is not None]
            whole = len(page) < limit + 20
            if whole or len(found) > limit:
                break
            wanted = replace(wanted, after=(page[-1].day, page[-1].id))
        shown = found[:limit]
        last = (shown[-1][0].day, shown[-1][0].id) if len(found) > limit else None if whole else wanted.after
        cursor = cursor_of(last)
        following = None if cursor is None else f"{kind}/{cursor}"
        return Section(kind, tuple(_remark(claim, part) for claim, part in shown), following)

    def _part(self, claim: Claim) -> Part | None:
        """Return the part that the actor has in a claim, None where a description in it means another."""
        return next((part for part, one in _parts(claim.finding) if self._is(one, claim)), None)

    def _is(self, one: Actor | None, claim: Claim) -> bool:
        return one is not None and self.scope.cast.of(one, claim.published) == self.identity


def _parts(finding: Finding) -> tuple[tuple[Part, Actor | None], ...]:
    match finding:
        case Position():
            return (("actor", finding.actor), ("toward", finding.toward), ("via", finding.via))
        case Quotation():
            return (("speaker", finding.speaker), ("addressee", finding.addressee), ("via", finding.via))
        case Delegation():
            members: tuple[tuple[Part, Actor | None], ...] = tuple(("member", a) for a in finding.members)
            return (("head", finding.head), ("party", finding.party), *members)
        case Agreement():
            return tuple(("party", a) for a in finding.parties)
        case Figure():
            return (("source", finding.source),)
        case Incident():
            return (("actor", finding.actor), ("target", finding.target))
        case _:
            return ()


def _remark(claim: Claim, part: Part) -> Remark:
    return Remark(claim.id, part, claim.kind, claim.finding, claim.published, cite_claim(claim))


def _member(profile: Profile) -> Member:
    a = profile.actor
    return Member(a.id, a.name, a.kind, a.role, a.affiliation, a.state, a.land, profile.first, profile.last)
