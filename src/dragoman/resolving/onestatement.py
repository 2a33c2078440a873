"""The sayings of one written statement have one day: that of the first of them that tells it.

"…, the ministry said on Friday. In a statement, Norland and Veria stressed …. Both also urged …, the statement read." A
statement lasts until somebody else speaks. What is only said, and not written, has the day told with it and no other.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.resolving.ground import Ground
from dragoman.terms.findings import Actor, Quotation

WRITTEN = r"(?:statement|communiqu[eé]|letter|declaration|read-?out|press release)"
PAPER = re.compile(
    rf"\b(?:in|by|via)\s+(?:an?|the|its|his|her|their)\s(?:[\w-]+\s+){{0,3}}{WRITTEN}\b|\bthe\s+(?:joint\s+)?{WRITTEN}\b",
    re.IGNORECASE,
)
"""Words by which a sentence says that what it tells was written."""
THE_PAPER = re.compile(rf"the\s+(?:joint\s+)?{WRITTEN}", re.IGNORECASE)
BOTH = re.compile(
    r"(?:the|both|these)\s+(?:two|three|sides|countries|parties|governments|mediators)\b|they$|both$|it$", re.IGNORECASE
)
"""Sources that can only be those who spoke before."""


WEEK = 7


def one_statement(ground: Ground, quotations: Sequence[Quotation]) -> Iterator[Quotation]:
    """Yield the quotations, those of a dated statement with its day."""
    starts = [sentence.start for sentence in ground.reading.sentences]
    first: Quotation | None = None
    for told in _spoken_on(ground, starts, quotations):
        if first is not None and not _goes_on(first, told):
            first = None
        if first is not None and told.date is None:
            yield _on_its_day(told, first)
            continue
        if first is None and told.date is not None:
            written = PAPER.search(ground.text, *_sentence(starts, told, len(ground.text)))
            first = told if written is not None else None
        yield told


def _spoken_on(ground: Ground, starts: Sequence[int], quotations: Sequence[Quotation]) -> Iterator[Quotation]:
    """The quotations, each in its speaker's own words right behind a dated one with that one's day."""
    before: Quotation | None = None
    for told in quotations:
        goes_on = before is not None and _dated_exactly(before) and _own_words_behind(ground, starts, before, told)
        before = _on_its_day(told, before) if before is not None and goes_on else told
        yield before


def _on_its_day(told: Quotation, first: Quotation) -> Quotation:
    return replace(told, date=first.date, why=replace(told.why, date_rule=first.why.date_rule))


def _goes_on(first: Quotation, told: Quotation) -> bool:
    """Whether a saying can stand in the same paper: said by the same, his land, "both countries", "the statement"."""
    source = told.source.quote if told.source is not None else ""
    if THE_PAPER.fullmatch(source) or BOTH.match(source):
        return True
    one, other = first.speaker, told.speaker
    return one is not None and other is not None and (one == other or _lands(one, other))


def _dated_exactly(told: Quotation) -> bool:
    """Whether a saying has a day or a week, and not a longer time in which more than one thing was said."""
    return told.date is not None and (told.date.end - told.date.start).days < WEEK


def _own_words_behind(ground: Ground, starts: Sequence[int], before: Quotation, told: Quotation) -> bool:
    """Whether quoted words stand in the sentence right behind what their speaker is told to have said on a day."""
    if told.date is not None or told.type != "direct" or told.speaker is None or told.speaker != before.speaker:
        return False
    end, start = max(piece.end for piece in before.evidence), min(piece.start for piece in told.evidence)
    if start < end:
        return False
    between = any(c.isalnum() for c in ground.text[end:start])
    return not between or bisect_right(starts, start) - bisect_right(starts, end - 1) == 1


def _lands(one: Actor, other: Actor) -> bool:
    bodies = {"state", "government", "group", "igo", "military"}
    return one.country is not None and one.country == other.country and {one.kind, other.kind} <= bodies


def _sentence(starts: Sequence[int], told: Quotation, end: int) -> tuple[int, int]:
    """Where the sentence of a saying's first words begins and ends."""
    at = bisect_right(starts, told.evidence[0].start)
    return starts[at - 1] if at else 0, starts[at] if at < len(starts) else end
