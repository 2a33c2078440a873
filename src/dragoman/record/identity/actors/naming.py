"""What an actor of the record is called, and whom a name that somebody types can mean."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.reading.actors.states import states
from dragoman.record.identity.actors.bodies import body_of, land_of
from dragoman.record.identity.actors.names import name_of, shortens, words
from dragoman.record.identity.actors.offices import single_office
from dragoman.record.shelf import Profile
from dragoman.terms.findings import Actor


def fullest(firm: Sequence[Profile]) -> str:
    """Return the fullest of the names: most words, then most letters, then by the alphabet.

    Where full names of a person are told by several descriptions or on several days, a name that came once is passed over: it
    may be fuller by a word that a report put before it.
    """
    if firm[0].actor.kind != "person":
        return max((p.actor.name for p in firm), key=_fullness)
    told: dict[str, int] = {}
    for profile in firm:
        told[profile.actor.name] = told.get(profile.actor.name, 0) + (1 if profile.first == profile.last else 2)
    often = [name for name, times in told.items() if times > 1 and _fullness(name)[0] > 1]
    return max(often or told, key=_fullness)


def _fullness(name: str) -> tuple[int, int, tuple[int, ...]]:
    whole = sum(len(part.rstrip(".")) > 1 for part in name.split())
    return (whole, len(name), tuple(-ord(c) for c in name))


def pretend(typed: str) -> tuple[Actor, ...]:
    """Return the actors that typed words would name in a report: a person, a state, a body."""
    name = _written(typed)
    code = _state(name)
    bodily = Actor("", name, "group")
    asked = [Actor("", name, "person"), Actor("", name, "state", state=code, land=None if code else name), bodily]
    asked += [Actor("", name, "media")]
    return tuple(actor for actor in asked if words(actor.name))


def pretend_holder(typed: str) -> Actor | None:
    """Return whom typed words describe by an office and its state: "Russian foreign minister", "president of Kestria"."""
    name = _written(typed)
    head, of, tail = name.partition(" of ")
    if of and single_office(head) is not None:
        code = _state(tail.removeprefix("the ").removeprefix("The "))
        return Actor("", name, "person", role=head, state=code, land=None if code else tail)
    parts = name.split()
    for cut in (1, 2):
        code = states().code(" ".join(parts[:cut]))
        if code is not None and single_office(" ".join(parts[cut:])) is not None:
            return Actor("", name, "person", role=" ".join(parts[cut:]), state=code)
    return None


def matches(asked: Actor, held: Actor) -> bool:
    """Whether an actor of a report is one whom typed words name."""
    if asked.kind == "person":
        one = name_of(asked.name, held.state)
        return held.kind == "person" and shortens(one, name_of(held.name, held.state))
    if held.kind == "person":
        return False
    if asked.kind == "state":
        return land_of(held) is not None and land_of(held) == land_of(asked)
    mine, its = body_of(asked), body_of(held)
    return land_of(held) is None and (mine.name == its.name or (bool(mine.short) and mine.short in its.initials))


def country_of(typed: str) -> str:
    """Return the code of the state that typed words name, else the words as the name of a land."""
    name = _written(typed)
    return _state(name) or name


def _written(typed: str) -> str:
    """Return typed words with capitals, where somebody typed none."""
    name = " ".join(typed.split())
    if any(c.isupper() for c in name):
        return name
    return name.upper() if len(name) < 4 else name.title()


def _state(name: str) -> str | None:
    known = states()
    if name in known.title:
        return name
    tables = (known.names, known.capitals, known.seats)
    return next((table[name] for table in tables if name in table), None)
