"""Whether two tellings name the same sides of a meeting: the one by persons, the other by the states or groups they act for."""

from __future__ import annotations

from dataclasses import replace

from dragoman.terms.findings import Actor, Meeting

SIDES = 2
UNKNOWN = ""
"""The side of a person of whom the report does not tell for whom he acts."""


def ids(meeting: Meeting) -> set[str]:
    """Return what the parties and mediators of a meeting are compared by: "investors" and "Global investors" are one."""
    return {_known_by(a) for a in (*meeting.parties, *meeting.mediators)}


def _known_by(actor: Actor) -> str:
    words = actor.name.split()
    unnamed = actor.kind == "group" and words[-1:] != [] and words[-1].islower()
    return f"{actor.country or UNKNOWN}:{words[-1]}" if unnamed else actor.id


def of_one_table(old: Meeting, new: Meeting, *, back: bool) -> bool:
    """Whether both tell of the same sides at one time or place, the one by its persons where the other names the side alone.

    "The minister of Peru meets Chilean officials on Tuesday", "Chile's envoy meets the Peruvian team on Tuesday". On one
    and the same day a person whose side nobody tells may act for the one that is missing.
    """
    one_day = old.date is not None and old.date == new.date and old.date.start == old.date.end
    if not (back or one_day or (old.date is not None and new.date is not None) or (old.place and new.place)):
        return False
    ours, theirs = _by_side(old), _by_side(new)
    loose = (ours.pop(UNKNOWN, set()), theirs.pop(UNKNOWN, set()))
    missing = (theirs.keys() - ours.keys(), ours.keys() - theirs.keys())
    if any(loose) and not (one_day and old.kind == new.kind):
        return False
    if any(len(wanted) > len(spare) for wanted, spare in zip(missing, loose, strict=True)):
        return False
    both = ours.keys() & theirs.keys()
    return len(ours.keys() | theirs.keys()) >= SIDES and bool(both) and all(_fits(ours[k], theirs[k]) for k in both)


def _by_side(meeting: Meeting) -> dict[str, set[str]]:
    """For each side of a meeting, its persons: none where only the side is named."""
    sides: dict[str, set[str]] = {}
    for actor in meeting.parties:
        side = sides.setdefault(_side(actor), set())
        side.update((actor.id,) if actor.kind == "person" else ())
    return sides


def _side(actor: Actor) -> str:
    if actor.country is not None or actor.kind == "person":
        return actor.country or UNKNOWN
    return actor.name.casefold().split()[-1]


def _fits(one: set[str], other: set[str]) -> bool:
    """Whether a side is named alone in one telling, or both tell of one of its persons."""
    return not one or not other or bool(one & other)


def together(old: Meeting, new: Meeting) -> tuple[Actor, ...]:
    """Return the parties of both tellings; of a side whose persons are told, the persons alone where the tellings differ."""
    whole = _distinct((*old.parties, *new.parties))
    if ids(old) <= ids(new) or ids(new) <= ids(old) or not of_one_table(old, new, back=True):
        return whole
    sides = _by_side(replace(old, parties=whole))
    kept = [a for a in whole if a.kind == "person" or not sides[_side(a)]]
    first = {_side(a): a for a in reversed(kept)}
    return tuple(a for a in kept if a.kind == "person" or first[_side(a)] == a)


def _distinct(actors: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Each actor once, an unnamed group by its fuller words."""
    found: dict[str, Actor] = {}
    for actor in actors:
        before = found.get(_known_by(actor))
        if before is None or len(actor.name) > len(before.name):
            found[_known_by(actor)] = actor
    return tuple(found.values())
