"""Written days and moments."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.sources.days import parse_day, parse_moment


@pytest.mark.parametrize(
    "written",
    [
        *("2025-05-14", "2025-05-14T23:59:59+02:00", "2025-05-14 10:00", "20250514", "2025/05/14", " 2025-5-14 "),
        *("14 May 2025", "14th May 2025", "14 may, 2025", "May 14, 2025", "May 14th, 2025", "MAY 14 2025"),
        *("Wed, 14 May 2025 10:00:00 GMT", "Wednesday, May 14, 2025", "Wed May 14 2025 10:00:00 GMT+0200"),
    ],
)
def test_one_day_in_many_forms(written: str) -> None:
    """Forms that name one day without doubt."""
    assert parse_day(written) == date(2025, 5, 14)


@pytest.mark.parametrize(
    "written",
    [
        *(
            "",
            "yesterday",
            "0001-01-01",
            "9999-12-31",
            "2025",
            "2025-05",
            "05/06/2025",
            "14.05.2025",
            "2025-02-30",
            "2025-00-10",
            "31 June 2025",
            "0000-01-01",
        )
    ],
)
def test_no_day_is_guessed(written: str) -> None:
    """A month, two possible days, or a day that no calendar has give none."""
    assert parse_day(written) is None


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2025-05-14", "2025-05-14"),
        ("May 14, 2025", "2025-05-14"),
        ("2025-05-14T22:00:00-04:00", "2025-05-14T22:00:00-04:00"),
        ("2025-05-14T22:00Z", "2025-05-14T22:00:00+00:00"),
        ("2025-05-14 22:00:01 UTC", "2025-05-14T22:00:01+00:00"),
        ("2025-05-14T22:00:01.250", "2025-05-14T22:00:01"),
        ("Wed, 14 May 2025 10:00:00 -0400", "2025-05-14T10:00:00-04:00"),
        ("2025-05-14Tnoon", "2025-05-14"),
        ("5/6/2025", None),
        ("2025-02-30T10:00:00Z", None),
        ("", None),
    ],
)
def test_a_moment_keeps_its_own_time_zone(written: str, moment: str | None) -> None:
    """The first ten characters are the day as it is written; a time or an offset is never made up."""
    assert parse_moment(written) == moment
