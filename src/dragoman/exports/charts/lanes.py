"""Swim-lanes over days: the frame that several charts share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Literal

from dragoman.exports.charts.days import Days
from dragoman.exports.charts.look import Look
from dragoman.exports.charts.packing import Piece, Placed, Rows, packed
from dragoman.exports.charts.sheet import Link, Shape, Sheet, Style
from dragoman.exports.charts.words import width_of

_GRID = Style(stroke="line", width=1)
_TODAY = Style(stroke="muted", width=1.5, dashed=True)
_TOP = 6.0
_PAD = 8.0


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the key: a mark, a mark with the line before it ("by"), or a bar ("span", "gap") or a "line", and what it stands for."""

    shape: Shape | Literal["by", "span", "gap", "line"]
    style: Style
    words: str


_SHORTENED = Entry("gap", Style(fill="muted"), "days without anything, drawn short")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lanes:
    """What is drawn: names of the lanes in their order, pieces, the key, and the day from which all is seen.

    `over` puts the words over the marks instead of beside them, `threaded` joins the pieces in their order by a line.
    """

    names: Mapping[str, str]
    pieces: Sequence[Piece]
    key: Sequence[Entry]
    today: date | None
    over: bool = False
    threaded: bool = False


def laid_out(lanes: Lanes, days: Days, look: Look) -> Sheet:
    """Return the lanes on a sheet."""
    sheet = Sheet(width=look.width)
    top = legend(sheet, (*lanes.key, *([_SHORTENED] if days.shortened() else [])), look)
    top = axis(sheet, days, look, top)
    begin = top
    at: dict[int, tuple[float, float]] = {}
    for number, (lane, name) in enumerate(lanes.names.items()):
        rows = packed([piece for piece in lanes.pieces if piece.lane == lane], days, look, over=lanes.over)
        top = _lane(sheet, name, rows, _Frame(look, top, number % 2 == 0, lanes.over, days, at))
    _grid(sheet, days, begin, top, look)
    _seen_from(sheet, lanes.today, days, begin, top)
    if lanes.threaded:
        _thread(sheet, [at[id(piece)] for piece in lanes.pieces])
    sheet.height = top + 4
    return sheet


@dataclass(frozen=True, slots=True)
class _Frame:
    look: Look
    top: float
    shaded: bool
    over: bool
    days: Days
    at: dict[int, tuple[float, float]]


def _lane(sheet: Sheet, name: str, rows: Rows, frame: _Frame) -> float:
    """Draw a lane and return where the next begins."""
    look = frame.look
    head = 0.0 if look.gutter else look.size + 8
    row = look.row * 1.6 if frame.over else look.row if rows.worded else look.low
    bottom = frame.top + head + _PAD + max(rows.number * row, look.row)
    if frame.shaded:
        sheet.box(0, frame.top, look.width, bottom, Style(fill="line", faint=True))
    y = frame.top + (look.size / 2 + 7)
    room = look.gutter - 12 if look.gutter else look.width - 12
    sheet.text(6, y, name, size=look.size, bold=True, room=room / 1.08)
    for one in rows.placed:
        middle = frame.top + head + _PAD / 2 + (one.row + (0.68 if frame.over else 0.5)) * row
        frame.at[id(one.piece)] = (one.x, middle)
        _piece(sheet, one, middle, frame)
    return bottom


def _piece(sheet: Sheet, placed: Placed, y: float, frame: _Frame) -> None:
    piece, look, days = placed.piece, frame.look, frame.days
    x = placed.x
    if piece.until is not None:
        stroke = piece.style.stroke or piece.style.fill
        sheet.line(x, y, days.end(piece.until), y, Style(stroke=stroke, width=2.5, dashed=piece.style.dashed))
    if piece.by:
        sheet.line(x - look.radius - look.by + 2, y, x, y, Style(stroke="muted", width=2, dashed=True))
    if piece.first != piece.last:
        left, right = days.start(piece.first), days.end(piece.last)
        ink = piece.style.stroke or piece.style.fill
        planned = piece.style.dashed
        span = Style(fill="paper" if planned else ink, stroke=ink, dashed=planned, faint=not planned, width=1.2)
        sheet.bar(min(left, x - look.radius), y - 5, max(right, x + look.radius), y + 5, span, link=Link(""))
    style = Style(fill=piece.style.fill, stroke=piece.style.stroke, width=piece.style.width)
    sheet.mark(x, y, piece.shape, look.radius, style, link=piece.link)
    if placed.words:
        sheet.text(placed.words_x, y - look.size - 1 if frame.over else y, placed.words, size=look.size)


def axis(sheet: Sheet, days: Days, look: Look, top: float) -> float:
    """Draw the words of the days and return where they end."""
    for tick in days.ticks(look.small):
        half = width_of(tick.words, look.small) / 2
        x = min(max(tick.x, half), look.width - half)
        sheet.text(x, top + 8, tick.words, align="center", ink="muted", size=look.small)
    for stretch in days.shortened():
        middle = (stretch.left + stretch.right) / 2
        words = f"{stretch.days} d" if stretch.days < 1000 else f"{stretch.days // 365} y"
        sheet.text(middle, top + 24, words, align="center", ink="muted", size=look.small - 1)
    return top + (34 if days.shortened() else 20)


def _grid(sheet: Sheet, days: Days, top: float, bottom: float, look: Look) -> None:
    for tick in days.ticks(look.small):
        sheet.line(tick.x, top, tick.x, bottom, _GRID)
    for stretch in days.shortened():
        sheet.box(stretch.left, top - 17, stretch.right, bottom, Style(fill="line", faint=True))


def _seen_from(sheet: Sheet, today: date | None, days: Days, top: float, bottom: float) -> None:
    if today is None or not days.first <= today <= days.last:
        return
    x = days.end(today)
    sheet.line(x, top, x, bottom, _TODAY)


def _thread(sheet: Sheet, points: Sequence[tuple[float, float]]) -> None:
    for (x, y), (x2, y2) in pairwise(points):
        sheet.line(x, y, x2, y2, Style(stroke="muted", width=1.5))


def legend(sheet: Sheet, key: Iterable[Entry], look: Look) -> float:
    """Draw a key and return where it ends."""
    x, y, drawn = 8.0, _TOP + 8, False
    for entry in key:
        wide = 24 + width_of(entry.words, look.small) + 12
        if drawn and x + wide > look.width:
            x, y = 8.0, y + 20
        _sample(sheet, x, y, entry)
        sheet.text(x + 18, y, entry.words, size=look.small, ink="muted")
        x, drawn = x + wide, True
    return y + 16 if drawn else _TOP


def _sample(sheet: Sheet, x: float, y: float, entry: Entry) -> None:
    match entry.shape:
        case "span" | "gap":
            style = replace(entry.style, faint=True, width=1.2)
            sheet.bar(x - 4, y - 5, x + 14, y + 5, style, link=Link(""))
        case "line":
            sheet.line(x - 2, y, x + 13, y, entry.style)
        case "by":
            sheet.line(x - 4, y, x + 8, y, Style(stroke="muted", width=2, dashed=True))
            sheet.mark(x + 9, y, "diamond", 4.5, entry.style)
        case shape:
            sheet.mark(x + 6, y, shape, 5.5, entry.style)
