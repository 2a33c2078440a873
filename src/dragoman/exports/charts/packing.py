"""Pieces of a picture -> rows of a lane, so that nothing lies upon another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.exports.charts.days import Days
from dragoman.exports.charts.look import Look
from dragoman.exports.charts.sheet import Link, Shape, Style
from dragoman.exports.charts.words import cut, width_of

APART = 10.0
"""Room between neighbours."""
_BESIDE = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """What is drawn of one thing: a mark at a day or a bar over several, with words beside it.

    `by`: the day is only the latest that it can be. `until`: a line goes on to that day. The line is broken where the style is.
    """

    lane: str
    first: date
    last: date
    shape: Shape
    style: Style
    words: str
    link: Link
    by: bool = False
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece in its place: the middle of its mark, its row in the lane, and its words with the point where they begin."""

    piece: Piece
    row: int
    x: float
    left: float
    right: float
    words: str
    words_x: float


@dataclass(frozen=True, slots=True)
class Rows:
    """The pieces of a lane in rows. Without words the rows are lower."""

    placed: tuple[Placed, ...] = ()
    worded: bool = False

    @property
    def number(self) -> int:
        """How many rows there are: an empty lane has one."""
        return max((placed.row for placed in self.placed), default=0) + 1


def packed(pieces: Sequence[Piece], days: Days, look: Look, *, over: bool = False) -> Rows:
    """Return the pieces of a lane in rows. Words stand beside marks or over them, cut or left out where there are too many."""
    ordered = sorted(pieces, key=lambda piece: days.start(piece.first))
    for room in look.rooms:
        rows = Rows(_in_rows(ordered, days, look, room=room, over=over), worded=True)
        if rows.number <= look.rows or over:
            return rows
    return Rows(_in_rows(ordered, days, look, room=0, over=False))


def _in_rows(pieces: Iterable[Piece], days: Days, look: Look, *, room: float, over: bool) -> tuple[Placed, ...]:
    placed: list[Placed] = []
    for piece in pieces:
        placed.append(_placed(piece, placed, days, look, room=room, over=over))
    return tuple(placed)


def _placed(piece: Piece, lane: Sequence[Placed], days: Days, look: Look, *, room: float, over: bool) -> Placed:
    x = (days.start(piece.first) + days.end(piece.last)) / 2
    spread = max(look.radius, (days.end(piece.last) - days.start(piece.first)) / 2 if piece.first != piece.last else 0)
    left, right = x - spread - (look.by if piece.by else 0), x + spread
    if piece.until is not None:
        right = max(right, days.end(piece.until))
    words, words_x = _worded(piece.words, x - look.radius if over else (left, right), room, look)
    wide = width_of(words, look.size)
    reach = (min(left, words_x), max(right, words_x + wide)) if words else (left, right)
    row = _free(lane, reach, APART if words else APART / 3)
    return Placed(piece, row, x, *reach, words, words_x)


def _worded(words: str, place: float | tuple[float, float], room: float, look: Look) -> tuple[str, float]:
    """Return words as they have room, and where they begin: over a mark, or to the right of one, else to the left."""
    told = cut(words, room, look.size) if room else ""
    wide = width_of(told, look.size)
    if not isinstance(place, tuple):
        return told, max(0.0, min(place, look.width - wide))
    before, after = place[0] - _BESIDE, look.width - place[1] - _BESIDE
    if wide <= after or after >= before:
        return cut(told, after, look.size) if told else "", place[1] + _BESIDE
    told = cut(told, before, look.size)
    return told, place[0] - _BESIDE - width_of(told, look.size)


def _free(lane: Sequence[Placed], reach: tuple[float, float], apart: float) -> int:
    """Return the first row in which nothing lies within reach."""
    taken = {p.row for p in lane if p.left - apart < reach[1] and reach[0] < p.right + apart}
    return next(row for row in range(len(lane) + 1) if row not in taken)
