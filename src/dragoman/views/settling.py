"""What was undecided -> the decision that followed on a matter that may be the same under another name, on this page or not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import chain

from dragoman.record.claims import Claim
from dragoman.record.identity.actors.cast import side
from dragoman.record.identity.matters import Proposal
from dragoman.record.identity.matters.sense import sense_of
from dragoman.record.shelf import Wanted
from dragoman.terms.findings import Position
from dragoman.views.cells import Cell, cells_of, holds_on, tellers_of
from dragoman.views.question import Question
from dragoman.views.scope import Scope
from dragoman.views.succession import DECIDED, SETTLING, settle

RELATED = 400
"""Positions that are looked at for decisions."""

_OPEN = ("current", "superseded")
"""An undecided stance that a later one on the same proposal follows may have been settled before, under another name."""

Stood = dict[str, dict[str, tuple[Cell, ...]]]
"""Cells by proposal and side."""


def settled(stood: Stood, proposals: Mapping[str, Proposal], scope: Scope, question: Question) -> Stood:
    """Return the cells with each undecided one that a later decision settles marked so, the decision beside it."""
    held = chain.from_iterable(sides.values() for sides in stood.values())
    waiting = [cell for cells in held for cell in cells if cell.stance == "undecided" and cell.status in _OPEN]
    if not waiting:
        return stood
    later = _decisions([(cell, proposals[cell.proposal].family) for cell in waiting], scope, question)
    tellers = tellers_of([claim for claim, _ in later], scope)
    out = {key: dict(sides) for key, sides in stood.items()}
    for cell in waiting:
        own = proposals[cell.proposal]
        free = ((c, p) for c, p in later if c.id not in tellers and _settles(c, p, cell, own, scope))
        claim, proposal = next(free, (None, None))
        if claim is None or proposal is None:
            continue
        after = cells_of((claim,), proposal, scope, tellers)[0]
        own_next = next((c for c in out[own.id][cell.side] if c.id == cell.superseded_by), None)
        if own_next is None or after.order < own_next.order:
            before = settle(cell, after, proposal.name)
            cells = [before if c.id == cell.id else c for c in out[own.id][cell.side] if c.id != after.id]
            beside = [after] if own_next is None else []
            out[own.id][cell.side] = tuple(sorted((*cells, *beside), key=lambda c: c.order))
    return out


def _settles(claim: Claim, proposal: Proposal, cell: Cell, own: Proposal, scope: Scope) -> bool:
    """Whether a decision settles what a cell leaves open: of the party, soon after, on what may be the same matter."""
    day = holds_on(claim)[0]
    if proposal.id == own.id or proposal.family != own.family or not isinstance(claim.finding, Position):
        return False
    if not (cell.day, cell.published) < (day, claim.published) or day - cell.day > SETTLING:
        return False
    theirs = side(scope.cast.of(claim.finding.actor, claim.published)) == cell.side
    return theirs and scope.ledger.against(own, proposal) is None


def _decisions(
    waiting: Sequence[tuple[Cell, str]], scope: Scope, question: Question
) -> tuple[tuple[Claim, Proposal], ...]:
    """Return what can settle cells, each told with its family: later decisions of the parties, in the order in which they hold."""
    last = max(cell.day for cell, _ in waiting) + SETTLING
    wanted = Wanted(
        kinds=frozenset({"position"}),
        keys=frozenset(f"s:{cell.side}" for cell, _ in waiting),
        first=min(cell.day for cell, _ in waiting),
        last=last if question.last is None else min(last, question.last),
        limit=RELATED,
    )
    found = [claim for claim in scope.shelf.claims(wanted) if any(_follows(claim, *one) for one in waiting)]
    found = [claim for claim in scope.origins.settle(found) if claim.withdrawn is None]
    scope.ledger.learn(claim.about for claim in found if claim.about is not None)
    scope.cast.learn(actor for claim in found for actor in claim.actors)
    ordered = sorted(found, key=lambda claim: (holds_on(claim)[0], claim.published, claim.id))
    return tuple((claim, scope.ledger.of(claim.about or "")) for claim in ordered)


def _follows(claim: Claim, cell: Cell, family: str) -> bool:
    """Whether a claim is a decision on a matter of the family, soon after a cell."""
    if not isinstance(claim.finding, Position) or claim.finding.stance not in DECIDED:
        return False
    soon = timedelta(0) <= holds_on(claim)[0] - cell.day <= SETTLING
    return soon and sense_of(claim.finding.about).family == family
