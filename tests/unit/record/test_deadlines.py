"""Deadlines in words, and whether a deed is what was owed."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.record.deadlines import deadline_in, stems

WEDNESDAY = date(2026, 3, 11)


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("open the bridge by Sunday", "2026-03-15"),
        ("answer by Wednesday", "2026-03-11"),
        ("withdraw before Friday", "2026-03-12"),
        ("reply by next Tuesday", "2026-03-17"),
        ("which it had to open by last Sunday", "2026-03-08"),
        ("let engineers in by the end of the week", "2026-03-15"),
        ("let engineers in before the end of the month", "2026-03-31"),
        ("pay no later than the end of next month", "2026-04-30"),
        ("leave by the end of February 2027", "2027-02-28"),
        ("leave by April 21", "2026-04-21"),
        ("leave by 3 January", "2027-01-03"),
        ("leave by 2026-05-01", "2026-05-01"),
        ("exchange them within a week", "2026-03-18"),
        ("reply within 48 hours", "2026-03-13"),
        ("leave within three months", "2026-06-11"),
        ("reply by tomorrow", "2026-03-12"),
        ("pay by the end of the year", "2026-12-31"),
    ],
)
def test_deadlines(words: str, due: str) -> None:
    """Counted from the day on which it was said: a Wednesday."""
    found = deadline_in(words, WEDNESDAY)
    assert found is not None
    assert found.day == date.fromisoformat(due)
    assert found.words in words


@pytest.mark.parametrize(
    "words",
    ["reply within days", "by the river", "within hours", "meet on Friday", "by February 30", "by force", "soon"],
)
def test_no_day_no_deadline(words: str) -> None:
    """Where no day can be named, nothing is guessed."""
    assert deadline_in(words, WEDNESDAY) is None


def test_stems() -> None:
    """Forms of a word are one; days, numbers and small words carry no matter."""
    assert stems("Orvania reopened the bridges by Sunday") == stems("Orvania opens a bridge")
    assert stems("inspection of the dam") == stems("inspect dams")
    assert not stems("by the end of the week, on 12 March")
