"""The verb of saying whose day the grammar hung on the verb of what is said: "said *on Monday* he may leave".

A day between a past verb of saying and the first word of the clause that it tells is the day of saying, since a writer who
meant the clause would have put it there. "Said *Monday's* vote would" and "said *tomorrow* they would" are no such days.
"""

from __future__ import annotations

from functools import cache

from dragoman.reading.grammar.parse import Parse
from dragoman.reading.lexicon import load

AHEAD = frozenset({"tomorrow", "next", "later", "coming", "following", "soon"})
ATTRIBUTES = frozenset({"poss", "compound", "nmod", "amod", "nummod"})
REACH = 6
"""So many words may stand between a verb of saying and the day: those who were told, "in a statement"."""


@cache
def _telling() -> frozenset[str]:
    return frozenset(w for e in load("tenses")["entry"] if e["sense"] == "telling" for w in e["words"])


def said_on(parse: Parse, first: int, last: int) -> int | None:
    """Return the verb of saying right before the words `first` to `last` of a date; None where the clause's verb holds them."""
    top = next((i for i in range(last, first - 1, -1) if not first <= parse.head[i] <= last), last)
    if parse.dep[top] in ATTRIBUTES or AHEAD & set(parse.lower[first : last + 1]):
        return None
    begins = first - 1 if first and parse.lower[first - 1] == "on" else first
    up = top
    while parse.tag[up][:2] != "VB":
        if parse.head[up] == up or parse.dep[up] in ATTRIBUTES or not begins <= up <= last:
            return None
        up = parse.head[up]
    verb = parse.head[up]
    if parse.dep[up] != "ccomp" or parse.tag[verb] != "VBD" or parse.lemma[verb] not in _telling():
        return None
    subject = parse.kid(up, "nsubj", "nsubjpass", "expl", "csubj")
    between = range(verb + 1, begins)
    if subject is None or not verb < begins <= last < parse.left[subject] <= up or len(between) > REACH:
        return None
    return verb if all(_under(parse, w, verb, up) for w in between) else None


def _under(parse: Parse, word: int, verb: int, other: int) -> bool:
    """Whether a word hangs on one verb by no way through another: "told *reporters*"."""
    while word not in (verb, other) and parse.head[word] != word:
        word = parse.head[word]
    return word == verb
