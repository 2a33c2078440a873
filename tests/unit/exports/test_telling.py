"""Findings in plain words: days, numbers and names as a person would say them."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.exports.telling import days, names, number
from dragoman.terms.findings import Actor
from dragoman.terms.when import Bound, Granularity, Mod, When

SPANS = [
    ("2026-03-12", "2026-03-12", "day", None, None, "Thu 12 Mar 2026"),
    ("2026-03-09", "2026-03-15", "week", None, None, "9–15 Mar 2026"),
    ("2026-03-28", "2026-04-02", "range", None, None, "28 Mar – 2 Apr 2026"),
    ("2025-12-30", "2026-01-02", "range", None, None, "30 Dec 2025 – 2 Jan 2026"),
    ("2024-02-01", "2024-02-29", "month", None, None, "Feb 2024"),
    ("2026-02-01", "2026-02-28", "month", "end", None, "late Feb 2026"),
    ("2014-01-01", "2014-12-31", "year", None, "since", "since 2014"),
    ("2026-03-13", "2026-03-13", "day", None, "until", "until Fri 13 Mar 2026"),
    ("2026-06-01", "2026-06-30", "month", "mid", None, "mid-Jun 2026"),
    ("2026-03-16", "2026-03-22", "week", "start", None, "early in the week of 16–22 Mar 2026"),
    ("2026-03-13", "2026-03-20", "approximate", None, None, "about 13–20 Mar 2026"),
]


@pytest.mark.parametrize(("start", "end", "granularity", "mod", "bound", "told"), SPANS)
def test_days(start: str, end: str, granularity: Granularity, mod: Mod | None, bound: Bound | None, told: str) -> None:
    """An interval is told as shortly as it is exact, with the words for its part or open side."""
    when = When(date.fromisoformat(start), date.fromisoformat(end), granularity, "words", mod, bound)
    assert days(when) == told


def test_no_date_is_no_words() -> None:
    """Where no date is known, nothing is told."""
    assert days(None) == ""


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (7, "7"),
        (12000, "12,000"),
        (2_500_000, "2.5 million"),
        (1.2e9, "1.2 billion"),
        (1_234_567, "1,234,567"),
        (0.5, "0.5"),
    ],
)
def test_numbers(value: float, told: str) -> None:
    """Numbers are grouped; round millions are told in words, others stay exact."""
    assert number(float(value)) == told


def test_names() -> None:
    """Several actors are listed with "and" before the last."""
    actors = [Actor(f"a{n}", name, "state") for n, name in enumerate(("Malta", "Norway", "Orvania"))]
    assert [names(actors[:n]) for n in range(4)] == ["", "Malta", "Malta and Norway", "Malta, Norway and Orvania"]
