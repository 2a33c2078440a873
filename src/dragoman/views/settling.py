"""What was undecided -> the decision that followed on a matter that may be the same under another name, on this page or not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

from dragoman.record.claims import Claim
from dragoman.record.identity.matters import Proposal
from dragoman.record.identity.matters.sense import sense_of
from dragoman.record.shelf import Wanted
from dragoman.views.cells import Cell, cells_of, tellers_of
from dragoman.views.question import Question
from dragoman.views.scope import Scope
from dragoman.views.succession import SETTLING, settle

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
    families = {proposals[cell.proposal].family for cell in waiting}
    later = _decisions(waiting, families, scope, question)
    out = {key: dict(sides) for key, sides in stood.items()}
    for cell in waiting:
        own = proposals[cell.proposal]
        like = [(c, p.name) for c, p in later if p.id != own.id and p.family == own.family and _free(own, p, scope)]
        if (found := settle(cell, like)) is not None:
            before, after = found
            own_next = next((c for c in out[own.id][cell.side] if c.id == cell.superseded_by), None)
            if own_next is not None and own_next.order <= after.order:
                continue
            cells = [before if c.id == cell.id else c for c in out[own.id][cell.side] if c.id != after.id]
            beside = [after] if own_next is None else []
            out[own.id][cell.side] = tuple(sorted((*cells, *beside), key=lambda c: c.order))
    return out


def _free(one: Proposal, other: Proposal, scope: Scope) -> bool:
    return scope.ledger.against(one, other) is None


def _decisions(
    waiting: Sequence[Cell], families: set[str], scope: Scope, question: Question
) -> tuple[tuple[Cell, Proposal], ...]:
    """Return the cells of the parties on all proposals of the families, from the first of those that wait on."""
    last = max(cell.day for cell in waiting) + SETTLING
    wanted = Wanted(
        kinds=frozenset({"position"}),
        keys=frozenset(f"s:{cell.side}" for cell in waiting),
        first=min(cell.day for cell in waiting),
        last=last if question.last is None else min(last, question.last),
        limit=RELATED,
    )
    found = [c for c in scope.claims(wanted) if c.about is not None and sense_of(c.about).family in families]
    scope.ledger.learn(claim.about for claim in found if claim.about is not None)
    scope.cast.learn(actor for claim in found for actor in claim.actors)
    scope.origins.learn({claim.card.id for claim in found})
    tellers = tellers_of(found, scope)
    groups: dict[Proposal, list[Claim]] = {}
    for claim in found:
        groups.setdefault(scope.ledger.of(claim.about or ""), []).append(claim)
    return tuple((cell, p) for p, claims in groups.items() for cell in cells_of(claims, p, scope, tellers))
