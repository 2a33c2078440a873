"""What a person wants to decide -> the decision, checked against the record and not yet written. One function a verb.

Law: a decision names members, never identities.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from dragoman.desk.members import Meant, Members
from dragoman.record.claims import Kind
from dragoman.record.decisions import Decision, Thing, Verb, undone
from dragoman.record.editing import parse_change
from dragoman.record.finding import found_by
from dragoman.record.keeping import kept_of
from dragoman.record.shelf import Shelf
from dragoman.terms.errors import DecisionError, NotFound
from dragoman.terms.findings import Agreement, Position

MACHINE: frozenset[Verb] = frozenset({"carry", "keep"})
"""Verbs that are written when reports are read anew: nobody's judgement, and nothing that "undo the last" means."""


class Drafts:
    """Drafts decisions of one person in one view of the record, as of the moment that a clock gives (ISO, UTC).

    A draft has no id yet. It can be shown (views/preview.py), and written (desk/decide.py).
    """

    def __init__(self, shelf: Shelf, by: str, now: Callable[[], str]) -> None:
        self.shelf = shelf
        self._members = Members(shelf)
        self._by = by
        self._now = now

    def judge(self, verb: Verb, claim: str, why: str | None = None) -> Decision:
        """Accept, reject, skip, note or retract a finding. Raises `NotFound` where there is none."""
        found = self._members.claim(claim)
        if verb == "note" and not why:
            raise DecisionError("note", "a note says something")
        return self._made(verb, "claim", (found.id,), why)

    def edit(self, claim: str, written: Iterable[tuple[str, str]], why: str | None = None) -> Decision:
        """Give fields of a finding new values. Raises `NotFound`, or `EditError` for what a field cannot hold."""
        found = self._members.claim(claim)
        change = parse_change(found.kind, written, self._members.actor)
        if not change:
            raise DecisionError("edit", "say which field has which value")
        return self._made("edit", "claim", (found.id,), why, change)

    def add(
        self,
        report: str,
        kind: Kind,
        spans: Iterable[tuple[int, int]],
        written: Iterable[tuple[str, str]],
        why: str | None = None,
    ) -> Decision:
        """Make a finding of words of a report. Raises `NotFound`, `EditError`, or `DecisionError` where it is there already."""
        sheet = next(iter(self.shelf.sheets(ids=[report])), None)
        if sheet is None:
            raise NotFound("report", report)
        values = parse_change(kind, written, self._members.actor)
        claim = found_by(self._by, sheet, self.shelf.texts([report])[report], kind, spans, values)
        change = kept_of(claim)
        added = self._members.scope.rulings.added.get(claim.id)
        if (added is not None and dict(added.change) != change) or (added is None and self._has(claim.id)):
            raise DecisionError("add", f"there is a {kind} of these words by the same: {claim.id}; edit or accept it")
        return self._made("add", "claim", (claim.id,), why, change)

    def _has(self, claim: str) -> bool:
        try:
            self._members.claim(claim)
        except NotFound:
            return False
        return True

    def merge(self, thing: Thing, names: Iterable[str], why: str | None = None) -> Decision:
        """Say that several actors, proposals or meetings are one.

        Beside one member of each it names those that somebody had set apart, so that the later word holds for them too.
        """
        meant = [self._members.meant(thing, name) for name in dict.fromkeys(names)]
        together = {m for one in meant for m in one.members}
        if len({frozenset(one.members) for one in meant}) < 2:
            raise DecisionError("merge", f"{' and '.join(one.name for one in meant)} are one already")
        pairs = (pair for kind, *pair in self._members.scope.rulings.apart if kind == thing)
        parted = sorted(m for pair in pairs if together.issuperset(pair) for m in pair)
        return self._made("merge", thing, tuple(dict.fromkeys([*map(_one_of, meant), *parted])), why)

    def split(self, thing: Thing, names: Iterable[str], why: str | None = None) -> Decision:
        """Say that a member is none of its identity: apart from all others of it, or from those that are named after it."""
        first, *rest = (self._members.meant(thing, name) for name in names)
        others = tuple(map(_one_of, rest)) if rest else first.others
        others = tuple(other for other in others if other != first.member)
        if not others:
            raise DecisionError("split", f"{first.name} is alone already")
        return self._made("split", thing, (first.member, *others), why)

    def link(self, claim: str, to: str, why: str | None = None) -> Decision:
        """Say to what a finding belongs: a meeting to another one's docket item, a position or agreement to a proposal."""
        found = self._members.claim(claim)
        if isinstance(found.finding, Position | Agreement):
            return self._made("edit", "claim", (found.id,), why, {"about": self._members.words(to)})
        item, home = self._members.meant("meeting", claim), self._members.meant("meeting", to)
        if claim in home.members:
            raise DecisionError("link", f"{claim} belongs to {to} already")
        leaves = {"apart": [*item.others]} if item.others else {}
        return self._made("link", "meeting", (claim, home.member), why, leaves)

    def retract(self, name: str, why: str | None = None) -> Decision:
        """Take a report, a finding or a decision out of what counts. Nothing is deleted."""
        if self._members.has_report(name):
            return self._made("retract", "report", (name,), why)
        if any(decision.id == name for decision in self.shelf.decisions()):
            return self._undoing("retract", name, why)
        try:
            return self._made("retract", "claim", (self._members.claim(name).id,), why)
        except NotFound as error:
            raise NotFound("report, finding or decision", name) from error

    def undo(self, name: str | None = None, why: str | None = None) -> Decision:
        """Take back a decision, the last one that holds unless another is named; an undoing can be undone too."""
        if name is None:
            standing = self._members.scope.rulings.decisions
            last = next((d for d in reversed(standing) if d.verb not in MACHINE), None)
            if last is None:
                raise DecisionError("undo", "there is no decision that holds")
            name = last.id
        return self._undoing("undo", name, why)

    def put(self, verb: Verb, thing: Thing, things: tuple[str, ...], why: str | None = None) -> Decision:
        """Put some things off, or say something about them. Raises `NotFound` where one of them is none of the record."""
        for name in things:
            self._members.claim(name) if thing == "claim" else self._members.meant(thing, name)
        return self._made(verb, thing, things, why)

    def _undoing(self, verb: Verb, name: str, why: str | None) -> Decision:
        decision = self._members.decision(name)
        if by := undone(self.shelf.decisions()).get(decision.id):
            raise DecisionError(verb, f"{name} was taken back by {by}; undo {by} to let it hold again")
        return self._made(verb, "decision", (decision.id,), why)

    def _made(
        self,
        verb: Verb,
        thing: Thing,
        things: tuple[str, ...],
        why: str | None,
        change: Mapping[str, Any] | None = None,
    ) -> Decision:
        return Decision("", self._by, self._now(), verb, thing, things, why or None, change or {})


def _one_of(meant: Meant) -> str:
    return meant.member
