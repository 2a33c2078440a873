"""Named persons whose family names sound alike -> who is one.

The firmer a profile is told (a full name, a state, by many), the earlier it is placed; a less firm one joins the only one that
it can be, and where there are two it joins neither. A full name joins only where it fits all full names that are there, and a
surname bridges nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import combinations, groupby

from dragoman.record.grouping import Link
from dragoman.record.identity.actors.names import Name, likeness, nested, shortens
from dragoman.record.identity.actors.offices import office_of
from dragoman.record.identity.actors.sameness import MONTH, YEAR, Core, Verdicts, distance, hull, order
from dragoman.record.identity.actors.tellings import One, Told, alike
from dragoman.record.shelf import Profile

ALIKE = 85.0
"""From here on two names are shown to a person as one name, maybe: "Serhiy Ivanov" and "Sergei Ivanov" have 92."""


def persons(profiles: Iterable[Profile], verdicts: Verdicts) -> tuple[Core, ...]:
    """Return the persons among profiles, each with its reasons and its doubts. The order of the profiles plays no part."""
    placing = _Placing(verdicts)
    told = sorted(alike(sorted(profiles, key=order), verdicts), key=lambda t: (t.tier, t.rank))
    for tier, ranked in groupby(told, key=lambda t: t.tier):
        if tier[0]:
            placing.place(list(ranked))
        else:
            for one in ranked:
                placing.place([one])
    doubtful = [*placing.doubtful, *_doubts(placing.ones)]
    return tuple(_core(one, doubtful) for one in placing.ones)


class _Placing:
    def __init__(self, verdicts: Verdicts) -> None:
        self.verdicts = verdicts
        self.ones: list[One] = []
        self.doubtful: list[Link] = []

    def place(self, ranked: list[Told]) -> None:
        """Place what is told equally firmly by what was placed before, none by another of them."""
        found = [(told, self._candidates(told)) for told in ranked]
        rivals = self._rivals(found)
        for told, candidates in found:
            if len(candidates) == 1 and id(candidates[0]) not in rivals:
                self._join(told, candidates[0])
                continue
            rule = "one of several" if len(candidates) > 1 else "rival states"
            self.ones.append(One([told], open=len(candidates) < 2 and not told.lone))
            self.doubtful += [_doubt(told, one, rule, f"{_said(told)} can be {_said(one.first)}") for one in candidates]

    def _candidates(self, told: Told) -> list[One]:
        found = [one for one in self.ones if one.open and self._fits(told, one)]
        kept: list[One] = []
        for one in found:  # whom a person said to be one are one candidate
            if not any(self.verdicts.any_together(one.profiles, other.profiles) for other in kept):
                kept.append(one)
        if len(kept) > 1 and told.name.bare:
            holders = [one for one in kept if one.around(told)]
            return holders if len(holders) == 1 else kept
        return kept

    def _fits(self, told: Told, one: One) -> bool:
        full = [other.name for other in one.told if other.name.bare == told.name.bare] or [one.first.name]
        alike = [nested(told.name, name) for name in full]
        if not any(alike) or (told.lone and self.verdicts.any_apart(told.profiles, one.profiles)):
            return False
        if told.country is not None and one.country is not None and told.country != one.country:
            return False
        if told.walks and one.walks and not told.walks & one.walks:
            return False
        return self._surely(told, one, rivals=not all(alike))

    def _surely(self, told: Told, one: One, *, rivals: bool) -> bool:
        """Whether no name of somebody speaks against another one, nor the years between them."""
        if rivals:
            self.doubtful.append(
                _doubt(told, one, "short name", f"{_said(told)} can be {_said(one.first)}, with other names")
            )
            return False
        near = distance(hull(told.profiles), hull(one.profiles)) <= _reach(told, one)
        if not near:
            self.doubtful.append(
                _doubt(told, one, "long ago", f"{_said(told)} and {_said(one.first)} are told years apart")
            )
        return near

    def _rivals(self, found: list[tuple[Told, list[One]]]) -> set[int]:
        """Return those of no told state whom profiles of different states would join."""
        countries: dict[int, set[str]] = {}
        for told, candidates in found:
            if len(candidates) == 1 and candidates[0].country is None and told.country is not None:
                countries.setdefault(id(candidates[0]), set()).add(told.country)
        return {key for key, claimed in countries.items() if len(claimed) > 1}

    def _join(self, told: Told, one: One) -> None:
        one.links.append(Link(one.first.lead.actor.id, told.lead.actor.id, *_reason(told, one)))
        one.told.append(told)


def _reach(told: Told, one: One) -> timedelta:
    """Return how far apart in time two can be told and be one: the same full name always, a surname alone for a year."""
    if any(told.name == other.name for other in one.told) and not told.name.bare:
        return timedelta.max
    if told.name.bare and told.country is None and not any(p.actor.role for p in told.profiles):
        return YEAR
    return 3 * YEAR


def _reason(told: Told, one: One) -> tuple[str, str]:
    actor, first = told.lead.actor, one.first.lead.actor
    state = told.country or one.country
    land = f", and nothing speaks against {state}" if told.country is None and state else f" and the state {state}"
    where = land if state else ""
    if told.name == one.first.name:
        return "name", f"the name {actor.name}{where}"
    if told.name.bare:
        return "family name", f"the surname {actor.name}{where}; nobody else told has it and fits: {first.name}"
    short, long = (actor, first) if shortens(told.name, one.first.name) else (first, actor)
    return "short name", f"{short.name} is short for {long.name}{where}"


def _core(one: One, doubtful: list[Link]) -> Core:
    members = tuple(profile for told in one.told for profile in sorted(told.profiles, key=order))
    links = [*one.links]
    for told in one.told:
        lead = told.lead
        links += [_same(lead, other, told) for other in told.profiles if other is not lead]
    ids = {profile.actor.id for profile in members}
    doubts = {link for link in doubtful if (link.one in ids) != (link.other in ids)}
    return Core(members, tuple(sorted(links)), tuple(sorted(doubts)))


def _same(lead: Profile, other: Profile, told: Told) -> Link:
    state = f" and the state {told.country}" if told.country else ""
    if lead.actor.name == other.actor.name:
        return Link(lead.actor.id, other.actor.id, "name", f"the same name, {lead.actor.name}{state}")
    spelled = " ".join(told.name.words)
    why = f"the names {lead.actor.name} and {other.actor.name}{state}; spelled alike: {spelled}"
    return Link(lead.actor.id, other.actor.id, "spelling", why)


def _doubts(ones: list[One]) -> Iterator[Link]:
    """Yield the pairs that a person should see: namesakes, names that look alike, two in one office at a time."""
    told = [(one, one.first.name, one.country, _offices(one)) for one in ones]
    for (one, name, country, offices), (other, its, land, theirs) in combinations(told, 2):
        a, b = one.first, other.first
        if name == its and not name.bare:
            yield _doubt(
                a, other, "namesakes", f"{_said(a)} and {_said(b)} have one name and differ in state or office"
            )
        elif (country == land and country is not None) or (None in (country, land) and not name.bare and not its.bare):
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


def _offices(one: One) -> frozenset[str]:
    return frozenset(office for p in one.profiles if (office := office_of(p.actor)) is not None)


def _look_alike(a: Name, b: Name) -> bool:
    if a.bare or b.bare:  # a surname that only looks like that of a full name
        return a.family != b.family and likeness(Name((a.family,)), Name((b.family,))) >= ALIKE
    return abs(len(" ".join(a.words)) - len(" ".join(b.words))) < 6 and likeness(a, b) >= ALIKE


def _doubt(told: Told, one: One, rule: str, why: str) -> Link:
    ids = sorted((told.lead.actor.id, one.first.lead.actor.id))
    return Link(ids[0], ids[1], rule, why)


def _said(told: Told) -> str:
    actor = told.lead.actor
    facts = ", ".join(fact for fact in (actor.role, told.country) if fact)
    return f"{actor.name} ({facts})" if facts else actor.name
