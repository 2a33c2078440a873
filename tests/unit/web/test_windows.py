"""Days beside those that a page shows."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.web.windows import Window, moved


def test_the_days_beside_are_as_many_and_touch() -> None:
    """Earlier ends the day before, later begins the day after."""
    shown = Window(date(2026, 3, 9), date(2026, 3, 12))
    assert shown.earlier() == Window(date(2026, 3, 5), date(2026, 3, 8))
    assert shown.later() == Window(date(2026, 3, 13), date(2026, 3, 16))


@pytest.mark.parametrize("days", [1, 2, 3, 30, 365])
def test_one_can_always_go_out_and_in_again_until_a_day_is_left(days: int) -> None:
    """Wider holds the days shown, closer lies inside of them; there is nothing closer than a day or two."""
    shown = Window.until(date(2026, 3, 20), days)
    assert shown.days == days
    assert shown.wider().first < shown.first
    assert shown.wider().last > shown.last
    closer = shown.closer()
    assert (closer is None) == (days < 3)
    assert closer is None or shown.first < closer.first <= closer.last < shown.last


def test_a_month_is_whole() -> None:
    """It has all of its days, in leap years too."""
    assert Window.month(date(2024, 2, 10)) == Window(date(2024, 2, 1), date(2024, 2, 29))


def test_the_calendar_is_not_left() -> None:
    """Beyond its edges is its edge."""
    assert moved(date.min, -5) == date.min
    assert Window(date.max, date.max).later() == Window(date.max, date.max)
    assert Window(date.min, date.max).wider() == Window(date.min, date.max)
