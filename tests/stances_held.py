"""Who holds what on which matter in a sentence of a report about talks: what the tests of stances ask."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.terms.findings import Findings

Read = Callable[..., Findings]
Held = list[tuple[str, str, str]]
ROUND = "The talks between Peru and Chile about the strait resumed in Geneva. "


def held(read: Read, text: str) -> Held:
    """Return holder, stance and matter of each position, without those of the words that open the report."""
    found = [p for p in read(ROUND + text).positions if p.evidence[0].start >= len(ROUND)]
    return [(p.actor.name, p.stance, p.about) for p in found]
