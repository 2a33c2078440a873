"""Decisions of a person: checked against the record, then written at once. One function a verb.

Law: a decision names members, never identities; the same decision taken twice is told and not written again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol

from dragoman.desk.members import Meant, Members
from dragoman.record.decisions import Decision, Thing, Verb, decided, said_already, undone
from dragoman.record.editing import parse_change
from dragoman.record.shelf import Shelf
from dragoman.terms.errors import DecisionError, NotFound
from dragoman.terms.findings import Agreement, Position

MACHINE: frozenset[Verb] = frozenset({"carry", "keep"})
"""Verbs that are written when reports are read anew: nobody's judgement, and nothing that "undo the last" means."""


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
        with self.store.shelf() as shelf:
            found = Members(shelf).claim(claim)
            if verb == "note" and not why:
                raise DecisionError("note", "a note says something")
            return self._take(shelf, verb, "claim", (found.id,), why)

    def edit(self, claim: str, written: Iterable[tuple[str, str]], why: str | None = None) -> Taken:
        """Give fields of a finding new values. Raises `NotFound`, or `EditError` for what a field cannot hold."""
        with self.store.shelf() as shelf:
            members = Members(shelf)
            found = members.claim(claim)
            change = parse_change(found.kind, written, members.actor)
            if not change:
                raise DecisionError("edit", "say which field has which value")
            return self._take(shelf, "edit", "claim", (found.id,), why, change)

    def merge(self, thing: Thing, names: Iterable[str], why: str | None = None) -> Taken:
        """Say that several actors, proposals or meetings are one.

        Beside one member of each it names those that somebody had set apart, so that the later word holds for them too.
        """
        with self.store.shelf() as shelf:
            members = Members(shelf)
            meant = [members.meant(thing, name) for name in dict.fromkeys(names)]
            together = {m for one in meant for m in one.members}
            if len({frozenset(one.members) for one in meant}) < 2:
                raise DecisionError("merge", f"{' and '.join(one.name for one in meant)} are one already")
            pairs = (pair for kind, *pair in members.scope.rulings.apart if kind == thing)
            parted = sorted(m for pair in pairs if together.issuperset(pair) for m in pair)
            things = tuple(dict.fromkeys([*(_one_of(each) for each in meant), *parted]))
            return self._take(shelf, "merge", thing, things, why)

    def split(self, thing: Thing, names: Iterable[str], why: str | None = None) -> Taken:
        """Say that a member is none of its identity: apart from all others of it, or from those that are named after it."""
        with self.store.shelf() as shelf:
            members = Members(shelf)
            first, *rest = (members.meant(thing, name) for name in names)
            others = tuple(_one_of(each) for each in rest) if rest else first.others
            others = tuple(other for other in others if other != first.member)
            if not others:
                raise DecisionError("split", f"{first.name} is alone already")
            return self._take(shelf, "split", thing, (first.member, *others), why)

    def link(self, claim: str, to: str, why: str | None = None) -> Taken:
        """Say to what a finding belongs: a meeting to another one's docket item, a position or agreement to a proposal."""
        with self.store.shelf() as shelf:
            members = Members(shelf)
            found = members.claim(claim)
            if isinstance(found.finding, Position | Agreement):
                change = {"about": members.words(to)}
                return self._take(shelf, "edit", "claim", (found.id,), why, change)
            item, home = members.meant("meeting", claim), members.meant("meeting", to)
            if claim in home.members:
                raise DecisionError("link", f"{claim} belongs to {to} already")
            leaves = {"apart": [*item.others]} if item.others else {}
            return self._take(shelf, "link", "meeting", (claim, home.member), why, leaves)

    def retract(self, name: str, why: str | None = None) -> Taken:
        """Take a report, a finding or a decision out of what counts. Nothing is deleted."""
        with self.store.shelf() as shelf:
            members = Members(shelf)
            if members.has_report(name):
                return self._take(shelf, "retract", "report", (name,), why)
            if any(decision.id == name for decision in shelf.decisions()):
                return self._undo(shelf, "retract", name, why)
            try:
                return self._take(shelf, "retract", "claim", (members.claim(name).id,), why)
            except NotFound as error:
                raise NotFound("report, finding or decision", name) from error

    def undo(self, name: str | None = None, why: str | None = None) -> Taken:
        """Take back a decision, the last one that holds unless another is named; an undoing can be undone too."""
        with self.store.shelf() as shelf:
            if name is None:
                standing = Members(shelf).scope.rulings.decisions
                last = next((d for d in reversed(standing) if d.verb not in MACHINE), None)
                if last is None:
                    raise DecisionError("undo", "there is no decision that holds")
                name = last.id
            return self._undo(shelf, "undo", name, why)

    def skip(self, thing: Thing, things: tuple[str, ...]) -> Taken:
        """Put something off: it comes last the next time."""
        with self.store.shelf() as shelf:
            return self._take(shelf, "skip", thing, things, None)

    def note(self, thing: Thing, things: tuple[str, ...], why: str) -> Taken:
        """Say something about some things."""
        with self.store.shelf() as shelf:
            return self._take(shelf, "note", thing, things, why)

    def _undo(self, shelf: Shelf, verb: Verb, name: str, why: str | None) -> Taken:
        decision = Members(shelf).decision(name)
        if by := undone(shelf.decisions()).get(decision.id):
            raise DecisionError(verb, f"{name} was taken back by {by}; undo {by} to let it hold again")
        return self._take(shelf, verb, "decision", (decision.id,), why)

    def _take(
        self,
        shelf: Shelf,
        verb: Verb,
        thing: Thing,
        things: tuple[str, ...],
        why: str | None,
        change: Mapping[str, Any] | None = None,
    ) -> Taken:
        before = shelf.decisions()
        draft = Decision("", self._by, self._now(), verb, thing, things, why or None, change or {})
        if (said := said_already(draft, before)) is not None:
            return Taken(said, new=False)
        decision = decided(draft, before)
        self.store.decide(decision)
        return Taken(decision, new=True)


def _one_of(meant: Meant) -> str:
    return meant.member
