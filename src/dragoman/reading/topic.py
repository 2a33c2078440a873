"""Tells whether a text is about a negotiation in the sense of the record, by the words that it uses.

Football transfers, casting talks and company mergers have talks, offers and deals too; none of them is one.
"""

from __future__ import annotations

from functools import cache

from dragoman.reading.grammar.parse import Parse
from dragoman.reading.lexicon import load
from dragoman.reading.marks import Mention


@cache
def _weights() -> dict[str, int]:
    """How much each lemma speaks for (positive) or against (negative) a negotiation."""
    return {word: entry["weight"] for entry in load("topic")["entry"] for word in entry["words"].split()}


@cache
def strong_words() -> frozenset[str]:
    """The words of war, captivity and diplomacy, which stand in few other texts."""
    return _words("talks")


@cache
def labour_words() -> frozenset[str]:
    """The words of unions and strikes."""
    return _words("labour")


def _words(field: str) -> frozenset[str]:
    return frozenset(next(entry for entry in load("topic")["entry"] if entry["id"] == field)["words"].split())


def about_negotiation(parse: Parse, mentions: tuple[Mention, ...]) -> bool:
    """Weigh the words of a text and the states named in it: more for a negotiation than against one.

    A text with no word of any field at all is let through: there is nothing to hold against it.
    """
    weights = _weights()
    weight, against = 0, False
    for lower, lemma in zip(parse.lower, parse.lemma, strict=True):
        word = weights.get(lower)
        word = weights.get(lemma, 0) if word is None else word
        weight, against = weight + word, against or word < 0
    weight += min(len({m.state for m in mentions if m.state is not None and m.form == "name"}), 3)
    return weight > 0 or (weight == 0 and not against)
