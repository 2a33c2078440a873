"""Claims with precise days -> spots: all that is told of the same sides on the same days; and how spots belong together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from dragoman.record.decisions import Rulings
from dragoman.record.grouping import Link
from dragoman.record.identity.meetings.sights import LEVELS, Sight, levels_agree, persons_differ, places_agree
from dragoman.record.keys import days_before
from dragoman.terms.findings import Level

WEEK = timedelta(days=7)
NEAR = timedelta(days=21)
LATE = timedelta(days=2)
"""How long after the planned day a report may still name another day of the same meeting without words of moving."""


@dataclass(frozen=True)
class Spot:
    """Tellings of one meeting on the same days, in the order of their claims."""

    sights: tuple[Sight, ...]

    @property
    def head(self) -> Sight:
        """The first telling: it stands for the spot in links."""
        return self.sights[0]

    @cached_property
    def key(self) -> tuple[str, tuple[str, ...]]:
        """Family and sides: only spots of one key can be one meeting on other days."""
        return (self.head.family, tuple(sorted(self.head.sides)))

    @cached_property
    def first(self) -> date:
        """The first day."""
        return min(s.first for s in self.sights)

    @cached_property
    def last(self) -> date:
        """The last day."""
        return max(s.last for s in self.sights)

    @cached_property
    def levels(self) -> frozenset[Level]:
        """All levels told."""
        return frozenset(s.level for s in self.sights if s.level is not None)

    @cached_property
    def reports(self) -> frozenset[str]:
        """The reports that tell it."""
        return frozenset(s.report for s in self.sights)

    @cached_property
    def told(self) -> tuple[date, date]:
        """The first and the last day of publication."""
        days = [s.published for s in self.sights]
        return min(days), max(days)

    @cached_property
    def done(self) -> bool:
        """Whether anybody says that it took place."""
        return any(s.outcome == "done" for s in self.sights)

    @cached_property
    def planned(self) -> bool:
        """Whether anybody tells of a plan."""
        return any(s.outcome == "planned" for s in self.sights)

    def touches(self, first: date, last: date) -> bool:
        """Whether it shares a day with an interval."""
        return self.first <= last and first <= self.last


def spots_of(sights: Iterable[Sight], rulings: Rulings) -> tuple[Spot, ...]:
    """Return the spots of the claims with precise days, in the order of their first claims.

    A claim joins the first spot of its days that nothing speaks against: other persons who met, a person's ruling.
    """
    by_days: dict[tuple[object, ...], list[list[Sight]]] = {}
    for sight in sorted((s for s in sights if s.precise), key=lambda s: s.claim.order):
        held = by_days.setdefault((sight.family, sight.sides, sight.first, sight.last), [])
        home = next((spot for spot in held if all(_fit(sight, other, rulings) for other in spot)), None)
        if home is None:
            held.append([sight])
        else:
            home.append(sight)
    made = (Spot(tuple(spot)) for held in by_days.values() for spot in held)
    return tuple(sorted(made, key=lambda spot: spot.head.claim.order))


def _fit(one: Sight, other: Sight, rulings: Rulings) -> bool:
    if ("meeting", *sorted((one.id, other.id))) in rulings.apart:
        return False
    return not persons_differ(one, other) or (one.family == "talks" and "undone" in (one.outcome, other.outcome))


def same_day_links(spot: Spot) -> Iterator[Link]:
    """Yield the links inside a spot."""
    for sight in spot.sights[1:]:
        yield Link(spot.head.id, sight.id, "same-day", f"the same sides on {_days(spot)}")


def between_days(spots: Sequence[Spot]) -> tuple[list[Link], list[Link]]:
    """Return the links and the doubtful pairs between spots of one family and the same sides."""
    sure: list[Link] = []
    doubtful: list[Link] = []
    for one, other in _near(spots, NEAR):
        found = _overlap(one, other) or _moved_told(one, other) or _moved_told(other, one) or _another_day(one, other)
        if found is not None:
            (doubtful if found.rule.endswith("?") else sure).append(found)
    sure += _far_moves(spots)
    return sure, doubtful


def _near(spots: Sequence[Spot], within: timedelta) -> Iterator[tuple[Spot, Spot]]:
    """Yield the pairs of spots whose days are not further apart, the earlier first."""
    ordered = sorted(spots, key=lambda s: (s.first, s.last, s.head.claim.order))
    for n, one in enumerate(ordered):
        for other in ordered[n + 1 :]:
            if other.first - one.first > within:
                break
            yield one, other


def _overlap(one: Spot, other: Spot) -> Link | None:
    if not one.touches(other.first, other.last) or not _persons_agree(one, other):
        return None
    if (one.first, one.last) == (other.first, other.last):
        return None
    return Link(one.head.id, other.head.id, "overlapping-days", f"{_days(one)} and {_days(other)} share days")


def _moved_told(old: Spot, new: Spot) -> Link | None:
    for sight in new.sights:
        if any(old.touches(day, day) for day in days_before(sight.meeting)):
            return Link(old.head.id, sight.id, "moved-told", f"moved from {_days(old)}, as its report says")
    return None


def _far_moves(spots: Sequence[Spot]) -> list[Link]:
    """Return the links of moves over more than three weeks."""
    by_day: dict[date, list[Spot]] = {}
    moved = [spot for spot in spots if any(s.meeting.moved_from for s in spot.sights)]
    for old in spots if moved else ():
        for n in range((old.last - old.first).days + 1):
            by_day.setdefault(old.first + timedelta(days=n), []).append(old)
    return [
        Link(old.head.id, sight.id, "moved-told", f"moved from {_days(old)}, as its report says")
        for new in moved
        for sight in new.sights
        for day in days_before(sight.meeting)
        for old in by_day.get(day, ())
        if old is not new and abs(new.first - old.first) > NEAR
    ]


def _another_day(one: Spot, other: Spot) -> Link | None:
    """Return why two spots within a week can be one meeting though no report says that it was moved.

    A report that tells both tells two meetings; so does one that was held before the other.
    """
    if other.first - one.first > WEEK or one.reports & other.reports or not places_agree(one.sights, other.sights):
        return None
    if not levels_agree(one.levels, other.levels) or not _persons_agree(one, other):
        return None
    old, new = (one, other) if one.told[0] <= other.told[0] else (other, one)
    if old.done or not old.planned or not (new.planned or new.done):
        return None
    days = f"{_days(old)} and {_days(new)}"
    if new.told[0] > old.told[1]:
        soon = new.told[0] <= old.last or (new.told[0] - old.last <= LATE and abs(new.first - old.last) <= LATE)
        rule, why = (
            ("moved-later", "every source of the later account came later")
            if soon
            else ("moved?", "the planned day had passed when the other was told")
        )
        return Link(old.head.id, new.head.id, rule, f"{days}: {why}")
    same_day = {s.published for s in old.sights} & {s.published for s in new.sights}
    rule, why = ("rival-days", "told on one day") if same_day and not new.done else ("rival-days?", "told in turns")
    return Link(old.head.id, new.head.id, rule, f"{days}: {why}")


def _persons_agree(one: Spot, other: Spot) -> bool:
    return not any(persons_differ(a, b) for a in one.sights for b in other.sights)


def downgrades(old: Sequence[Sight], new: Spot) -> Link | None:
    """Return why talks at a lower level took the place of a meeting that somebody refused; `old` is all told of that."""
    refused = [s for s in old if s.outcome == "undone" and s.meeting.status != "denied"]
    ranks = [LEVELS.index(s.level) for s in old if s.level is not None]
    if not refused or not ranks or not new.levels or not (new.planned or new.done):
        return None
    if min(LEVELS.index(level) for level in new.levels) <= min(ranks) or not places_agree(old, new.sights):
        return None
    if new.told[1] < min(s.published for s in refused):
        return None
    why = f"refused at the level of {LEVELS[min(ranks)]}, then at a lower one on {_days(new)}"
    return Link(min(refused, key=lambda s: s.claim.order).id, new.head.id, "downgraded", why)


def fuller(small: Spot, large: Spot) -> Link | None:
    """Return why a telling that names fewer sides is of the meeting of more: the same days, and place or part fit."""
    if small.head.family != large.head.family or not small.head.sides < large.head.sides:
        return None
    if not small.touches(large.first, large.last) or not _persons_agree(small, large):
        return None
    extra = large.head.sides - small.head.sides
    others = {o for s in (*small.sights, *large.sights) for o in s.others}
    placed = {s.place for s in small.sights if s.place} & {s.place for s in large.sights if s.place}
    if extra <= others:
        why = "who is more is host or mediator"
    elif placed:
        why = "the same place"
    else:
        return None
    return Link(large.head.id, small.head.id, "fuller-parties", f"on {_days(large)}, {why}")


def _days(spot: Spot) -> str:
    return spot.first.isoformat() if spot.first == spot.last else f"{spot.first.isoformat()} to {spot.last.isoformat()}"
