"""What somebody asks to be decided -> a decision, taken with the rights of the one who asks. One place for pages and API.

Law: who may take which decision is said here alone; what is taken is in the audit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from dragoman.desk.access import Right, require
from dragoman.desk.decide import Taken
from dragoman.desk.drafts import Drafts
from dragoman.hosting.asked import Asked
from dragoman.record.claims import Kind
from dragoman.record.decisions import Decision, Thing, Verb, undone
from dragoman.terms.errors import DecisionError

RIGHT: Mapping[Verb, Right] = {
    "accept": "code", "reject": "code", "edit": "code", "skip": "code", "note": "code", "add": "code",
    "undo": "code", "merge": "adjudicate", "split": "adjudicate", "link": "adjudicate", "retract": "adjudicate",
}  # fmt: skip
"""Verbs that people take, with the right that each asks for; taking back what another decided asks for "adjudicate"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be decided, about which things, and why.

    `values` are new values of fields. A finding that a person makes has its `report`, `kind` and `spans` (in code points).
    """

    verb: Verb
    thing: Thing = "claim"
    things: tuple[str, ...] = ()
    why: str | None = None
    values: tuple[tuple[str, str], ...] = ()
    report: str = ""
    kind: Kind | None = None
    spans: tuple[tuple[int, int], ...] = ()


def verb_of(word: str) -> Verb:
    """Return the verb that a word names. Raises `DecisionError` for one that nobody takes."""
    found = next((verb for verb in RIGHT if verb == word), None)
    if found is None:
        raise DecisionError(word or "decide", f"say one of {', '.join(RIGHT)}")
    return found


def thing_of(word: str) -> Thing:
    """Return the thing that a word names. Raises `DecisionError`."""
    found: Thing | None = next((thing for thing in get_args(Thing) if thing == word), None)
    if found is None:
        raise DecisionError("decide", f"{word!r} is none of {', '.join(get_args(Thing))}")
    return found


def decide(asked: Asked, order: Order) -> Taken:
    """Take a decision. Raises `Forbidden`, or what `desk.decide.Hand` raises for one that cannot be taken."""
    permit(asked, order)
    taken = asked.hand.take(lambda drafts: drafted(drafts, order))
    if taken.new:
        asked.note(order.verb, taken.decision.id, ", ".join(taken.decision.things)[:200])
    return taken


def permit(asked: Asked, order: Order) -> None:
    """Check that the visitor may take a decision. Raises `Forbidden`."""
    require(asked.visitor, RIGHT[order.verb])
    if order.verb == "undo" and not asked.may("adjudicate") and not _own(asked, order):
        require(asked.visitor, "adjudicate")


def _own(asked: Asked, order: Order) -> bool:
    """Say whether all that is to be taken back was decided by the visitor."""
    with asked.ground.store.shelf() as shelf:
        by = {decision.id: decision.by for decision in shelf.decisions()}
    return bool(order.things) and all(by.get(thing, asked.visitor.name) == asked.visitor.name for thing in order.things)


def drafted(drafts: Drafts, order: Order) -> Decision:
    """Return the decision that is asked for, not yet written. Raises `DecisionError`, `EditError` or `NotFound`."""
    if order.verb == "add":
        return _added(drafts, order)
    if not order.things:
        raise DecisionError(order.verb, "say about what")
    if order.verb in ("merge", "split", "link"):
        return _joined(drafts, order)
    first, why = order.things[0], order.why
    match order.verb:
        case "edit":
            return drafts.edit(first, order.values, why)
        case "retract":
            return drafts.retract(first, why)
        case "undo":
            return drafts.undo(first, why)
        case "skip":
            return drafts.put("skip", order.thing, order.things)
        case "note" if order.thing != "claim" and why:
            return drafts.put("note", order.thing, order.things, why)
        case _:
            return drafts.judge(order.verb, first, why)


def _joined(drafts: Drafts, order: Order) -> Decision:
    if order.verb == "merge":
        return drafts.merge(order.thing, order.things, order.why)
    if order.verb == "split":
        return drafts.split(order.thing, order.things, order.why)
    if len(order.things) != 2:
        raise DecisionError("link", "say which finding belongs to which")
    return drafts.link(*order.things, order.why)


def _added(drafts: Drafts, order: Order) -> Decision:
    if order.kind is None:
        raise DecisionError("add", "say of which kind the finding is")
    return drafts.add(order.report, order.kind, order.spans, order.values, order.why)


def last_of(decisions: tuple[Decision, ...], name: str) -> Decision | None:
    """Return the last decision that somebody took and that still holds, for taking it back."""
    gone = undone(decisions)
    own = (d for d in reversed(decisions) if d.by == name and d.verb in RIGHT and d.verb != "undo")
    return next((d for d in own if d.id not in gone), None)
