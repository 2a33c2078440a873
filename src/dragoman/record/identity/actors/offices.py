"""Offices of persons: "FM", "Foreign Minister" and "minister of foreign affairs" are one; deputy, acting and former are others.

An office has a seat: the state or land, else the body, for which it is held. An office that only one person can hold at a
time tells by the day whom "the foreign minister" of a report means.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal

from dragoman.reading.actors.lands import derives
from dragoman.reading.actors.pieces import bodies
from dragoman.reading.actors.states import states
from dragoman.reading.lexicon import load
from dragoman.record.identity.actors.names import words
from dragoman.terms.findings import Actor

Walk = Literal["power", "voice", "trade"]
"""The walk of life of an office: power (rulers and ministers), voice (speaks for somebody), trade (sports and arts)."""

_QUALIFIERS: dict[str, str] = {
    form: kind
    for kind, forms in {
        "former": "former ex late then",
        "interim": "acting interim caretaker transitional provisional",
        "deputy": "deputy vice assistant under junior",
        "elect": "elect designate incoming nominee",
    }.items()
    for form in forms.split()
}
_DEPARTMENTS: dict[str, str] = {
    form: forms.split(",")[0]
    for forms in (
        "foreign,foreign affairs,external affairs,foreign relations,external relations",
        "defence,defense,national defence,national defense,war",
        "interior,internal affairs,home",
        "finance,treasury", "health,public health", "justice", "energy,oil,petroleum", "economy,economic affairs,economics",
        "trade,commerce", "intelligence", "agriculture", "culture", "education", "transport,transportation",
        "labour,labor", "environment", "information", "security,national security,public security",
    )
    for form in forms.split(",")
}  # fmt: skip
_ONE_OF = {
    "head of state": "head-of-state",
    "head of government": "head-of-government",
    "foreign minister": "foreign-minister",
    "defence minister": "defence-minister",
}
_OWN_KIND = frozenset({"supreme leader", "secretary general"})
_TRADES = frozenset(
    "coach striker midfielder defender goalkeeper quarterback footballer player athlete sprinter golfer boxer singer rapper "
    "musician composer actor actress comedian filmmaker artist painter novelist poet designer photographer chef".split()
)
"""Walks of life beside which nobody holds power at the same time. Lawyers, professors and businessmen do."""
_LEADERS = ("head of state", "head of government")
SINGLE: tuple[str, ...] = (
    "supreme leader", *_LEADERS, "secretary general", "foreign minister", "defence minister",
    *(f"{department} minister" for department in dict.fromkeys(_DEPARTMENTS.values()) if department not in ("foreign", "defence")),
)  # fmt: skip
"""The offices that one alone holds, by rank."""
_POWER = frozenset(
    {"head-of-state", "head-of-government", "deputy", "foreign-minister", "defence-minister", "minister"}
)
_BODIES_OWN = re.compile(r"\b(?:ministry|department|government|cabinet|administration|office)\b", re.IGNORECASE)


def office_of(actor: Actor) -> str | None:
    """Return the office that one person alone holds at a time, with its qualifier and seat ("foreign minister/RUS").

    The seat is the state or land for which it is held, else the body of the affiliation. None where the role is none, is one
    of several of its kind (envoys, deputies, spokesmen), was held once, or where nothing says for whom.
    """
    return _office(actor.role, actor.affiliation, actor.state, actor.land)


@lru_cache(maxsize=16384)
def _office(role: str | None, affiliation: str | None, state: str | None, land: str | None) -> str | None:
    seat = _seat(affiliation, state, land) if role else None
    if role is None or seat is None:
        return None
    office = single_office(_plain_role(role, state, land))
    if seat == "GBR" and office == "head of government" and words(role)[-1:] == ("chancellor",):
        office = "finance minister"  # "of the Exchequer"
    return None if office is None else f"{office}/{seat}"


def _seat(affiliation: str | None, state: str | None, land: str | None) -> str | None:
    told = (affiliation or "").removeprefix("the ")
    country = state or land
    if country is not None:
        return country if _of_the_state(told, state, land) else None
    known = bodies().get(told)
    return f"@{' '.join(words(known[0]))}" if known is not None and known[1] == "igo" else None


def described_offices(actor: Actor) -> tuple[str, ...]:
    """Return the offices whose holder a description without a name can mean: "the French leader" is head of one or the other."""
    if actor.role is None:
        return ()
    if (
        words(actor.role)[-1:] == ("leader",)
        and actor.country is not None
        and _plain_role(actor.role, actor.state, actor.land) == "leader"
    ):
        return tuple(f"{office}/{actor.country}" for office in _LEADERS)
    office = office_of(actor)
    return () if office is None else (office,)


@lru_cache(maxsize=4096)
def single_office(role: str) -> str | None:
    """Return the usual name of an office that only one holds, None for all others. Deputies and former holders are many."""
    parts = [_QUALIFIERS.get(word, word) for word in words(role)]
    kinds = {kind for kind in ("former", "interim", "deputy", "elect") if kind in parts}
    rest = " ".join(part for part in parts if part not in kinds)
    if kinds & {"former", "deputy"}:
        return None
    office = _usual(rest)
    return None if office is None else " ".join([*sorted(kinds), office])


def is_office(text: str) -> bool:
    """Whether words are an office and no name."""
    parts = words(text)
    return bool(parts) and parts[-1] in _nouns()


@lru_cache(maxsize=4096)
def walk_of(role: str | None) -> Walk | None:
    """Return the walk of life of a role; None for roles that anybody can have beside another ("official", "leader")."""
    if role is None:
        return None
    sense = _sense(" ".join(words(role)))
    if sense in _POWER:
        return "power"
    return "voice" if sense == "spokesperson" else "trade" if words(role)[-1:] and words(role)[-1] in _TRADES else None


def _usual(role: str) -> str | None:
    if role in _OWN_KIND:
        return role
    sense = _senses().get(role)
    for office, kind in _ONE_OF.items():
        if sense == kind:
            return office
    match = re.fullmatch(r"(?:(?:minister|secretary) (?:of|for) (.+)|(.+) (?:minister|secretary))", role)
    if match is not None:
        department = _DEPARTMENTS.get(match[1] or match[2])
        return None if department is None else f"{department} minister"
    return None


def _plain_role(role: str, state: str | None, land: str | None) -> str:
    """Return the role without the words that only say of which land it is ("Russian foreign minister")."""
    return " ".join(part for part in role.split() if not _says_land(part, state, land))


def _says_land(word: str, state: str | None, land: str | None) -> bool:
    word = word.removesuffix("'s").removesuffix("’s")
    return (state is not None and states().code(word) == state) or (
        land is not None and (word == land or derives(word, land))
    )


def _of_the_state(told: str, state: str | None, land: str | None) -> bool:
    """Whether the affiliation, if one is told, is the state itself or a part of its government."""
    return not told or _says_land(told, state, land) or _BODIES_OWN.search(told) is not None


def _sense(role: str) -> str | None:
    """Return the class of the longest known office at the end of a role."""
    parts = role.split()
    return next((_senses()[" ".join(parts[n:])] for n in range(len(parts)) if " ".join(parts[n:]) in _senses()), None)


@cache
def _senses() -> dict[str, str]:
    return {" ".join(words(word)): entry["sense"] for entry in load("offices")["entry"] for word in entry["words"]}


@cache
def _nouns() -> frozenset[str]:
    return frozenset(office.split()[-1] for office in _senses())
