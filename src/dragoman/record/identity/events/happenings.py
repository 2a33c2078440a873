"""Claims of several reports -> events: incidents, agreements, positions, quotations and figures that are one.

Meetings are gathered in `meetings.py`. Every rule here looks at claims of one kind within `REACH` days, never at a chain of
them: what an event is does not depend on what is kept of other weeks, nor on any order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Protocol

from dragoman.record.claims import Claim, Kind
from dragoman.record.decisions import Rulings
from dragoman.record.grouping import Link
from dragoman.record.identity.events.leading import Led, lead
from dragoman.record.identity.events.spotting import sight_of
from dragoman.record.identity.origins.copies import words_of
from dragoman.record.keys import fold
from dragoman.terms.findings import Actor, Position, Quotation

REACH: Mapping[Kind, timedelta] = {
    "incident": timedelta(days=14),
    "agreement": timedelta(days=31),
    "position": timedelta(days=28),
    "quotation": timedelta(days=7),
    "figure": timedelta(days=14),
}
"""How far from a claim those lie on which its event depends."""
AGAIN = timedelta(days=14)
"""A stance told without a day is that of a dated telling as long before it."""

COPIED = timedelta(days=3)
"""How long after a report others still print its words."""
LEAST = 5
"""Words that are hardly the same by chance, of the same actor and matter."""


class Named(Protocol):
    """Somebody or something that has an identity."""

    @property
    def id(self) -> str:
        """The id of the identity."""
        ...


class Cast(Protocol):
    """Who knows which actors are the same."""

    def learn(self, actors: Iterable[Actor]) -> None:
        """Load what is known of actors."""
        ...

    def of(self, actor: Actor, on: date) -> Named:
        """Return the identity of an actor in a report of a day."""
        ...


class Ledger(Protocol):
    """Who knows which matters are the same proposal."""

    def learn(self, abouts: Iterable[str]) -> None:
        """Load what is known of matters."""
        ...

    def of(self, about: str) -> Named:
        """Return the proposal of a matter."""
        ...


@dataclass(frozen=True, slots=True)
class Happening:
    """One event. `lead` is the claim that tells it most exactly: its day is the event's, its id the event's.

    `claims` are all in the order of `Claim.order`, `links` say why each belongs, `doubtful` are pairs that might belong.
    """

    lead: Claim
    claims: tuple[Claim, ...]
    links: tuple[Link, ...] = ()
    doubtful: tuple[Link, ...] = ()

    @property
    def id(self) -> str:
        """The id of the leading claim."""
        return self.lead.id

    @property
    def place(self) -> tuple[date, str]:
        """Where the event stands among others: its day, its id."""
        return (self.lead.day, self.lead.id)


def happenings(
    claims: Iterable[Claim], cast: Cast, ledger: Ledger, rulings: Rulings, *, texts: Mapping[str, str] | None = None
) -> tuple[Happening, ...]:
    """Return the events of claims (meetings and delegations are passed over), by day and id.

    `texts` are the reports' texts by id: with them deeds are compared by the sentences around their evidence too.
    """
    known = texts or {}
    kept = sorted({c.id: c for c in claims if c.kind in REACH}.values(), key=lambda c: c.order)
    originals = _originals(kept)
    deeds = [c for c in kept if c.kind in {"incident", "agreement", "figure"} and originals[c.id] is c]
    said = [c for c in kept if c.kind in {"position", "quotation"} and originals[c.id] is c]
    cast.learn(a for claim in said for a in claim.actors[:1])
    ledger.learn(claim.about for claim in kept if claim.about is not None)
    led = lead([sight_of(c, _family(c, ledger), known.get(c.card.id)) for c in deeds])
    led += _repeated(said, lambda claim: _key(claim, cast, ledger))
    _add_copies(led, kept, originals)
    return as_happenings(led, rulings)


def as_happenings(led: Iterable[Led], rulings: Rulings) -> tuple[Happening, ...]:
    """Return events in the making as they are after people ruled, by day and id."""
    return tuple(sorted((_made(found) for found in _ruled(list(led), rulings)), key=lambda h: h.place))


def _originals(claims: Sequence[Claim]) -> dict[str, Claim]:
    """Return for each claim the one whose very words it has from another report of the days before: itself, if there is none.

    Words that are printed again and again are nobody's: where the original itself has one, each claim stands for itself.
    """
    by_words: dict[tuple[object, ...], list[Claim]] = {}
    for claim in sorted(claims, key=lambda c: (c.published, c.card.id, c.number, c.id)):
        by_words.setdefault(_words(claim), []).append(claim)
    first: dict[str, Claim] = {}
    for held in by_words.values():
        for claim in held:
            near = (c for c in held if claim.published - c.published <= COPIED)
            earliest = next(near, claim)
            first[claim.id] = claim if earliest.card.id == claim.card.id else earliest
    return {c.id: first[c.id] if first[first[c.id].id] is first[c.id] else c for c in claims}


def _words(claim: Claim) -> tuple[object, ...]:
    words = frozenset(_plain(piece.quote) for piece in claim.finding.evidence)
    who = tuple(fold(claim.actors[0].name).split()[-1:]) if claim.actors else ()
    short = sum(len(said.split()) for said in words) < LEAST
    return (claim.kind, who, claim.number, claim.card.id) if short else (claim.kind, who, words, claim.about)


@lru_cache(maxsize=10_000)
def _plain(quote: str) -> str:
    return " ".join(words_of(quote).words)


def _add_copies(found: Iterable[Led], claims: Iterable[Claim], originals: Mapping[str, Claim]) -> None:
    home = {claim.id: led for led in found for claim in led.claims}
    for claim in claims:
        original = originals[claim.id]
        if original is not claim:
            led = home[original.id]
            led.claims.append(claim)
            led.links.append(Link(original.id, claim.id, "same-words", "the very words of an earlier report"))


def _family(claim: Claim, ledger: Ledger) -> str | None:
    return None if claim.about is None else ledger.of(claim.about).id


def _key(claim: Claim, cast: Cast, ledger: Ledger) -> tuple[str, ...]:
    """Return what the tellings of one stance, or of one saying, have in common."""
    said = claim.finding
    if isinstance(said, Position):
        return ("position", cast.of(said.actor, claim.published).id, ledger.of(said.about).id, said.stance)
    assert isinstance(said, Quotation)
    who = "" if said.speaker is None else cast.of(said.speaker, claim.published).id
    year, week, _ = claim.published.isocalendar()
    return ("quotation", who, " ".join(words_of(said.content).words), f"{year}-{week}")


def _repeated(claims: Sequence[Claim], key: Callable[[Claim], tuple[str, ...]]) -> list[Led]:
    """Group tellings of one stance: those of one day, and those without a day with the last dated one of two weeks.

    Where there is none, those told in one week are one.
    """
    by_key: dict[tuple[str, ...], list[Claim]] = {}
    for claim in claims:
        by_key.setdefault(key(claim), []).append(claim)
    found = []
    for held in by_key.values():
        days = sorted({(c.day, c.when.end) for c in held if c.when is not None})
        groups: dict[tuple[object, ...], list[Claim]] = {}
        for claim in held:
            groups.setdefault(_telling(claim, days), []).append(claim)
        found += [_said(group) for group in groups.values()]
    return found


def _telling(claim: Claim, days: Sequence[tuple[date, date]]) -> tuple[object, ...]:
    if claim.when is not None:
        return (claim.day, claim.when.end)
    before = [d for d in days if timedelta(0) <= claim.published - d[0] <= AGAIN]
    return before[-1] if before else claim.published.isocalendar()[:2]


def _said(claims: Sequence[Claim]) -> Led:
    first = min(claims, key=lambda c: (not c.dated, c.published, c.order))
    rule = "same-day" if first.dated else "same-week"
    why = (
        "the same of the same actor on the same day" if first.dated else "the same of the same actor, told in one week"
    )
    again = "told again without a day within two weeks"
    links = [
        Link(first.id, c.id, *((rule, why) if c.dated or not first.dated else ("told-again", again)))
        for c in claims
        if c is not first
    ]
    return Led(first, list(claims), links, [])


def _ruled(found: Sequence[Led], rulings: Rulings) -> list[Led]:
    """Apply what people ruled of claims: those set apart leave the event of the other, those put together are one."""
    ruled = [(pair[1:], "together", d) for pair, d in rulings.together.items() if pair[0] == "claim"]
    ruled += [(pair[1:], "apart", d) for pair, d in rulings.apart.items() if pair[0] == "claim"]
    if not ruled:
        return list(found)
    home = {claim.id: led for led in found for claim in led.claims}
    for (one, other), verdict, decision in sorted(ruled, key=lambda r: (r[1], r[0])):
        if one not in home or other not in home:
            continue
        mine, theirs = home[one], home[other]
        if verdict == "apart" and mine is theirs:
            later = max((c for c in mine.claims if c.id in {one, other}), key=lambda c: (c is mine.lead, c.order))
            later = (
                later if later is not mine.lead else next(c for c in mine.claims if c.id in {one, other} - {later.id})
            )
            home[later.id] = mine.without(later)
        elif verdict == "together" and mine is not theirs:
            first, second = sorted((mine, theirs), key=lambda led: (led.lead.day, led.lead.id))
            why = f"by {decision.by}" + (f": {decision.why}" if decision.why else "")
            first.join(second, Link(first.lead.id, second.lead.id, "decided", why))
            home |= {claim.id: first for claim in second.claims}
    return list({led.lead.id: led for led in home.values()}.values())


def _made(led: Led) -> Happening:
    together = {claim.id for claim in led.claims}
    return Happening(
        led.lead,
        tuple(sorted(led.claims, key=lambda c: c.order)),
        tuple(sorted(set(led.links))),
        tuple(sorted({link for link in led.doubtful if not {link.one, link.other} <= together})),
    )
