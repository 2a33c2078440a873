"""Lexicons whose entries give words a sense, as one table from word to senses."""

from __future__ import annotations

from functools import cache

from dragoman.reading.lexicon import load


@cache
def senses_of(name: str) -> dict[str, tuple[str, ...]]:
    """Return for each word of the lexicon `name` the senses of the entries that hold it, in their order."""
    senses: dict[str, tuple[str, ...]] = {}
    for entry in load(name)["entry"]:
        for word in entry["words"]:
            senses[word] = (*senses.get(word, ()), entry["sense"])
    return senses
