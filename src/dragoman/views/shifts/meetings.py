"""Meetings whose life moved: every step of the docket that was first told in the window."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from dragoman.record.claims import Claim
from dragoman.record.docket import Step
from dragoman.record.identity.meetings.gathering import Gathering
from dragoman.record.lives import life_of
from dragoman.terms.findings import Actor, Meeting
from dragoman.views.docket import reach_of
from dragoman.views.scope import Scope
from dragoman.views.shifts.shift import Shift, Window

_AS_OF_ITS_DAY = ("held", "under way", "denied")
"""Changes that hold on the day of the meeting; the others hold on the day on which they were decided or said."""


def shifts(scope: Scope, fresh: Iterable[Claim], window: Window) -> Iterator[Shift]:
    """Yield the steps that were first told in the window."""
    meetings = [claim for claim in fresh if claim.kind == "meeting"]
    if not meetings:
        return
    for item in reach_of(scope).items(meetings):
        seen = [claim for claim in item.claims if claim.published <= window.last]
        scope.origins.learn({claim.card.id for claim in seen})
        life = life_of(seen, window.last, scope.origins.of)
        before = _before(scope, seen, window)
        for step in life.steps:
            told = tuple(claim for claim in step.claims if window.holds(claim))
            if told and min(claim.published for claim in step.claims) > window.first:
                yield _shift(item, step, told, before)


def _before(scope: Scope, seen: list[Claim], window: Window) -> str | None:
    """Return what was known of the meeting on the first day."""
    older = [claim for claim in seen if claim.published <= window.first]
    if not older:
        return None
    life = life_of(older, window.first, scope.origins.of)
    planned = f" for {life.planned.start.isoformat()}" if life.planned is not None else ""
    level = f", level {life.level}" if life.level is not None else ""
    return f"{life.state}{planned}{level}"


def _shift(item: Gathering, step: Step, told: tuple[Claim, ...], before: str | None) -> Shift:
    planned = step.after.start if step.after is not None else None
    day, holds = _when(step, planned)
    return Shift(
        kind="meeting",
        change=step.change,
        what=_words(step, told[0]),
        day=day,
        holds=holds,
        published=min(claim.published for claim in told),
        before=before,
        actors=tuple({a.id: a for a in (*step.by, *_parties(told))}.values()),
        id=item.id,
        claims=told,
        learned=step.change == "denied",
    )


def _when(step: Step, planned: date | None) -> tuple[date | None, date]:
    if step.change in _AS_OF_ITS_DAY and planned is not None:
        return planned, planned
    return (step.day if step.told else None), step.day


def _parties(claims: Iterable[Claim]) -> Iterator[Actor]:
    for claim in claims:
        assert isinstance(claim.finding, Meeting), "only meetings are on the docket"
        yield from claim.finding.parties


def _words(step: Step, claim: Claim) -> str:
    """Say a step in words: "talks of Russia and Ukraine in Istanbul moved from 2025-05-15 to 2025-05-16"."""
    meeting = claim.finding
    assert isinstance(meeting, Meeting), "only meetings are on the docket"
    names = [party.name for party in meeting.parties]
    who = " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names) or "parties not told"
    where = f" in {meeting.place}" if meeting.place else ""
    days = "" if step.after is None else f" for {step.after.start.isoformat()}"
    if step.change in _AS_OF_ITS_DAY and step.after is not None:
        days = f" on {step.after.start.isoformat()}"
    if step.change == "moved" and step.before is not None and step.after is not None:
        days = f" from {step.before.start.isoformat()} to {step.after.start.isoformat()}"
    by = f" by {', '.join(actor.name for actor in step.by)}" if step.by else ""
    level = f" (level {step.level})" if step.level is not None else ""
    return f"{meeting.kind} of {who}{where} {step.change}{days}{by}{level}"
