"""Profiles that are told alike, and persons in the making: what `persons.py` places, from the firmest to the weakest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from dragoman.record.grouping import Link
from dragoman.record.identity.actors.names import Name, name_of
from dragoman.record.identity.actors.offices import single_office, walk_of
from dragoman.record.identity.actors.sameness import MONTH, YEAR, Verdicts, distance, hull, order
from dragoman.record.shelf import Profile


@dataclass(slots=True, eq=False)
class Told:
    """Profiles that are told alike: the same name as it sounds and the same country. `lone` is one that a person took out."""

    name: Name
    country: str | None
    profiles: list[Profile]
    walk: str | None = None
    lone: bool = False

    @property
    def lead(self) -> Profile:
        """The one that was told first."""
        return min(self.profiles, key=order)

    @property
    def walks(self) -> frozenset[str]:
        """The walks of life that its roles tell."""
        return frozenset(walk for p in self.profiles if (walk := walk_of(p.actor.role)) is not None)

    @property
    def tier(self) -> tuple[bool, bool, bool, bool, bool]:
        """How firmly it is told: full names before surnames, with a state before without. The lower, the earlier placed."""
        return (self.name.bare, self.name.initialled, self.country is None, self.walk is None, self.lone)

    @property
    def rank(self) -> tuple[int, int, date, str]:
        """Where it stands in its tier: what most reports tell, then what is told most fully, then first."""
        return (-len(self.profiles), -len(self.name.words), *order(self.lead))


@dataclass(slots=True, eq=False)
class One:
    """A person in the making: what is told most firmly first. What is not `open` takes nobody in."""

    told: list[Told]
    open: bool = True
    links: list[Link] = field(default_factory=list)

    @property
    def first(self) -> Told:
        """What is told most firmly."""
        return self.told[0]

    @property
    def country(self) -> str | None:
        """The one state or land that is told."""
        return next((told.country for told in self.told if told.country is not None), None)

    @property
    def profiles(self) -> list[Profile]:
        """All that is told."""
        return [profile for told in self.told for profile in told.profiles]

    @property
    def walks(self) -> frozenset[str]:
        """The walks of life of all that is told."""
        return frozenset(walk for told in self.told for walk in told.walks)

    def around(self, told: Told) -> bool:
        """Whether it is told in the office of a surname, within a year of it."""
        offices = {office for profile in told.profiles if (office := _office(profile)) is not None}
        mine = [profile for profile in self.profiles if _office(profile) in offices]
        return bool(mine) and distance(hull(mine), hull(told.profiles)) <= YEAR


def _office(profile: Profile) -> str | None:
    return None if profile.actor.role is None else single_office(profile.actor.role)


def alike(profiles: Sequence[Profile], verdicts: Verdicts) -> Iterator[Told]:
    """Yield the profiles that are told alike; a surname that a person took out of somebody stands alone."""
    told: dict[tuple[Name, str | None], list[Profile]] = {}
    for profile in profiles:
        name = name_of(profile.actor.name, profile.actor.state)
        if name.bare and verdicts.parted(profile.actor.id):
            yield Told(name, profile.actor.country, [profile], lone=True)
        else:
            told.setdefault((name, profile.actor.country), []).append(profile)
    for (name, country), held in told.items():
        yield from (Told(name, country, part, walk) for walk, part in _walks_apart(held))


def _walks_apart(profiles: list[Profile]) -> list[tuple[str | None, list[Profile]]]:
    """Part those who hold power from those of another walk of life at the same time: namesakes of one land."""
    walks: dict[str | None, list[Profile]] = {}
    for profile in profiles:
        walks.setdefault(walk_of(profile.actor.role), []).append(profile)
    power = walks.get("power")
    others = [held for walk, held in walks.items() if walk in ("voice", "trade")]
    if power is None or not any(distance(hull(power), hull(other)) <= MONTH for other in others):
        return [(None, profiles)]
    return list(walks.items())
