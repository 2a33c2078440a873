"""Numbers by day as bars: the frame that the coverage and the sources share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile

from dragoman.exports.charts.days import Days

LEAST = 5.0
"""How narrow a bar may be; below that it stands for more days."""
_SIZES = (1, 7, 28, 91, 364, 1820, 9100)


@dataclass(frozen=True, slots=True)
class Bin:
    """Days one after the other, both included, that one bar stands for."""

    first: date
    last: date
    number: int


def bins(numbers: Mapping[date, int], days: Days, *, least: float = LEAST) -> tuple[Bin, ...]:
    """Return the numbers of the days in bars that are wide enough to be seen: of a day, or of as many weeks as it takes."""
    size = bin_size(days, least=least)
    held: Counter[int] = Counter()
    for day, number in numbers.items():
        if days.first <= day <= days.last:
            held[(day - days.first).days // size] += number
    return tuple(_bin(days, place, size, held[place]) for place in range((days.last - days.first).days // size + 1))


def _bin(days: Days, place: int, size: int, number: int) -> Bin:
    before = (days.last - days.first).days
    first, last = place * size, min(place * size + size - 1, before)
    return Bin(days.first + timedelta(days=first), days.first + timedelta(days=last), number)


def bin_size(days: Days, *, least: float = LEAST) -> int:
    """Return how many days a bar stands for."""
    unit = days.end(days.first) - days.start(days.first)
    narrow = len(list(takewhile(lambda size: size * unit < least, _SIZES)))
    return _SIZES[min(narrow, len(_SIZES) - 1)]


def scale(most: int) -> tuple[int, ...]:
    """Return the numbers that stand beside the bars: none, about half of the greatest, and one that is as great or greater."""
    if most <= 1:
        return (0, 1)
    power = 10 ** (len(str(most)) - 1)
    top = next(step * power // 2 for step in (2, 4, 8, 10, 12, 16, 20) if step * power >= 2 * most)
    return (0, top // 2, top) if top % 2 == 0 else (0, top)
