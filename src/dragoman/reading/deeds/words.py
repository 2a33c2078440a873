"""The lexicon of deeds: which verbs and nouns name one, and what must stand beside them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

Table = dict[str, Any]


@dataclass(frozen=True, slots=True)
class DeedWords:
    """One entry: the words that name a sort of deed, and what must or must not stand beside them."""

    sort: str
    verbs: frozenset[str]
    nouns: frozenset[str]
    objects: frozenset[str] | None
    through: tuple[tuple[str, frozenset[str]], ...]
    modifiers: frozenset[str]
    without: frozenset[str]
    doers: frozenset[str]
    target: tuple[str, ...]
    sense: str
    manner: frozenset[str]
    example: str
    counter: str


@dataclass(frozen=True, slots=True)
class DeedLexicon:
    """All entries, by the verb and by the noun that sets them off, in the order of the file."""

    entries: tuple[DeedWords, ...]
    by_verb: dict[str, tuple[DeedWords, ...]]
    by_noun: dict[str, tuple[DeedWords, ...]]


@cache
def deed_lexicon() -> DeedLexicon:
    """Load the lexicon, once."""
    table = tomllib.loads((files("dragoman.reading.lexicon") / "deeds.toml").read_text(encoding="utf-8"))
    entries = tuple(_entry(raw, table["classes"]) for raw in table["entry"])
    return DeedLexicon(entries, _index(entries, "verbs"), _index(entries, "nouns"))


def _entry(raw: Table, classes: dict[str, list[str]]) -> DeedWords:
    def words(key: str) -> frozenset[str]:
        return _words(raw.get(key, ()), classes)

    return DeedWords(
        sort=raw["sort"],
        verbs=words("verbs"),
        nouns=words("nouns"),
        objects=words("objects") or None,
        through=tuple(
            (prep, _words([what], classes)) for prep, what in (t.split(" ", 1) for t in raw.get("through", ()))
        ),
        modifiers=words("modifiers"),
        without=words("without"),
        doers=words("doers"),
        target=tuple(raw.get("target", ())),
        sense=raw["sense"],
        manner=frozenset(raw.get("manner", "").split()),
        example=raw["example"],
        counter=raw["counter"],
    )


def _words(raw: list[str] | tuple[str, ...], classes: dict[str, list[str]]) -> frozenset[str]:
    """The words of a list, with "@name" replaced by those of the class."""
    out: set[str] = set()
    for word in raw:
        out.update(classes[word[1:]] if word.startswith("@") else (word,))
    return frozenset(out)


def _index(entries: tuple[DeedWords, ...], kind: str) -> dict[str, tuple[DeedWords, ...]]:
    out: dict[str, list[DeedWords]] = {}
    for entry in entries:
        for word in getattr(entry, kind):
            out.setdefault(word, []).append(entry)
    return {word: tuple(found) for word, found in out.items()}
