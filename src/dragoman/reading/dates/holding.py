"""Which words of a text hold a date: those above it in the grammar, up to the nearest verb."""

from __future__ import annotations

from bisect import bisect_left

from dragoman.reading.grammar.parse import Parse
from dragoman.terms.span import Span

COMPARING, NEAR = frozenset({"like", "unlike", "than"}), 4
"""As in "*like* the round of May 3": a day that is compared with holds for nothing here."""
AFAR = 9
"""How far a day is counted to be from a verb that holds it by its place alone."""


def hold_dates(parse: Parse, spans: list[Span]) -> dict[int, list[tuple[int, int]]]:
    """For each word, the dates that stand below it, as (steps between, index): up to the nearest verb above each date."""
    held: dict[int, list[tuple[int, int]]] = {}
    for n, span in enumerate(spans):
        first = bisect_left(parse.start, span.start)
        last = max(first, bisect_left(parse.start, span.end) - 1)
        if first >= len(parse) or COMPARING & set(parse.lower[max(0, first - NEAR) : first]):
            continue
        way = _way_up(parse, first, last)
        for steps, word in enumerate(way):
            held.setdefault(word, []).append((steps, n))
        verb = _verb_behind(parse, first, last)
        if verb is not None and not any(parse.tag[w][:2] == "VB" for w in way):
            held.setdefault(verb, []).append((AFAR, n))
    return held


def _verb_behind(parse: Parse, first: int, last: int) -> int | None:
    """The finite verb right behind a phrase: "the king *on Monday* signed", wherever the grammar hung the day.

    What is told of a thing of that day was mostly done on it too ("the raid on Monday killed …").
    """
    at = last + 1
    led = first > 0 and (
        parse.lower[first - 1] == "on" or parse.dep[last] == "npadvmod" or parse.tag[first - 1] == "NNP"
    )
    if at >= len(parse) or not led or parse.sentence[at] != parse.sentence[first] or parse.tag[at] != "VBD":
        return None
    verb = at if parse.dep[at] not in ("aux", "auxpass") else parse.head[at]
    return verb if parse.dep[verb] in ("ROOT", "ccomp", "conj", "advcl", "relcl") else None


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
