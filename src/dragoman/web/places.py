"""The page on which a part of an answer has its place: a meeting's, a proposal's, else the words themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.views.changes import Change
from dragoman.views.cited import Cited
from dragoman.views.disagreements import Disagreement
from dragoman.views.docket_item import Entry
from dragoman.views.obligations import Obligation
from dragoman.views.timeline import Item
from dragoman.web.links import Links

OF_MEETINGS = frozenset({"date", "place", "attendance", "level"})
"""What only meetings are told differently in."""


@dataclass(frozen=True, slots=True)
class Places:
    """Addresses of the parts of answers, None where a part has none."""

    links: Links

    def event(self, item: Item) -> str | None:
        """Return where an event of the timeline is told whole."""
        if item.kind == "meeting":
            return self.links.meeting(item.id)
        if item.kind == "position" and item.proposal is not None:
            return self.links.proposal(item.proposal)
        return self.words(item.evidence)

    def change(self, change: Change) -> str | None:
        """Return where what changed is told whole; what was withdrawn is only where it stood."""
        if change.change != "withdrawn" and change.kind == "meeting":
            return self.links.meeting(change.id)
        if change.change != "withdrawn" and change.kind == "position":
            return self.links.proposal(change.id)
        return self.words(change.evidence)

    def owed(self, owed: Obligation) -> str | None:
        """Return where what is owed is told whole."""
        return self.links.meeting(owed.id) if owed.kind == "meeting" else self.words(owed.evidence)

    def rivals(self, item: Disagreement) -> str | None:
        """Return the page of the meeting that is told in several ways; None where it is no meeting."""
        return self.links.meeting(item.id) if item.kind in OF_MEETINGS else None

    def step(self, entry: Entry) -> str | None:
        """Return where the words stand that moved a meeting."""
        return self.words(entry.evidence)

    def words(self, evidence: Sequence[Cited]) -> str | None:
        """Return where the first words of an evidence stand."""
        return self.links.evidence(evidence[0]) if evidence else None
