"""Claims of positions -> cells: one actor's stance on one proposal at one time, with all who tell it.

Told twice of the same day it is one cell; told without a day it is one where one report tells it, the copies of a report in
the same words, or reports of one day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from dragoman.record.claims import Claim
from dragoman.record.identity.actors.bodies import land_name
from dragoman.record.identity.actors.cast import Identity, side
from dragoman.record.identity.matters import Proposal
from dragoman.record.identity.origins.tracing import OriginGroup
from dragoman.record.keys import fold
from dragoman.terms.findings import Actor, Position, Quotation, Stance
from dragoman.views.cited import Cited, cite_all
from dragoman.views.scope import Scope
from dragoman.views.who import Who, who_is

Status = Literal["current", "repeated", "superseded", "disputed", "reported", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One stance at one time.

    `dating` "told": reports say the day (`day`); "by": they do not, and `day` is that of the first publication. `words` are
    the report's own for the proposal. `via` is through whom of its own side or which outlet it came, `reported_by` who of
    another side says so: such a cell is not the party's own word. `disputes` are the cells told of the same day that say
    otherwise. `superseded_by` is the cell that follows, and `why` names both.
    """

    id: str
    proposal: str
    party: str
    actor: Who
    stance: Stance
    day: date
    dating: Literal["told", "by"]
    published: date
    words: str
    conditions: tuple[str, ...]
    toward: str | None
    via: str | None
    reported_by: str | None
    status: Status
    disputes: tuple[str, ...]
    superseded_by: str | None
    why: str | None
    origins: tuple[OriginGroup, ...]
    claims: tuple[str, ...]
    evidence: tuple[Cited, ...]
    side: str

    @property
    def order(self) -> tuple[date, date, str]:
        """Its place among others: by the day on which it holds, then by publication."""
        return (self.day, self.published, self.id)

    @property
    def own(self) -> bool:
        """Whether it is the party's own word and still stands in its reports."""
        return self.reported_by is None and self.status != "withdrawn"


def party_name(key: str, identity: Identity) -> str:
    """Return the name of a side for a person: its land, else the actor itself."""
    return land_name(key) if identity.state or identity.land else identity.name


def holds_on(claim: Claim) -> tuple[date, Literal["told", "by"]]:
    """Return when a stance is held and how that is known. A day after publication is the matter's, not the stance's."""
    when = claim.when
    if when is None or when.start > claim.published or when.granularity in ("year", "approximate"):
        return claim.published, "by"
    return min(when.end, claim.published), "told"


def cells_of(claims: Iterable[Claim], proposal: Proposal, scope: Scope, tellers: dict[str, str]) -> tuple[Cell, ...]:
    """Return the cells of a proposal's positions in order, none of them settled yet. `tellers`: see `tellers_of`."""
    held = sorted((claim for claim in claims if isinstance(claim.finding, Position)), key=lambda claim: claim.order)
    groups: dict[tuple[str, ...], list[Claim]] = {}
    keys: dict[tuple[str, ...], tuple[str, ...]] = {}
    for claim in sorted(held, key=lambda claim: (holds_on(claim)[1] == "by", claim.order)):
        groups.setdefault(_key(claim, scope, tellers, keys), []).append(claim)
    return tuple(sorted((_cell(group, proposal, scope, tellers) for group in groups.values()), key=lambda c: c.order))


def _key(
    claim: Claim, scope: Scope, tellers: dict[str, str], keys: dict[tuple[str, ...], tuple[str, ...]]
) -> tuple[str, ...]:
    """Return under which key a claim is told; claims with a day come first, and those without join them in one report."""
    stance, identity = _position(claim), scope.cast.of(_position(claim).actor, claim.published)
    who = (identity.id, stance.stance, tellers.get(claim.id, ""), str(claim.withdrawn))
    day, dating = holds_on(claim)
    new = (*who, dating, day.isoformat())
    if dating == "told":
        keys.setdefault((*who, "report", claim.card.id), new)
        return new
    words = fold(" ".join(piece.quote for piece in claim.finding.evidence))
    near = ((*who, "report", claim.card.id), (*who, "copy", scope.origins.of(claim), words), new)
    key = next((keys[name] for name in near if name in keys), new)
    for name in near:
        keys.setdefault(name, key)
    return key


def _position(claim: Claim) -> Position:
    assert isinstance(claim.finding, Position), "cells are made of positions"
    return claim.finding


def _cell(claims: Sequence[Claim], proposal: Proposal, scope: Scope, tellers: dict[str, str]) -> Cell:
    told = sorted(claims, key=lambda claim: (holds_on(claim)[1] == "by", claim.published, claim.order))
    first = told[0]
    position = _position(first)
    identity = scope.cast.of(position.actor, first.published)
    day, dating = holds_on(first)
    via = next((stance.via for c in told if (stance := _position(c)).via is not None), None)
    party = side(identity)
    return Cell(
        id=first.id,
        proposal=proposal.id,
        party=party_name(party, identity),
        actor=who_is(identity),
        stance=position.stance,
        day=day,
        dating=dating,
        published=min(claim.published for claim in claims),
        words=position.about,
        conditions=tuple(dict.fromkeys(words for claim in told for words in _position(claim).conditions)),
        toward=None if position.toward is None else position.toward.name,
        via=None if via is None else via.name,
        reported_by=tellers.get(first.id),
        status="withdrawn" if all(claim.withdrawn for claim in claims) else "current",
        disputes=(),
        superseded_by=None,
        why=None,
        origins=scope.origins.count(claims),
        claims=tuple(claim.id for claim in told),
        evidence=cite_all(told),
        side=party,
    )


def tellers_of(claims: Sequence[Claim], scope: Scope) -> dict[str, str]:
    """Return for each claim that another side makes of the actor the name of who makes it.

    The teller is whom the report names as its channel (an outlet only passes words on), or in whose words it stands. One
    question for all quotations of the reports.
    """
    told = {claim.id: speakers for claim, speakers in _speakers(claims, scope)}
    scope.cast.learn(speaker for speakers in told.values() for speaker in speakers)
    out: dict[str, str] = {}
    for claim in claims:
        for speaker in told.get(claim.id, ()):
            identity = scope.cast.of(speaker, claim.published)
            own = side(scope.cast.of(_position(claim).actor, claim.published))
            if side(identity) != own and (identity.state or identity.land):
                out.setdefault(claim.id, identity.name)
    return out


def _speakers(claims: Sequence[Claim], scope: Scope) -> Iterator[tuple[Claim, tuple[Actor, ...]]]:
    """Yield positions with those who can be their tellers: the channel that the report names, then who says the words.

    Whom the report itself gives to the same land is none.
    """
    positions = [claim for claim in claims if isinstance(claim.finding, Position)]
    scope.origins.hear(claim.card.id for claim in positions)
    for claim in positions:
        found = (_position(claim).via, *(_speaker(said, claim) for said in scope.origins.said(claim.card.id)))
        told = (speaker for speaker in found if speaker is not None and speaker.kind != "media")
        own = _position(claim).actor.country
        yield claim, tuple(speaker for speaker in told if own is None or speaker.country != own)


def _speaker(said: Claim, claim: Claim) -> Actor | None:
    quotation = said.finding
    assert isinstance(quotation, Quotation), "asked for quotations"
    inside = (
        part.start <= piece.start and piece.end <= part.end
        for piece in claim.finding.evidence
        for part in quotation.content_evidence
    )
    return quotation.speaker if any(inside) else None
