"""Named persons whose family names sound alike -> who is one.

The firmer a profile is told (more names, a state), the earlier it is placed; a less firm one joins the only one that it can
be short for, and where there are two it joins neither. So nothing weak ever bridges two that are firm.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, groupby

from dragoman.record.grouping import Link
from dragoman.record.identity.names import Name, likeness, name_of, shortens
from dragoman.record.identity.offices import office_of, walk_of
from dragoman.record.identity.sameness import MONTH, YEAR, Core, Verdicts, distance, hull, order
from dragoman.record.shelf import Profile

ALIKE = 85.0
"""From here on two names are shown to a person as one name, maybe: "Serhiy Ivanov" and "Sergei Ivanov" have 92."""


@dataclass(slots=True, eq=False)
class _Told:
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
    def rank(self) -> tuple[int, int, bool, bool, bool]:
        """How firmly it is told: the lower, the earlier it is placed."""
        whole = sum(len(word) > 1 for word in self.name.words)
        return (-whole, -len(self.name.words), self.country is None, self.walk is None, self.lone)


@dataclass(slots=True, eq=False)
class _One:
    """A person in the making: what is told most firmly first. What is not `open` takes nobody in."""

    told: list[_Told]
    open: bool = True
    links: list[Link] = field(default_factory=list)

    @property
    def first(self) -> _Told:
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


def persons(profiles: Iterable[Profile], verdicts: Verdicts) -> tuple[Core, ...]:
    """Return the persons among profiles, each with its reasons and its doubts. The order of the profiles plays no part."""
    placing = _Placing(verdicts)
    told = sorted(_alike(sorted(profiles, key=order), verdicts), key=lambda t: (t.rank, order(t.lead)))
    for _, ranked in groupby(told, key=lambda t: t.rank):
        placing.place(list(ranked))
    doubtful = [*placing.doubtful, *_doubts(placing.ones)]
    return tuple(_core(one, doubtful) for one in placing.ones)


class _Placing:
    def __init__(self, verdicts: Verdicts) -> None:
        self.verdicts = verdicts
        self.ones: list[_One] = []
        self.doubtful: list[Link] = []

    def place(self, ranked: list[_Told]) -> None:
        """Place those that are told equally firmly, each by those that are told more firmly, none by another of them."""
        found = [(told, self._candidates(told)) for told in ranked]
        rivals = self._rivals(found)
        for told, candidates in found:
            if len(candidates) == 1 and id(candidates[0]) not in rivals:
                self._join(told, candidates[0])
                continue
            rule = "one of several" if len(candidates) > 1 else "rival states"
            self.ones.append(_One([told], open=len(candidates) < 2 and not told.lone))
            self.doubtful += [_doubt(told, one, rule, f"{_said(told)} can be {_said(one.first)}") for one in candidates]

    def _candidates(self, told: _Told) -> list[_One]:
        found = [one for one in self.ones if one.open and self._fits(told, one)]
        kept: list[_One] = []
        for one in found:  # whom a person said to be one are one candidate
            if not any(self.verdicts.any_together(one.profiles, other.profiles) for other in kept):
                kept.append(one)
        return kept

    def _fits(self, told: _Told, one: _One) -> bool:
        if not any(told.name == other.name or shortens(told.name, other.name) for other in one.told):
            return False
        if told.country is not None and one.country is not None and told.country != one.country:
            return False
        if told.lone and self.verdicts.any_apart(told.profiles, one.profiles):
            return False
        if told.walks and one.walks and not told.walks & one.walks:
            return False
        if not told.name.bare or told.country is not None or any(p.actor.role for p in told.profiles):
            return True
        near = distance(hull(told.profiles), hull(one.profiles)) <= YEAR
        if not near:
            self.doubtful.append(_doubt(told, one, "long ago", f"{_said(told)} is told more than a year apart"))
        return near

    def _rivals(self, found: list[tuple[_Told, list[_One]]]) -> set[int]:
        """Return those of no told state whom profiles of different states would join."""
        countries: dict[int, set[str]] = {}
        for told, candidates in found:
            if len(candidates) == 1 and candidates[0].country is None and told.country is not None:
                countries.setdefault(id(candidates[0]), set()).add(told.country)
        return {key for key, claimed in countries.items() if len(claimed) > 1}

    def _join(self, told: _Told, one: _One) -> None:
        one.links.append(Link(one.first.lead.actor.id, told.lead.actor.id, *_reason(told, one)))
        one.told.append(told)


def _alike(profiles: Sequence[Profile], verdicts: Verdicts) -> Iterator[_Told]:
    told: dict[tuple[Name, str | None], list[Profile]] = {}
    for profile in profiles:
        name = name_of(profile.actor.name, profile.actor.state)
        if name.bare and verdicts.parted(profile.actor.id):
            yield _Told(name, profile.actor.country, [profile], lone=True)
        else:
            told.setdefault((name, profile.actor.country), []).append(profile)
    for (name, country), held in told.items():
        yield from (_Told(name, country, part, walk) for walk, part in _walks_apart(held))


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


def _reason(told: _Told, one: _One) -> tuple[str, str]:
    actor, first = told.lead.actor, one.first.lead.actor
    state = told.country or one.country
    land = f", and nothing speaks against {state}" if told.country is None and state else f" and the state {state}"
    where = land if state else ""
    if told.name == one.first.name:
        return "name", f"the name {actor.name}{where}"
    if told.name.bare:
        return "family name", f"the surname {actor.name}{where}; nobody else told has it and fits: {first.name}"
    return "short name", f"{actor.name} is short for {first.name}{where}"


def _core(one: _One, doubtful: list[Link]) -> Core:
    members = tuple(profile for told in one.told for profile in sorted(told.profiles, key=order))
    links = [*one.links]
    for told in one.told:
        lead = told.lead
        links += [_same(lead, other, told) for other in told.profiles if other is not lead]
    ids = {profile.actor.id for profile in members}
    doubts = {link for link in doubtful if (link.one in ids) != (link.other in ids)}
    return Core(members, tuple(sorted(links)), tuple(sorted(doubts)))


def _same(lead: Profile, other: Profile, told: _Told) -> Link:
    state = f" and the state {told.country}" if told.country else ""
    if lead.actor.name == other.actor.name:
        return Link(lead.actor.id, other.actor.id, "name", f"the same name, {lead.actor.name}{state}")
    spelled = " ".join(told.name.words)
    why = f"the names {lead.actor.name} and {other.actor.name}{state}; spelled alike: {spelled}"
    return Link(lead.actor.id, other.actor.id, "spelling", why)


def _doubts(ones: list[_One]) -> Iterator[Link]:
    """Yield the pairs that a person should see: namesakes, names that look alike, two in one office at a time."""
    told = [(one, one.first.name, one.country, _offices(one)) for one in ones]
    for (one, name, country, offices), (other, its, land, theirs) in combinations(told, 2):
        a, b = one.first, other.first
        if name == its and not name.bare:
            yield _doubt(
                a, other, "namesakes", f"{_said(a)} and {_said(b)} have one name and differ in state or office"
            )
        elif country == land or ((country is None or land is None) and not name.bare and not its.bare):
            if _look_alike(name, its):
                yield _doubt(a, other, "spelling", f"{_said(a)} and {_said(b)} are spelled nearly alike")
            elif (
                name.family == its.family
                and offices & theirs
                and distance(hull(one.profiles), hull(other.profiles)) <= MONTH
            ):
                yield _doubt(
                    a, other, "one office", f"{_said(a)} and {_said(b)} have one surname and one office at a time"
                )


def _offices(one: _One) -> frozenset[str]:
    return frozenset(office for p in one.profiles if (office := office_of(p.actor)) is not None)


def _look_alike(a: Name, b: Name) -> bool:
    if a.bare != b.bare:  # a surname that only looks like that of a full name
        return a.family != b.family and likeness(Name((a.family,)), Name((b.family,))) >= ALIKE
    return abs(len(" ".join(a.words)) - len(" ".join(b.words))) < 6 and likeness(a, b) >= ALIKE


def _doubt(told: _Told, one: _One, rule: str, why: str) -> Link:
    ids = sorted((told.lead.actor.id, one.first.lead.actor.id))
    return Link(ids[0], ids[1], rule, why)


def _said(told: _Told) -> str:
    actor = told.lead.actor
    facts = ", ".join(fact for fact in (actor.role, told.country) if fact)
    return f"{actor.name} ({facts})" if facts else actor.name
