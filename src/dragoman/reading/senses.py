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


@cache
def words_of(name: str, sense: str) -> frozenset[str]:
    """Return the words of the lexicon `name` that have the sense."""
    return frozenset(word for word, senses in senses_of(name).items() if sense in senses)
