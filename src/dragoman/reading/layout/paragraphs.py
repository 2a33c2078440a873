"""The lines of a text -> its paragraphs: which line ends are the paper's edge, and which the writer's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from dragoman.terms.span import Span

_TERMINAL = re.compile(r"[.!?:;][\"'”’)\]]*\Z|[\"”)\]]\Z")
_OPEN_END = re.compile(r"[\w,’'-]\Z")
_LOWER_START = re.compile(r"[a-zß-öø-ÿ]")
_EDGE = 100
"""The longest line, in characters, that a hard-wrapped text has."""
_FULL = 40
"""A line shorter than this did not end at the edge."""
_SHORT = 0.6


@dataclass(frozen=True, slots=True)
class _Line:
    """A line's words without outer spaces, how far they are indented, and whether a blank line stands before."""

    start: int
    end: int
    indent: int
    after_blank: bool


def find_paragraphs(copy: str, start: int) -> tuple[Span, ...]:
    """Return the paragraphs of `copy` from `start` on, each from its first to its last visible character.

    A text is taken as hard-wrapped where most of its lines break off in mid-sentence near one width (wire copy of old);
    there a paragraph starts after a blank line, at an indent, or after a line that ended early. In any other text every
    line is a paragraph, unless the sentence plainly goes on: no end of a sentence above, a small letter below.
    """
    lines = _lines(copy, start)
    wrapped, width = _wrapped(copy, lines)
    paragraphs: list[Span] = []
    above: _Line | None = None
    for line in lines:
        if above is not None and (_flows_on(copy, above, line, width) if wrapped else _goes_on(copy, above, line)):
            paragraphs[-1] = Span(paragraphs[-1].start, line.end)
        else:
            paragraphs.append(Span(line.start, line.end))
        above = line
    return tuple(paragraphs)


def _lines(copy: str, start: int) -> list[_Line]:
    lines = []
    at, blank = start, False
    for row in copy[start:].split("\n"):
        words = row.strip()
        if words:
            indent = len(row) - len(row.lstrip())
            lines.append(_Line(at + indent, at + indent + len(words), indent, blank))
        blank = not words
        at += len(row) + 1
    return lines


def _wrapped(copy: str, lines: list[_Line]) -> tuple[bool, int]:
    """Say whether the text is hard-wrapped, and how wide."""
    lengths = [line.end - line.start for line in lines]
    width = max(lengths, default=0)
    if len(lines) < 3 or sorted(lengths)[int(len(lengths) * 0.9)] > _EDGE:
        return False, width
    pairs = [(a, b) for a, b in pairwise(lines) if not b.after_blank and b.indent <= a.indent + 1]
    broken = sum(a.end - a.start >= _FULL and not _TERMINAL.search(copy, a.start, a.end) for a, _ in pairs)
    return len(pairs) >= 2 and broken >= 0.5 * len(pairs), min(width, _EDGE)


def _flows_on(copy: str, above: _Line, line: _Line, width: int) -> bool:
    if line.after_blank or line.indent > above.indent + 1:
        return False
    return above.end - above.start >= _SHORT * width or not _TERMINAL.search(copy, above.start, above.end)


def _goes_on(copy: str, above: _Line, line: _Line) -> bool:
    return (
        _LOWER_START.match(copy, line.start) is not None and _OPEN_END.search(copy, above.start, above.end) is not None
    )
