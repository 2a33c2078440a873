"""Words in pictures: on one line, of what XML takes, cut where there is no room."""

from __future__ import annotations

import pytest

from dragoman.exports.charts.words import MOST, count, cut, legible, width_of


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("plain", "plain"),
        ("two\nlines\tand  more", "two lines and more"),
        ("a\x00b\x1b[2J\x9f", "ab[2J"),
        ("turned \u202e round \u2066 about", "turned round about"),
        ("half \ud800 a letter \uffff", "half a letter"),
        ("ليلى — 测试 é", "ليلى — 测试 é"),
    ],
)
def test_odd_characters_are_left_out(text: str, told: str) -> None:
    """Control characters, halves of letters and marks that turn the direction are no part of a picture."""
    assert legible(text) == told


def test_long_texts_end() -> None:
    """A text has a most length, and shows that it goes on."""
    assert legible("x" * 1000) == "x" * (MOST - 1) + "…"


def test_what_is_cut_has_room() -> None:
    """A cut text is no wider than its room; one that fits is whole."""
    assert cut("short", 100, 12) == "short"
    told = cut("a rather long title of a meeting", 100, 12)
    assert told.endswith("…")
    assert width_of(told, 12) <= 100
    assert width_of(cut("测试" * 40, 100, 12), 12) <= 100


def test_things_are_counted_in_words() -> None:
    """One is singular, others are plural."""
    assert count(1, "meeting") == "1 meeting"
    assert count(1200, "meeting") == "1,200 meetings"
    assert count(2, "party", "parties") == "2 parties"
