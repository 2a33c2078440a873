"""Decisions of a person: drafted (desk/drafts.py), then written at once.

Law: the same decision taken twice is told and not written again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from dragoman.desk.drafts import Drafts
from dragoman.record.claims import Kind
from dragoman.record.decisions import Decision, Thing, Verb, decided, said_already
from dragoman.record.shelf import Shelf


class Keeps(Protocol):
    """What keeps decisions."""

    def shelf(self) -> AbstractContextManager[Shelf]:
        """Return the record as it is now."""
        ...

    def decide(self, decision: Decision) -> None:
        """Keep a decision after all that were made before."""
        ...


@dataclass(frozen=True, slots=True)
class Taken:
    """A decision, and whether it is new: it may have been taken by the same person before, in the same words."""

    decision: Decision
    new: bool


class Hand:
    """Who decides: a name, the store that keeps the decisions, and the clock (ISO, UTC)."""

    def __init__(self, store: Keeps, by: str, now: Callable[[], str]) -> None:
        self.store = store
        self._by = by
        self._now = now

    def judge(self, verb: Verb, claim: str, why: str | None = None) -> Taken:
        """Accept, reject, skip, note or retract a finding. Raises `NotFound` where there is none."""
        return self.take(lambda drafts: drafts.judge(verb, claim, why))

    def edit(self, claim: str, written: Iterable[tuple[str, str]], why: str | None = None) -> Taken:
        """Give fields of a finding new values. Raises `NotFound`, or `EditError` for what a field cannot hold."""
        return self.take(lambda drafts: drafts.edit(claim, written, why))

    def add(
        self,
        report: str,
        kind: Kind,
        spans: Iterable[tuple[int, int]],
        values: Iterable[tuple[str, str]],
        why: str | None = None,
    ) -> Taken:
        """Make a finding of words of a report. Raises `NotFound`, `EditError`, or `DecisionError` where it is there already."""
        return self.take(lambda drafts: drafts.add(report, kind, spans, values, why))

    def merge(self, thing: Thing, names: Iterable[str], why: str | None = None) -> Taken:
        """Say that several actors, proposals or meetings are one."""
        return self.take(lambda drafts: drafts.merge(thing, names, why))

    def split(self, thing: Thing, names: Iterable[str], why: str | None = None) -> Taken:
        """Say that a member is none of its identity: apart from all others of it, or from those that are named after it."""
        return self.take(lambda drafts: drafts.split(thing, names, why))

    def link(self, claim: str, to: str, why: str | None = None) -> Taken:
        """Say to what a finding belongs: a meeting to another one's docket item, a position or agreement to a proposal."""
        return self.take(lambda drafts: drafts.link(claim, to, why))

    def retract(self, name: str, why: str | None = None) -> Taken:
        """Take a report, a finding or a decision out of what counts. Nothing is deleted."""
        return self.take(lambda drafts: drafts.retract(name, why))

    def undo(self, name: str | None = None, why: str | None = None) -> Taken:
        """Take back a decision, the last one that holds unless another is named; an undoing can be undone too."""
        return self.take(lambda drafts: drafts.undo(name, why))

    def skip(self, thing: Thing, things: tuple[str, ...]) -> Taken:
        """Put something off: it comes last the next time."""
        return self.take(lambda drafts: drafts.put("skip", thing, things))

    def note(self, thing: Thing, things: tuple[str, ...], why: str) -> Taken:
        """Say something about some things."""
        return self.take(lambda drafts: drafts.put("note", thing, things, why))

    def take(self, draft: Callable[[Drafts], Decision]) -> Taken:
        """Write a decision that is drafted on the record as it is now; one that was taken already is only told."""
        with self.store.shelf() as shelf:
            drafted, before = draft(Drafts(shelf, self._by, self._now)), shelf.decisions()
            if (said := said_already(drafted, before)) is not None:
                return Taken(said, new=False)
            decision = decided(drafted, before)
            self.store.decide(decision)
            return Taken(decision, new=True)
