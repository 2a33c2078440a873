"""Finds the sentences that are about the negotiation, for the coverage of a report."""

from __future__ import annotations

from dragoman.reading.scene import Scene
from dragoman.terms.span import Span


def find_talk_sentences(scene: Scene) -> tuple[Span, ...]:
    """Return the sentences that speak of talks, proposals or agreements."""
    del scene
    return ()
