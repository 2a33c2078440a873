"""Numbers by day in bars that can be seen, beside a scale of round numbers."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest

from dragoman.exports.charts.bars import bin_size, bins, scale
from dragoman.exports.charts.days import even
from tests.chart_answers import on


def test_a_day_is_a_bar_where_there_is_room() -> None:
    """Each day has its number, none is 0, and days outside don't count."""
    days = even(on(3, 1), on(3, 3), left=0, right=300)
    numbers = [one.number for one in bins({on(3, 1): 2, on(3, 3): 1, on(4, 1): 9}, days)]
    assert numbers == [2, 0, 1]


def test_no_report_is_lost_or_counted_twice() -> None:
    """In whatever bars, they hold all the numbers of their days, and their days follow on each other."""
    days = even(on(1, 1, 2020), on(3, 3), left=0, right=300)
    numbers = {days.first + timedelta(days=7 * n): n % 5 for n in range(200)}
    drawn = bins(numbers, days)
    assert sum(one.number for one in drawn) == sum(numbers.values())
    assert drawn[0].first == days.first
    assert drawn[-1].last == days.last
    assert all(a.last + timedelta(days=1) == b.first for a, b in pairwise(drawn))
    assert bin_size(days) > 1


@pytest.mark.parametrize("most", [0, 1, 2, 3, 7, 10, 11, 19, 99, 100, 101, 250, 999, 1234, 98765])
def test_the_scale_holds_the_greatest(most: int) -> None:
    """It begins with none, and its top is not far above the greatest number."""
    numbers = scale(most)
    assert numbers[0] == 0
    assert max(most, 1) <= numbers[-1] <= max(2 * most, 2)
    assert list(numbers) == sorted(set(numbers))
