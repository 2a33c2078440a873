"""Persons whom news names without saying who they are (lexicon/people.toml): what the tagger takes for a thing is one of these."""

from __future__ import annotations

import unicodedata
from functools import cache

from dragoman.reading.lexicon import load


@cache
def _names() -> frozenset[str]:
    """All whole names, and the family names that say enough alone, without accents."""
    found = set()
    for entry in load("people")["entry"]:
        alone = entry.get("names", {})
        found |= {*map(_plain, alone), *map(_plain, entry.get("full", {}))}
        found |= {_plain(name).split()[-1].removeprefix("al-") for name in alone}
    return frozenset(found)


def well_known(name: str) -> bool:
    """Whether a name, written with its capitals, is that of a person whom everybody knows."""
    return _plain(name) in _names()


def _plain(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
