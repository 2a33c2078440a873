"""The life of a meeting: a mark a change on the day on which it was told, in the lane of the day for which it was planned then."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from dragoman.exports.charts.chart import Chart
from dragoman.exports.charts.drawing import chart_of
from dragoman.exports.charts.inks import Ink
from dragoman.exports.charts.lanes import Entry as KeyEntry
from dragoman.exports.charts.lanes import Lanes, laid_out
from dragoman.exports.charts.look import NARROW, WIDE
from dragoman.exports.charts.packing import Piece
from dragoman.exports.charts.sheet import Link, Shape, Style
from dragoman.exports.charts.words import count, legible
from dragoman.exports.telling import day, days
from dragoman.views.docket_item import Entry, Item

MOST = 40
"""Changes of a picture, the latest."""
NO_DAY = "day not told"
SHAPES: dict[str, tuple[Shape, Ink]] = {
    "held": ("square", "ok"),
    "under way": ("square", "ok"),
    "declined": ("off", "no"),
    "cancelled": ("off", "no"),
    "denied": ("off", "no"),
    "postponed": ("right", "warn"),
    "moved": ("right", "warn"),
    "downgraded": ("down", "warn"),
    "confirmed": ("circle", "accent"),
    "scheduled": ("circle", "accent"),
    "floated": ("diamond", "muted"),
}


def chart(item: Item, *, address: Callable[[Entry], str | None], today: date | None = None) -> Chart | None:
    """Return the history of a meeting as one line, None where it has none."""
    history = item.history[-MOST:]
    if not history:
        return None
    planned = _planned(history)
    names = {lane: lane for lane in sorted(dict.fromkeys(planned), key=lambda lane: _order(lane, history, planned))}
    pieces = [_piece(entry, lane, address) for entry, lane in zip(history, planned, strict=True)]
    lanes = Lanes(names=names, pieces=pieces, key=_key(history), today=today, over=True, threaded=True)
    told = {entry.day for entry in history} | ({today} if today is not None and today >= history[0].day else set())
    wide, narrow = (laid_out(lanes, look.eased(told), look) for look in (WIDE, NARROW))
    summary = _summary(item, history, planned)
    return chart_of("slippage", f"What became of: {legible(item.title)}", summary, wide=wide, narrow=narrow)


def _planned(history: Sequence[Entry]) -> list[str]:
    """Return for each change in words for when the meeting stood then: what a report doesn't tell anew stays as it was."""
    planned, last = [], NO_DAY
    for entry in history:
        last = days(entry.after) if entry.after is not None else NO_DAY if entry.change == "postponed" else last
        planned.append(last)
    return planned


def _order(lane: str, history: Sequence[Entry], planned: Sequence[str]) -> tuple[bool, date, date]:
    """Return the place of a lane: by its day, the one without a day last."""
    whens = [
        entry.after for entry, one in zip(history, planned, strict=True) if one == lane and entry.after is not None
    ]
    return (False, whens[0].start, whens[0].end) if whens else (True, date.max, date.max)


def _piece(entry: Entry, lane: str, address: Callable[[Entry], str | None]) -> Piece:
    shape, ink = SHAPES.get(entry.change, ("circle", "muted"))
    hollow = entry.change in ("floated", "scheduled")
    return Piece(
        lane=lane,
        first=entry.day,
        last=entry.day,
        shape=shape,
        style=Style(fill=None if shape == "off" else "paper" if hollow else ink, stroke=ink, width=2.2),
        words=_words(entry),
        link=Link(_described(entry, lane), address(entry)),
        by=not entry.told,
    )


def _words(entry: Entry) -> str:
    by = f" by {entry.by[0].name}" if entry.by else ""
    return f"{entry.change}{by}{_slipped(entry)}"


def _slipped(entry: Entry) -> str:
    if not entry.slippage:
        return ""
    return f", {count(abs(entry.slippage), 'day')} {'later' if entry.slippage > 0 else 'earlier'}"


def _described(entry: Entry, lane: str) -> str:
    when = "" if lane == NO_DAY else f"; planned for {lane}"
    return f"{'' if entry.told else 'by '}{day(entry.day)}: {_words(entry)}{when or f'; {NO_DAY}'}"


def _key(history: Sequence[Entry]) -> list[KeyEntry]:
    key = []
    if any(entry.change in ("floated", "scheduled") for entry in history):
        key.append(KeyEntry("circle", Style(fill="paper", stroke="accent", width=2), "hollow: not confirmed yet"))
    if any(not entry.told for entry in history):
        key.append(KeyEntry("by", Style(fill="muted"), "day not told: by its publication"))
    return key


def _summary(item: Item, history: Sequence[Entry], planned: Sequence[str]) -> str:
    shown = f"{count(len(history), 'change')} of the meeting"
    if len(history) < len(item.history):
        shown = f"The latest {len(history)} of {len(item.history)} changes of the meeting"
    slipped = "" if not item.slippage else f" It has slipped by {count(item.slippage, 'day')}."
    return (
        f"{shown}, by the day on which each was decided or told (from left to right) and the day for which the meeting stood "
        f"then ({count(len(set(planned)), 'lane')}). Now: {item.state}.{slipped}"
    )
