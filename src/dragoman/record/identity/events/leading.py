"""Tellings -> events: the most exact telling leads, others join the one leader that they can mean.

A telling joins a leader, never another that joined: so no chain of tellings makes one event of a week of them. One without a
day joins a telling with one; else the first of its kind that was told without a day in the days before, if that one was the
first of all: what is told alike day after day stays apart, and is doubtful.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from dragoman.record.claims import Claim
from dragoman.record.grouping import Link
from dragoman.record.identity.events.spotting import Telling

DAY = timedelta(days=1)
CERTAIN = 3
"""Stems that two tellings share where neither side nor place tells them to be one, or their days are one apart."""


@dataclass(eq=False)
class Led:
    """An event in the making: who leads, who belongs, and why."""

    lead: Claim
    claims: list[Claim]
    links: list[Link] = field(default_factory=list)
    doubtful: list[Link] = field(default_factory=list)

    def join(self, other: Led, link: Link) -> None:
        """Take over the members of another event."""
        self.claims += other.claims
        self.links += [*other.links, link]
        self.doubtful += other.doubtful

    def without(self, claim: Claim) -> Led:
        """Take a member out; return the event that it is by itself."""
        self.claims = [c for c in self.claims if c is not claim]
        self.links = [link for link in self.links if claim.id not in {link.one, link.other}]
        return Led(claim, [claim])


@dataclass(eq=False)
class _Event:
    """An event with the telling that leads it. `fresh`: nothing like it was told without a day just before."""

    lead: Telling
    led: Led
    reports: set[str]
    fresh: bool = True


def lead(tellings: Iterable[Telling]) -> list[Led]:
    """Return the events of tellings."""
    ordered = sorted(tellings, key=lambda t: t.rank)
    undated: dict[tuple[str, date], list[Telling]] = {}
    for telling in ordered:
        if telling.precision == 3:
            undated.setdefault((telling.family, telling.last), []).append(telling)
    events: dict[tuple[str, date], list[_Event]] = {}
    made: list[_Event] = []
    leaders: dict[str, _Event] = {}
    for telling in ordered:
        fitting = _fitting(telling, events)
        before = _before(telling, undated) if telling.precision == 3 and not fitting else []
        if before:
            led = (leaders.get(t.claim.id) for t in before)
            fitting = [e for e in led if e is not None and e.fresh and _one_report(telling, e)]
        home = _home(telling, fitting)
        if home is not None:
            _join(telling, home)
            continue
        made.append(_begun(telling, fitting, fresh=not before))
        leaders[telling.claim.id] = made[-1]
        events.setdefault((telling.family, telling.first), []).append(made[-1])
    return _days_apart(made)


def _join(telling: Telling, home: _Event) -> None:
    home.led.claims.append(telling.claim)
    home.led.links.append(Link(home.lead.claim.id, telling.claim.id, *_why(telling, home.lead)))
    home.reports.add(telling.report)


def _begun(telling: Telling, fitting: Sequence[_Event], *, fresh: bool) -> _Event:
    """Return a new event; with those that it might be too it is a doubtful pair."""
    unsure = [Link(e.lead.claim.id, telling.claim.id, "may-be-same", _why(telling, e.lead)[1]) for e in fitting]
    for other, link in zip(fitting, unsure, strict=True):
        other.led.doubtful.append(link)
    return _Event(telling, Led(telling.claim, [telling.claim], [], unsure), {telling.report}, fresh)


def _before(telling: Telling, undated: dict[tuple[str, date], list[Telling]]) -> list[Telling]:
    """Return what was told alike without a day in the days before."""
    days = (telling.last - n * DAY for n in range(1, (telling.last - telling.first).days + 1))
    near = (t for day in days for t in undated.get((telling.family, day), ()))
    return [t for t in near if agree(telling, t) and tied(telling, t) >= _needed(telling, t)]


def _one_report(telling: Telling, event: _Event) -> bool:
    return telling.report not in event.reports


def _fitting(telling: Telling, events: dict[tuple[str, date], list[_Event]]) -> list[_Event]:
    """Return the events that a telling can mean."""
    found = []
    if telling.precision == 2:
        # a month says too little of the day: only another telling of the same month can be the same
        days: Sequence[date] = (telling.first,)
    else:
        days = [telling.first + n * DAY for n in range((telling.last - telling.first).days + 1)]
    for day in days:
        found += [e for e in events.get((telling.family, day), ()) if _one_event(telling, e)]
    return found


def _one_event(telling: Telling, event: _Event) -> bool:
    there = event.lead
    if not _one_report(telling, event) or not _in_time(telling, there):
        return False
    return agree(telling, there) and tied(telling, there) >= _needed(telling, there)


def _needed(telling: Telling, there: Telling) -> int:
    """Return how much must speak for it: of what happens daily more, where neither a day nor a place is told."""
    vague = telling.precision == 3 and (telling.place is None or telling.place != there.place)
    return CERTAIN if vague and telling.claim.kind != "agreement" else 2


def _in_time(telling: Telling, there: Telling) -> bool:
    if there.precision == 0:
        return telling.first <= there.first <= telling.last
    return telling.precision == there.precision and (telling.first, telling.last) == (there.first, there.last)


def agree(one: Telling, other: Telling) -> bool:
    """Say whether neither side nor place of two tellings speaks against their being one event."""
    if one.place is not None and other.place is not None and one.place != other.place:
        return False
    if one.claim.kind == "agreement":
        mine, theirs = set(one.sides), set(other.sides)
        return mine <= theirs or theirs <= mine
    return all(a is None or b is None or a == b for a, b in zip(one.sides, other.sides, strict=True))


def tied(one: Telling, other: Telling) -> int:
    """Return how much speaks for two tellings being one event; 0 where nothing but the sides does."""
    shared = len(one.stems & other.stems)
    same_place = one.place is not None and one.place == other.place
    same_matter = one.matter is not None and one.matter == other.matter
    if not (shared or same_place or same_matter):
        return 0
    if one.claim.kind == "agreement":
        sides = len(set(one.sides) & set(other.sides))
    else:
        sides = sum(a is not None and a == b for a, b in zip(one.sides, other.sides, strict=True))
    return sides + 2 * same_place + 2 * same_matter + min(shared, CERTAIN)


def _home(telling: Telling, fitting: Sequence[_Event]) -> _Event | None:
    """Return the event that a telling joins: the one that fits, or the one that fits clearly best."""
    ranked = sorted(fitting, key=lambda e: (-tied(telling, e.lead), e.lead.rank))
    if not ranked:
        return None
    if len(ranked) > 1 and tied(telling, ranked[0].lead) == tied(telling, ranked[1].lead):
        return None
    return ranked[0]


def _days_apart(made: Sequence[_Event]) -> list[Led]:
    """Join two events that reports tell of one day and the next, where no third lies beside them; else it is doubtful."""
    exact = [e for e in made if e.lead.precision == 0]
    by_day: dict[tuple[str, date], list[_Event]] = {}
    for event in exact:
        by_day.setdefault((event.lead.family, event.lead.first), []).append(event)
    gone: set[int] = set()
    for event in sorted(exact, key=lambda e: e.lead.rank):
        beside = [n for step in (-2, -1, 1, 2) for n in _like(event, step, by_day)]
        after = [n for n in _like(event, 1, by_day) if not n.reports & event.reports]
        if len(after) != 1 or id(event) in gone:
            continue
        other = after[0]
        alone = len(beside) == 1 and [e for s in (-2, -1, 1, 2) for e in _like(other, s, by_day)] == [event]
        why = "told alike of one day and the next"
        if alone and id(other) not in gone:
            event.led.join(other.led, Link(event.lead.claim.id, other.lead.claim.id, "a-day-apart", why))
            gone.add(id(other))
        else:
            link = Link(event.lead.claim.id, other.lead.claim.id, "a-day-apart?", why)
            event.led.doubtful.append(link)
            other.led.doubtful.append(link)
    return [event.led for event in made if id(event) not in gone]


def _like(event: _Event, step: int, by_day: dict[tuple[str, date], list[_Event]]) -> list[_Event]:
    there = by_day.get((event.lead.family, event.lead.first + step * DAY), ())
    return [e for e in there if agree(event.lead, e.lead) and tied(event.lead, e.lead) > CERTAIN]


def _why(telling: Telling, there: Telling) -> tuple[str, str]:
    shared = sorted(telling.stems & there.stems)[:CERTAIN]
    words = f", both tell of {', '.join(f'{stem}…' for stem in shared)}" if shared else ""
    place = f" in {telling.place}" if telling.place is not None and telling.place == there.place else ""
    if telling.precision == 0:
        return "same-day", f"the same kind of deed on the same day{place}{words}"
    if telling.precision == 3:
        return "told-after", f"told without a day soon after{place}{words}"
    return "day-inside", f"its day lies in the time that is told{place}{words}"
