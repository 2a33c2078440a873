"""The timeline as swim-lanes: a mark an event, a bar where its day is not told exactly."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from itertools import accumulate
from typing import Literal

from dragoman.exports.charts.chart import Chart
from dragoman.exports.charts.days import Days, even, words_of
from dragoman.exports.charts.drawing import chart_of
from dragoman.exports.charts.lanes import Entry, Lanes, laid_out
from dragoman.exports.charts.look import NARROW, WIDE, Look
from dragoman.exports.charts.packing import Piece
from dragoman.exports.charts.sheet import Link, Shape, Style
from dragoman.exports.charts.words import count
from dragoman.exports.telling import day, days
from dragoman.record.claims import Kind
from dragoman.record.docket import OVERDUE
from dragoman.record.identity.actors.bodies import land_name
from dragoman.record.keys import fold
from dragoman.views.timeline import ALL, Item, Timeline

MOST = 160
"""Marks of a picture: more are no picture any more, and the list beside it has them all."""
PARTIES = 8
"""Lanes of parties; the others share one."""
OTHERS = "\0others"
ACTING = frozenset({"state", "government", "military", "armed-group", "igo"})
"""Kinds of actors that make a party: a person or a crowd that acts for none is not one."""
OFF = frozenset({"declined", "postponed", "cancelled", "denied"})
"""What became of an event that did not take place as told."""
PLANNED = frozenset({"expected", "scheduled", "confirmed", "moved", "floated", "downgraded"})
LANES: dict[Kind, str] = {
    "meeting": "Meetings",
    "agreement": "Agreements",
    "incident": "Incidents",
    "position": "Positions",
    "quotation": "Statements",
    "figure": "Figures",
    "delegation": "Delegations",
}
SHAPES: dict[Kind, Shape] = {
    "meeting": "circle",
    "agreement": "square",
    "incident": "up",
    "position": "diamond",
    "quotation": "right",
    "figure": "plus",
    "delegation": "down",
}


def chart(
    answer: Timeline,
    *,
    address: Callable[[Item], str | None],
    today: date | None = None,
    by: Literal["kind", "party"] = "kind",
    first: date | None = None,
    last: date | None = None,
) -> Chart | None:
    """Return the events of a page as lanes of kinds or of parties, None where there is none within the days asked for.

    What holds after `today`, or is planned, is hollow; what became nothing is crossed.
    """
    within = [item for item in answer.items if _within(item, first, last)]
    if not within:
        return None
    ordered = sorted(within, key=_placing)
    names, lanes_of = _lanes(ordered, by)
    items = _latest(ordered, lanes_of)
    pieces = [replace(_piece(item, address, today), lane=lane) for item in items for lane in lanes_of(item)]
    lanes = Lanes(names=names, pieces=pieces, key=_key(items, today), today=today)
    spread = _clipped(items, first, last)
    title = f"Timeline, {_span(spread)}"
    summary = _summary(items, len(within), by, today, spread)
    wide, narrow = (laid_out(lanes, _days(items, look, first, last), look) for look in (WIDE, NARROW))
    return chart_of("timeline", title, summary, wide=wide, narrow=narrow)


def _extent(item: Item) -> tuple[date, date]:
    """Return the days of an event; without a told day that of its first publication."""
    return (item.by, item.by) if item.day is None else (item.day.start, item.day.end)


def _placing(item: Item) -> tuple[date, date, str]:
    return (*_extent(item), item.id)


def _within(item: Item, first: date | None, last: date | None) -> bool:
    start, end = _extent(item)
    return (first is None or first <= end) and (last is None or start <= last)


def _latest(items: Sequence[Item], lanes_of: Callable[[Item], list[str]]) -> Sequence[Item]:
    """Return the latest events of which the marks are not too many."""
    marks = accumulate(len(lanes_of(item)) for item in reversed(items))
    return items[-max(1, bisect_right(list(marks), MOST)) :]


def _clipped(items: Sequence[Item], first: date | None, last: date | None) -> tuple[date, date]:
    start, end = min(_extent(item)[0] for item in items), max(_extent(item)[1] for item in items)
    return (start if first is None else max(first, start), end if last is None else min(last, end))


def _days(items: Sequence[Item], look: Look, first: date | None, last: date | None) -> Days:
    start, end = _clipped(items, first, last)
    if first is not None and last is not None:
        return even(first, max(first, last), left=look.left, right=look.right)
    told = {edge for item in items for edge in _extent(item) if start <= edge <= end} | {start, end}
    return look.eased(told)


def _lanes(items: Sequence[Item], by: str) -> tuple[dict[str, str], Callable[[Item], list[str]]]:
    """Return the lanes with their names, and in which of them an event stands."""
    if by == "kind":
        told = {item.kind for item in items}
        return {kind: LANES[kind] for kind in ALL if kind in told}, lambda item: [item.kind]
    parties = {actor.side for item in items for actor in item.actors if actor.kind in ACTING}
    counted = Counter(side for item in items for side in _sides(item) & parties)
    ranked = sorted(counted, key=lambda side: (-counted[side], side))[:PARTIES]
    ranked = [side for side in ranked if counted[side] > 1] or ranked
    names = {side: _name(side, items) for side in ranked}
    if any(not _sides(item) & set(ranked) for item in items):
        names[OTHERS] = "Others"
    return names, lambda item: [side for side in ranked if side in _sides(item)] or [OTHERS]


def _sides(item: Item) -> set[str]:
    return {actor.side for actor in item.actors}


def _name(side: str, items: Sequence[Item]) -> str:
    own = Counter(a.name for item in items for a in item.actors if a.side == side and fold(a.name) == side)
    return min(own, key=lambda name: (-own[name], name)) if own else land_name(side)


def _piece(item: Item, address: Callable[[Item], str | None], today: date | None) -> Piece:
    shape, ink = SHAPES[item.kind], item.kind
    start, end = _extent(item)
    style = Style(fill=ink, stroke=ink)
    if _off(item):
        shape, style = "off", Style(stroke="no", width=2.5, dashed=True)
    elif item.status == OVERDUE:
        shape, style = "glass", Style(fill="paper", stroke="warn", width=2, dashed=True)
    elif _planned(item, today):
        style = Style(fill="paper", stroke=ink, width=2, dashed=True)
    rival = "; rival accounts" if item.disputed else ""
    return Piece(
        lane=item.kind,
        first=start,
        last=end,
        shape=shape,
        style=style,
        words=item.what,
        link=Link(f"{_when(item)}: {item.what} ({item.status}{rival})", address(item)),
        by=item.day is None,
    )


def _off(item: Item) -> bool:
    return item.kind in ("meeting", "incident") and item.status in OFF


def _planned(item: Item, today: date | None) -> bool:
    """Whether an event is still to come: by what is told of it, or by its day. A stance is held when it is told."""
    if item.kind == "position":
        return False
    return item.status in PLANNED or (today is not None and _extent(item)[0] > today)


def _when(item: Item) -> str:
    return f"by {day(item.by)}" if item.day is None else days(item.day)


def _key(items: Sequence[Item], today: date | None) -> list[Entry]:
    """Return what the marks of these events mean."""
    told = {item.kind for item in items}
    key = [Entry(SHAPES[k], Style(fill=k), LANES[k].lower().removesuffix("s")) for k in ALL if k in told]
    if any(_planned(item, today) and not _off(item) for item in items):
        key.append(Entry("circle", Style(fill="paper", stroke="muted", width=2), "hollow: planned"))
    if any(_off(item) for item in items):
        key.append(Entry("off", Style(stroke="no", width=2.5), "called off or denied"))
    if any(item.status == OVERDUE for item in items):
        key.append(Entry("glass", Style(fill="paper", stroke="warn", width=2), "overdue, no report seen"))
    if any(item.day is None for item in items):
        key.append(Entry("by", Style(fill="muted"), "day not told: by its publication"))
    if any(item.day is not None and item.day.start != item.day.end for item in items):
        key.append(Entry("span", Style(fill="muted", stroke="muted"), "some day of these"))
    return key


def _span(spread: tuple[date, date]) -> str:
    first, last = spread
    return (
        words_of(first, year=True) if first == last else f"{words_of(first, year=True)} to {words_of(last, year=True)}"
    )


def _summary(items: Sequence[Item], told: int, by: str, today: date | None, spread: tuple[date, date]) -> str:
    """Return what the picture shows, in words."""
    kinds = Counter(item.kind for item in items)
    parts = ", ".join(f"{LANES[kind].lower()} {kinds[kind]}" for kind in ALL if kinds[kind])
    shown = count(told, "event") if told == len(items) else f"the latest {len(items)} of {told} events"
    planned = sum(_planned(item, today) and not _off(item) for item in items)
    undated = sum(item.day is None for item in items)
    lanes = "kind" if by == "kind" else "party; an event of several parties stands in the lane of each"
    seen = "" if today is None else f" The broken line across is the end of {day(today)}, from which all is seen."
    return (
        f"{shown[0].upper()}{shown[1:]}, {_span(spread)}, in lanes by {lanes}: {parts}. "
        f"{planned} planned or expected; of {undated} no report tells the day.{seen}"
    )
