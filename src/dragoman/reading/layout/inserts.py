"""Furniture in the middle of a paragraph, as pages flattened to one line have it: captions, buttons, links, notes.

What stands before such an insert and what stands behind it were two paragraphs, unless it is an aside within a sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from dragoman.reading.layout.headings import end_of_heading
from dragoman.reading.layout.patterns import entries, filled, stripped
from dragoman.reading.marks import Furniture
from dragoman.terms.span import Span

__all__ = ["inserts", "parted"]

_CAPTION = 300
_SENTENCE_END = re.compile(r"[.!?][\"”’)]?\s")
_ASIDE = "aside"
"""The kind of an insert that breaks into a sentence, which goes on behind it."""
_TEASER = "teaser"
"""The kind of a label behind which the headline of another story stands."""


@dataclass(frozen=True, slots=True)
class _Insert:
    """One pattern, its kind, and the signs without which it is not looked for."""

    pattern: re.Pattern[str]
    kind: str
    signs: tuple[str, ...]


@cache
def _patterns() -> tuple[_Insert, ...]:
    return tuple(_insert(entry) for entry in entries("inside"))


def _insert(entry: dict[str, Any]) -> _Insert:
    return _Insert(re.compile(filled(entry["pattern"])), entry["kind"], tuple(entry["signs"]))


def inserts(copy: str, paragraph: Span) -> list[Furniture]:
    """Return the furniture inside of a paragraph in order, none touching another.

    A caption that names its source in square brackets goes with it, where the paragraph opens with it; behind a label
    the headline of another story goes with the label, as far as its end is seen.
    """
    found: list[Furniture] = []
    for insert in _patterns():
        if any(copy.find(sign, paragraph.start, paragraph.end) >= 0 for sign in insert.signs):
            found += [
                _furniture(m, insert, paragraph) for m in insert.pattern.finditer(copy, paragraph.start, paragraph.end)
            ]
    apart: list[Furniture] = []
    for furniture in sorted(found, key=lambda f: (f.span.start, -f.span.end)):
        if not apart or furniture.span.start >= apart[-1].span.end:
            apart.append(furniture)
    return apart


def _furniture(match: re.Match[str], insert: _Insert, paragraph: Span) -> Furniture:
    copy, start, end = match.string, match.start(), match.end()
    if insert.kind == _ASIDE:
        return Furniture(Span(*match.span("aside")), insert.kind)
    if insert.kind == _TEASER:
        rest = Span(min(paragraph.end, end + 1), paragraph.end)
        return Furniture(Span(start, end_of_heading(copy, rest) or end), insert.kind)
    if (
        match[0].startswith("[")
        and start - paragraph.start < _CAPTION
        and not _SENTENCE_END.search(copy, paragraph.start, start)
    ):
        start = paragraph.start
    return Furniture(Span(start, end), insert.kind)


def parted(copy: str, paragraph: Span, found: list[Furniture]) -> tuple[Span, ...]:
    """Return what of the paragraph is story, in pieces: a piece ends at an insert that is no aside."""
    pieces, start = [], paragraph.start
    for furniture in found:
        if furniture.kind != _ASIDE:
            pieces.append(Span(start, furniture.span.start))
            start = furniture.span.end
    pieces.append(Span(start, paragraph.end))
    visible = (stripped(copy, p.start, p.end) for p in pieces)
    return tuple(p for p in visible if p is not None)
