"""Where the parties stood on one proposal over time: a lane a party, a mark a stance, a line for as long as it held."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.exports.charts.chart import Chart
from dragoman.exports.charts.days import words_of
from dragoman.exports.charts.drawing import chart_of
from dragoman.exports.charts.inks import Ink
from dragoman.exports.charts.lanes import Entry, Lanes, laid_out
from dragoman.exports.charts.look import NARROW, WIDE
from dragoman.exports.charts.packing import Piece
from dragoman.exports.charts.sheet import Link, Shape, Style
from dragoman.exports.charts.words import count, legible
from dragoman.exports.telling import day
from dragoman.terms.findings import Stance
from dragoman.views.cells import Cell
from dragoman.views.grid import Row, Standing

MOST = 60
"""Stances of a picture, the latest of all parties."""
PARTIES = 12
SHAPES: Mapping[Stance, tuple[Shape, Ink]] = {
    "accepts": ("circle", "ok"),
    "accepts-conditionally": ("circle", "warn"),
    "supports": ("up", "ok"),
    "offers": ("right", "accent"),
    "proposes": ("right", "accent"),
    "demands": ("plus", "accent"),
    "rejects": ("square", "no"),
    "undecided": ("diamond", "muted"),
}
"""The words beside each mark tell the stance; shape and colour only help to find it."""
_GONE = "withdrawn"


@dataclass(frozen=True, slots=True)
class _Told:
    """The cells that are drawn, with the day up to which each held."""

    cells: Sequence[Cell]
    until: Mapping[str, date]


def chart(row: Row, *, address: Callable[[Cell], str | None], today: date | None = None) -> Chart | None:
    """Return the history of a proposal, None where no position is told. `today` is the day up to which what stands is drawn."""
    told = sorted((cell for standing in row.parties for cell in standing.history), key=lambda cell: cell.order)
    cells = told[-MOST:]
    if not cells:
        return None
    end = max([cell.day for cell in cells] + ([] if today is None else [today]))
    held = _Told(cells, _held(row.parties, end))
    names = _names(row.parties, cells)
    pieces = [_piece(cell, held, address) for cell in cells if cell.side in names]
    lanes = Lanes(names=names, pieces=pieces, key=_key(cells), today=today, over=True)
    days = {cell.day for cell in cells} | {end}
    wide, narrow = (laid_out(lanes, look.eased(days), look) for look in (WIDE, NARROW))
    title = f"Positions on “{legible(row.name)}” over time"
    return chart_of("stances", title, _summary(row, cells, len(told), names), wide=wide, narrow=narrow)


def _names(parties: Sequence[Standing], cells: Sequence[Cell]) -> dict[str, str]:
    shown = {cell.side for cell in cells}
    return {standing.side: standing.party for standing in parties if standing.side in shown and standing.history}


def _held(parties: Sequence[Standing], end: date) -> dict[str, date]:
    """Return up to which day each cell held: that of the cell that follows, else to the end of the picture."""
    held: dict[str, date] = {}
    for standing in parties:
        days = {cell.id: cell.day for cell in standing.history}
        for cell in standing.history:
            if cell.status in ("current", "disputed"):
                held[cell.id] = end
            elif cell.superseded_by in days:
                held[cell.id] = max(cell.day, days[cell.superseded_by] - timedelta(days=1))
    return held


def _piece(cell: Cell, told: _Told, address: Callable[[Cell], str | None]) -> Piece:
    shape, ink = SHAPES[cell.stance]
    until = told.until.get(cell.id)
    outlined = cell.status in ("disputed", _GONE) or cell.reported_by is not None
    style = Style(fill="paper" if outlined else ink, stroke=ink, width=2, dashed=outlined)
    return Piece(
        lane=cell.side,
        first=cell.day,
        last=cell.day,
        shape="off" if cell.status == _GONE else shape,
        style=style,
        words=_words(cell),
        link=Link(_described(cell), address(cell)),
        by=cell.dating == "by",
        until=until if until is not None and until > cell.day else None,
    )


def _words(cell: Cell) -> str:
    marks = {"disputed": " (disputed)", _GONE: " (withdrawn)"}
    stance = cell.stance.replace("-", " ") + marks.get(cell.status, "")
    return stance if cell.reported_by is None else f"{stance}, says {cell.reported_by}"


def _described(cell: Cell) -> str:
    who = cell.party if cell.party == cell.actor.name else f"{cell.party} ({cell.actor.name})"
    return f"{'' if cell.dating == 'told' else 'by '}{day(cell.day)}: {who} {_words(cell)}: {cell.words}; {cell.status}"


def _key(cells: Sequence[Cell]) -> list[Entry]:
    """Return what the lines and outlines mean; the stances stand beside their marks."""
    key = []
    if any(cell.dating == "by" for cell in cells):
        key.append(Entry("by", Style(fill="muted"), "day not told: by its publication"))
    if any(cell.status == "disputed" or cell.reported_by is not None for cell in cells):
        key.append(
            Entry("circle", Style(fill="paper", stroke="muted", width=2), "outline: disputed, or not its own word")
        )
    if any(cell.status == _GONE for cell in cells):
        key.append(Entry("off", Style(stroke="muted", width=2), "withdrawn"))
    return key


def _summary(row: Row, cells: Sequence[Cell], told: int, names: Mapping[str, str]) -> str:
    shown = count(told, "stance") if told == len(cells) else f"The latest {len(cells)} of {told} stances"
    first, last = words_of(cells[0].day, year=True), words_of(cells[-1].day, year=True)
    span = first if first == last else f"{first} to {last}"
    now = [f"{s.party}: {s.stance.replace('-', ' ')}" for s in row.parties if s.side in names]
    return f"{shown} of {count(len(names), 'party', 'parties')}, {span}. What stands now: {legible('; '.join(now))}."
