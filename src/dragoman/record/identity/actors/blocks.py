"""Profile -> the keys under which others that might be the same actor are found. Made of one profile alone; kept with it.

| key | held by |
| --- | --- |
| `who:<bones>` | named persons, by what remains of the family name as it sounds |
| `office:<office>/<seat>` | persons in an office that one alone holds, and descriptions that mean its holder |
| `land:<code or name>` | states and their governments |
| `body:<name>` | bodies whose name is enough |
| `body:<seat>:<name>` | bodies that are told by their land |
| `letters:<letters>` | short forms, and the names that they can be short for |
| `near:<two letters>` | every name, to find the nearest ones of a name that nobody has |
"""

from __future__ import annotations

from dragoman.record.identity.actors.bodies import body_of, land_name, land_of
from dragoman.record.identity.actors.names import family_keys, words
from dragoman.record.identity.actors.offices import described_offices, is_office, office_of
from dragoman.terms.findings import Actor


def actor_keys(actor: Actor) -> tuple[str, ...]:
    """Return the keys under which profiles that might be the same actor are found, sorted."""
    if actor.kind == "person":
        return _person_keys(actor)
    land = land_of(actor)
    if land is not None:
        return tuple(sorted({f"land:{land}", f"near:{_start(land_name(land))}", f"near:{_start(actor.name)}"}))
    body = body_of(actor)
    keys = {f"body:{body.seat}:{body.name}" if body.seat else f"body:{body.name}", f"near:{_start(actor.name)}"}
    keys |= {f"letters:{letters}" for letters in (body.short, *body.initials) if letters}
    return tuple(sorted(keys))


def is_named(actor: Actor) -> bool:
    """Whether a person is told by name, and not only by a description ("the foreign minister", "a senior official")."""
    parts = actor.name.split()
    if not parts or not any(c.isupper() for c in parts[-1]):
        return not parts or not any(c.islower() for c in parts[-1])
    if parts[0].islower() and "of" in parts:
        return False  # "grandmother of Ana Ruiz"
    if actor.role is None:
        return True
    role = words(actor.role)
    return words(actor.name) != role and not (words(actor.name)[-1:] == role[-1:] and is_office(actor.name))


def _person_keys(actor: Actor) -> tuple[str, ...]:
    if not is_named(actor):
        return tuple(sorted(f"office:{office}" for office in described_offices(actor)))
    office = office_of(actor)
    keys = {f"who:{family}" for family in family_keys(actor.name, actor.state)}
    keys |= {f"near:{_start(part)}" for part in (actor.name, actor.name.split()[-1])}
    return tuple(sorted(keys if office is None else {*keys, f"office:{office}"}))


def _start(name: str) -> str:
    return "".join(words(name))[:2]
