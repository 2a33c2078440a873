"""Which words of a text hold a date: those above it in the grammar, up to the nearest verb."""

from __future__ import annotations

from bisect import bisect_left

from dragoman.reading.dates.saying_days import said_on
from dragoman.reading.grammar.parse import Parse
from dragoman.terms.span import Span

COMPARING, NEAR = frozenset({"like", "unlike", "than"}), 4
"""As in "*like* the round of May 3": a day that is compared with holds for nothing here."""
THINGS = frozenset(
    "proposal report letter statement decision plan deal agreement accord ruling order document resolution offer video photo "
    "photograph footage picture image data memo message post tweet article interview speech draft text poll survey study".split()
)
"""What a day behind "from" or "of" describes: "cited a *proposal* from March 11"."""
EFFECTIVE, NEARLY = frozenset({"effective"}), 6
"""As in "announced a truce, *effective* 2 a.m. Sunday": the day of what was announced."""
DESCRIBING = frozenset({"JJ", "NN", "NNS", "NNP", "HYPH", "VBN", "VBG"})
PLACED, LONG = frozenset({"in", "at", "near", "from", "outside"}), 8
"""Prepositions of place, and how many words a phrase of them may have."""
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
        way = _way(parse, first, last)
        for steps, word in enumerate(way):
            held.setdefault(word, []).append((steps, n))
        verb = _verb_behind(parse, first, last)
        if verb is not None and not any(parse.tag[w][:2] == "VB" for w in way):
            held.setdefault(verb, []).append((AFAR, n))
    return held


def _way(parse: Parse, first: int, last: int) -> list[int]:
    """The words that hold a phrase, nearest first: what the grammar says, but where its place says better."""
    noun = noun_behind(parse, first, last)
    if noun is None and first > 1 and parse.lower[first - 1] in ("from", "of") and parse.lemma[first - 2] in THINGS:
        noun = first - 2
    if noun is not None:
        return [noun]
    if EFFECTIVE & set(parse.lower[max(0, first - NEARLY) : first]):
        return []
    shown = _shown(parse, first, last)
    if shown is None:
        shown = _ending(parse, first, last)
    if shown is not None:
        return [shown]
    teller = said_on(parse, first, last)
    return _way_up(parse, first, last) if teller is None else [teller]


def _shown(parse: Parse, first: int, last: int) -> int | None:
    """What a caption shows on the day at its end: "Guests *arrive* at the fair held in Lund, August 10, 2024."."""
    begin, end = parse.sentences[parse.sentence[first]]
    ends = last + 1 >= end or parse.word[last + 1] in (".", "(", "[", "/")
    if not ends or first - begin < LONG // 2 or parse.word[first - 1] != "," or not parse.lower[last].isdecimal():
        return None
    root = next((w for w in range(begin, end) if parse.head[w] == w), begin)
    return root if len(parse.word[last]) == len("2024") and parse.tag[root] in ("VBZ", "VBP") else None


def _ending(parse: Parse, first: int, last: int) -> int | None:
    """The clause in front of its sentence that a day ends, hung on the verb behind: "After Mali fired two rockets *Sunday*, she said"."""
    if last + 1 >= len(parse) or parse.word[last + 1] != ",":
        return None
    verb = parse.head[last]
    while parse.tag[verb][:2] != "VB" and parse.head[verb] != verb:
        verb = parse.head[verb]
    ends = first - 1 - (parse.dep[first - 1] == "prep" and parse.right[first - 1] >= last) if first else -1
    if verb <= last + 1 or ends < 0:
        return None
    clauses = (c for c in parse.kids(verb, "advcl") if c < first and parse.right[c] == ends)
    return next((c for c in clauses if parse.kid(c, "mark") is not None and parse.tag[c] == "VBD"), None)


def noun_behind(parse: Parse, first: int, last: int) -> int | None:
    """The noun that a full date in front describes, wherever the grammar hung it: "the Oct. 7, 2023, *attack* on the port"."""
    led = first > 0 and parse.tag[first - 1] in ("DT", "POS", "PRP$")
    if not led or last + 2 >= len(parse) or parse.word[last + 1] != "," or parse.word[last - 1] != ",":
        return None
    noun, at = None, last + 2
    while at < len(parse) and parse.tag[at] in DESCRIBING:
        noun, at = (at if parse.tag[at] in ("NN", "NNS") else noun), at + 1
    return noun


def _is_number(parse: Parse, word: int, first: int, last: int) -> bool:
    """Whether a year alone stands in front of a noun like its number: "the *2015* treaty"."""
    return first == last == word and parse.dep[word] == "nummod" and parse.lower[word].isdecimal()


def _verb_behind(parse: Parse, first: int, last: int) -> int | None:
    """The finite verb behind a phrase: "the king *on Monday* in Lund signed", wherever the grammar hung the day.

    What is told of a thing of that day was mostly done on it too ("the raid on Monday killed …").
    """
    at = _past_places(parse, last + 1)
    led = first > 0 and (
        parse.lower[first - 1] == "on" or parse.dep[last] == "npadvmod" or parse.tag[first - 1] == "NNP"
    )
    if at >= len(parse) or not led or parse.sentence[at] != parse.sentence[first] or parse.tag[at] != "VBD":
        return None
    verb = at if parse.dep[at] not in ("aux", "auxpass") else parse.head[at]
    return verb if parse.dep[verb] in ("ROOT", "ccomp", "conj", "advcl", "relcl") else None


def _apart(parse: Parse, prep: int) -> bool:
    """Whether a preposition sets a day apart from the verb's: "*before* the summit on May 20", "a week *after* it"."""
    if parse.lower[prep] in ("before", "ahead"):
        return True
    return parse.lower[prep] in ("after", "following") and any(parse.dep[c] == "npadvmod" for c in parse.children[prep])


def _past_places(parse: Parse, at: int) -> int:
    """The first word behind the phrases of place that begin at a word: "on Monday *in the port of Lund* said"."""
    while at < len(parse) and parse.lower[at] in PLACED and parse.dep[at] == "prep" and parse.right[at] - at <= LONG:
        if any(parse.tag[w][:2] == "VB" for w in range(at, parse.right[at] + 1)):
            break
        at = parse.right[at] + 1
    return at


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
        if verb and (premodifying or (parse.dep[below] in ("nsubj", "nsubjpass") and out) or _apart(parse, below)):
            break
        premodifying = (
            premodifying
            or parse.dep[below] in ("poss", "compound", "amod", "nmod")
            or _is_number(parse, below, first, last)
        )
        out.append(top)
        if verb and parse.dep[top] not in ("aux", "auxpass", "amod", "compound"):
            break
    return out
