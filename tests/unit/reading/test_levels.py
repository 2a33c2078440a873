"""The level of an office."""

from __future__ import annotations

import pytest

from dragoman.reading.teams.levels import highest, level_of


@pytest.mark.parametrize(
    ("role", "level"),
    [
        ("President", "leaders"),
        ("Prime Minister and Foreign Minister", "leaders"),
        ("Crown Prince", "leaders"),
        ("Vice President", "leaders"),
        ("the Norwegian leader", "leaders"),
        ("Defense Minister", "ministers"),
        ("U.S. Secretary of State", "ministers"),
        ("Minister of Foreign Affairs", "ministers"),
        ("Chancellor of the Exchequer", "ministers"),
        ("Deputy Prime Minister", "ministers"),
        ("Vice Premier", "ministers"),
        ("deputy foreign minister", "senior-officials"),
        ("presidential aide", "senior-officials"),
        ("aide to the president", "senior-officials"),
        ("President's special envoy", "senior-officials"),
        ("CIA director", "senior-officials"),
        ("head of the president's office", "senior-officials"),
        ("Special Envoy", "senior-officials"),
        ("Assistant Secretary of State", "senior-officials"),
        ("ambassador to the United Nations", "officials"),
        ("Foreign Ministry official", "officials"),
        ("a senior Foreign Ministry official", "officials"),
        ("nuclear experts", "technical"),
        ("union treasurer", None),
        ("former president", None),
        ("", None),
    ],
)
def test_level_of_an_office(role: str, level: str | None) -> None:
    """An office gives its level, a deputy's one below, that of somebody served none."""
    assert level_of(role) == level


def test_highest_of_several() -> None:
    """The highest known level wins; nothing known stays unknown."""
    assert highest(["officials", None, "ministers"]) == "ministers"
    assert highest([None]) is None
