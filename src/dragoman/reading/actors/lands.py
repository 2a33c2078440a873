"""Lands that no list knows, by the report's own words: "Orvanian" stands for "Orvania" where both are used.

English makes the adjective of a land by an ending: Orvania and Orvanian, Tigray and Tigrayan, Kurdistan and Kurdish. A
name is taken for a land where the report itself uses such an adjective as one, or in front of an office or a group ("the
Orvanian army").
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from dragoman.reading.grammar.parse import Parse

ENDINGS: dict[str, tuple[str, ...]] = {
    "nian": ("", "n", "nia", "ne"),
    "ian": ("ia", "a", "y", "", "e", "o", "us", "ium", "os"),
    "ean": ("ea", "a", "e", "es", ""),
    "an": ("a", "", "o", "e", "onia", "ania", "aine"),
    "ese": ("", "a", "e", "o", "ia"),
    "ish": ("", "ia", "land", "istan", "estan", "en", "ey"),
    "ic": ("", "ia", "land", "a"),
    "i": ("", "a", "ia", "e", "y", "istan", "stan"),
    "er": ("", "e"),
    "en": ("nya", "nia", "ia"),
    "ar": ("o", "a", "ia"),
    "": ("ia", "istan", "stan", "land"),
}
"""What stands at the end of an adjective, and for each of these what can stand there in the name of the land."""
SHORTEST = 3
"""A stem of fewer letters says nothing: "Alan" is not of "Al"."""
REACH = 4
"""So many words behind the adjective its noun may stand: "the Orvanian deputy foreign *minister*"."""
COMPASS = frozenset(
    "North South East West New Northern Southern Eastern Western Central Upper Lower Inner Outer".split()
)

NO_LANDS = frozenset(
    "Republic Democrat Democracy Federation Parliament Senate Congress Guard Civil Christ Luther Atlanta Olympus Liberal "
    "Human Unit Union Academy Metropolis Library Technic Music Comic Athlete Ethic Ocean Orient Mediterrane Pacific "
    "Europe Africa America Asia Arab Islam Hind Buddh Jew Sunni Shia Capital Commission Custody Custod".split()
)
"""Words from which English makes such an adjective, or a word like it, without any land in them: "*Republican* leaders"."""


@dataclass(frozen=True, slots=True)
class Land:
    """Words `first` to `last` that name the land `name`, or say it as an adjective or for its people."""

    first: int
    last: int
    label: Literal["state", "adjective", "people"]
    name: str


def derives(adjective: str, name: str) -> bool:
    """Whether English can make `adjective` of the name of a land."""
    return any(base == name for base in _bases(adjective))


def find_lands(parse: Parse, *, nouns: Container[str], known: Container[str], open_words: Container[str]) -> list[Land]:
    """Find the words for lands in a text. `nouns` are words for offices and groups, `known` the words that a list explains.

    `open_words` are those adjectives of the list that say nothing of which land they mean.
    """
    standing = _standing(parse, known)
    named: dict[str, str] = {}
    for i in _adjectives(parse, standing, known, open_words):
        if parse.tag[i] == "JJ" or parse.entity[i] == "NORP" or _before_noun(parse, i, nouns):
            word = parse.word[i].removesuffix("s")
            named.setdefault(word, next(b for b in _bases(word) if b in standing))
    return list(_lands(parse, named)) if named else []


@lru_cache(maxsize=4096)
def _bases(adjective: str) -> tuple[str, ...]:
    """The names of which English could make the adjective."""
    out: list[str] = []
    for ending, others in ENDINGS.items():
        stem = adjective.removesuffix(ending)
        if adjective.endswith(ending) and len(stem) >= SHORTEST:
            out += (stem + other for other in others if stem + other != adjective)
    return tuple(out)


def _standing(parse: Parse, known: Container[str]) -> set[str]:
    """The unknown words with a capital that stand as a name of their own, not as a part of a longer one."""
    out, words, family = set(), parse.word, _family_names(parse)
    for i, word in enumerate(words):
        if len(word) <= SHORTEST or not word[0].isupper() or word in known or parse.tag[i][:3] != "NNP":
            continue
        if word in NO_LANDS or word in family:
            continue
        longer = i + 1 < len(words) and words[i + 1][:1].isupper() and parse.tag[i + 1][:3] == "NNP"
        person = i > 0 and parse.entity[i] == parse.entity[i - 1] == "PERSON"
        if not longer and not person:
            out.add(word)
    return out


def _family_names(parse: Parse) -> set[str]:
    """The last words of whole names of persons: "*Ruizian* wit" comes of Ana Ruiz."""
    words, entity = parse.word, parse.entity
    return {
        words[i]
        for i in range(1, len(words))
        if entity[i] == "PERSON" == entity[i - 1] and i not in parse.entity_starts and words[i - 1][:1].isupper()
    }


def _adjectives(parse: Parse, standing: set[str], known: Container[str], open_words: Container[str]) -> Iterator[int]:
    """The words that can be the adjective, or its plural, of a name in `standing`."""
    if not standing:
        return
    for i, word in enumerate(parse.word):
        if len(word) <= SHORTEST or not word[0].isupper() or parse.tag[i][0] not in "JN":
            continue
        if word in known and word not in open_words:
            continue
        if any(base in standing for base in _bases(word.removesuffix("s"))):
            yield i


def _before_noun(parse: Parse, i: int, nouns: Container[str]) -> bool:
    """Whether a word for an office or a group follows in the phrase."""
    for k in range(i + 1, min(i + 1 + REACH, len(parse))):
        if parse.tag[k][0] not in "NJH":
            return False
        if parse.lower[k] in nouns:
            return True
    return False


def _lands(parse: Parse, named: dict[str, str]) -> Iterator[Land]:
    names = set(named.values())
    full = {name: _full(parse, name) for name in names}
    for i, word in enumerate(parse.word):
        alone = word.removesuffix("s")
        label: Literal["state", "adjective", "people"]
        if word in names:
            label, name = "state", full[word]
        elif alone in named:
            label, name = ("adjective" if alone == word else "people"), full[named[alone]]
        else:
            continue
        first = i - (" " in name and i > 0 and parse.word[i - 1] == name.split()[0])
        yield Land(first, i, label, name)


def _full(parse: Parse, name: str) -> str:
    """The name with the point of the compass that belongs to it: "South *Ossetia*"."""
    for i, word in enumerate(parse.word):
        if word == name:
            return f"{parse.word[i - 1]} {name}" if i and parse.word[i - 1] in COMPASS else name
    return name
