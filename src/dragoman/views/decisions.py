"""What people decided: each decision with what has become of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from dragoman.record.decisions import Decision, Rulings, undone
from dragoman.record.keeping import claim_of
from dragoman.record.shelf import Wanted
from dragoman.views.cited import Cited, cite_claim
from dragoman.views.cursor import number_of
from dragoman.views.question import Question
from dragoman.views.remembering import remembered
from dragoman.views.scope import Scope

State = Literal["holds", "outranked", "undone", "orphaned", "kept"]
ON_CLAIMS = ("claim", "meeting")


@dataclass(frozen=True, slots=True)
class Listed:
    """A decision. `names` say in words what its `things` are.

    `state`: it `holds`; a later one about the same outranks it (`outranked`); it was `undone` (by `undone_by`); what it is
    about is in no reading any more (`orphaned`); the same, but what was confirmed stays in the record (`kept`).
    """

    id: str
    by: str
    recorded: str
    verb: str
    thing: str
    things: tuple[str, ...]
    names: tuple[str, ...]
    why: str | None
    change: Mapping[str, Any]
    state: State
    undone_by: str | None
    evidence: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Decisions:
    """A page of the decisions, the last one first. `next` is the cursor of the page after, `orphaned` counts all of them."""

    items: tuple[Listed, ...]
    total: int
    orphaned: int
    next: str | None


@remembered
def decisions(scope: Scope, question: Question, *, orphaned: bool = False) -> Decisions:
    """Return what people decided, the last one first; with `orphaned` only what is about words that nobody reads any more."""
    told = scope.shelf.decisions()
    lost = lost_things(scope)
    wanted = [d for d in reversed(told) if not orphaned or _is_lost(d, lost)]
    start = number_of(question.after) or 0
    page = wanted[start : start + question.limit]
    more = len(wanted) > start + question.limit
    listed = _listed(scope, page, undone(told), lost)
    accepted = scope.rulings.accepted
    count = sum(_is_lost(d, lost) and not accepted.intersection(d.things) for d in scope.rulings.decisions)
    return Decisions(tuple(listed), len(told), count, str(start + question.limit) if more else None)


def names_of(scope: Scope, decision: Decision) -> tuple[str, ...]:
    """Return what the things of a decision are called; one that is not in the record any more by its id."""
    names, _ = _named(scope, [decision])
    return tuple(names.get(thing, thing) for thing in decision.things)


def lost_things(scope: Scope) -> frozenset[str]:
    """Return the things that decisions in force name and that the record, within its bounds, does not have any more.

    What lies outside of the bounds is not lost; so with an `as of` day only what was lost by a newer reading is told.
    """
    rulings, machine = scope.rulings, scope.shelf.machine
    read = {claim.id for claim in machine.claims(Wanted(ids=frozenset(rulings.kept)))} if rulings.kept else set()
    lost = rulings.kept.keys() - rulings.added.keys() - read - {d.things[0] for d in rulings.carried.values()}
    if machine.bounds.as_of is not None or machine.bounds.known_at is not None:
        return frozenset(lost)
    named = {thing: {m for kind, *pair in (*rulings.together, *rulings.apart) if kind == thing for m in pair} for thing in
             ("actor", "proposal")}  # fmt: skip
    actors = {profile.actor.id for profile in scope.shelf.profiles(ids=sorted(named["actor"]))}
    matters = {matter.id for matter in scope.shelf.matters(ids=sorted(named["proposal"]))}
    return frozenset(lost | (named["actor"] - actors) | (named["proposal"] - matters))


def _listed(
    scope: Scope, page: Iterable[Decision], taken_back: Mapping[str, str], lost: frozenset[str]
) -> Iterable[Listed]:
    told = list(page)
    names, cited = _named(scope, told)
    for d in told:
        yield Listed(
            id=d.id,
            by=d.by,
            recorded=d.recorded,
            verb=d.verb,
            thing=d.thing,
            things=d.things,
            names=tuple(names.get(thing, thing) for thing in d.things),
            why=d.why,
            change={} if d.verb in ("keep", "add") else d.change,
            state=_state(d, scope.rulings, taken_back, lost),
            undone_by=taken_back.get(d.id),
            evidence=tuple(piece for thing in d.things for piece in cited.get(thing, ())),
        )


def _state(d: Decision, rulings: Rulings, taken_back: Mapping[str, str], lost: frozenset[str]) -> State:
    if d.id in taken_back:
        return "undone"
    if _is_lost(d, lost):
        return "kept" if rulings.accepted.intersection(d.things) else "orphaned"
    return "outranked" if _outranked(d, rulings) else "holds"


def _is_lost(d: Decision, lost: frozenset[str]) -> bool:
    return d.verb not in ("keep", "carry") and not lost.isdisjoint(d.things)


def _outranked(d: Decision, rulings: Rulings) -> bool:
    """Say whether every one of its verdicts or pairs was overruled by a later decision."""
    if d.verb in ("accept", "reject", "add") or (d.verb == "retract" and d.thing != "decision"):
        return all(last.id != d.id for last in rulings.verdicts.values())
    if d.verb in ("merge", "split", "link"):
        return all(held.id != d.id for held in (*rulings.together.values(), *rulings.apart.values()))
    return False


def _named(scope: Scope, told: list[Decision]) -> tuple[dict[str, str], dict[str, tuple[Cited, ...]]]:
    """Return what the things of some decisions are called, and the words that claims among them stand on."""
    ids = {
        kind: sorted({t for d in told if d.thing == kind for t in d.things}) for kind in ("actor", "proposal", "report")
    }
    names = {p.actor.id: p.actor.name for p in scope.shelf.profiles(ids=ids["actor"])}
    names |= {m.id: m.about for m in scope.shelf.matters(ids=ids["proposal"])}
    cards = (sheet.card for sheet in scope.shelf.machine.sheets(ids=ids["report"]))
    names |= {card.id: card.title or card.path or card.id for card in cards}
    claims = frozenset(t for d in told if d.thing in ON_CLAIMS for t in d.things)
    found = {c.id: c for c in scope.shelf.machine.claims(Wanted(ids=claims))}
    kept = {c: keep.change for c, keep in scope.rulings.kept.items() if c in claims - found.keys()}
    sheets = scope.shelf.machine.sheets(ids=sorted({str(change["report"]) for change in kept.values()}))
    there = {sheet.card.id: sheet.card for sheet in sheets}
    found |= {
        c: claim_of(c, change, there[change["report"]]) for c, change in kept.items() if change["report"] in there
    }
    cited = {key: cite_claim(claim) for key, claim in found.items()}
    return names | {key: pieces[0].quote for key, pieces in cited.items()}, cited
