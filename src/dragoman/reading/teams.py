"""Finds the teams."""

from __future__ import annotations

from dragoman.reading.marks import DelegationMark
from dragoman.reading.scene import Scene


def find_delegations(scene: Scene) -> tuple[DelegationMark, ...]:
    """Find the teams of a text."""
    del scene
    return ()
