"""Days along a picture: even where there is room, with long empty stretches drawn short where there is none."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from dragoman.exports.charts.days import Days, eased, even, words_of
from dragoman.exports.charts.words import width_of
from tests.chart_answers import on


def made(*told: date, width: float = 900) -> Days:
    """Return the days of a picture from 100 on."""
    return eased(told, left=100, right=100 + width, short=40)


def test_few_days_are_even() -> None:
    """Two weeks have room enough: nothing is drawn short."""
    days = made(on(3, 1), on(3, 14))
    assert days.shortened() == ()
    assert days.start(on(3, 1)) == 100
    assert days.end(on(3, 14)) == pytest.approx(1000)
    assert days.middle(on(3, 1)) == pytest.approx(100 + 900 / 14 / 2)


def test_months_without_anything_are_short() -> None:
    """A long stretch between two bursts is drawn short, and the days of the bursts get the room."""
    burst = [on(3, 1) + timedelta(days=n) for n in range(20)]
    days = made(on(1, 1, 2025), *burst)
    (short,) = days.shortened()
    assert (short.first, short.last) == (on(1, 3, 2025), on(2, 27))
    assert short.right - short.left == 40
    assert days.end(on(3, 1)) - days.start(on(3, 1)) > 30


def test_later_days_stand_farther_right() -> None:
    """The order of days is kept over all stretches, and the ends of the picture are those of the days."""
    told = (on(1, 1, 2024), on(2, 1, 2024), on(6, 1, 2025), on(3, 1), on(3, 9))
    days = made(*told)
    every = [days.start(told[0] + timedelta(days=n)) for n in range((told[-1] - told[0]).days + 1)]
    assert all(a < b for a, b in pairwise(every))
    assert every[0] == 100
    assert days.end(told[-1]) == pytest.approx(1000)


def test_what_lies_outside_stands_at_the_edge() -> None:
    """A day before the first or after the last has no place of its own."""
    days = even(on(3, 1), on(3, 10), left=0, right=100)
    assert (days.start(on(2, 1)), days.end(on(2, 1))) == (0, 0)
    assert (days.start(on(4, 1)), days.end(on(4, 1))) == (100, 100)


@pytest.mark.parametrize(
    "told",
    [
        (on(3, 1), on(3, 5)),
        (on(1, 1), on(12, 31)),
        (on(1, 1, 1999), on(12, 31)),
        (date.min, date.max),
        (on(1, 1, 2025), on(3, 1), on(3, 2)),
    ],
)
def test_words_of_days_do_not_touch(told: tuple[date, ...]) -> None:
    """However many days there are, their words have room, and the first of a year is told with it."""
    for width in (340, 900):
        ticks = made(*told, width=width).ticks(12)
        assert "2" in ticks[0].words or ticks[0].day.year < 2000
        assert all(b.x - a.x > (width_of(a.words, 12) + width_of(b.words, 12)) / 2 for a, b in pairwise(ticks))
        assert all((str(b.day.year) in b.words) == (a.day.year != b.day.year) for a, b in pairwise(ticks))
        assert 1 <= len(ticks) < 30


def test_one_day_alone() -> None:
    """A picture of a single day has it in its middle."""
    days = made(on(3, 1))
    assert days.middle(on(3, 1)) == pytest.approx(550)
    assert [tick.words for tick in days.ticks(12)] == [words_of(on(3, 1), year=True)] == ["1 Mar 2026"]
