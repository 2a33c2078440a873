"""What the present state rests on: findings that others contradict, that only one origin tells, or whose support is gone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from dragoman.record.claims import Claim
from dragoman.record.identity.meetings.gathering import Gathering
from dragoman.terms.findings import Meeting, Position
from dragoman.views.scope import Scope

Reason = Literal["doubtful", "disputed", "single-origin", "withdrawn", "unreviewed"]
AGAINST = ({"accepts", "accepts-conditionally"}, {"rejects"})
"""Stances that cannot both be an actor's on one day."""


def resting(
    scope: Scope, claims: tuple[Claim, ...], meetings: tuple[Gathering, ...]
) -> Mapping[str, tuple[Reason, str]]:
    """Return why some claims should be looked at first, by id: disputed before single-origin before withdrawn.

    `meetings` are the items to which those about meetings belong.
    """
    found: dict[str, tuple[Reason, str]] = {}
    for claim in claims:
        if claim.withdrawn is not None:
            found[claim.id] = ("withdrawn", f"a later version of the article no longer says it ({claim.withdrawn})")
    together = [*(item.claims for item in meetings), *_cells(scope, claims)]
    scope.origins.learn({claim.card.id for told in together for claim in told})
    for told in together:
        found |= _shaky(scope, told)
    return found


def _cells(scope: Scope, claims: tuple[Claim, ...]) -> Iterable[tuple[Claim, ...]]:
    """Return the positions of each actor on each proposal."""
    cells: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        if isinstance(claim.finding, Position):
            who = scope.cast.of(claim.finding.actor, claim.published).id
            cells.setdefault((who, scope.ledger.of(claim.finding.about).id), []).append(claim)
    return (tuple(held) for held in cells.values())


def _shaky(scope: Scope, told: tuple[Claim, ...]) -> Mapping[str, tuple[Reason, str]]:
    """Return what of the present state of one meeting or position is disputed or told by one origin alone."""
    last = max(claim.published for claim in told)
    present = [claim for claim in told if claim.published == last]
    if against := _contradiction(present):
        return {claim.id: ("disputed", against) for claim in present}
    states = {_state(claim) for claim in present}
    holding = [claim for claim in told if _state(claim) in states]
    origins = scope.origins.count(holding)
    if len(origins) > 1:
        return {}
    why = f"the present state rests on one origin alone: {origins[0].label}"
    return {claim.id: ("single-origin", why) for claim in present}


def _state(claim: Claim) -> str:
    finding = claim.finding
    return finding.status if isinstance(finding, Meeting) else finding.stance if isinstance(finding, Position) else ""


def _contradiction(present: list[Claim]) -> str | None:
    """Return what reports of one day say against each other, in words."""
    states = {_state(claim) for claim in present}
    days = {claim.when.start for claim in present if isinstance(claim.finding, Meeting) and claim.when is not None}
    if "denied" in states and len(states) > 1:
        return f"reports of one day tell of it as {' and '.join(sorted(states))}"
    if states & AGAINST[0] and states & AGAINST[1]:
        return f"reports of one day tell both {' and '.join(sorted(states & (AGAINST[0] | AGAINST[1])))}"
    same = {claim.finding.status for claim in present if isinstance(claim.finding, Meeting)}
    if len(days) > 1 and len(same) == 1:
        return f"reports of one day tell different days: {', '.join(day.isoformat() for day in sorted(days))}"
    return None
