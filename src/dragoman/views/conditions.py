"""Conditions as things of their own: in whose words, set by whom, toward what, and whether they are met.

`met`: an agreement, a deed or another party's acceptance after it is about the very matter of the condition. `dropped`: the
same party later accepts the same proposal without it. Everything else is `open`: what only might meet it, what meets a part of
it, and what somebody denies.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dragoman.record.claims import REACHED, Claim, Kind
from dragoman.record.identity.actors.cast import side
from dragoman.record.identity.matters import matter_keys
from dragoman.record.identity.matters.likeness import liken
from dragoman.record.identity.matters.sense import Sense, sense_of
from dragoman.record.identity.matters.words import is_state
from dragoman.record.keys import fold
from dragoman.record.shelf import Wanted
from dragoman.terms.findings import Agreement, Incident, Position
from dragoman.views.cells import Cell, holds_on
from dragoman.views.cited import Cited, cite_claim
from dragoman.views.scope import Scope
from dragoman.views.who import Who

_LOOKED_AT = 400
"""Claims that are looked at for deeds and agreements that may meet the conditions of one page."""
_ON_MATTERS: frozenset[Kind] = frozenset({"position", "agreement"})
_DONE = frozenset({"happened", "ongoing", "denied"})
_PARTS = re.compile(r",? and that |; ")


@dataclass(frozen=True, slots=True)
class Condition:
    """What a party asks for before it agrees. `settled_by` is the claim that met or dropped it, `evidence` all words on it.

    `perhaps` are claims about what may be the same matter: a person decides.
    """

    id: str
    words: str
    party: str
    actor: Who
    proposal: str
    stance: str
    cell: str
    status: Literal["open", "met", "dropped"]
    settled_by: str | None
    why: str | None
    perhaps: tuple[str, ...]
    evidence: tuple[Cited, ...]


def conditions_of(cells: Sequence[Cell], scope: Scope) -> tuple[Condition, ...]:
    """Return the conditions of some cells, in order, with what became of each. Words that a party repeats are one condition."""
    asked = [cell for cell in cells if cell.conditions and cell.status != "withdrawn"]
    if not asked:
        return ()
    news = _news([part for cell in asked for words in cell.conditions for part in _PARTS.split(words)], asked, scope)
    made: dict[tuple[str, str, str], Condition] = {}
    for cell in sorted(asked, key=lambda cell: cell.order):
        for words in cell.conditions:
            key = (cell.side, cell.proposal, fold(words))
            made.setdefault(key, _condition(words, cell, cells, news, scope))
    return tuple(made.values())


def _condition(words: str, cell: Cell, cells: Sequence[Cell], news: Sequence[Claim], scope: Scope) -> Condition:
    status: Literal["open", "met", "dropped"] = "open"
    settled, why = None, None
    more: tuple[Cited, ...] = ()
    parts = [sense_of(part) for part in _PARTS.split(words)]
    verdicts = {claim.id: [_meets(part, claim, cell, scope) for part in parts] for claim in news}
    denied = any(_denies(claim) and "same" in verdicts[claim.id] for claim in news)
    met = [next((c for c in news if verdicts[c.id][n] == "same" and not _denies(c)), None) for n in range(len(parts))]
    if all(met) and not denied:
        last = max((claim for claim in met if claim is not None), key=lambda claim: claim.order)
        status, settled, more = "met", last.id, cite_claim(last)
        why = f"told on {last.published.isoformat()}: “{last.finding.evidence[0].quote}”"
    perhaps = [claim.id for claim in news if any(verdicts[claim.id])]
    later = next((other for other in cells if _drops(other, cell, words)), None)
    if status == "open" and later is not None:
        status, settled, more = "dropped", later.id, later.evidence
        why = f"{later.actor.name} accepted it without this by {later.day.isoformat()}"
    return Condition(
        id=f"{cell.id}.{cell.conditions.index(words)}",
        words=words,
        party=cell.party,
        actor=cell.actor,
        proposal=cell.proposal,
        stance=cell.stance,
        cell=cell.id,
        status=status,
        settled_by=settled,
        why=why,
        perhaps=tuple(perhaps) if status == "open" else (),
        evidence=(*cell.evidence, *more),
    )


def _drops(later: Cell, cell: Cell, words: str) -> bool:
    same = later.side == cell.side and later.proposal == cell.proposal and later.own
    return same and later.stance == "accepts" and later.day > cell.day and words not in later.conditions


def _news(parts: Sequence[str], asked: Sequence[Cell], scope: Scope) -> tuple[Claim, ...]:
    """Return the claims that might meet conditions, in order: about matters like them, and deeds of the sides they name."""
    found = scope.shelf.matters(keys=sorted({key for one in parts for key in matter_keys(one) if key[:2] != "f:"}))
    senses = [sense_of(part) for part in parts]
    keys = frozenset(f"m:{matter.id}" for matter in found)
    first = min(cell.day for cell in asked)
    claims = scope.shelf.claims(Wanted(kinds=_ON_MATTERS, keys=keys, first=first, limit=_LOOKED_AT)) if keys else ()
    named = {name for sense in senses for name in sense.by | sense.names | sense.who}
    # the key of a side is the code of its state, else the name of its land
    sides = frozenset(f"s:{name if is_state(name) else name.capitalize()}" for name in named)
    if sides:
        wanted = Wanted(kinds=frozenset({"incident"}), keys=sides, first=first, limit=_LOOKED_AT)
        claims = (*claims, *scope.shelf.claims(wanted))
    alike = (claim for claim in claims if any(_done(sense, claim) for sense in senses))
    return tuple(sorted(scope.origins.settle(alike), key=lambda claim: claim.order))


def _meets(sense: Sense, claim: Claim, cell: Cell, scope: Scope) -> str | None:
    """Return "same" where a claim meets a condition, "doubtful" where it may, else None."""
    if claim.withdrawn or (claim.published, claim.day) < (cell.published, cell.day) or claim.id in cell.claims:
        return None
    if isinstance(claim.finding, Position):
        if side(scope.cast.of(claim.finding.actor, claim.published)) == cell.side or holds_on(claim)[0] < cell.day:
            return None
    return _done(sense, claim)


def _done(sense: Sense, claim: Claim) -> str | None:
    """Return how what a condition asks is like what a claim tells as reached, accepted or done: "same", "doubtful" or None."""
    match claim.finding:
        case Agreement(status=status, about=words) if status in REACHED:
            return _like(sense, words)
        case Position(stance="accepts", about=words):
            return _like(sense, words)
        case Incident(status=status, what=words) if status in _DONE:
            return _like(sense, words)
    return None


def _denies(claim: Claim) -> bool:
    return isinstance(claim.finding, Incident) and claim.finding.status == "denied"


def _like(sense: Sense, words: str) -> str | None:
    if sense.topic is None:
        return None
    verdict = liken(sense, sense_of(words)).verdict
    return None if verdict == "apart" else verdict
