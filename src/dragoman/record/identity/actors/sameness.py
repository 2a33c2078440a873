"""What the clustering of actors works on: clusters of profiles, the order of profiles, and which of them people ruled on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.record.decisions import Rulings
from dragoman.record.grouping import Link
from dragoman.record.shelf import Profile

MONTH = timedelta(days=31)
YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True, eq=False)
class Core:
    """Profiles that are one actor by the rules alone, the firmest and earliest first. `doubtful` are links to others."""

    members: tuple[Profile, ...]
    links: tuple[Link, ...] = ()
    doubtful: tuple[Link, ...] = ()

    @property
    def lead(self) -> Profile:
        """The profile that it is named by."""
        return self.members[0]


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What people ruled on actors: pairs of profile ids that are together or apart."""

    rulings: Rulings

    def together(self, one: str, other: str) -> bool:
        """Whether somebody said that the two are one."""
        return ("actor", min(one, other), max(one, other)) in self.rulings.together

    def apart(self, one: str, other: str) -> bool:
        """Whether somebody said that the two are not one."""
        return ("actor", min(one, other), max(one, other)) in self.rulings.apart

    def any_together(self, ones: Iterable[Profile], others: Sequence[Profile]) -> bool:
        """Whether somebody said of any two that they are one."""
        return bool(self.rulings.together) and any(self.together(a.actor.id, b.actor.id) for a in ones for b in others)

    def any_apart(self, ones: Iterable[Profile], others: Sequence[Profile]) -> bool:
        """Whether somebody said of any two that they are not one."""
        return bool(self.rulings.apart) and any(self.apart(a.actor.id, b.actor.id) for a in ones for b in others)

    def parted(self, profile: str) -> bool:
        """Whether somebody said of a profile that it is not another."""
        return any(profile in pair[1:] for pair in self.rulings.apart if pair[0] == "actor")

    def partners(self, profile: str) -> tuple[str, ...]:
        """Return the profiles of which somebody said that they are the same, sorted."""
        pairs = (pair[1:] for pair in self.rulings.together if pair[0] == "actor" and profile in pair[1:])
        return tuple(sorted(one for pair in pairs for one in pair if one != profile))


def order(profile: Profile) -> tuple[date, str]:
    """Where a profile stands among others: the first told first."""
    return (profile.first, profile.actor.id)


def hull(profiles: Iterable[Profile]) -> tuple[date, date]:
    """Return the first and last day on which any of some profiles was told."""
    listed = tuple(profiles)
    return min(p.first for p in listed), max(p.last for p in listed)


def distance(one: tuple[date, date], other: tuple[date, date]) -> timedelta:
    """Return how far two stretches of days are apart; nothing where they touch."""
    return max(one[0] - other[1], other[0] - one[1], timedelta(0))
