"""Days counted from the day of what is told beside. The texts are published on Wednesday 14 May 2025."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.terms.findings import Findings

Read = Callable[..., Findings]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "The army shelled the port on Tuesday, a week after the rebels had attacked Lund.",
            ["2025-05-13", "2025-05-06"],
        ),
        ("On Monday, two days after rebels attacked the port, the army shelled Lund.", ["2025-05-12", "2025-05-10"]),
        ("The army shelled Lund two days after the fair began on May 5.", ["2025-05-07"]),
        ("The army shelled Lund a week after the fair began on Monday.", [None]),
        ("The army shelled the port on Tuesday, months after rebels had attacked Lund.", ["2025-05-13", None]),
        ("The army shelled the port in May 2024, a day after rebels had attacked Lund.", ["2024-05-01", None]),
    ],
)
def test_a_day_is_counted_from_that_of_the_thing_beside(read: Read, text: str, days: list[str | None]) -> None:
    """One of two things has a day, and so many days lie between them: months and uncertain days count for nothing."""
    found = read(text)
    told = [i.date.start.isoformat() if i.date is not None else None for i in found.incidents]
    assert sorted(map(str, told)) == sorted(map(str, days))
    assert all(" after" not in d.evidence.quote for d in found.dates)
