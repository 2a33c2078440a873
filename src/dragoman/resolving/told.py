"""What a report has told so far, and the words that point from there: the ground on which the next date is counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dragoman.reading.marks import Tense
from dragoman.resolving.periods import Period
from dragoman.terms.when import Mod

Parts = dict[str, str]
MODS: dict[str, Mod] = {
    "early": "start", "earlier": "start", "start": "start", "beginning": "start", "outset": "start", "turn": "start",
    "mid": "mid", "middle": "mid",
    "late": "end", "later": "end", "end": "end", "close": "end", "year": "end", "month": "end",
}  # fmt: skip
WRONG_PAST, WRONG_PAST_MONTH, WRONG_FUTURE = 500, 600, 300
"""Twice the days that a date without a year must lie nearer on the side against which the tense speaks. A past tense is
surer than a future: the present tense of what lasts looks like one."""
BACK = frozenset({"last", "previous", "preceding", "this past", "past"})
AHEAD = frozenset({"next", "following", "coming", "this coming"})


@dataclass(slots=True)
class Told:
    """What was told so far: the publication day, the last date, the last single day, the last quarter.

    `era` is a date with its year that stands in the same sentence: "in April 2023 ...; by December ...". `gone` is the
    last single day that does not lie after publication: only from that can something past be counted.
    """

    published: date
    last: Period | None = None
    day: date | None = None
    gone: date | None = None
    quarter: Period | None = None
    era: Period | None = None

    def note(self, period: Period) -> None:
        """Take a resolved date as the last one told."""
        self.last = period
        if period.granularity == "day":
            self.day = period.start
            self.gone = period.start if period.start <= self.published else self.gone
        if period.granularity == "quarter":
            self.quarter = period


@dataclass(frozen=True, slots=True)
class Asked:
    """One phrase to resolve: its parts, its direction, and what was told before it."""

    parts: Parts
    tense: Tense | None
    told: Told

    @property
    def published(self) -> date:
        """The day of publication."""
        return self.told.published

    @property
    def day(self) -> date | None:
        """The last single day told: what is past is counted from none after publication."""
        ahead = self.tense == "past" and self.told.day is not None and self.told.day > self.published
        return self.told.gone if ahead else self.told.day


def mod_of(parts: Parts) -> Mod | None:
    """The part of a period that "late", "the end of" and the like mark."""
    return MODS.get(parts.get("mod") or parts.get("edge") or "")


def year_told(word: str, told: Told) -> int | None:
    """The year that "last year", "that year" and the like stand for."""
    if word in ("this", "last", "next"):
        return told.published.year + {"this": 0, "last": -1, "next": 1}[word]
    if told.last is None:
        return None
    return told.last.start.year + {"following": 1, "previous": -1}.get(word, 0)


def nearest(candidates: Iterable[Period], tense: Tense | None, at: date) -> Period:
    """Of periods in several years the one that the tense allows and that lies nearest; without a tense the nearest."""

    def far(period: Period) -> int:
        if period.start <= at <= period.end:
            return 0
        gap = (period.start - at).days if period.start > at else (at - period.end).days
        if tense == "past" and period.start > at:
            return 2 * gap + (WRONG_PAST_MONTH if period.granularity == "month" else WRONG_PAST)
        if tense in ("future", "present") and period.end < at:
            return 2 * gap + WRONG_FUTURE
        return 2 * gap

    return min(candidates, key=far)


def step_base(rel: str, told: Told) -> date | None:
    """The day that "this", "last", "next" count from: publication; "the following", "that": the last date told."""
    if rel in ("following", "previous", "preceding", "that", "same", "the next"):
        return told.last.start if told.last is not None else None
    return told.published
