"""Meeting claims -> docket items: the talks announced, moved, downgraded and held are one, with the reason for each claim.

Identity rests on sides, days and places. A claim with a precise day belongs to the spot of its sides and day (spots.py);
spots of the same sides are one meeting where a report says that it was moved, where all sources of another day came
later, or where talks at a lower level took the place of a refused meeting. Claims without a precise day join the one
spot that they can mean, or others like them (attaching.py). What is doubtful stays apart and is shown to a person, whose
ruling outranks every rule. Nothing depends on the order of the claims, nor on any claim further away than `reach.py` says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.record.claims import Claim
from dragoman.record.decisions import Rulings
from dragoman.record.grouping import Link
from dragoman.record.identity.meetings.attaching import Attached, attach, together
from dragoman.record.identity.meetings.sights import Knows, Sight, see
from dragoman.record.identity.meetings.spots import Spot, between_days, downgrades, fuller, same_day_links, spots_of


@dataclass(frozen=True, slots=True)
class Gathering:
    """One docket item. `id` is that of the claim published first; `claims` stand in the order of `Claim.order`.

    `links` say why each claim belongs, `doubtful` are pairs of one of its claims and another that might belong.
    """

    id: str
    claims: tuple[Claim, ...]
    links: tuple[Link, ...]
    doubtful: tuple[Link, ...]


def gather(claims: Iterable[Claim], cast: Knows, rulings: Rulings) -> tuple[Gathering, ...]:
    """Return the docket items of meeting claims (others are passed over), by their first claims."""
    return gathered((see(claim, cast) for claim in claims if claim.kind == "meeting"), rulings)


def gathered(seen: Iterable[Sight], rulings: Rulings) -> tuple[Gathering, ...]:
    """Return the docket items of claims as they are seen, by their first claims."""
    sights = sorted({s.id: s for s in seen}.values(), key=lambda s: s.claim.order)
    known = {s.id: s.claim for s in sights}
    links, doubtful = _found(sights, rulings)
    roots, used = _bound(known, links, rulings)
    members: dict[str, list[Claim]] = {}
    for sight in sights:
        members.setdefault(roots[sight.id], []).append(sight.claim)
    why: dict[str, list[Link]] = {}
    for link in used:
        why.setdefault(roots[link.one], []).append(link)
    unsure = _unsure(doubtful, roots, rulings)
    made = (
        Gathering(first_of(held).id, tuple(held), tuple(sorted(why.get(root, ()))), tuple(sorted(unsure.get(root, ()))))
        for root, held in members.items()
    )
    return tuple(sorted(made, key=lambda g: g.claims[0].order))


def first_of(claims: Iterable[Claim]) -> Claim:
    """Return the claim that was published first, by which an item is called."""
    return min(claims, key=lambda c: (c.published, c.card.id, c.number, c.id))


def _found(sights: Sequence[Sight], rulings: Rulings) -> tuple[list[Link], list[Link]]:
    """Return all links that the rules find, strongest first, and the doubtful ones."""
    spots = spots_of(sights, rulings)
    links = [link for spot in spots for link in same_day_links(spot)]
    doubtful: list[Link] = []
    by_key: dict[tuple[str, tuple[str, ...]], list[Spot]] = {}
    for spot in spots:
        by_key.setdefault(spot.key, []).append(spot)
    for held in by_key.values():
        sure, unsure = between_days(held)
        links += sure
        doubtful += unsure
    _add(_fuller(spots), links, doubtful)
    attached = attach([s for s in sights if not s.precise], spots, _by_heads(links, spots))
    links += attached.links
    doubtful += attached.doubtful
    links += _downgraded(by_key, attached, sights)
    told, unsure = together(attached.alone)
    return links + told, doubtful + unsure


def _add(found: Iterable[tuple[Link, bool]], links: list[Link], doubtful: list[Link]) -> None:
    for link, sure in found:
        (links if sure else doubtful).append(link)


def _fuller(spots: Sequence[Spot]) -> list[tuple[Link, bool]]:
    """Return for each spot the one of more sides on the same days that it tells of; several are doubtful."""
    by_day: dict[object, list[Spot]] = {}
    for spot in spots:
        for day in range(spot.first.toordinal(), spot.last.toordinal() + 1):
            by_day.setdefault(day, []).append(spot)
    found = []
    for small in spots:
        days = range(small.first.toordinal(), small.last.toordinal() + 1)
        around = {s.head.id: s for day in days for s in by_day[day]}
        larger = [link for s in around.values() if (link := fuller(small, s)) is not None]
        found += [(link, len(larger) == 1) for link in larger]
    return found


def _by_heads(links: Sequence[Link], spots: Sequence[Spot]) -> list[Link]:
    """Return the links between spots as links between their heads."""
    heads = {sight.id: spot.head.id for spot in spots for sight in spot.sights}
    moved = (Link(heads[link.one], heads[link.other], link.rule, link.why) for link in links)
    return [link for link in moved if link.one != link.other]


def _downgraded(
    by_key: Mapping[tuple[str, tuple[str, ...]], Sequence[Spot]], attached: Attached, sights: Sequence[Sight]
) -> list[Link]:
    """Return the links from a refused meeting to the talks that took its place within a week."""
    joined: dict[str, list[Sight]] = {}
    for sight in sights:
        if sight.id in attached.homes:
            joined.setdefault(attached.homes[sight.id].head.id, []).append(sight)
    found = []
    for spots in by_key.values():
        for old in spots:
            told = (*old.sights, *joined.get(old.head.id, ()))
            near = (new for new in spots if new is not old and abs((new.first - old.first).days) <= 7)
            found += [link for new in near if (link := downgrades(told, new)) is not None]
    return found


def _bound(known: Mapping[str, Claim], links: Sequence[Link], rulings: Rulings) -> tuple[dict[str, str], list[Link]]:
    """Return the root of each claim and the links that hold: rulings first, then the rules in a fixed order.

    A link that would bring together what a person set apart is left out.
    """
    ruled = [
        Link(one, other, "decided", f"by {decision.by}" + (f": {decision.why}" if decision.why else ""))
        for (thing, one, other), decision in sorted(rulings.together.items())
        if thing == "meeting"
    ]
    apart = [(one, other) for thing, one, other in sorted(rulings.apart) if thing == "meeting"]
    apart = [pair for pair in apart if pair[0] in known and pair[1] in known]
    roots = {key: key for key in known}
    groups = {key: {key} for key in known}
    used = []
    for link in (*ruled, *_by_rank(links)):
        if link.one not in known or link.other not in known:
            continue
        one, other = roots[link.one], roots[link.other]
        if one != other:
            joint = groups[one] | groups[other]
            if apart and any(a in joint and b in joint for a, b in apart):
                continue
            keep, drop = min(one, other), max(one, other)
            groups[keep] = joint
            roots |= dict.fromkeys(groups.pop(drop), keep)
        used.append(link)
    return roots, used


RANKS = (
    "same-day", "moved-told", "overlapping-days", "fuller-parties", "downgraded", "within-interval", "undated-next",
    "undated-last", "moved-later", "same-interval", "denied-account", "told-at-one-time", "rival-days",
)  # fmt: skip
"""The rules from the strongest to the weakest: where a person set claims apart, the stronger ties hold."""


def _by_rank(links: Sequence[Link]) -> list[Link]:
    return sorted(set(links), key=lambda link: (RANKS.index(link.rule), link))


def _unsure(doubtful: Iterable[Link], roots: Mapping[str, str], rulings: Rulings) -> dict[str, list[Link]]:
    """Return the doubtful pairs by item; none where the two are together after all or a person has ruled."""
    found: dict[str, list[Link]] = {}
    for link in sorted(set(doubtful)):
        one, other = roots[link.one], roots[link.other]
        if one == other or ("meeting", *sorted((link.one, link.other))) in rulings.apart:
            continue
        found.setdefault(one, []).append(link)
        found.setdefault(other, []).append(link)
    return found
