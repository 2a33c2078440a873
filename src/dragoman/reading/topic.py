"""Tells whether a text is about a negotiation in the sense of the record, by the words that it uses.

Football transfers, casting talks and company mergers have talks, offers and deals too; none of them is one.
"""

from __future__ import annotations

from functools import cache

from dragoman.reading.lexicon import load
from dragoman.reading.parse import Parse


@cache
def _weights() -> dict[str, int]:
    """How much each lemma speaks for (positive) or against (negative) a negotiation."""
    return {word: entry["weight"] for entry in load("topic")["entry"] for word in entry["words"].split()}


def about_negotiation(parse: Parse) -> bool:
    """Weigh the words of a text: more for a negotiation than against one."""
    weights = _weights()
    weight = sum(weights.get(lemma, 0) for lemma in parse.lemma)
    states = sum(label in ("GPE", "NORP") for _, _, label in parse.entities)
    return weight + min(states, 3) > 0
