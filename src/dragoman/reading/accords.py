"""Finds the accords."""

from __future__ import annotations

from dragoman.reading.marks import AccordMark
from dragoman.reading.scene import Scene


def find_accords(scene: Scene) -> tuple[AccordMark, ...]:
    """Find the accords of a text."""
    del scene
    return ()
