"""What a person should look at first: doubtful pairs, disputed and single-origin findings that the present rests on, the rest.

The queue is made from the findings of the latest reports backwards, a window at a time, until a page is full; what somebody
decided is not in it, what somebody put off comes last. Law: deciding one item never brings back another that was decided.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice

from dragoman.record.claims import Claim, Finding, Kind
from dragoman.record.decisions import Decision, Thing
from dragoman.record.keys import fold
from dragoman.record.shelf import Wanted
from dragoman.terms.errors import NotFound
from dragoman.views.cited import Cited, cite_claim
from dragoman.views.cursor import number_of
from dragoman.views.docket import reach_of
from dragoman.views.doubts import Pair, doubtful_pairs
from dragoman.views.question import Question
from dragoman.views.remembering import remembered
from dragoman.views.resting import Reason, resting
from dragoman.views.scope import Scope

WINDOW = 200
"""Findings looked at together: enough that what belongs together is mostly in it, few enough that it takes no long time."""
RANKS: tuple[Reason, ...] = ("doubtful", "disputed", "single-origin", "withdrawn", "unreviewed")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person said of a finding."""

    decision: str
    verb: str
    by: str
    recorded: str
    why: str | None


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to look at: a finding, or a pair of things that might be one (`pair`).

    `things` are the members that a decision about it names, `reason` and `why` say why it is in the queue. `finding` is the
    finding as it counts; `machine` is the machine's own where a person edited it, else None.
    """

    thing: Thing
    things: tuple[str, ...]
    reason: Reason
    why: str
    skipped: bool
    kind: Kind | None = None
    published: date | None = None
    finding: Finding | None = None
    machine: Finding | None = None
    verdict: Verdict | None = None
    notes: tuple[str, ...] = ()
    pair: Pair | None = None
    evidence: tuple[Cited, ...] = ()


@dataclass(frozen=True, slots=True)
class Queue:
    """A page of the queue. `waiting` counts its items by reason, `next` is the cursor of the page after."""

    items: tuple[Item, ...]
    waiting: Mapping[str, int]
    next: str | None


@remembered
def review(scope: Scope, question: Question, *, decided: bool = False) -> Queue:
    """Return what is to be looked at, what matters most first; with `decided` what somebody decided, the latest first."""
    start = number_of(question.after) or 0
    flow = _decided(scope) if decided else _flow(scope, question)
    page = tuple(islice(flow, start, start + question.limit + 1))
    more = len(page) > question.limit
    items = page[: question.limit]
    waiting = Counter(item.reason for item in items)
    return Queue(items, dict(sorted(waiting.items())), str(start + question.limit) if more else None)


def _flow(scope: Scope, question: Question) -> Iterator[Item]:
    """Yield the queue: window after window, and at the end what was put off."""
    later: list[Item] = []
    seen: set[tuple[str, ...]] = set()
    for claims in _windows(scope, question):
        items = [item for item in _items(scope, question, claims) if item.things not in seen]
        seen |= {item.things for item in items}
        later += [item for item in items if item.skipped]
        yield from sorted((item for item in items if not item.skipped), key=_order)
    yield from sorted(later, key=_order)


def _windows(scope: Scope, question: Question) -> Iterator[tuple[Claim, ...]]:
    """Yield the findings that are asked about, those of the latest reports first, a window at a time."""
    after: tuple[date, str] | None = None
    keys = _keys(scope, question)
    while True:
        wanted = Wanted(
            kinds=question.kinds,  # type: ignore[arg-type]
            keys=keys,
            published_first=question.first,
            published_last=question.last,
            by="published",
            latest_first=True,
            after=after,
            limit=WINDOW,
        )
        raw = scope.shelf.claims(wanted)
        if raw:
            yield scope.origins.settle(raw)
        if len(raw) < WINDOW:
            return
        after = (raw[-1].published, raw[-1].id)


def _keys(scope: Scope, question: Question) -> frozenset[str] | None:
    """Return the keys of the claims that name the actor that is asked for. Raises `NotFound` where there is none."""
    if question.actor is None:
        return None
    found = scope.cast.find(question.actor)
    if not found:
        raise NotFound("actor", question.actor, scope.cast.near(question.actor))
    return frozenset(f"p:{member}" for identity in found for member in identity.members)


def _items(scope: Scope, question: Question, claims: tuple[Claim, ...]) -> Iterator[Item]:
    """Yield what is to be looked at among some claims."""
    skipped = scope.rulings.skipped
    items = reach_of(scope).items(claims)
    for pair in doubtful_pairs(scope, claims, items, everything=question.kinds is None):
        if question.actor is None or pair.thing != "actor" or _names(scope, pair, question.actor):
            things = tuple(side.id for side in pair.sides)
            evidence = tuple(cited for side in pair.sides for cited in side.evidence)
            off = tuple(sorted(things)) in skipped
            yield Item(pair.thing, things, "doubtful", pair.why, off, pair=pair, evidence=evidence)
    undecided = [claim for claim in claims if claim.id not in scope.rulings.verdicts]
    reasons = resting(scope, claims, items)
    for claim in undecided:
        reason, why = reasons.get(claim.id, ("unreviewed", "nobody has looked at it"))
        yield _item(claim, reason, why, skipped=(claim.id,) in skipped)


def _names(scope: Scope, pair: Pair, words: str) -> bool:
    members = {member for identity in scope.cast.find(words) for member in identity.members}
    return bool(members & {side.id for side in pair.sides})


def _item(claim: Claim, reason: Reason, why: str, *, skipped: bool) -> Item:
    return Item(
        thing="claim",
        things=(claim.id,),
        reason=reason,
        why=why,
        skipped=skipped,
        kind=claim.kind,
        published=claim.published,
        finding=claim.finding,
        notes=claim.notes,
        evidence=cite_claim(claim),
    )


def _order(item: Item) -> tuple[object, ...]:
    """By reason; pairs by what they are, findings by publication (the latest report first) and place in the report."""
    rank = RANKS.index(item.reason)
    if item.pair is not None:
        return (rank, ("actor", "proposal", "meeting").index(item.pair.thing), *map(fold, item.pair.names), item.things)
    assert item.published is not None, "a finding has its report"
    first = item.evidence[0]
    return (rank, -item.published.toordinal(), first.report, first.start, item.kind, item.things)


def _decided(scope: Scope) -> Iterator[Item]:
    """Yield the findings that somebody decided, the latest decision first, each with the machine's own."""
    rulings = scope.rulings
    machine = {c.id: c for c in scope.shelf.machine.claims(Wanted(ids=frozenset(rulings.verdicts)))}
    place = {decision.id: n for n, decision in enumerate(rulings.decisions)}
    for claim_id, last in sorted(rulings.verdicts.items(), key=lambda told: (-place[told[1].id], told[0])):
        claim = scope.shelf.changed.get(claim_id) or machine.get(claim_id)
        if claim is not None:
            yield from _with_machine(claim, machine.get(claim_id), verdict_of(last))


def verdict_of(decision: Decision) -> Verdict:
    """Return a decision as answers tell it."""
    return Verdict(decision.id, decision.verb, decision.by, decision.recorded, decision.why)


def _with_machine(claim: Claim, machine: Claim | None, said: Verdict) -> Iterable[Item]:
    item = _item(claim, "unreviewed", f"{said.verb} by {said.by}", skipped=False)
    other = None if machine is None or machine.finding == claim.finding else machine.finding
    values = {name: getattr(item, name) for name in Item.__dataclass_fields__}
    return [Item(**{**values, "machine": other, "verdict": said})]
