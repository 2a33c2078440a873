"""Claims without a precise day -> the spot that they tell of, if there is exactly one; else others of their own kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from dragoman.record.grouping import Link, group
from dragoman.record.identity.meetings.sights import LEVELS, Sight, levels_agree, persons_differ, places_agree
from dragoman.record.identity.meetings.spots import NEAR, WEEK, Spot

VAGUE = timedelta(days=31)
"""The longest interval ("next month") that is taken for a day inside of it."""


@dataclass
class Attached:
    """What was found of the claims without a precise day: links, doubtful pairs, and those that found no spot."""

    links: list[Link] = field(default_factory=list)
    doubtful: list[Link] = field(default_factory=list)
    homes: dict[str, Spot] = field(default_factory=dict)
    alone: list[Sight] = field(default_factory=list)


def attach(loose: Iterable[Sight], spots: Sequence[Spot], moves: Sequence[Link]) -> Attached:
    """Attach claims without a precise day to the one spot that each can mean.

    `moves` are the links between spots: days of one meeting are one candidate. With more than one candidate a claim stays
    alone, and each pair is doubtful. Of two claims of one report only one can mean the same meeting, unless they tell the
    same outcome: the one that names sides before the one that names persons, then the one told first.
    """
    found = Attached()
    by_side: dict[tuple[str, str], list[Spot]] = {}
    for spot in spots:
        for side in spot.head.sides:
            by_side.setdefault((spot.head.family, side), []).append(spot)
    taken: dict[str, list[Sight]] = {}
    for sight in sorted(loose, key=_turn):
        near = {s.head.id: s for side in sight.sides for s in by_side.get((sight.family, side), ())}
        fitting = [s for s in _fitting(sight, near.values()) if _can_mean(sight, s, taken.get(s.head.id, ()))]
        heads = [s.head.id for s in fitting]
        candidates = group(sorted(heads), moves)
        home = _home(sight, fitting)
        if len(candidates) == 1 and home is not None and _certain(sight, home):
            rule, why = _reason(sight, home)
            found.links.append(Link(home.head.id, sight.id, rule, why))
            found.homes[sight.id] = home
            taken.setdefault(home.head.id, []).append(sight)
            continue
        for spot in fitting:
            rule, why = _reason(sight, spot)
            found.doubtful.append(Link(spot.head.id, sight.id, f"{rule}?", f"{why}, one of {len(fitting)} that fit"))
        found.alone.append(sight)
    return found


def _home(sight: Sight, fitting: Sequence[Spot]) -> Spot | None:
    """Return the nearest of the days of one meeting."""
    return min(fitting, key=lambda s: (abs(s.first - sight.decided), s.first, s.head.claim.order), default=None)


def _turn(sight: Sight) -> tuple[object, ...]:
    """Return when a claim chooses: refusals first, for talks at a lower level follow them; sides before persons."""
    refused = sight.outcome == "undone" and sight.meeting.status != "denied"
    return (not refused, len(sight.persons), sight.claim.number, sight.claim.order)


def _can_mean(sight: Sight, spot: Spot, joined: Sequence[Sight]) -> bool:
    """Whether sides, persons, level, place and report do not speak against it; `joined` are claims that mean it already."""
    if not (sight.sides <= spot.head.sides or sight.sides - spot.head.sides <= _others(spot)):
        return False
    if not places_agree((sight,), spot.sights):
        return False
    there = (*spot.sights, *joined)
    beside = [s for s in there if s.report == sight.report]
    if _instead(sight, there):
        return all(s.outcome != "done" for s in beside)
    if not levels_agree((sight.level,), spot.levels) or any(persons_differ(sight, s) for s in spot.sights):
        return False
    return all(s.outcome == sight.outcome != "done" for s in beside)


def _instead(sight: Sight, there: Sequence[Sight]) -> bool:
    """Whether it tells of talks at a lower level after a refusal that its own or an earlier report tells."""
    refused = [s for s in there if s.outcome == "undone" and s.meeting.status != "denied" and s.level is not None]
    if sight.outcome == "undone" or sight.level is None or not refused:
        return False
    if min(s.published for s in refused) > sight.published:
        return False
    return LEVELS.index(sight.level) > min(LEVELS.index(s.level) for s in refused if s.level is not None)


def _others(spot: Spot) -> frozenset[str]:
    return frozenset(o for s in spot.sights for o in s.others)


def _certain(sight: Sight, spot: Spot) -> bool:
    """Whether all sides are told, or the place beside the one that is."""
    place = sight.place is not None and any(s.place == sight.place for s in spot.sights)
    return sight.sides >= spot.head.sides or place


def _fitting(sight: Sight, spots: Iterable[Spot]) -> list[Spot]:
    """Return the spots whose days a claim without a precise day can mean."""
    spots = list(spots)
    if sight.meeting.date is not None:
        return [s for s in spots if _inside(sight, s)]
    day = sight.decided
    ahead = [s for s in spots if day <= s.last and s.first - day <= NEAR]
    behind = [s for s in spots if s.first <= day and day - s.last <= NEAR]
    if sight.outcome == "planned":
        return ahead
    if sight.outcome == "done":
        return behind
    return ahead or behind


def _inside(sight: Sight, spot: Spot) -> bool:
    if sight.last - sight.first > VAGUE or not (sight.first <= spot.first and spot.last <= sight.last):
        return False
    if sight.outcome == "planned":
        return spot.last >= sight.published
    return sight.outcome == "undone" or spot.first <= sight.published


def _reason(sight: Sight, spot: Spot) -> tuple[str, str]:
    day = spot.first.isoformat()
    if sight.meeting.date is not None:
        return "within-interval", f"“{sight.meeting.date.text}” holds {day}"
    if spot.first >= sight.decided:
        return "undated-next", f"told without a day, the sides were to meet next on {day}"
    return "undated-last", f"told without a day, the sides were to meet last on {day}"


def together(alone: Sequence[Sight]) -> tuple[list[Link], list[Link]]:
    """Return links and doubtful pairs among claims that mean no spot: the same sides and interval, or told at one time.

    Without any date, plans are one within a month of publication and what is told as past within a week; a denial joins
    the one account of the same sides that was told up to a week before it.
    """
    rows: dict[tuple[object, ...], list[list[Sight]]] = {}
    for sight in sorted(alone, key=lambda s: s.claim.order):
        if sight.meeting.status == "denied" and sight.meeting.date is None:
            continue
        held = rows.setdefault(_row(sight), [])
        home = next((row for row in held if all(_alike(sight, other) for other in row)), None)
        if home is None:
            held.append([sight])
        else:
            home.append(sight)
    groups = [row for held in rows.values() for row in held]
    links = [
        Link(row[0].id, sight.id, "same-interval" if sight.meeting.date else "told-at-one-time", _why(sight))
        for row in groups
        for sight in row[1:]
    ]
    denied = [s for s in alone if s.meeting.status == "denied" and s.meeting.date is None]
    doubtful: list[Link] = []
    for sight in denied:
        told = [row for row in groups if _denies(sight, row)]
        told = [row for row in told if any(s.persons & sight.persons for s in row)] or told
        rule = "denied-account" if len(told) == 1 else "denied-account?"
        pairs = [
            Link(row[0].id, sight.id, rule, "denies what was told of the same sides in the week before") for row in told
        ]
        (links if len(told) == 1 else doubtful).extend(pairs)
    return links, doubtful


def _row(sight: Sight) -> tuple[object, ...]:
    if sight.meeting.date is not None:
        return (sight.family, sight.sides, sight.first, sight.last)
    if sight.outcome == "done":
        return (sight.family, sight.sides, "week", *sight.published.isocalendar()[:2])
    return (sight.family, sight.sides, "month", sight.published.year, sight.published.month)


def _alike(one: Sight, other: Sight) -> bool:
    """Whether two claims told at one time can be of one meeting; one report tells one meeting once."""
    if one.report == other.report or persons_differ(one, other):
        return False
    return levels_agree((one.level,), (other.level,)) and places_agree((one,), (other,))


def _denies(sight: Sight, row: Sequence[Sight]) -> bool:
    head = row[0]
    if head.family != sight.family or head.sides != sight.sides or any(not _alike(sight, s) for s in row):
        return False
    if head.meeting.date is not None or head.outcome == "undone":
        return False
    return any(timedelta(0) <= sight.published - s.published <= WEEK for s in row)


def _why(sight: Sight) -> str:
    if sight.meeting.date is not None:
        return f"the same sides and the same time, “{sight.meeting.date.text}”"
    return "the same sides, told without a day in the same " + ("week" if sight.outcome == "done" else "month")
