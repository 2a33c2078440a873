"""Figures as the record has them: tolls by their verb, sums in words with a hyphen, people told by an adjective."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.terms.findings import Findings

Read = Callable[..., Findings]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The new attacks bring the total death toll from the war to 8,458, the agency reported.", 8458, "people"),
        ("The number of reported deaths in the province stands at 23.", 23, "people"),
        ("The tariffs hit $250 billion-worth of goods, the minister said.", 250e9, "$"),
        ("22 of the dead were pulled from the rubble.", 22, "people"),
        ("The fire killed thousands, the governor said.", 2000, "people"),
    ],
)
def test_value_and_unit(read: Read, text: str, value: float, unit: str) -> None:
    """The figure is found with its value and what it counts."""
    assert [(f.value, f.unit) for f in read(text).figures] == [(value, unit)]


def test_number_is_no_part_of_another_figure(read: Read) -> None:
    """What one number counts does not hold the number before it, nor a mark."""
    found = read("Three died in the blast and four lost their lives in the fire, the ministry said.").figures
    assert [f.value for f in found] == [3, 4]
    assert "hree" not in found[1].about
    assert [f.about for f in read("The war killed thousands, and it goes on.").figures] == ["killed"]
