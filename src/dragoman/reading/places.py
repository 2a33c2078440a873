"""Named places: where a meeting is held or something happens."""

from __future__ import annotations

from dragoman.reading.parse import Parse
from dragoman.reading.pieces import find_pieces
from dragoman.reading.roles import is_place
from dragoman.reading.states import states
from dragoman.terms.span import Span

PLACES = frozenset({"GPE", "LOC", "FAC"})


def find_places(parse: Parse) -> dict[int, Span]:
    """Return the names of places by their head word; countries are among them, capitals only where told as a place."""
    found: dict[int, Span] = {}
    for first, end, label in parse.entities:
        if label in PLACES:
            start = first + (parse.lower[first] in ("the", "a") and end - first > 1)
            found[_head(parse, start, end)] = parse.span(start, end - 1)
    for piece in find_pieces(parse).values():
        if piece.label not in ("capital", "state", "seat"):
            continue
        head = _head(parse, piece.first, piece.last + 1)
        if is_place(parse, head, piece.label):
            found.setdefault(head, parse.span(piece.first, piece.last))
        elif piece.label != "state":
            found.pop(head, None)
    for i, word in enumerate(parse.lower):
        if word == "capital" and (state := parse.kid(i, "amod", "poss")) is not None and states().code(parse.word[state]):
            found[i] = parse.span(state, i)
    return found


def _head(parse: Parse, first: int, end: int) -> int:
    for i in range(end - 1, first - 1, -1):
        if not first <= parse.head[i] < end or parse.head[i] == i:
            return i
    return end - 1
