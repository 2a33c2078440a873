"""The claims of one docket item -> its life, heard by the day of publication. Pure; the mapping is that of docket.py."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any, Literal

from dragoman.record.claims import Claim
from dragoman.record.docket import OPEN, OVERDUE, Change, Life, Step
from dragoman.record.hearing import SAID, meeting_of, said_on, sort_of, turn_of
from dragoman.record.identity.meetings.sights import LEVELS, is_precise, level_told
from dragoman.terms.findings import Actor, Level
from dragoman.terms.when import When


def life_of(claims: Iterable[Claim], today: date | None, origin: Callable[[Claim], str]) -> Life:
    """Return the life of one item from its claims, as seen on a day; `origin` tells claims that do not corroborate.

    What an outlet withdrew stays in the history, but no longer says what is true, as long as anything else does.
    """
    every = tuple(claims)
    whole = _heard(every, today, origin)
    standing = tuple(claim for claim in every if claim.withdrawn is None)
    if not standing or len(standing) == len(every):
        return whole
    return replace(_heard(standing, today, origin), steps=whole.steps)


def _heard(claims: Iterable[Claim], today: date | None, origin: Callable[[Claim], str]) -> Life:
    living = _Living(origin)
    for claim in sorted(claims, key=turn_of):
        living.hear(claim)
    return living.now(today)


class _Living:
    """A meeting as its claims are heard, one after the other."""

    def __init__(self, origin: Callable[[Claim], str]) -> None:
        self._origin = origin
        self._steps: list[Step] = []
        self._state: str = "floated"
        self._since = date.min
        self._planned: When | None = None
        self._first: When | None = None
        self._set_on = date.min
        self._level: Level | None = None
        self._origins: set[str] = set()
        self._broken: date | None = None
        self._rival = False

    def hear(self, claim: Claim) -> None:
        """Take one claim in."""
        match meeting_of(claim).status:
            case "proposed":
                self._float(claim)
            case "scheduled":
                self._plan(claim)
            case "declined" | "cancelled" | "postponed" as change:
                self._break(claim, change)
            case "held":
                self._take_place(claim, "held")
            case "under-way":
                self._take_place(claim, "under way")
            case "denied":
                self._deny(claim)

    def now(self, today: date | None) -> Life:
        """Return the life as it stands on a day."""
        state, since = self._state, self._since
        if state in OPEN and self._planned is not None and today is not None and self._planned.end < today:
            state, since = OVERDUE, self._planned.end
        slip = _days_between(self._first, self._planned)
        told = {step.change for step in self._steps}
        disputed = self._rival or ("denied" in told and bool(told & {"held", "under way"}))
        return Life(state, since, disputed, self._planned, self._level, slip, tuple(self._steps))

    def _float(self, claim: Claim) -> None:
        when = claim.when
        if self._planning() is None and not self._closed():
            same = self._find("floated", lambda step: step.after is None or when is None or step.after == when)
            if same is None:
                self._add(claim, "floated", after=when)
            else:
                self._join(same, claim, after=self._steps[same].after or when)
            self._set(claim)
        else:
            self._tell_again(claim)
        self._confirm(claim)

    def _plan(self, claim: Claim) -> None:
        meeting, level = meeting_of(claim), level_told(claim)
        when = meeting.date
        old = meeting.moved_from or self._planned
        if self._closed() and self._state != "denied":
            self._tell_again(claim)
            return
        if self._lower(level):
            self._add(claim, "downgraded", before=self._planned, after=when or self._planned, level_before=self._level)
        elif meeting.moved_from is not None or self._other_day(when):
            if meeting.moved_from is None and claim.published == self._set_on:
                self._rival = True
                self._add(claim, "scheduled", after=when)
                return
            self._first = self._first or meeting.moved_from
            self._add(claim, "moved", before=old, after=when)
        elif self._planning() is None or (self._broken is not None and claim.published > self._broken):
            self._add(claim, "scheduled", after=when)
        else:
            self._corroborate(claim)
            return
        self._broken = None
        self._set(claim)
        self._origins.add(self._origin(claim))
        self._confirm(claim)

    def _corroborate(self, claim: Claim) -> None:
        """The same plan told again: confirmed by another origin, or by a party."""
        key = self._origin(claim)
        new = key not in self._origins and self._broken is None
        self._origins.add(key)
        if self._confirm(claim):
            pass
        elif new and self._planning() is not None:
            same = self._find("confirmed", lambda step: not step.by)
            if same is None:
                self._add(claim, "confirmed", after=claim.when or self._planned)
            else:
                self._join(same, claim)
        else:
            self._tell_again(claim)
        self._set(claim)

    def _confirm(self, claim: Claim) -> bool:
        """Add that parties accept, if the claim tells it; what is accepted is planned."""
        who = tuple(t.actor for t in claim.turns if t.stance == "accepts")
        if not who or self._closed() or self._broken is not None:
            return False
        same = self._find("confirmed", lambda step: {a.id for a in who} <= {a.id for a in step.by})
        if same is None:
            self._add(claim, "confirmed", after=claim.when or self._planned, by=who)
        else:
            self._join(same, claim)
        return True

    def _break(self, claim: Claim, change: Literal["declined", "cancelled", "postponed"]) -> None:
        by = self._by(claim)
        names = {a.id for a in by}
        same = self._find(change, lambda step: not by or not step.by or names <= {a.id for a in step.by})
        higher = self._higher(level_told(claim))
        self._first = self._first or (claim.when if is_precise(claim.when) else None)
        if same is not None and (higher or self._state == change):
            self._join(same, claim)
            return
        standing = (self._state, self._since)
        self._add(claim, change, after=claim.when or self._planned)
        if higher or self._closed_by(standing[0]):
            self._state, self._since = standing
            return
        self._broken = claim.published
        if self._planned is None:
            self._planned = claim.when
        self._level = self._level or level_told(claim)

    def _take_place(self, claim: Claim, change: Literal["held", "under way"]) -> None:
        when = claim.when
        if self._other_day(when) and not self._closed() and self._broken is None:
            self._add(claim, "moved", before=self._planned, after=when)
        standing = (self._state, self._since)
        same = self._find(change, lambda _: True)
        if same is None:
            self._add(claim, change, after=when or self._planned)
            self._steps[-1] = replace(self._steps[-1], **self._took_place_on(claim))
        else:
            self._join(same, claim)
        self._state, self._since = change, self._steps[-1 if same is None else same].day
        if change == "under way" and standing[0] == "held":
            self._state, self._since = standing
        if is_precise(when) or self._planned is None:
            self._planned = when or self._planned
            self._first = self._first or self._planned
        level = level_told(claim)
        if level is not None and (self._level is None or self._lower(level)):
            self._level = level

    def _took_place_on(self, claim: Claim) -> dict[str, Any]:
        """Return the day of what took place: the one told, else the planned one if it had come, else of publication."""
        when = claim.when
        if when is not None and is_precise(when):
            return {"day": when.start, "told": True}
        known = self._planned if when is None else None
        if known is not None and is_precise(known) and known.start <= claim.published:
            return {"day": known.start, "told": False}
        return {"day": claim.published, "told": False}

    def _deny(self, claim: Claim) -> None:
        same = self._find("denied", lambda _: True)
        if same is None:
            self._add(claim, "denied", after=claim.when or self._planned)
        else:
            self._join(same, claim)
            self._state = "denied"
        self._planned = self._planned or claim.when
        self._level = self._level or level_told(claim)

    def _set(self, claim: Claim) -> None:
        """Take over day and level of a plan."""
        when, level = claim.when, level_told(claim)
        if when is not None and (self._planned is None or is_precise(when) or not is_precise(self._planned)):
            self._planned = when
            self._set_on = claim.published
            if is_precise(when):
                self._first = self._first or when
        self._level = level or self._level

    def _planning(self) -> int | None:
        """Return the last step that set a plan."""
        plans = [n for n, s in enumerate(self._steps) if s.change in ("scheduled", "moved", "downgraded", "confirmed")]
        return plans[-1] if plans else None

    def _tell_again(self, claim: Claim) -> None:
        """Put a claim that changes nothing to the last step that it supports."""
        plan = self._planning()
        floated = self._find("floated", lambda _: True)
        home = plan if plan is not None else floated
        if home is None:
            standing = (self._state, self._since)
            self._add(claim, "floated" if meeting_of(claim).status == "proposed" else "scheduled", after=claim.when)
            self._state, self._since = standing
        else:
            self._join(home, claim)

    def _closed(self) -> bool:
        return self._closed_by(self._state)

    @staticmethod
    def _closed_by(state: str) -> bool:
        return state in ("held", "under way", "denied")

    def _lower(self, level: Level | None) -> bool:
        return level is not None and self._level is not None and LEVELS.index(level) > LEVELS.index(self._level)

    def _higher(self, level: Level | None) -> bool:
        return level is not None and self._level is not None and LEVELS.index(level) < LEVELS.index(self._level)

    def _other_day(self, when: When | None) -> bool:
        """Whether a precise day is another than the precise day that stands."""
        if when is None or self._planned is None or not is_precise(when) or not is_precise(self._planned):
            return False
        return when.start > self._planned.end or when.end < self._planned.start

    def _find(self, change: Change, fits: Callable[[Step], bool]) -> int | None:
        return next((n for n, s in reversed(list(enumerate(self._steps))) if s.change == change and fits(s)), None)

    def _join(self, number: int, claim: Claim, after: When | None = None) -> None:
        step = self._steps[number]
        self._steps[number] = replace(step, claims=(*step.claims, claim), after=after or step.after)

    def _add(
        self,
        claim: Claim,
        change: Change,
        *,
        before: When | None = None,
        after: When | None = None,
        level_before: Level | None = None,
        by: tuple[Actor, ...] | None = None,
    ) -> None:
        day, told = said_on(claim)
        step = Step(
            change=change,
            day=day,
            told=told,
            claims=(claim,),
            by=self._by(claim) if by is None else by,
            before=before,
            after=after,
            level_before=level_before,
            level=level_told(claim),
            slippage=_days_between(before, after) or None,
            conditions=tuple(c for t in claim.turns for c in t.conditions),
        )
        self._steps.append(step)
        self._state, self._since = change, day

    def _by(self, claim: Claim) -> tuple[Actor, ...]:
        fitting = SAID[sort_of(claim)]
        return tuple(t.actor for t in claim.turns if t.stance in fitting)


def _days_between(one: When | None, other: When | None) -> int | None:
    """Return the days from one precise day to another; None where one is not known exactly."""
    if one is None or other is None or not is_precise(one) or not is_precise(other):
        return None
    return (other.start - one.start).days
