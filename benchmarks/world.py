"""The made-up world of the runs with very many findings: its lands, who holds office on which day, what is negotiated when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from random import Random

from benchmarks.texts import ENDS, ONSETS, RHYMES
from dragoman.terms.findings import Actor

FIRST = date(2011, 3, 7)
A_DAY = 8
"""Reports of a day. At ten thousand findings the case is 130 days long, so that no window of days is cut by its ends."""
LASTS = 100
"""Days of a negotiation."""
AT_ONCE = 4
SEED = 20110307
VENUES = ("Geneva", "Doha", "Ankara", "Oslo", "Muscat", "Vienna", "Cairo", "Astana")
PUBLISHERS = ("The Harbour Post", "Lenn Wire", "Courier", "Daily Ledger", "Northern Star", "Agency Five", "The Beacon")
OFFICES = ("President", "Foreign Minister", "envoy")
MATTERS = (
    ("a {n}-day truce in {town}", "the {n}-day {town} truce", "the proposal for a {n}-day truce"),
    ("an exchange of {n} prisoners", "the {land} prisoner exchange", "a swap of {n} captives"),
    ("a withdrawal from {town}", "the pullout from {town}", "the withdrawal of troops from {town}"),
    ("the reopening of the {town} crossing", "opening {town} crossing", "a reopened crossing at {town}"),
    ("direct talks in {venue}", "direct {land} talks in {venue}", "the offer of talks in {venue}"),
    ("{n} monitors on the {town} border", "border monitors", "a mission of {n} monitors"),
    ("relief convoys to {town}", "{n} aid convoys", "the {town} relief corridor"),
    ("a fund of {n} million for {land}", "the {land} fund", "the reconstruction fund of {n} million"),
)


@dataclass(frozen=True)
class Negotiation:
    """Two sides, a mediator, and what they talk about."""

    number: int
    start: int
    lands: tuple[str, str, str]
    towns: tuple[str, ...]
    matters: tuple[tuple[str, ...], ...]


@lru_cache(maxsize=64)
def negotiation_of(day: int, slot: int) -> Negotiation:
    """Return the negotiation that is under way in a slot on a day."""
    begun = (day + slot * LASTS // AT_ONCE) // LASTS
    number = begun * AT_ONCE + slot
    draw = Random(SEED * 7 + number)
    pool = [land_name(n) for n in range(10 + number // 8)]
    lands = draw.sample(pool, 3)
    towns = tuple(a_name(draw) for _ in range(4))
    matters = tuple(
        tuple(
            w.format(n=n, town=towns[k % 4], land=lands[0], venue=VENUES[(number + k) % len(VENUES)]) for w in wordings
        )
        for k, (wordings, n) in enumerate(zip(MATTERS, draw.sample(range(20, 999), len(MATTERS)), strict=True))
    )
    return Negotiation(number, begun * LASTS - slot * LASTS // AT_ONCE, (lands[0], lands[1], lands[2]), towns, matters)


@lru_cache(maxsize=4096)
def land_name(number: int) -> str:
    """Return the name of a land."""
    return a_name(Random(SEED * 5 + number)) + "ia"


@lru_cache(maxsize=4096)
def state(land: str) -> Actor:
    """Return a land as an actor."""
    return Actor(id=f"s:{land}", name=land, kind="state", land=land)


def holder(land: str, office: int, day: int) -> Actor:
    """Return who holds an office of a land on a day; a term lasts about two years."""
    return _holder(land, office, (day + 97 * office + 13 * len(land)) // 700)


@lru_cache(maxsize=4096)
def _holder(land: str, office: int, term: int) -> Actor:
    draw = Random(f"{SEED}/{land}/{office}/{term}")
    name = f"{a_name(draw)} {a_name(draw)}"
    return Actor(id=f"p:{name}", name=name, kind="person", role=OFFICES[office], affiliation=land, land=land)


def a_name(draw: Random) -> str:
    """Return a name that nobody has."""
    return _pick(draw, ONSETS) + _pick(draw, RHYMES) + _pick(draw, ("", "d", "k", "m", "t", "v")) + _pick(draw, ENDS)


def _pick(draw: Random, words: Sequence[str]) -> str:
    return words[int(draw.random() * len(words))]
