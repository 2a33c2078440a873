"""Passages that hold the words of a search, as a page."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.exports.answers.page import Block, Page, Row
from dragoman.exports.telling import day
from dragoman.views.cited import Cited
from dragoman.views.search import Found, Hit, Hits

LONGEST = 400
"""Characters of a passage that are shown whole; of a longer one, the sentences around the first word found."""
_BEFORE, _AFTER = 120, 240
_BORDER = re.compile(r"(?<=[.!?])[\"”’)]*\s+")


def page(answer: Hits) -> Page:
    """Return the passages, the latest first."""
    notes = [f"more: --after {answer.next}"] if answer.next is not None else []
    if answer.looked > len(answer.items):
        notes.insert(0, f"{answer.looked} passages with these words were looked at")
    return Page(
        title=f"Search: {answer.words}",
        blocks=(Block("Passages", tuple(_row(hit) for hit in answer.items)),),
        notes=tuple(notes),
        empty="no passage in the record holds these words" if not answer.looked else "none of these passages fits",
    )


def _row(hit: Hit) -> Row:
    (cited,) = hit.evidence
    return Row(
        text=cited.title or cited.publisher or cited.path or hit.report,
        when=day(hit.published),
        facts=tuple(_told(found) for found in hit.claims),
        cited=(excerpt_of(cited, hit.matches),),
    )


def _told(found: Found) -> str:
    what = f"{found.kind} {found.status}" if found.status else found.kind
    gone = " (support withdrawn)" if any(cited.withdrawn for cited in found.evidence) else ""
    return f"{what}: {', '.join(found.actors)} {found.id}{gone}" if found.actors else f"{what} {found.id}{gone}"


def excerpt_of(cited: Cited, matches: tuple[tuple[int, int], ...]) -> Cited:
    """Return the part of a long passage around the first word found, with its own exact place."""
    start, end = _outer(cited.quote, 0, len(cited.quote))
    if end - start > LONGEST:
        first, last = (matches[0][0] - cited.start, matches[0][1] - cited.start) if matches else (start, start)
        borders = [start, *(m.end() for m in _BORDER.finditer(cited.quote)), end]
        begin = min((b for b in borders if first - _BEFORE <= b <= first), default=max(start, first - _BEFORE))
        stop = max((b for b in borders if last < b <= last + _AFTER), default=min(end, last + _AFTER))
        start, end = _outer(cited.quote, begin, stop)
    return replace(cited, start=cited.start + start, end=cited.start + end, quote=cited.quote[start:end])


def _outer(quote: str, start: int, end: int) -> tuple[int, int]:
    """Leave white space at the edges out."""
    part = quote[start:end]
    return start + len(part) - len(part.lstrip()), end - (len(part) - len(part.rstrip()))
