"""Days -> places along a picture, and the words below them.

Where much happens in a few weeks and little in the months around them, a stretch without anything is drawn short, and marked as
such: an axis that is even would have no room for what there is.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from dragoman.exports.charts.words import width_of
from dragoman.exports.telling import MONTHS

DAY = timedelta(days=1)
ROOMY = 14.0
"""Points a day from which on an axis is even: there is room enough."""
EMPTY = 7
"""Days between two tellings up to which a stretch is always drawn to scale."""
_STEPS = (1, 2, 7, 14)
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days one after the other, both included, from `left` to `right` of the picture; `short` ones are not to scale."""

    first: date
    last: date
    left: float
    right: float
    short: bool

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    @property
    def unit(self) -> float:
        """How wide a day is."""
        return (self.right - self.left) / self.days

    def at(self, day: date) -> float:
        """Return where a day begins."""
        return self.left + (day - self.first).days * self.unit


@dataclass(frozen=True, slots=True)
class Tick:
    """Words at a day."""

    x: float
    day: date
    words: str


@dataclass(frozen=True, slots=True)
class Days:
    """The days of a picture, in stretches from left to right."""

    stretches: tuple[Stretch, ...]

    @property
    def first(self) -> date:
        """The first day that is drawn."""
        return self.stretches[0].first

    @property
    def last(self) -> date:
        """The last day that is drawn."""
        return self.stretches[-1].last

    def start(self, day: date) -> float:
        """Return where a day begins; one outside stands at the edge."""
        if day > self.last:
            return self.stretches[-1].right
        return self._of(day).at(max(day, self.first))

    def end(self, day: date) -> float:
        """Return where a day ends."""
        if not self.first <= day <= self.last:
            return self.start(day)
        return self.start(day) + self._of(day).unit

    def middle(self, day: date) -> float:
        """Return the middle of a day."""
        return (self.start(day) + self.end(day)) / 2

    def shortened(self) -> tuple[Stretch, ...]:
        """Return the stretches that are not to scale."""
        return tuple(stretch for stretch in self.stretches if stretch.short)

    def ticks(self, size: float) -> tuple[Tick, ...]:
        """Return days with their words, as many as have room in letters of a size."""
        ticks: list[Tick] = []
        for day in sorted(_told(self.stretches, size)):
            x = self.middle(day) if self._of(day).unit >= ROOMY else self.start(day)
            yearly = not ticks or ticks[-1].day.year != day.year
            words = words_of(day, year=yearly)
            if (
                not ticks
                or x - ticks[-1].x > (width_of(words, size) + width_of(ticks[-1].words, size)) / 2 + 1.6 * size
            ):
                ticks.append(Tick(x, day, words))
        return tuple(ticks)

    def _of(self, day: date) -> Stretch:
        place = bisect_right([stretch.first for stretch in self.stretches], day) - 1
        return self.stretches[max(place, 0)]


def words_of(day: date, *, year: bool = False) -> str:
    """Return a day in a few letters: "8 Mar", with the year "8 Mar 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]}{f' {day.year}' if year else ''}"


def even(first: date, last: date, *, left: float, right: float) -> Days:
    """Return days of which all are as wide."""
    return Days((Stretch(first, last, left, right, short=False),))


def eased(told: Collection[date], *, left: float, right: float, short: float) -> Days:
    """Return the days from the first to the last of those on which something is told.

    The longest stretches without anything are drawn in `short` points each, as long as that makes room.
    """
    first, last = min(told), max(told)
    empty: list[tuple[date, date]] = []
    gaps = sorted(_gaps(sorted(set(told))), key=lambda gap: (gap[0] - gap[1], gap[0]))
    for begin, end in gaps[: int((right - left) / short / 2.5)]:
        unit = _unit(first, last, empty, right - left - short * len(empty))
        if unit >= ROOMY or ((end - begin).days + 1) * unit < 1.5 * short:
            break
        empty.append((begin, end))
    empty.sort()
    unit = _unit(first, last, empty, right - left - short * len(empty))
    return Days(tuple(_stretches((first, last, left, right), empty, unit, short)))


def _gaps(told: Sequence[date]) -> Iterator[tuple[date, date]]:
    """Yield the stretches without anything; a day at either end stays with what is told there."""
    return ((a + 2 * DAY, b - 2 * DAY) for a, b in pairwise(told) if (b - a).days > EMPTY)


def _unit(first: date, last: date, empty: Iterable[tuple[date, date]], width: float) -> float:
    """Return how wide a day is where the days of some stretches don't share the width."""
    return width / ((last - first).days + 1 - sum((b - a).days + 1 for a, b in empty))


def _stretches(
    frame: tuple[date, date, float, float], empty: Iterable[tuple[date, date]], unit: float, short: float
) -> Iterator[Stretch]:
    day, last, x, right = frame
    for begin, end in empty:
        reach = x + (begin - day).days * unit
        yield Stretch(day, begin - DAY, x, reach, short=False)
        yield Stretch(begin, end, reach, reach + short, short=True)
        x, day = reach + short, end + DAY
    yield Stretch(day, last, x, right, short=False)


def _told(stretches: Sequence[Stretch], size: float) -> Iterator[date]:
    """Yield the days that may have words: the first of each stretch to scale, then every so many, or firsts of months."""
    even_ones = [stretch for stretch in stretches if not stretch.short]
    unit = max(stretch.unit for stretch in even_ones)
    step = next((step for step in _STEPS if step * unit > 5.2 * size), None)
    for stretch in even_ones:
        yield stretch.first
        yield from _every(stretch, step) if step is not None else _months(stretch, 6 * size / unit)


def _every(stretch: Stretch, step: int) -> Iterator[date]:
    """Yield every so many days, of weeks the Mondays."""
    first = stretch.first + (-stretch.first.weekday() % 7) * DAY if step % 7 == 0 else stretch.first
    return (first + n * DAY for n in range(0, (stretch.last - first).days + 1, step))


def _months(stretch: Stretch, least: float) -> Iterator[date]:
    """Yield first days of months that are at least so many days apart."""
    apart = next((months for months in _MONTHS if 30 * months > least), _MONTHS[-1])
    months = range(stretch.first.year * 12, stretch.last.year * 12 + 12)
    days = (date(month // 12, month % 12 + 1, 1) for month in months if month % apart == 0)
    return (day for day in days if stretch.first < day <= stretch.last)
