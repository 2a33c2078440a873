"""Persons whom news names without their office: which state they act for, which offices they are known for."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dragoman.reading.lexicon import load
from dragoman.resolving.likeness import bones, family, person_like
from dragoman.resolving.somebody import Somebody

BYGONE = ("former", "ex-", "late ", "then")


class Renown(NamedTuple):
    """A known person: the whole name, the state if there is one, the class of office; `alone` where the family name says enough."""

    name: str
    state: str | None
    office: str
    alone: bool


@cache
def _known() -> dict[str, list[Renown]]:
    """The known persons by the consonants of their family names."""
    table: dict[str, list[Renown]] = {}
    for entry in load("people")["entry"]:
        for key in ("names", "full"):
            for name, office in entry.get(key, {}).items():
                one = Renown(name, entry.get("code"), office, key == "names")
                table.setdefault(bones(family(name)), []).append(one)
    return table


def known_as(name: str) -> Renown | None:
    """Return the known person whom the fullest name of a report can only mean, None where it leaves it open."""
    family_only = " " not in name.strip()
    found = [
        one
        for one in _known().get(bones(family(name)), ())
        if (one.alone or not family_only) and (person_like(name, one.name) or person_like(one.name, name))
    ]
    return found[0] if len({(one.state, one.office) for one in found}) == 1 else None


def learn(people: list[Somebody]) -> None:
    """Let persons of whom a report tells neither office nor state have those that they are known for."""
    for one in people:
        if one.plural or (one.role or "").lower().startswith(BYGONE):
            continue
        known = known_as(one.name)
        other = bool(one.offices) and known is not None and known.office not in one.offices
        if known is None or (other and " " not in one.name) or one.state not in (None, known.state):
            continue
        one.lore = frozenset() if other else frozenset({known.office})
        if one.affiliation is None:
            one.state = known.state
