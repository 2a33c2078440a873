"""Matters that hang together -> groups: rulings kept, rivals parted, nothing joined through a member that fits both."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import combinations

from dragoman.record.grouping import Group, Link, group, pairs
from dragoman.record.identity.matters.likeness import liken
from dragoman.record.identity.matters.sense import Sense, sense_of

Pairs = Collection[frozenset[str]]


def parted(matters: Mapping[str, str], together: Pairs, apart: Pairs) -> tuple[tuple[Group, ...], tuple[Link, ...]]:
    """Return the groups of matters (words by id), and the links that were dropped because they led to rivals.

    Members come in the order of their ids. The same matters and rulings always give the same groups.
    """
    ruled = _ruled(matters, together)
    alike, between = _alike(matters, apart), _between(matters, apart)
    kept, torn = _without_bridges(between, matters)
    links = _within_rulings((*ruled, *alike, *kept), apart)
    return group(sorted(matters), links), tuple(torn)


def _ruled(matters: Mapping[str, str], together: Pairs) -> tuple[Link, ...]:
    held = sorted(tuple(sorted(pair)) for pair in together if len(pair) == 2 and pair <= set(matters))
    return tuple(Link(one, other, "ruling", "a person joined them") for one, other in held)


def _by_sense(matters: Mapping[str, str]) -> dict[Sense, list[str]]:
    out: dict[Sense, list[str]] = {}
    for there in sorted(matters):
        out.setdefault(sense_of(matters[there]), []).append(there)
    return out


def _alike(matters: Mapping[str, str], apart: Pairs) -> tuple[Link, ...]:
    """Link the matters of one meaning: each with the first, and all with each other where a person parted some."""
    out: list[Link] = []
    for sense, members in _by_sense(matters).items():
        parting = any(pair <= set(members) for pair in apart)
        for one, other in pairs(members) if parting else ((members[0], other) for other in members[1:]):
            likeness = liken(sense, sense)
            if likeness.verdict == "same" and frozenset((one, other)) not in apart:
                out.append(Link(one, other, likeness.rule, likeness.why))
    return tuple(out)


def _between(matters: Mapping[str, str], apart: Pairs) -> tuple[Link, ...]:
    """Link meanings that are the same: the first member of each, or the first two whom no person parted."""
    senses = _by_sense(matters)
    out: list[Link] = []
    for one, other in combinations(senses, 2):
        likeness = liken(one, other)
        if likeness.verdict == "same":
            free = ((a, b) for a in senses[one] for b in senses[other] if frozenset((a, b)) not in apart)
            if (pair := next(free, None)) is not None:
                out.append(Link(min(pair), max(pair), likeness.rule, likeness.why))
    return tuple(sorted(out))


def _without_bridges(links: tuple[Link, ...], matters: Mapping[str, str]) -> tuple[tuple[Link, ...], list[Link]]:
    """Drop links until no two rivals hang together: first those of the members that tell least, for they fit anything."""
    kept = links
    torn: list[Link] = []
    while True:
        ends = sorted({end for link in kept for end in (link.one, link.other)})
        clashing = [held.members for held in group(ends, kept) if _rivals(held.members, matters)]
        if not clashing:
            return kept, torn
        weakest: set[str] = set()
        for members in clashing:
            tells = {there: sense_of(matters[there]).specifics for there in members}
            weakest |= {there for there in members if tells[there] == min(tells.values())}
        torn += [link for link in kept if weakest & {link.one, link.other}]
        kept = tuple(link for link in kept if not weakest & {link.one, link.other})


def _rivals(members: tuple[str, ...], matters: Mapping[str, str]) -> bool:
    senses = {sense_of(matters[there]) for there in members}
    return any(liken(one, other).verdict == "apart" for one, other in combinations(senses, 2))


def _within_rulings(links: tuple[Link, ...], apart: Pairs) -> tuple[Link, ...]:
    """Leave out the links, in order, by which two that a person parted would come together again."""
    if not apart:
        return links
    kept: list[Link] = []
    for link in links:
        ends = {end for one in (*kept, link) for end in (one.one, one.other)}
        grown = group(sorted(ends), (*kept, link))
        if not any(pair <= set(held.members) for held in grown for pair in apart):
            kept.append(link)
    return tuple(kept)
