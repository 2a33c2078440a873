"""The words that give somebody's words: verbs, nouns, prepositions and adjectives, by what they take (lexicon/speech.toml, attitudes.toml)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.reading.lexicon import load


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a word: its sense, and the act it does where it does more than say."""

    sense: str
    act: str | None


Cue = dict[str, Use]
"""What a word takes ("clause", "infinitive", "noun", "for") -> the use that it then has."""


@dataclass(frozen=True, slots=True)
class Cues:
    """All cues: verbs and nouns by their base form, the others as written; `showing` are the verbs of papers and studies."""

    verbs: dict[str, Cue]
    showing: frozenset[str]
    nouns: dict[str, Cue]
    prepositions: dict[str, Cue]
    adjectives: dict[str, Cue]


@cache
def cues() -> Cues:
    """Return the lexicon of cues. A word of two entries has the uses of both; the first wins."""
    tables: dict[str, dict[str, Cue]] = {"verb": {}, "noun": {}, "preposition": {}, "adjective": {}}
    for entry in (*load("speech")["entry"], *load("attitudes")["entry"]):
        kind = entry.get("kind", "verb")
        for word in entry["words"]:
            uses = tables[kind].setdefault(_key(word, kind), {})
            for frame in entry["takes"]:
                uses.setdefault(frame, Use(entry["sense"], entry.get("act")))
    showing = {word for entry in load("speech")["entry"] if entry["sense"] == "show" for word in entry["words"]}
    return Cues(tables["verb"], frozenset(showing), tables["noun"], tables["preposition"], tables["adjective"])


def _key(word: str, kind: str) -> str:
    """Two-word verbs are kept by their first word: "call for" under "call"."""
    return word.split(" ", 1)[0] if kind == "verb" else word
