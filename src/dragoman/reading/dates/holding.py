"""Which words of a text hold a date: those above it in the grammar, up to the nearest verb."""

from __future__ import annotations

from bisect import bisect_left

from dragoman.reading.grammar.parse import Parse
from dragoman.terms.span import Span


def hold_dates(parse: Parse, spans: list[Span]) -> dict[int, list[tuple[int, int]]]:
    """For each word, the dates that stand below it, as (steps between, index): up to the nearest verb above each date."""
    held: dict[int, list[tuple[int, int]]] = {}
    for n, span in enumerate(spans):
        first = bisect_left(parse.start, span.start)
        last = max(first, bisect_left(parse.start, span.end) - 1)
        if first >= len(parse):
            continue
        for steps, word in enumerate(_way_up(parse, first, last)):
            held.setdefault(word, []).append((steps, n))
    return held


def _way_up(parse: Parse, first: int, last: int) -> list[int]:
    """The words above a phrase, nearest first, ending at the nearest verb.

    A date in front of a noun, or below a subject, stays with the noun: "Thursday's talks ended" does not date the end.
    """
    top = next((i for i in range(last, first - 1, -1) if not first <= parse.head[i] <= last), last)
    out: list[int] = []
    premodifying = False
    while parse.head[top] != top:
        below, top = top, parse.head[top]
        if first <= top <= last:
            continue
        verb = parse.tag[top][:2] in ("VB", "MD")
        if verb and (premodifying or (parse.dep[below] in ("nsubj", "nsubjpass") and out)):
            break
        premodifying = premodifying or parse.dep[below] in ("poss", "compound", "amod", "nmod")
        out.append(top)
        if verb and parse.dep[top] not in ("aux", "auxpass", "amod", "compound"):
            break
    return out
