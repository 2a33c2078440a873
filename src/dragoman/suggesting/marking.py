"""Suggestions -> marks like those of our own reading, so that our own rules resolve them.

Law: a suggestion whose quote or cue is not in the report, or whose words for somebody are none of our mentions, gives no mark.
Words for a day or a place that are not found are left unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from dragoman.reading.marks import AccordMark, Deed, MeetingMark, Reading, Saying, StanceMark
from dragoman.suggesting.matching import Matching
from dragoman.suggesting.schema import Suggestion
from dragoman.terms.findings import QuotationType
from dragoman.terms.span import Span

Mark = Saying | StanceMark | MeetingMark | AccordMark | Deed
OPENING, CLOSING = frozenset("\"“„«‘'"), frozenset("\"”“»’'")
QUOTED = re.compile('["“„«]')
LISTS = {
    "quotations": "sayings",
    "positions": "stances",
    "meetings": "meetings",
    "agreements": "accords",
    "incidents": "deeds",
}


class Unmatched(Exception):
    """Words of a suggestion that are not there: it is dropped."""


def with_marks(reading: Reading, suggestions: tuple[Suggestion, ...], matching: Matching, rule: str) -> Reading:
    """Return the reading with a mark behind its own for each suggestion that can be matched. `rule` is the name on them."""
    added: dict[str, tuple[Any, ...]] = {}
    for suggestion in suggestions:
        name = LISTS[suggestion.kind]
        added[name] = (*added.get(name, ()), *marks_of(suggestion, matching, rule))
    wider: dict[str, Any] = {name: (*getattr(reading, name), *marks) for name, marks in added.items()}
    return replace(reading, **wider)


def marks_of(suggestion: Suggestion, matching: Matching, rule: str) -> tuple[Mark, ...]:
    """Return the marks of a suggestion: of the first place of its quote at which all its words can be matched."""
    for quote in matching.quotes(suggestion.text("quote")):
        try:
            return tuple(MARKERS[suggestion.kind](_Placed(suggestion, matching, quote), rule))
        except Unmatched:
            continue
    return ()


class _Placed:
    """A suggestion at one place of the report. Its words are asked for by field; what must be there and is not, is `Unmatched`."""

    def __init__(self, suggestion: Suggestion, matching: Matching, quote: Span) -> None:
        self.suggestion, self.matching, self.quote = suggestion, matching, quote
        self.cue = self.span("cue")
        self.date = matching.day(suggestion.text("day"), quote)

    def choice(self, field: str) -> Any:
        """Return one of a closed vocabulary; the check of the answer has seen that it is."""
        return self.suggestion.text(field)

    def span(self, field: str) -> Span:
        """Return where the words of a field stand in the quote."""
        found = self.maybe(self.suggestion.text(field))
        if found is None:
            raise Unmatched
        return found

    def maybe(self, words: str) -> Span | None:
        """Return where words stand in the quote, or None."""
        return self.matching.within(words, self.quote)

    def actors(self, field: str) -> tuple[int, ...]:
        """Return the mentions that the words of a field are; each word of them must be one."""
        found = [self.matching.actors(words, self.quote) for words in self.suggestion.many(field)]
        if () in found:
            raise Unmatched
        return tuple(dict.fromkeys(n for some in found for n in some))

    def actor(self, field: str) -> int | None:
        """Return the one mention that the words of a field are, None where it has none."""
        found = self.actors(field)
        if len(found) > 1:
            raise Unmatched
        return found[0] if found else None


def _quotation(placed: _Placed, rule: str) -> Iterator[Mark]:
    content, type_ = _unquoted(placed.matching.text, placed.span("content"))
    if not any(letter.isalnum() for letter in content.of(placed.matching.text)):
        raise Unmatched
    yield Saying(
        spans=(placed.quote,),
        cue=placed.cue,
        contents=(content,),
        type=type_,
        source=placed.maybe(placed.suggestion.text("speaker")),
        speaker=placed.actor("speaker"),
        date=placed.date,
        rule=rule,
    )


def _unquoted(text: str, content: Span) -> tuple[Span, QuotationType]:
    """Return words without the quotation marks around them, and what they are then."""
    start, end = content.start, content.end
    inside = text[start] in OPENING and text[end - 1] in CLOSING and end - start > 2
    if inside:
        start, end = start + 1, end - 1
    if inside or (text[max(0, start - 1) : start] in OPENING and text[end : end + 1] in CLOSING):
        return Span(start, end), "direct"
    return content, "mixed" if QUOTED.search(text, start, end) else "indirect"


def _position(placed: _Placed, rule: str) -> Iterator[Mark]:
    for actor in placed.actors("actor"):
        yield StanceMark(
            span=placed.quote,
            cue=placed.cue,
            actor=actor,
            stance=placed.choice("stance"),
            about=placed.span("about"),
            conditions=tuple(
                s for words in placed.suggestion.many("conditions") if (s := placed.maybe(words)) is not None
            ),
            toward=placed.actor("toward"),
            date=placed.date,
            rule=rule,
        )


def _meeting(placed: _Placed, rule: str) -> Iterator[Mark]:
    yield MeetingMark(
        span=placed.quote,
        cue=placed.cue,
        kind=placed.choice("kind"),
        status=placed.choice("status"),
        parties=placed.actors("parties"),
        place=placed.maybe(placed.suggestion.text("place")),
        date=placed.date,
        rule=rule,
    )


def _agreement(placed: _Placed, rule: str) -> Iterator[Mark]:
    yield AccordMark(
        span=placed.quote,
        cue=placed.cue,
        about=placed.span("about"),
        status=placed.choice("status"),
        parties=placed.actors("parties"),
        date=placed.date,
        rule=rule,
    )


def _incident(placed: _Placed, rule: str) -> Iterator[Mark]:
    yield Deed(
        span=placed.quote,
        cue=placed.cue,
        sort=placed.choice("sort"),
        status=placed.choice("status"),
        what=placed.cue,
        actor=placed.actor("actor"),
        target=placed.actor("target"),
        place=placed.maybe(placed.suggestion.text("place")),
        date=placed.date,
        rule=rule,
    )


MARKERS = {
    "quotations": _quotation,
    "positions": _position,
    "meetings": _meeting,
    "agreements": _agreement,
    "incidents": _incident,
}
