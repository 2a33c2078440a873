"""The reading copy of a text: same length, same offsets, with the furniture and odd characters blanked.

Every code point of the copy stands at the offset of the original, so a span of the one is a span of the other.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.reading.marks import Furniture
from dragoman.terms.report import Report
from dragoman.terms.span import Span


@dataclass(frozen=True, slots=True)
class Page:
    """A text made ready for the grammar.

    `copy` has the length of the report's text. `breaks` are the offsets at which a paragraph (so a sentence) starts.
    `agency` is the span of the news agency that the dateline names.
    """

    copy: str
    furniture: tuple[Furniture, ...] = ()
    breaks: tuple[int, ...] = ()
    agency: Span | None = None


def lay_out(report: Report) -> Page:
    """Tell story from furniture in the report's text."""
    copy = report.text
    if report.header is not None:
        copy = " " * report.header.end + copy[report.header.end :]
    breaks = [i + 1 for i, c in enumerate(copy) if c == "\n"]
    return Page(copy=copy, breaks=tuple(breaks))
