"""Actors as reports tell them, on a shelf in memory that holds nothing else."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import date
from typing import Any

import pytest

from dragoman.record.decisions import Decision, Rulings, in_force
from dragoman.record.identity.actors.cast import Cast, actor_keys
from dragoman.record.ids import profile_id
from dragoman.record.shelf import Profile
from dragoman.terms.findings import Actor


class ProfileShelf:
    """Profiles by key and id; counts how often it is asked."""

    def __init__(self, profiles: Iterable[Profile]) -> None:
        self.held = {p.actor.id: p for p in profiles}
        self.asked = 0

    def profiles(
        self, *, keys: Collection[str] = (), ids: Collection[str] = (), without: Collection[str] = ()
    ) -> tuple[Profile, ...]:
        """Return the profiles that have one of the keys or ids, by id. It knows no reports, so none can be left out."""
        assert not without
        self.asked += 1
        wanted = set(keys)
        found = {p.actor.id for p in self.held.values() if wanted & set(actor_keys(p.actor))}
        return tuple(self.held[one] for one in sorted(found | (set(ids) & self.held.keys())))


def make(name: str, role: str | None = None, **told: Any) -> Profile:
    """Return a person (unless another kind is told) with its profile's id; `first` and `last` are the days it was told."""
    first = told.pop("first", "2025-05-13")
    last = told.pop("last", first)
    told.setdefault("kind", "person")
    actor = Actor(id="", name=name, role=role, **told)
    held = Actor(id=profile_id(actor), name=name, role=role, **told)
    return Profile(held, date.fromisoformat(first), date.fromisoformat(last))


def cast_of(profiles: Iterable[Profile], rulings: Rulings | None = None) -> Cast:
    """Return the cast of a record that has these profiles."""
    return Cast(ProfileShelf(profiles), rulings or Rulings())  # type: ignore[arg-type]


def ids_of(cast: Cast, *profiles: Profile) -> list[str]:
    """Return the identity of each profile on the last day on which it was told."""
    return [cast.of(p.actor, p.last).id for p in profiles]


def ruling(verb: str, *profiles: Profile, number: int = 1) -> Decision:
    """Return a decision of one person about actors."""
    things = tuple(p.actor.id for p in profiles)
    return Decision(f"d{number}", "Ada", f"2025-06-{number:02}T10:00:00Z", verb, "actor", things)  # type: ignore[arg-type]


@pytest.fixture
def one() -> Callable[..., bool]:
    """Say whether profiles, alone on a shelf, are all one actor."""

    def same(*profiles: Profile, beside: tuple[Profile, ...] = (), decided: tuple[Decision, ...] = ()) -> bool:
        cast = cast_of((*profiles, *beside), in_force(decided))
        return len(set(ids_of(cast, *profiles))) == 1

    return same
