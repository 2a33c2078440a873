"""What people decided, and what of it is in force: a pure function of the decisions, in the order in which they were made.

A decision names members (claims, profiles, matters, reports), never identities, so that it means the same whatever the
machine makes of the rest later. Nothing is ever taken out of the list: who changes a mind adds an undoing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from dragoman.record.grouping import pairs
from dragoman.record.ids import digest

Verb = Literal[
    "accept", "reject", "edit", "add", "skip", "note", "merge", "split", "link", "retract", "undo", "carry", "keep"
]
Thing = Literal["claim", "actor", "proposal", "meeting", "report", "decision"]
Pair = tuple[Thing, str, str]
VERDICTS: frozenset[Verb] = frozenset({"accept", "reject", "edit", "add", "retract"})
"""Verbs that say whether a claim or a report counts; of several about one, the last is in force."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision of one person: who, when (ISO, UTC), what about which things, and why.

    `things` are ids of members, never of identities: claims (also for meetings), profiles (for actors), matters (for
    proposals), reports, decisions (to undo). `change` are the new values of an edit, by field of the finding; `add` is a
    finding that the person made of words of a report, and `change` is the claim (record/keeping.py).

    Two verbs are written when reports are read anew: `carry` names a claim that is gone and the one that has its words
    now (or a member of an actor or proposal and the one that is written in its place), `keep` holds a confirmed claim that the newer reading no longer finds (`change` is the claim, record/keeping.py).
    A `link` may name under `apart` in `change` what its first thing leaves.
    """

    id: str
    by: str
    recorded: str
    verb: Verb
    thing: Thing
    things: tuple[str, ...]
    why: str | None = None
    change: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rulings:
    """The decisions in force.

    `decisions` are those that nobody undid. `verdicts` has the last word on each claim and report, of which `accepted`,
    `rejected` and `retracted` are the ids; `edits` has all edits of a claim, in order. `together` and `apart` are pairs
    of member ids by kind of thing; the later decision about a pair outranks the earlier. `skipped` are the things (sorted)
    that somebody put off, `kept` the claims that stay though no reader finds them, those among them that people `added`,
    `carried` the claims that took over what was decided of another.
    """

    decisions: tuple[Decision, ...] = ()
    rejected: frozenset[str] = frozenset()
    accepted: frozenset[str] = frozenset()
    retracted: frozenset[str] = frozenset()
    verdicts: Mapping[str, Decision] = field(default_factory=dict)
    edits: Mapping[str, tuple[Decision, ...]] = field(default_factory=dict)
    notes: Mapping[str, tuple[Decision, ...]] = field(default_factory=dict)
    together: Mapping[Pair, Decision] = field(default_factory=dict)
    apart: Mapping[Pair, Decision] = field(default_factory=dict)
    skipped: Mapping[tuple[str, ...], Decision] = field(default_factory=dict)
    kept: Mapping[str, Decision] = field(default_factory=dict)
    added: Mapping[str, Decision] = field(default_factory=dict)
    carried: Mapping[str, Decision] = field(default_factory=dict)


def decided(decision: Decision, before: Sequence[Decision]) -> Decision:
    """Return a decision with its id: made of its content, its moment and its place after the decisions `before` it.

    The same list of decisions has the same ids everywhere, and no two decisions of a list share one.
    """
    change = json.dumps(decision.change, sort_keys=True)
    content = (decision.verb, decision.thing, *decision.things, decision.why, change)
    key = digest(len(before), decision.by, decision.recorded, *content, length=11)
    return replace(decision, id=f"d{key}")


def said_already(decision: Decision, before: Sequence[Decision]) -> Decision | None:
    """Return the very decision where the same person took it before and it still holds, so that it need not be doubled."""
    standing = in_force(before)
    if decision.verb in ("undo", "carry", "keep") or _tells(in_force((*before, decision))) != _tells(standing):
        return None
    return next((d for d in reversed(standing.decisions) if _content(d) == _content(decision)), None)


def _content(decision: Decision) -> tuple[object, ...]:
    return (decision.by, decision.verb, decision.thing, decision.things, decision.why, dict(decision.change))


def _tells(rulings: Rulings) -> tuple[object, ...]:
    """Return what some rulings amount to, without when it was said; a note said twice is one note."""
    edits = {claim: {k: v for edit in told for k, v in edit.change.items()} for claim, told in rulings.edits.items()}
    notes = {thing: frozenset((n.by, n.why) for n in told) for thing, told in rulings.notes.items()}
    pairs_of = (set(rulings.together), set(rulings.apart), set(rulings.skipped))
    added = {claim: dict(told.change) for claim, told in rulings.added.items()}
    return (edits, notes, added, rulings.rejected, rulings.accepted, rulings.retracted, *pairs_of)


def in_force(decisions: Iterable[Decision]) -> Rulings:
    """Return what the decisions, in their order, amount to: an undone decision counts no more, a later one outranks.

    Accepting a claim takes back its rejection and the other way round; an edit accepts, and so does an addition.
    """
    standing = _standing(tuple(decisions))
    tally = _Tally()
    for decision in standing:
        tally.take(decision)
    return tally.rulings(standing)


def undoes(decision: Decision) -> bool:
    """Say whether a decision is about other decisions: it takes them back."""
    return decision.verb == "undo" or (decision.verb == "retract" and decision.thing == "decision")


def undone(decisions: Sequence[Decision]) -> Mapping[str, str]:
    """Return which decisions were taken back, and by which decision that still holds."""
    by: dict[str, str] = {}
    for decision in reversed(decisions):
        if decision.id not in by and undoes(decision):
            by |= dict.fromkeys(decision.things, decision.id)
    return by


def _standing(decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """Leave out what was undone later; an undoing can itself be undone."""
    gone: set[str] = set()
    standing = []
    for decision in reversed(decisions):
        if decision.id in gone:
            continue
        if undoes(decision):
            gone |= set(decision.things)
        else:
            standing.append(decision)
    return tuple(reversed(standing))


class _Tally:
    """The state after some decisions, while they are gone through."""

    def __init__(self) -> None:
        self.verdicts: dict[str, Decision] = {}
        self.edits: dict[str, tuple[Decision, ...]] = {}
        self.notes: dict[str, tuple[Decision, ...]] = {}
        self.together: dict[Pair, Decision] = {}
        self.apart: dict[Pair, Decision] = {}
        self.skipped: dict[tuple[str, ...], Decision] = {}
        self.kept: dict[str, Decision] = {}
        self.added: dict[str, Decision] = {}
        self.carried: dict[str, Decision] = {}

    def take(self, decision: Decision) -> None:
        """Let one more decision count."""
        if decision.verb in VERDICTS:
            self.verdicts |= dict.fromkeys(decision.things, decision)
        match decision.verb:
            case "edit":
                _append(self.edits, decision)
            case "note":
                _append(self.notes, decision)
            case "skip":
                self.skipped[tuple(sorted(decision.things))] = decision
            case "merge":
                _put(decision, pairs(decision.things), self.together, self.apart)
            case "split":
                _put(decision, _from_first(decision.things, decision.things[1:]), self.apart, self.together)
            case "link":
                _put(decision, _from_first(decision.things, decision.things[1:]), self.together, self.apart)
                left = decision.change.get("apart", ())
                _put(decision, _from_first(decision.things, left), self.apart, self.together)
            case "keep":
                self.kept |= dict.fromkeys((t for t in decision.things if t not in self.added), decision)
            case "add":
                self.kept |= dict.fromkeys(decision.things, decision)
                self.added |= dict.fromkeys(decision.things, decision)
            case "carry":
                self._carry(decision)
            case _:
                pass

    def _carry(self, decision: Decision) -> None:
        """Let what was decided of the first thing hold of the second. What the second has of its own stays."""
        old, new = decision.things
        self.carried[new] = decision
        if old in self.verdicts:
            self.verdicts.setdefault(new, self.verdicts.pop(old))
        for told in (self.edits, self.notes):
            if old in told:
                told[new] = (*told.pop(old), *told.get(new, ()))
        for held in (self.together, self.apart):
            for thing, one, other in [key for key in held if old in key[1:] and _on(decision.thing, key[0])]:
                moved = _pair(thing, *(new if member == old else member for member in (one, other)))
                held.setdefault(moved, held.pop((thing, one, other)))

    def rulings(self, standing: tuple[Decision, ...]) -> Rulings:
        """Return the state as a value."""
        of = {verb: frozenset(t for t, d in self.verdicts.items() if d.verb == verb) for verb in VERDICTS}
        return Rulings(
            decisions=standing,
            rejected=of["reject"],
            accepted=of["accept"] | of["edit"] | of["add"],
            retracted=of["retract"],
            verdicts=self.verdicts,
            edits=self.edits,
            notes=self.notes,
            together=self.together,
            apart=self.apart,
            skipped=self.skipped,
            kept=self.kept,
            added=self.added,
            carried=self.carried,
        )


def _on(carried: Thing, thing: Thing) -> bool:
    """Say whether what is carried from one thing to another is about pairs of such things: a meeting's are claims."""
    return thing in ("claim", "meeting") if carried == "claim" else thing == carried


def _append(told: dict[str, tuple[Decision, ...]], decision: Decision) -> None:
    for thing in decision.things:
        told[thing] = (*told.get(thing, ()), decision)


def _from_first(things: tuple[str, ...], others: Iterable[str]) -> Iterable[tuple[str, str]]:
    return ((things[0], other) for other in others)


def _put(
    decision: Decision, told: Iterable[tuple[str, str]], put: dict[Pair, Decision], take: dict[Pair, Decision]
) -> None:
    """Let each pair count on one side and no more on the other."""
    for one, other in told:
        if one != other:
            key = _pair(decision.thing, one, other)
            take.pop(key, None)
            put[key] = decision


def _pair(thing: Thing, one: str, other: str) -> Pair:
    return (thing, min(one, other), max(one, other))
