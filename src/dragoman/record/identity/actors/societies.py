"""States, bodies, groups and outlets -> who is one."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.record.grouping import Link
from dragoman.record.identity.actors.bodies import Body, body_of, land_name
from dragoman.record.identity.actors.sameness import Core, Verdicts, order
from dragoman.record.shelf import Profile


def land(profiles: Iterable[Profile], country: str) -> Core:
    """Return the one actor that a state and its government are."""
    members = tuple(sorted(profiles, key=order))
    lead = members[0].actor
    why = f"the state {country}, {land_name(country)}, by name, capital or seat of power"
    return Core(members, tuple(sorted(Link(lead.id, p.actor.id, "state", why) for p in members[1:])))


def societies(profiles: Iterable[Profile], verdicts: Verdicts) -> tuple[Core, ...]:
    """Return the bodies among profiles.

    A body of no told land joins the only one of its name; letters join the only name that they can be short for. Where there
    are two, it joins neither and the pairs are doubtful.
    """
    told: dict[tuple[Body, str | None], list[Profile]] = {}
    for profile in sorted(profiles, key=order):
        told.setdefault((body_of(profile.actor), profile.actor.country), []).append(profile)
    ones: dict[tuple[Body, str | None], tuple[list[Profile], list[Link]]] = {}
    doubtful: list[Link] = []
    for body, country in sorted(told, key=_rank):
        held = told[body, country]
        found = [key for key in ones if _fits(body, country, key) and not verdicts.any_apart(held, ones[key][0])]
        if len(found) == 1:
            members, links = ones[found[0]]
            links.append(Link(members[0].actor.id, held[0].actor.id, *_reason(body, country, found[0])))
            members += held
        else:
            ones[body, country] = (list(held), [])
            doubtful += [_doubt(held[0], ones[key][0][0]) for key in found]
        links = (ones[found[0]] if len(found) == 1 else ones[body, country])[1]
        links += [_same(held[0], other) for other in held[1:]]
    return tuple(_core(members, links, doubtful) for members, links in ones.values())


def _rank(key: tuple[Body, str | None]) -> tuple[bool, bool, str, str]:
    body, country = key
    return (bool(body.short), country is None, body.name, country or "")


def _fits(body: Body, country: str | None, other: tuple[Body, str | None]) -> bool:
    if country is not None and other[1] is not None and country != other[1]:
        return False
    return body == other[0] or (bool(body.short) and body.short in other[0].initials)


def _reason(body: Body, country: str | None, other: tuple[Body, str | None]) -> tuple[str, str]:
    if body != other[0]:
        return "letters", f"{body.short} is short for {other[0].name}, and for no other name that is told"
    land = other[1] if country is None else country
    return "name", f"the name {body.name}, which only one of {land} has" if land else f"the name {body.name}"


def _same(lead: Profile, other: Profile) -> Link:
    name = body_of(lead.actor).name
    seat = f" of {lead.actor.country}" if lead.actor.country else ""
    return Link(lead.actor.id, other.actor.id, "name", f"{lead.actor.name} and {other.actor.name} are {name}{seat}")


def _doubt(one: Profile, other: Profile) -> Link:
    first, second = sorted((one, other), key=lambda p: p.actor.id)
    why = f"{one.actor.name} can be {other.actor.name}{f' of {other.actor.country}' if other.actor.country else ''}"
    return Link(first.actor.id, second.actor.id, "one of several", why)


def _core(members: list[Profile], links: list[Link], doubtful: list[Link]) -> Core:
    ids = {profile.actor.id for profile in members}
    doubts = {link for link in doubtful if (link.one in ids) != (link.other in ids)}
    return Core(tuple(members), tuple(sorted(links)), tuple(sorted(doubts)))
