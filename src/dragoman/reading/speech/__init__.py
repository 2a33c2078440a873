"""Who said what. In: a `Scene`. Out: its `Saying` marks, in the order of the text."""

from __future__ import annotations

from dragoman.reading.marks import Saying
from dragoman.reading.scene import Scene


def find_sayings(scene: Scene) -> tuple[Saying, ...]:
    """Find the sayings of a text."""
    del scene
    return ()
