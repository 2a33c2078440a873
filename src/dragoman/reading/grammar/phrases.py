"""Spans of phrases: a noun or a clause with what belongs to it, without what only hangs on at its end."""

from __future__ import annotations

from collections.abc import Collection

from dragoman.reading.grammar.parse import Parse
from dragoman.terms.span import Span

LOOSE = frozenset({"relcl", "appos", "parataxis", "punct", "cc", "conj", "advcl", "preconj", "dep"})
CLOSERS = frozenset(
    {",", ";", ":", ".", "!", "?", "--", "-", "–", "—", "...", '"', "”", "“", "''", "``", "’", "'", ")", "]"}
)
OPENERS = frozenset({'"', "“", "''", "``", "'", "‘", ",", "--", "–", "—"})


def noun_phrase(parse: Parse, noun: int, *, loose: Collection[str] = LOOSE, without: Collection[int] = ()) -> Span:
    """Return the span of a noun with its modifiers, up to the first loose thing behind it (a relative clause, a comma)."""
    last = parse.right[noun]
    for c in parse.children[noun]:
        if c > noun and (c in without or (parse.dep[c] in loose and not _hyphen(parse, c))):
            last = parse.left[c] - 1
            break
    return trim(parse, parse.left[noun], max(noun, last))


def nouns(parse: Parse, words: Collection[int]) -> Span:
    """Return the span from the first to the last of several coordinated nouns, the last without its loose end."""
    first, last = min(words), max(words)
    start = noun_phrase(parse, first).start
    return Span(start, max(noun_phrase(parse, last).end, noun_phrase(parse, first).end))


def clause_phrase(parse: Parse, verb: int, *, without: Collection[int] = (), subject: bool = True) -> Span:
    """Return the span of a predicate with all that hangs on it.

    `without` are words at whose subtree the span ends (a condition). A leading "that" or "to" is left out; without
    `subject` the span starts at the predicate or its auxiliaries.
    """
    first, last = parse.left[verb], parse.right[verb]
    for c in parse.children[verb]:
        if c in without or (
            c > verb and parse.dep[c] in ("punct", "cc", "conj", "parataxis") and _ends(parse, c, verb)
        ):
            if c > verb:
                last = min(last, parse.left[c] - 1)
            else:
                first = max(first, parse.right[c] + 1)
    if not subject:
        first = min(
            [
                verb,
                *(c for c in parse.children[verb] if c < verb and parse.dep[c] in ("aux", "auxpass", "neg", "advmod")),
            ]
        )
    while first < verb and (
        parse.lower[first] in ("that", "to", "whether", "if", ",")
        or parse.word[first] in OPENERS
        or (parse.dep[first] == "mark" and parse.lower[first] == "for")
    ):
        first += 1
    return trim(parse, first, max(verb, last))


def _ends(parse: Parse, i: int, verb: int) -> bool:
    """Whether a phrase ends before word `i`: a full stop, a dash, a second verb with a subject or a tense of its own."""
    if parse.dep[i] == "punct":
        return parse.word[i] in (";", ".", "--", "–", "—", "?", "!")
    if parse.dep[i] == "cc":
        return False
    if parse.dep[i] == "conj" and any(parse.tag[c] == "MD" for c in parse.children[i]):
        return not any(parse.tag[c] == "MD" for c in parse.children[verb])
    if parse.tag[verb] in ("VB", "VBG") and parse.tag[i] in ("VBD", "VBZ", "VBP"):
        return True
    return any(parse.dep[c] in ("nsubj", "nsubjpass") for c in parse.children[i])


def _hyphen(parse: Parse, i: int) -> bool:
    return parse.dep[i] == "punct" and (parse.word[i] in ('"', "“", "”", "''", "``", "'", "‘", "’", "-", "(", ")"))


def trim(parse: Parse, first: int, last: int) -> Span:
    """Return the span of words without punctuation or a lone conjunction at its ends."""
    while first < last and (parse.word[last] in CLOSERS or parse.lower[last] in ("and", "or", "but")):
        if parse.word[last] in ('"', "”", "''", "’", "'", ")", "]") and _opened(parse, first, last):
            break
        last -= 1
    while first < last and parse.word[first] in OPENERS and not _closed(parse, first, last):
        first += 1
    return parse.span(first, last)


def _opened(parse: Parse, first: int, last: int) -> bool:
    """Whether a closing mark at the end of a phrase was opened inside of it."""
    inside, mark = parse.word[first:last], parse.word[last]
    partner = {"”": "“", "''": "``", "’": "‘", ")": "(", "]": "["}.get(mark, mark)
    return (inside.count(partner) - (inside.count(mark) if partner != mark else 0)) % 2 == 1


def _closed(parse: Parse, first: int, last: int) -> bool:
    mark = parse.word[first]
    partner = {"“": "”", "``": "''", "‘": "’"}.get(mark, mark)
    return partner in parse.word[first + 1 : last + 1] and mark != ","
