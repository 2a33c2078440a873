"""Nouns of speech: "the ministry's claim that …", "a warning from the union that …"."""

from __future__ import annotations

from dragoman.reading.speech.bounds import fit
from dragoman.reading.speech.cues import cues
from dragoman.reading.speech.drafts import Draft
from dragoman.reading.speech.hearing import Hearing
from dragoman.reading.speech.voices import Voice, subject_of, with_source

_FROM = frozenset({"by", "from", "of"})
_HELD = frozenset(
    {"make", "issue", "repeat", "voice", "express", "release", "reiterate", "have", "raise", "give", "send", "deliver"}
)


def find_nouns(hearing: Hearing) -> list[Draft]:
    """Find the clauses that hang on a noun of speech whose owner is told."""
    parse, nouns = hearing.parse, cues().nouns
    drafts = []
    for i, lemma in enumerate(parse.lemma):
        if lemma not in nouns or parse.tag[i][:2] != "NN" or hearing.inside[i] >= 0:
            continue
        clause = next((c for c in parse.kids(i, "acl", "ccomp", "relcl") if c > i and _is_that(hearing, i, c)), None)
        owner = None if clause is None else _owner(hearing, i)
        if clause is None or owner is None:
            continue
        span = fit(hearing, parse.left[clause], parse.right[clause], i)
        if span is not None:
            voice = with_source(parse, Voice((i, i), i), owner)
            drafts.append(Draft(voice, (span,), "noun", nouns[lemma]["clause"]))
    return drafts


def _is_that(hearing: Hearing, noun: int, clause: int) -> bool:
    """Whether a clause tells what the noun says ("that …" as a conjunction), not which one it is."""
    parse = hearing.parse
    first = parse.left[clause]
    return noun < first <= noun + 8 and parse.lower[first] == "that" and parse.dep[first] == "mark"


def _owner(hearing: Hearing, noun: int) -> int | None:
    """Whose claim it is: "X's", "by X", "from X", or who makes it."""
    parse = hearing.parse
    if (owner := parse.kid(noun, "poss")) is not None:
        return owner
    for prep in parse.kids(noun, "prep"):
        if parse.lower[prep] in _FROM and (owner := parse.kid(prep, "pobj")) is not None:
            return owner
    head = parse.head[noun]
    if parse.dep[noun] == "dobj" and parse.lemma[head] in _HELD:
        return subject_of(parse, head)
    return None
