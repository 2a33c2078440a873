"""Findings as one page that needs nothing else: no network, and without JavaScript still the text, the list and the links.

The words of a report are never trusted: all are escaped by the template, and characters that no page may hold (control
characters, lone surrogates) stand as U+FFFD, one for one, so that offsets stay right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from dragoman.exports.segments import Segment, cut
from dragoman.exports.telling import TITLES, Line, Section, day, person, tell, title_of
from dragoman.terms.findings import Findings
from dragoman.terms.span import Span

if TYPE_CHECKING:
    from jinja2 import Template

UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
PAINTED = (
    "meetings",
    "positions",
    "agreements",
    "delegations",
    "incidents",
    "figures",
    "quotations",
    "dates",
    "unread",
)
"""The kinds in the order in which they give a stretch of text its colour; the first gives the ground, others lines below."""
LINES_BELOW = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text as the page shows it. `keys` are the findings that it is evidence of, `kinds` their kinds."""

    text: str
    anchor: str
    keys: tuple[str, ...]
    kinds: tuple[str, ...]
    aside: bool
    stop: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """One report on the page. `key` tells its findings from those of other reports."""

    key: str
    findings: Findings
    title: str
    about: tuple[str, ...]
    sections: tuple[Section, ...]
    pieces: tuple[Piece, ...]
    who: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many findings it has, dates left out."""
        return sum(len(section.lines) for section in self.sections if section.kind not in ("dates", "unread"))


def as_html(many: Iterable[Findings], *, explain: bool = False) -> str:
    """Return one page with the reports in the order given."""
    sheets = [_sheet(findings, f"r{n}") for n, findings in enumerate(many, 1)]
    kinds = [(kind, title) for kind, title in {**TITLES, "unread": "Not understood"}.items() if _told(sheets, kind)]
    page = _template().render(
        sheets=sheets, kinds=kinds, explain=explain, style=_asset("page.css"), script=_asset("page.js")
    )
    return UNSAFE.sub("\ufffd", page)


def _told(sheets: list[Sheet], kind: str) -> bool:
    return any(section.kind == kind for sheet in sheets for section in sheet.sections)


def _asset(name: str) -> str:
    return files("dragoman.exports").joinpath("assets", name).read_text(encoding="utf-8")


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(_asset("page.html.j2"))


def _sheet(findings: Findings, key: str) -> Sheet:
    report = findings.report
    sections = (*tell(findings), *_unread(findings))
    about = [report.publisher, day(report.published), report.path, report.id]
    return Sheet(
        key=key,
        findings=findings,
        title=title_of(findings),
        about=tuple(part for part in about if part),
        sections=sections,
        pieces=tuple(_pieces(findings, sections, key)),
        who=tuple(person(actor) for actor in findings.actors),
    )


def _unread(findings: Findings) -> Iterator[Section]:
    """The sentences about the negotiation that gave no finding, shown as a kind of their own."""
    if findings.coverage.unread:
        lines = tuple(
            Line(f"unread-{n}", "", " ".join(piece.quote.split()), evidence=(piece,))
            for n, piece in enumerate(findings.coverage.unread)
        )
        yield Section("unread", "Not understood", lines)


def _pieces(findings: Findings, sections: tuple[Section, ...], sheet: str) -> Iterator[Piece]:
    """Cut the text at the edges of evidence; what is no sentence of the story is told apart."""
    by_kind = {section.kind: section for section in sections}
    labelled: list[tuple[Span, str]] = [
        (evidence.span, line.key)
        for kind in PAINTED
        if kind in by_kind
        for line in by_kind[kind].lines
        for evidence in line.evidence
    ]
    asides = [span for _, span in findings.coverage.furniture]
    if findings.report.header is not None:
        asides.append(findings.report.header)
    labelled += [(span, "aside") for span in asides if len(span) > 0]
    for segment in cut(findings.report.text, labelled):
        yield _piece(segment, sheet)


def _piece(segment: Segment, sheet: str) -> Piece:
    keys = tuple(label for label in segment.labels if label != "aside")
    kinds = tuple(dict.fromkeys(key.split("-")[0] for key in keys))
    return Piece(
        text=segment.text,
        anchor=f"{sheet}-t{segment.start}",
        keys=keys,
        kinds=kinds[: LINES_BELOW + 1],
        aside="aside" in segment.labels,
        stop=any(label != "aside" for label in segment.starts),
    )
