"""Finds the speech."""

from __future__ import annotations

from dragoman.reading.marks import Saying
from dragoman.reading.scene import Scene


def find_sayings(scene: Scene) -> tuple[Saying, ...]:
    """Find the speech of a text."""
    del scene
    return ()
