"""Finds the mentions."""

from __future__ import annotations

from dragoman.reading.marks import Mention
from dragoman.reading.parse import Parse


def find_mentions(parse: Parse) -> tuple[Mention, ...]:
    """Find the mentions of a text."""
    del parse
    return ()
