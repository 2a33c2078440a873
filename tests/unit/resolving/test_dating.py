"""Days of records: the more exact of two, and a day that can only be the act's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dragoman.resolving.dating import narrower, nested
from dragoman.terms.findings import Findings
from dragoman.terms.when import When

Read = Callable[..., Findings]
YEAR = When(date(2019, 1, 1), date(2019, 12, 31), "year", "2019")
DAY = When(date(2019, 3, 3), date(2019, 3, 3), "day", "March 3, 2019")
OTHER = When(date(2020, 3, 3), date(2020, 3, 3), "day", "March 3, 2020")


def test_the_more_exact_of_two_days_that_fit_is_taken() -> None:
    """A day within a year is that of the thing; days that do not fit leave the first."""
    assert nested(YEAR, DAY)
    assert nested(DAY, YEAR)
    assert not nested(YEAR, OTHER)
    assert narrower(YEAR, DAY) == DAY
    assert narrower(DAY, YEAR) == DAY
    assert narrower(None, DAY) == DAY
    assert narrower(YEAR, OTHER) == YEAR


@pytest.mark.parametrize(
    ("day", "dated"),
    [("on May 12", "2025-05-12"), ("on May 20", None), ("for four months", None)],
)
def test_a_day_gone_by_is_that_of_the_agreement(read: Read, day: str, dated: str | None) -> None:
    """What is agreed lies ahead, so that a past day behind it is the day of agreeing; a day to come is not."""
    text = f"Norland and Sudria have sealed an accord to rebuild the lock {day}."
    found = read(text).agreements[0].date
    assert (found.start.isoformat() if found is not None else None) == dated
