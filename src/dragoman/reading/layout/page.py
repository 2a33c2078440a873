"""The reading copy of a text: same length, same offsets, with the furniture and odd characters blanked.

Every code point of the copy stands at the offset of the original, so a span of the one is a span of the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from dragoman.reading.layout.capitals import recase
from dragoman.reading.layout.characters import JOINER, plain
from dragoman.reading.layout.dateline import Dateline, find_dateline, outlets
from dragoman.reading.layout.furniture import part
from dragoman.reading.layout.headings import ends_of_headings
from dragoman.reading.layout.headline import end_of_headline
from dragoman.reading.layout.paragraphs import find_paragraphs
from dragoman.reading.marks import Furniture
from dragoman.terms.report import Report
from dragoman.terms.span import Span

__all__ = ["JOINER", "Page", "lay_out"]

_OPENING = 4
"""The dateline stands in one of so many first paragraphs: after a title, a byline, a summary."""
_WIDE_GAP = re.compile(r"(?<=[a-z0-9\"”’)\]])[.!?][\"”’)]?( {2,})(?=[A-Z\"“‘'])|[.!?][\"”’]( {2,})(?=[A-Z\"“‘'])")
_POST_END = re.compile(r"\(@\w+\) (?:[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+ \d{4}) (?=[A-Z\"“])")
_ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Sgt|Col|Lt|Capt|Maj|Adm|St|No|Prof|vs)\.\Z")


@dataclass(frozen=True, slots=True)
class Page:
    """A text made ready for the grammar.

    `copy` has the length of the report's text. `breaks` are the offsets at which a paragraph (so a sentence) starts.
    `agency` is the span of the news agency that the dateline names. A dateline's day stays in the copy, as a paragraph
    of its own. A `JOINER` in the copy is no character of the word that it stands in.
    """

    copy: str
    furniture: tuple[Furniture, ...] = ()
    breaks: tuple[int, ...] = ()
    agency: Span | None = None


@dataclass(slots=True)
class _Layout:
    """What is gathered while the paragraphs go by."""

    furniture: list[Furniture] = field(default_factory=list)
    holes: list[Span] = field(default_factory=list)
    breaks: set[int] = field(default_factory=set)
    headlines: list[Span] = field(default_factory=list)
    dateline: Dateline | None = None

    def put_aside(self, found: list[Furniture]) -> None:
        """Keep what is no story, and blank it."""
        self.furniture.extend(found)
        self.holes.extend(f.span for f in found)

    def put_dateline(self, dateline: Dateline) -> None:
        """Blank a dateline but for the words of its day; the story starts anew behind it."""
        span, day = dateline.span, dateline.day
        self.furniture.append(Furniture(span, "dateline"))
        self.breaks |= {span.start, span.end}
        if day is None:
            self.holes.append(span)
        else:
            self.holes += [Span(span.start, day.start), Span(day.end, span.end)]
            self.breaks |= {day.start, day.end}
        if self.dateline is None or (self.dateline.agency is None and dateline.agency is not None):
            self.dateline = dateline


def lay_out(report: Report) -> Page:
    """Tell story from furniture in the report's text."""
    copy = plain(report.text)
    layout = _Layout()
    start = 0
    if report.header is not None:
        start = report.header.end
        layout.put_aside([Furniture(report.header, "header")])
    paragraphs = find_paragraphs(copy, start)
    copy = _unwrapped(copy, paragraphs)
    opening = _OPENING
    for paragraph in paragraphs:
        layout.breaks.add(paragraph.start)
        pieces, found = part(copy, paragraph)
        layout.put_aside(found)
        begins = opening == _OPENING
        for story in pieces:
            _lay_story(copy, story, layout, report.title, first=opening > 0, begins=begins and opening > _OPENING - 2)
            opening -= 1
        if pieces and any(f.kind == "highlights" for f in found):
            layout.breaks.update(ends_of_headings(copy, pieces[0]))
    layout.breaks.update(_wide_gaps(copy, start), _posts_ends(copy))
    return Page(
        copy=recase(_with_holes(copy, layout.holes), layout.headlines, list(paragraphs)),
        furniture=tuple(sorted(layout.furniture, key=lambda f: f.span)),
        breaks=tuple(sorted(layout.breaks)),
        agency=_agency(copy, layout),
    )


def _lay_story(copy: str, story: Span, layout: _Layout, title: str | None, *, first: bool, begins: bool) -> None:
    """Find the dateline and the headline in a paragraph of the story."""
    layout.breaks.add(story.start)
    dateline = find_dateline(copy, story, first=first and layout.dateline is None)
    if dateline is not None:
        layout.put_dateline(dateline)
    if first and (dateline is None or dateline.span.start > story.start):
        end = story.end if dateline is None else dateline.span.start
        headline = end_of_headline(copy, Span(story.start, end), title, begins=begins)
        if headline is not None:
            layout.breaks.add(headline)
        layout.headlines.append(Span(story.start, headline or end))


def _agency(copy: str, layout: _Layout) -> Span | None:
    """Return the dateline's agency, or under a dateline without one the agency that signs the report's end."""
    if layout.dateline is None or layout.dateline.agency is not None:
        return layout.dateline.agency if layout.dateline else None
    signed = (f.span for f in layout.furniture if f.kind == "credit")
    return next((c for c in signed if c.of(copy).lower() in outlets()), None)


def _unwrapped(copy: str, paragraphs: tuple[Span, ...]) -> str:
    """Return the copy with the line feeds inside of paragraphs as spaces."""
    if not any(copy.find("\n", p.start, p.end) >= 0 for p in paragraphs):
        return copy
    pieces, at = [], 0
    for p in paragraphs:
        pieces += [copy[at : p.start], copy[p.start : p.end].replace("\n", " ")]
        at = p.end
    return "".join((*pieces, copy[at:]))


def _with_holes(copy: str, holes: list[Span]) -> str:
    """Return the copy with spaces in place of the holes; line feeds stay."""
    pieces, at = [], 0
    for hole in sorted(holes):
        start = max(at, hole.start)
        pieces.append(copy[at:start])
        pieces.append("".join("\n" if c == "\n" else " " for c in copy[start : hole.end]))
        at = max(at, hole.end)
    return "".join((*pieces, copy[at:]))


def _posts_ends(copy: str) -> Iterator[int]:
    """Yield where a post that is quoted whole ends: behind its writer's handle and its day."""
    if "(@" in copy:
        yield from (match.end() for match in _POST_END.finditer(copy))


def _wide_gaps(copy: str, start: int) -> Iterator[int]:
    """Yield where a sentence starts behind a wide gap: the place of a paragraph's end in a text on one line."""
    if copy.find("  ", start) < 0:
        return
    for match in _WIDE_GAP.finditer(copy, start):
        if not _ABBREVIATION.search(copy, max(0, match.start() - 6), match.start() + 1):
            yield match.end()
