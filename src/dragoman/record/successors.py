"""What became of descriptions of actors and of words for matters when reports were read anew: who is called what now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields

from dragoman.record.claims import Finding
from dragoman.record.comparing import Difference
from dragoman.record.decisions import Rulings, Thing
from dragoman.record.keys import matter_id
from dragoman.terms.findings import Actor, Agreement, Position

Move = tuple[Thing, str, str]


class Successors:
    """Gathers, over all reports that are read anew, by which member each one that a decision names was replaced.

    Of all others nothing is remembered, however many reports there are.
    """

    def __init__(self, rulings: Rulings) -> None:
        self._named = named(rulings)
        self._moves: dict[tuple[Thing, str], set[str]] = {}

    def take(self, differences: Iterable[Difference]) -> None:
        """Learn from the differences of one report."""
        told = tuple(differences)
        came = {d.claim: d.after for d in told if d.change == "comes"}
        for difference in told:
            after = came.get(difference.to or "") if difference.change == "goes" else difference.after
            if difference.before is not None and after is not None:
                for thing, old, new in _moved(difference.before, after):
                    if old in self._named[thing]:
                        self._moves.setdefault((thing, old), set()).add(new)

    def of(self, thing: Thing, member: str) -> str | None:
        """Return the one member that took the place of another; None where there is none, or several."""
        new = self._moves.get((thing, member), set())
        return next(iter(new)) if len(new) == 1 else None


def named(rulings: Rulings) -> Mapping[Thing, frozenset[str]]:
    """Return the members of actors and proposals that decisions in force name."""
    kinds: tuple[Thing, Thing] = ("actor", "proposal")
    pairs = (*rulings.together, *rulings.apart)
    return {kind: frozenset(m for thing, *pair in pairs if thing == kind for m in pair) for kind in kinds}


def _moved(before: Finding, after: Finding) -> Iterator[Move]:
    if type(before) is not type(after):
        return
    for field in fields(before):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if isinstance(old, Actor) and isinstance(new, Actor):
            yield from _renamed(old, new)
        elif isinstance(old, tuple) and isinstance(new, tuple) and len(old) == len(new):
            for one, other in zip(old, new, strict=True):
                if isinstance(one, Actor) and isinstance(other, Actor):
                    yield from _renamed(one, other)
    if isinstance(before, Position | Agreement) and isinstance(after, Position | Agreement):
        if (old_matter := matter_id(before.about)) != (new_matter := matter_id(after.about)):
            yield ("proposal", old_matter, new_matter)


def _renamed(old: Actor, new: Actor) -> Iterator[Move]:
    if old.id != new.id and old.kind == new.kind:
        yield ("actor", old.id, new.id)
