"""One move of the record, and the window in which it was reported."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.record.claims import Claim
from dragoman.terms.findings import Actor


@dataclass(frozen=True, slots=True)
class Window:
    """What was published after `first`, `last` included."""

    first: date
    last: date

    @property
    def begin(self) -> date:
        """The first day of publication that counts."""
        return self.first + timedelta(days=1)

    def holds(self, claim: Claim) -> bool:
        """Say whether a claim was published in the window."""
        return self.first < claim.published <= self.last


@dataclass(frozen=True, slots=True)
class Shift:
    """One move: what it is, when it holds (`day` where it is told; `holds` else the day of publication), what was before.

    `learned` says that it belongs to what was learned whatever its day: denied, corrected, withdrawn.
    """

    kind: str
    change: str
    what: str
    day: date | None
    holds: date
    published: date
    before: str | None
    actors: tuple[Actor, ...]
    id: str
    claims: tuple[Claim, ...]
    learned: bool = False
