"""What people decided, and what of it is in force: a pure function of the decisions, in the order in which they were made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Verb = Literal["accept", "reject", "edit", "skip", "note", "merge", "split", "link", "retract", "undo"]
Thing = Literal["claim", "actor", "proposal", "meeting", "report", "decision"]


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision of one person: who, when (ISO, UTC), what about which things, and why.

    `things` are ids of members, never of identities: claims (also for meetings), profiles (for actors), matters (for
    proposals), reports, decisions (to undo). `change` are the new values of an edit, by field of the finding.
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

    `together` and `apart` are pairs of member ids by kind of thing; the later decision about a pair outranks the earlier.
    """

    decisions: tuple[Decision, ...] = ()
    rejected: frozenset[str] = frozenset()
    accepted: frozenset[str] = frozenset()
    retracted: frozenset[str] = frozenset()
    edits: Mapping[str, Decision] = field(default_factory=dict)
    notes: Mapping[str, tuple[Decision, ...]] = field(default_factory=dict)
    together: Mapping[tuple[Thing, str, str], Decision] = field(default_factory=dict)
    apart: Mapping[tuple[Thing, str, str], Decision] = field(default_factory=dict)


def in_force(decisions: Iterable[Decision]) -> Rulings:
    """Return what the decisions, in their order, amount to: an undone decision counts no more, a later one outranks.

    Accepting a claim takes back its rejection and the other way round; an edit accepts.
    """
    standing = _standing(tuple(decisions))
    rejected: set[str] = set()
    accepted: set[str] = set()
    retracted: set[str] = set()
    edits: dict[str, Decision] = {}
    notes: dict[str, tuple[Decision, ...]] = {}
    together: dict[tuple[Thing, str, str], Decision] = {}
    apart: dict[tuple[Thing, str, str], Decision] = {}
    for decision in standing:
        things = set(decision.things)
        match decision.verb:
            case "accept":
                accepted |= things
                rejected -= things
            case "reject":
                rejected |= things
                accepted -= things
            case "edit":
                accepted |= things
                rejected -= things
                edits |= dict.fromkeys(decision.things, decision)
            case "note":
                for thing in decision.things:
                    notes[thing] = (*notes.get(thing, ()), decision)
            case "retract":
                retracted |= things
            case "merge" | "link":
                _pair(decision, together, apart)
            case "split":
                _pair(decision, apart, together)
            case "skip" | "undo":
                pass
    return Rulings(
        decisions=standing,
        rejected=frozenset(rejected),
        accepted=frozenset(accepted),
        retracted=frozenset(retracted),
        edits=edits,
        notes=notes,
        together=together,
        apart=apart,
    )


def _standing(decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """Leave out what was undone; an undoing can itself be undone."""
    undone: set[str] = set()
    for decision in reversed(decisions):
        if decision.verb == "undo" and decision.id not in undone:
            undone |= set(decision.things)
    return tuple(d for d in decisions if d.id not in undone and d.verb != "undo")


def _pair(
    decision: Decision,
    put: dict[tuple[Thing, str, str], Decision],
    take: dict[tuple[Thing, str, str], Decision],
) -> None:
    """Put each later thing beside the first one."""
    first, *others = decision.things
    for other in others:
        key = (decision.thing, min(first, other), max(first, other))
        take.pop(key, None)
        put[key] = decision
