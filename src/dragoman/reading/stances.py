"""Finds the stances."""

from __future__ import annotations

from dragoman.reading.marks import StanceMark
from dragoman.reading.scene import Scene


def find_stances(scene: Scene) -> tuple[StanceMark, ...]:
    """Find the stances of a text."""
    del scene
    return ()
