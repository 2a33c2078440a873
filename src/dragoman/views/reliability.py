"""How far coders agree who judged the same findings without seeing each other's judgements.

Krippendorff's alpha for nominal data: 1 where all agree, 0 where they agree as often as chance would have it, below that they
disagree more. Who did not code a finding is missing there and counts for nothing. Where alpha is not defined there is none, and
the answer says why. Law: only what was said blind counts. A coder may correct a word until another has judged the same finding;
a word after that may have been written with the other's before one's eyes, and plays no part.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from dragoman.terms.people import Coding

ALONE = "no finding was coded by two"
EVEN = "all judged alike in the one way: without two verdicts nothing tells agreement from chance"


@dataclass(frozen=True, slots=True)
class Measure:
    """How far coders agree on some findings. `coded` of them were coded by two or more, in `pairs` of judgements.

    `alpha` is Krippendorff's, None where it is not defined (`why`). `percent` of the pairs gave the same verdict, `exact` of
    them also the same values where they edited; None where there is no pair.
    """

    items: int
    coded: int
    pairs: int
    alpha: float | None
    why: str | None
    percent: float | None
    exact: float | None


@dataclass(frozen=True, slots=True)
class Pairwise:
    """How far two coders agree."""

    one: str
    other: str
    measure: Measure


@dataclass(frozen=True, slots=True)
class Reliability:
    """The agreement of all coders, by kind of finding, and of each two coders. `samples` are those from which the codings are."""

    samples: tuple[str, ...]
    coders: tuple[str, ...]
    overall: Measure
    kinds: Mapping[str, Measure]
    pairs: tuple[Pairwise, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What one coder said of a finding."""

    coder: str
    verdict: str
    change: Mapping[str, Any]
    note: str | None


@dataclass(frozen=True, slots=True)
class Differing:
    """A finding of which coders said different things."""

    sample: str
    claim: str
    said: tuple[Said, ...]


_Item = tuple[str, str]
"""A sample and a finding of it."""


def agreement(codings: Iterable[Coding], kinds: Mapping[str, str] | None = None) -> Reliability:
    """Return how far coders agree; `kinds` tells the kind of each finding. What was said blind counts."""
    told = _blind(codings)
    coders = sorted({coder for held in told.values() for coder in held})
    of = kinds or {}
    names = sorted({of[claim] for _, claim in told if claim in of})
    pairs = (
        Pairwise(one, other, _measure(_only(told, {one, other}).values())) for one, other in combinations(coders, 2)
    )
    by_kind = {name: [held for (_, claim), held in told.items() if of.get(claim) == name] for name in names}
    return Reliability(
        samples=tuple(sorted({sample for sample, _ in told})),
        coders=tuple(coders),
        overall=_measure(told.values()),
        kinds={name: _measure(held) for name, held in by_kind.items()},
        pairs=tuple(pairs),
    )


def differing(codings: Iterable[Coding], *, coder: str | None = None) -> tuple[Differing, ...]:
    """Return the findings of which coders said different things; with a coder those where that one differs from another."""
    found = []
    for (sample, claim), held in sorted(_blind(codings).items()):
        others = [value(one) for name, one in held.items() if name != coder]
        differs = (
            len(set(others)) > 1 if coder is None else coder in held and any(o != value(held[coder]) for o in others)
        )
        if differs:
            said = (Said(c.coder, c.verdict, c.change, c.note) for _, c in sorted(held.items()))
            found.append(Differing(sample, claim, tuple(said)))
    return tuple(found)


def value(coding: Coding) -> tuple[str, str]:
    """Return what a coder said as one value: the verdict, and the new values of an edit."""
    import json

    return (coding.verdict, json.dumps(dict(coding.change), sort_keys=True) if coding.change else "")


def alpha(rows: Sequence[Sequence[str | None]]) -> tuple[float | None, str | None]:
    """Return Krippendorff's alpha for nominal data, or None and why there is none; a row is a coder, a column a finding."""
    told = [[one for one in column if one is not None] for column in zip(*rows, strict=True)]
    paired = [column for column in told if len(column) > 1]
    if not paired:
        return None, ALONE
    names = sorted({one for column in paired for one in column})
    if len(names) < 2:
        return None, EVEN
    import krippendorff

    counts = [[column.count(name) for name in names] for column in paired]
    return float(krippendorff.alpha(value_counts=counts, level_of_measurement="nominal")), None


def _measure(items: Iterable[Mapping[str, Coding]]) -> Measure:
    kept = list(items)
    coders = sorted({coder for held in kept for coder in held})
    rows = [[held[coder].verdict if coder in held else None for held in kept] for coder in coders]
    found, why = alpha(rows)
    pairs = [two for held in kept for two in combinations(held.values(), 2)]
    return Measure(
        items=len(kept),
        coded=sum(len(held) > 1 for held in kept),
        pairs=len(pairs),
        alpha=found,
        why=why,
        percent=_percent(one.verdict == other.verdict for one, other in pairs),
        exact=_percent(value(one) == value(other) for one, other in pairs),
    )


def _percent(same: Iterable[bool]) -> float | None:
    counted = Counter(same)
    return None if not counted else round(100 * counted[True] / counted.total(), 1)


def _blind(codings: Iterable[Coding]) -> dict[_Item, dict[str, Coding]]:
    """Return of each coder on each finding the last word before another judged it too; without one the first word."""
    told: dict[_Item, dict[str, Coding]] = {}
    for coding in sorted(codings, key=lambda c: c.moment):
        held = told.setdefault((coding.sample, coding.claim), {})
        if coding.coder not in held or len(held) == 1:
            held[coding.coder] = coding
    return told


def _only(told: Mapping[_Item, Mapping[str, Coding]], coders: set[str]) -> dict[_Item, dict[str, Coding]]:
    """Return what these coders said; of findings that none of them coded nothing."""
    kept = {item: {c: one for c, one in held.items() if c in coders} for item, held in told.items()}
    return {item: held for item, held in kept.items() if held}
