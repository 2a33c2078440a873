"""Words of the page and not of the story: bylines, credits, captions, links, notes. Told by the patterns of the lexicon.

In doubt a paragraph is story: text taken for furniture is lost, furniture taken for text is only odd.
"""

from __future__ import annotations

import re
from functools import cache

from dragoman.reading.layout.dateline import outlets
from dragoman.reading.lexicon import load
from dragoman.reading.marks import Furniture
from dragoman.terms.span import Span

_NAME = r"[A-ZÀ-Þ][\w.'’-]*(?: (?:(?:de|da|van|von|der|bin|al|el|le|la|di|du) )?[A-ZÀ-Þ][\w.'’-]*){1,3}"
_TIME = (
    r"(?:\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.m\.|[ap]m|AM|PM|h)?(?: ?\(?(?:GMT|UTC|BST|E[SD]?T|CES?T|P[SD]?T|IST|local time)"
    r"(?: ?[+-]\d{1,2})?\)?)?)"
)
_MONTHS = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = (
    rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    rf"(?:{_MONTHS} \d{{1,2}}|\d{{1,2}} {_MONTHS})(?:,? \d{{4}})?|\d{{4}}-\d\d-\d\d|\d\d?/\d\d?/\d{{2,4}})"
)
_LONGEST_LINE = 450
"""Characters: no paragraph longer than this is furniture as a whole."""
_TAIL = 600
_CAPTION = 300
_ENDS_BEFORE = frozenset(".!?:;\"'”’)]…")
_SENTENCE_END = re.compile(r"[.!?][\"”’)]?\s")


@cache
def _pattern(where: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """Return all patterns of one place as one, and the kind of each alternative."""
    entries = [e for e in load("furniture")["entry"] if e["where"] == where]
    shorthand = {
        "<names>": rf"{_NAME}(?:(?:,| and| &|, and) {_NAME}){{0,5}}",
        "<name>": _NAME,
        "<outlet>": "|".join(re.escape(o) for o in sorted(outlets(), key=lambda o: (-len(o), o)) if len(o) > 1),
        "<time>": _TIME,
        "<day>": _DAY,
    }
    alternatives = []
    for number, entry in enumerate(entries):
        pattern = entry["pattern"]
        for short, long in shorthand.items():
            pattern = pattern.replace(short, f"(?i:{long})" if short == "<outlet>" else f"(?:{long})")
        alternatives.append(f"(?P<k{number}>{pattern})")
    ending = r"\s*\Z" if where == "end" else ""
    return re.compile(f"(?:{'|'.join(alternatives)}){ending}"), tuple(e["kind"] for e in entries)


def _kind(match: re.Match[str], kinds: tuple[str, ...]) -> str:
    return next(kind for n, kind in enumerate(kinds) if match[f"k{n}"] is not None)


def part(copy: str, paragraph: Span) -> tuple[Span | None, list[Furniture]]:
    """Part a paragraph into what is story, or None, and what is furniture."""
    whole = _whole(copy, paragraph)
    if whole is not None:
        return None, [whole]
    found: list[Furniture] = []
    rest = _without_start(copy, paragraph, found)
    rest = _without_end(copy, rest, found) if rest is not None else None
    if rest is not None and rest != paragraph and (whole := _whole(copy, rest)) is not None:
        found.append(whole)
        rest = None
    if rest is not None:
        found.extend(_inside(copy, rest))
        if found and found[-1].span == rest:
            rest = None
    return rest, found


def _whole(copy: str, paragraph: Span) -> Furniture | None:
    if len(paragraph) > _LONGEST_LINE:
        return None
    pattern, kinds = _pattern("line")
    match = pattern.fullmatch(copy, paragraph.start, paragraph.end)
    return Furniture(paragraph, _kind(match, kinds)) if match else None


def _without_start(copy: str, paragraph: Span, found: list[Furniture]) -> Span | None:
    pattern, kinds = _pattern("start")
    for _ in range(4):
        match = pattern.match(copy, paragraph.start, paragraph.end)
        if match is None or match.end() == match.start():
            break
        found.append(Furniture(Span(match.start(), match.end()), _kind(match, kinds)))
        rest = _stripped(copy, match.end(), paragraph.end)
        if rest is None:
            return None
        paragraph = rest
    return paragraph


def _without_end(copy: str, paragraph: Span, found: list[Furniture]) -> Span | None:
    pattern, kinds = _pattern("end")
    for _ in range(3):
        match = _search_end(pattern, copy, paragraph)
        if match is None:
            break
        group = next(n for n in range(len(kinds)) if match[f"k{n}"] is not None)
        found.append(Furniture(Span(*match.span(f"k{group}")), kinds[group]))
        rest = _stripped(copy, paragraph.start, match.start())
        if rest is None:
            return None
        paragraph = rest
    return paragraph


def _search_end(pattern: re.Pattern[str], copy: str, paragraph: Span) -> re.Match[str] | None:
    """Find furniture that closes the paragraph and follows the end of a sentence, or is all there is."""
    start = max(paragraph.start, paragraph.end - _TAIL)
    while (match := pattern.search(copy, start, paragraph.end)) is not None:
        before = copy[paragraph.start : match.start()].rstrip()
        if not before or before[-1] in _ENDS_BEFORE or copy[match.start()] in "([©":
            return match
        start = match.start() + 1
    return None


def _inside(copy: str, paragraph: Span) -> list[Furniture]:
    if copy.find("[", paragraph.start, paragraph.end) < 0:
        return []
    pattern, kinds = _pattern("inside")
    found = []
    for match in pattern.finditer(copy, paragraph.start, paragraph.end):
        start = match.start()
        if start - paragraph.start < _CAPTION and not _SENTENCE_END.search(copy, paragraph.start, start):
            start = paragraph.start
        found.append(Furniture(Span(start, match.end()), _kind(match, kinds)))
    return found


def _stripped(copy: str, start: int, end: int) -> Span | None:
    """Return the span without white space at its ends, None where nothing is left."""
    words = copy[start:end]
    left = len(words) - len(words.lstrip())
    if left == len(words):
        return None
    return Span(start + left, start + len(words.rstrip()))
