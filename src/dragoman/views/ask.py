"""First, last and longest without: contacts between sides over the whole record, and how surely the answer holds.

The answer stands on contacts whose day and level are told. What might answer too (its level or day is not told) stands apart
and is never counted. The same question is then asked of less evidence: without what a report disputes, without what one
origin alone tells, and without both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from dragoman.record.identity.meetings.gathering import gather
from dragoman.record.identity.meetings.reach import MEETINGS
from dragoman.record.shelf import Wanted
from dragoman.terms.findings import Level
from dragoman.views.contacts import Contact, Side, at_least, contacts_of, met
from dragoman.views.docket import reach_of
from dragoman.views.gaps import Gap, gaps_of
from dragoman.views.question import Question
from dragoman.views.remembering import remembered
from dragoman.views.scope import Scope

Which = Literal["first", "last", "gap"]
ROUNDS = frozenset({"talks", "summit", "other"})
"""What is a round where gaps are asked for and nothing else is said: calls, visits and signings are none."""
SHOWN = 20
"""Contacts shown beside the answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What is asked for. `since` and `before` are days that the contact must be after and before."""

    which: Which
    between: tuple[str, ...] = ()
    contact: Literal["direct", "any"] = "any"
    level: Level | None = None
    since: date | None = None
    before: date | None = None
    also_planned: bool = False


@dataclass(frozen=True, slots=True)
class Variant:
    """The answer from less evidence: what was `dropped`, whether the answer is the `same`, and what it is then."""

    dropped: str
    same: bool
    contacts: int
    answer: Contact | None
    gap: Gap | None


@dataclass(frozen=True, slots=True)
class Asked:
    """The answer: a contact for first and last, gaps for gap. `holds` says in a line how surely.

    `previous` is the last contact at or before `since`, whatever its level, `planned` what is still to come, `possible` what would count if its
    level or day were told, or if it were told who met.
    """

    asked: Asking
    between: tuple[str, ...]
    answer: Contact | None
    gaps: tuple[Gap, ...]
    contacts: int
    previous: Contact | None
    planned: tuple[Contact, ...]
    possible: tuple[Contact, ...]
    more_possible: int
    holds: str
    sensitivity: tuple[Variant, ...]


@remembered
def ask(scope: Scope, question: Question, /, **asked: Any) -> Asked:
    """Return the first or last contact, or the longest gaps between rounds. Reads all meetings of the sides it is about."""
    asking = Asking(**{**asked, "between": tuple(asked.get("between") or ())})
    sides = tuple(Side(scope, name) for name in asking.between)
    found = _found(scope, question, asking, sides)
    return _Answering(scope, question, asking, found).answer(tuple(one.name for one in sides))


def _found(scope: Scope, question: Question, asking: Asking, sides: tuple[Side, ...]) -> tuple[Contact, ...]:
    """Return the contacts between the sides, of the kinds that are asked for, whenever they were."""
    keys = sides[0].keys if sides else None
    claims = scope.shelf.claims(Wanted(kinds=MEETINGS, keys=keys))
    scope.cast.learn({a.id: a for c in claims for a in c.actors}.values())
    if keys is None:
        items = gather(scope.origins.settle(claims), scope.cast, scope.rulings)
    else:
        items = reach_of(scope).items(claims)
    actor = () if question.actor is None else (Side(scope, question.actor),)
    kinds = question.kinds or (ROUNDS if asking.which == "gap" else None)
    return tuple(
        contact
        for contact in contacts_of(scope, items, lambda told: met(told, (*sides, *actor)))
        if (kinds is None or contact.kind in kinds) and _met(contact, asking)
    )


def _met(contact: Contact, asking: Asking) -> bool:
    return contact.direct or asking.contact == "any"


class _Answering:
    def __init__(self, scope: Scope, question: Question, asking: Asking, found: tuple[Contact, ...]) -> None:
        self.asking = asking
        self.limit = question.limit
        self.first, self.last = question.first, question.last
        self.today = scope.today or date.min
        high = (lambda _: True) if asking.level is None else at_least(asking.level)
        known = [c for c in found if c.start is not None]
        self.fitting = sorted((c for c in known if high(c.level)), key=lambda c: c.order)
        self.known = known
        self.unknown = [c for c in found if c.start is None or (c.level is None and not high(c.level))]

    def answer(self, between: tuple[str, ...]) -> Asked:
        """Return the answer and how it changes with less evidence."""
        best, gaps = self._ask(self.fitting)
        possible = sorted((c for c in self.unknown if self._might(c, best)), key=lambda c: c.order)
        variants = tuple(self._variant(best, gaps, dropped, kept) for dropped, kept in _LESS)
        return Asked(
            asked=self.asking,
            between=between,
            answer=best,
            gaps=gaps[: self.limit],
            contacts=len(self._counted(self.fitting)),
            previous=self._previous(),
            planned=tuple(c for c in self.fitting if c.planned and self._inside(c))[:SHOWN],
            possible=tuple(possible[:SHOWN]),
            more_possible=max(len(possible) - SHOWN, 0),
            holds=_holds(best is None and not gaps, variants),
            sensitivity=variants,
        )

    def _ask(self, contacts: Iterable[Contact]) -> tuple[Contact | None, tuple[Gap, ...]]:
        if self.asking.which == "gap":
            return None, gaps_of(
                (c for c in contacts if self._inside(c)), self.asking.before or self.last or self.today
            )
        counted = self._counted(contacts)
        if not counted:
            return None, ()
        return (counted[0] if self.asking.which == "first" else max(counted, key=_latest)), ()

    def _counted(self, contacts: Iterable[Contact]) -> list[Contact]:
        return [c for c in contacts if self._inside(c) and (self.asking.also_planned or not c.planned)]

    def _inside(self, contact: Contact) -> bool:
        """Whether a contact lies in the days that are asked for."""
        start, end = contact.order[0], contact.order[1]
        return (
            (self.asking.since is None or start > self.asking.since)
            and (self.asking.before is None or end < self.asking.before)
            and (self.first is None or start >= self.first)
            and (self.last is None or end <= self.last)
        )

    def _might(self, contact: Contact, best: Contact | None) -> bool:
        """Whether what is not told of a contact could make it the answer."""
        if not self._inside(contact) or (contact.planned and not self.asking.also_planned):
            return False
        if best is None or contact.start is None:
            return True
        return contact.order < best.order if self.asking.which == "first" else _latest(contact) > _latest(best)

    def _previous(self) -> Contact | None:
        edge = self.asking.since or self.first
        if self.asking.which != "first" or edge is None:
            return None
        earlier = [c for c in self.known if not c.planned and c.order[0] <= edge and not self._inside(c)]
        return max(earlier, key=_latest, default=None)

    def _variant(
        self, best: Contact | None, gaps: tuple[Gap, ...], dropped: str, kept: Callable[[Contact], bool]
    ) -> Variant:
        left = [c for c in self.fitting if kept(c)]
        answer, others = self._ask(left)
        gap = others[0] if others else None
        same = answer == best if self.asking.which != "gap" else gap == (gaps[0] if gaps else None)
        return Variant(dropped, same, len(self._counted(left)), answer, gap)


_LESS: tuple[tuple[str, Callable[[Contact], bool]], ...] = (
    ("disputed claims", lambda c: not c.disputed),
    ("single-origin claims", lambda c: len(c.origins) > 1),
    ("disputed and single-origin claims", lambda c: not c.disputed and len(c.origins) > 1),
)


def _latest(contact: Contact) -> tuple[date, date, str]:
    start, end, key = contact.order
    return (end, start, key)


def _holds(nothing: bool, variants: tuple[Variant, ...]) -> str:
    """Say in a line how surely the answer holds."""
    changed = [variant for variant in variants if not variant.same]
    if nothing:
        return "nothing in the record answers this"
    if not changed:
        return "holds under all evidence"
    first = changed[0]
    gone = first.answer is None and first.gap is None
    return f"changes when {first.dropped} are dropped" + (": then nothing answers this" if gone else "")
