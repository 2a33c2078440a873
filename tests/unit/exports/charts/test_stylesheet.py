"""The page's stylesheet and the pictures: each knows the classes of the other."""

from __future__ import annotations

import re
from pathlib import Path

import dragoman
from dragoman.exports.charts.inks import PLAIN
from dragoman.exports.charts.timeline import SHAPES

STYLES = (Path(dragoman.__file__).parent / "web" / "static" / "charts.css").read_text(encoding="utf-8")


def test_each_ink_has_its_colour() -> None:
    """For every ink there is a rule for surfaces and one for strokes, with the page's colour of that name or kind."""
    for ink in PLAIN:
        name = f"c-{ink}" if ink in SHAPES else ink
        assert f".fill-{ink} {{ fill: var(--{name}); }}" in STYLES
        assert f".stroke-{ink} {{ stroke: var(--{name}); }}" in STYLES


def test_colours_are_the_pages() -> None:
    """The part names no colour itself, so that there is one place for both themes."""
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b|rgb|hsl", STYLES)
