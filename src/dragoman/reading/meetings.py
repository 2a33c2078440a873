"""Finds the meetings."""

from __future__ import annotations

from dragoman.reading.marks import MeetingMark
from dragoman.reading.scene import Scene


def find_meetings(scene: Scene) -> tuple[MeetingMark, ...]:
    """Find the meetings of a text."""
    del scene
    return ()
