"""Agreements, deeds and counts that were not known, that were denied, or of which another number was told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.record.claims import Claim, Kind
from dragoman.record.identity.events.happenings import Happening
from dragoman.terms.findings import Agreement, Figure, Incident
from dragoman.views.question import Question
from dragoman.views.scope import Scope
from dragoman.views.shifts.shift import Shift, Window
from dragoman.views.timeline import what_of
from dragoman.views.unfolding import Unfolding

KINDS: tuple[Kind, ...] = ("agreement", "incident", "figure")


def shifts(scope: Scope, fresh: Iterable[Claim], window: Window) -> Iterator[Shift]:
    """Yield a shift for each event that the window told first, or told otherwise."""
    seeds = [claim for claim in fresh if claim.kind in KINDS]
    if not seeds:
        return
    ours = {claim.id for claim in seeds}
    for event in Unfolding(scope, Question(), KINDS).events(seeds):
        if isinstance(event, Happening) and any(claim.id in ours for claim in event.claims):
            yield from _shifts(event, window)


def _shifts(event: Happening, window: Window) -> Iterator[Shift]:
    """Yield what the window says of an event that the days before did not."""
    older = [claim for claim in event.claims if claim.published <= window.first]
    known = {_said(claim) for claim in older}
    new: dict[str, list[Claim]] = {}
    for claim in event.claims:
        if window.holds(claim) and _said(claim) not in known:
            new.setdefault(_said(claim), []).append(claim)
    for said, claims in new.items():
        if event.lead.kind != "figure" or older:
            yield _shift(event, said, claims, older)


def _said(claim: Claim) -> str:
    """Return what a claim makes of its event: a status, or a number with its comparator."""
    match claim.finding:
        case Agreement() | Incident() as told:
            return told.status
        case Figure() as told:
            return f"{told.comparator} {told.value:g}".removeprefix("= ")
        case _:
            return claim.kind


def _shift(event: Happening, said: str, claims: list[Claim], older: list[Claim]) -> Shift:
    lead = min(claims, key=lambda claim: (not claim.dated, claim.order))
    counted = lead.kind == "figure"
    return Shift(
        kind=lead.kind,
        change="corrected" if counted else said,
        what=what_of(lead),
        day=lead.day if lead.dated else None,
        holds=lead.day,
        published=min(claim.published for claim in claims),
        before=", ".join(dict.fromkeys(_said(claim) for claim in older)) or None,
        actors=tuple({actor.id: actor for claim in claims for actor in claim.actors}.values()),
        id=event.id,
        claims=tuple(claims),
        learned=counted or said == "denied",
    )
