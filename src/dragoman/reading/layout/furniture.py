"""Words of the page and not of the story: bylines, credits, captions, links, notes. Told by the patterns of the lexicon.

In doubt a paragraph is story: text taken for furniture is lost, furniture taken for text is only odd.
"""

from __future__ import annotations

import re
from functools import cache

from dragoman.reading.layout.inserts import inserts, parted
from dragoman.reading.layout.patterns import entries, filled, stripped
from dragoman.reading.marks import Furniture
from dragoman.terms.span import Span

_LONGEST_LINE = 450
"""Characters: no paragraph longer than this is furniture as a whole."""
_TAIL = 600
_ENDS_BEFORE = frozenset(".!?:;\"'”’)]…")


@cache
def _pattern(where: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """Return all patterns of one place as one, and the kind of each alternative."""
    here = entries(where)
    alternatives = [f"(?P<k{number}>{filled(entry['pattern'])})" for number, entry in enumerate(here)]
    ending = r"\s*\Z" if where == "end" else ""
    return re.compile(f"(?:{'|'.join(alternatives)}){ending}"), tuple(e["kind"] for e in here)


def _kind(match: re.Match[str], kinds: tuple[str, ...]) -> str:
    return next(kind for n, kind in enumerate(kinds) if match[f"k{n}"] is not None)


def part(copy: str, paragraph: Span) -> tuple[tuple[Span, ...], list[Furniture]]:
    """Part a paragraph into the pieces of it that are story, and what is furniture."""
    whole = _whole(copy, paragraph)
    if whole is not None:
        return (), [whole]
    found: list[Furniture] = []
    rest = _without_start(copy, paragraph, found)
    rest = _without_end(copy, rest, found) if rest is not None else None
    if rest is not None and rest != paragraph and (whole := _whole(copy, rest)) is not None:
        found.append(whole)
        rest = None
    if rest is None:
        return (), found
    inside = inserts(copy, rest)
    return parted(copy, rest, inside), [*found, *inside]


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
        rest = stripped(copy, match.end(), paragraph.end)
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
        rest = stripped(copy, paragraph.start, match.start())
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
