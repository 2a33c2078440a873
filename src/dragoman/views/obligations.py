"""What is owed by a day: promises, ultimatums, what is expected, meetings that are set. Due, done, or overdue beside the coverage.

A page goes by the day on which the claims hold (a promise: the day it was given; a meeting: its day) and stands in the order of
the due days. An obligation is *done* where a later report tells a deed of the same side in the same words of the matter, or
its meeting was held; *called off* where its meeting was; *overdue* where its day passed and no report tells more.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.record.claims import Claim, Kind
from dragoman.record.docket import OPEN, OVERDUE
from dragoman.record.identity.sights import side
from dragoman.record.owing import Owed, Sort, fulfils, is_one_debt, owed_in
from dragoman.record.shelf import Wanted
from dragoman.terms.findings import Actor
from dragoman.views.cited import Cited, cite_all
from dragoman.views.docket import Place, actor_keys_of, docket, place_of
from dragoman.views.docket_item import Covered, Item, Who, covered, who
from dragoman.views.question import Question
from dragoman.views.scope import Scope

KINDS: frozenset[Kind] = frozenset({"incident", "position", "agreement", "quotation"})
DEEDS: frozenset[Kind] = frozenset({"incident", "agreement"})
CHUNK = 500
CHUNKS = 20
"""Chunks of claims that are looked through for one page; a page may be shorter, its cursor goes on."""
AROUND = timedelta(days=62)
"""How far around a telling others of the same debt are looked for, and how long after the due day its deed."""


@dataclass(frozen=True, slots=True)
class Obligation:
    """Something owed by a day: who owes it to whom, in which words, and what became of it.

    `said` is when it was first told, `done` the day on which it was done, `late` by how many days. `coverage` counts the
    reports since it was due and told: without them, silence means nothing.
    """

    id: str
    kind: Sort
    owes: tuple[Who, ...]
    to: tuple[Who, ...]
    what: str
    due: date
    words: str | None
    said: date
    status: str
    done: date | None
    late: int | None
    coverage: Covered | None
    origins: int
    evidence: tuple[Cited, ...]
    fulfilled_by: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Obligations:
    """A page of obligations by due day. `next` is the cursor of the page after it; None where there is none."""

    items: tuple[Obligation, ...]
    next: str | None


def obligations(scope: Scope, question: Question, *, status: Iterable[str] | None = None) -> Obligations:
    """Return what is owed by a day: of or to an actor, of some days, of some statuses."""
    wanted = frozenset(status) if status else None
    meetings = docket(scope, replace(question, limit=question.limit))
    debts, until = _debts(scope, question)
    ends = [place_of(cursor) for cursor in (meetings.next, until) if cursor]
    end = min((place for place in ends if place is not None), default=None)
    placed = [((item.day, item.id), _of_meeting(item)) for item in meetings.items]
    placed += [(place, _of_debt(scope, debt)) for place, debt in debts]
    ready = sorted(
        ((place, made) for place, made in placed if made is not None and (end is None or place <= end)),
        key=lambda pair: pair[0],
    )
    shown = ready[: question.limit]
    cursor = end if len(ready) <= question.limit else shown[-1][0]
    made = [made for _, made in shown if wanted is None or made.status in wanted]
    made.sort(key=lambda o: (o.due, o.id))
    return Obligations(tuple(made), None if cursor is None else f"{cursor[0].isoformat()}/{cursor[1]}")


def _of_meeting(item: Item) -> Obligation | None:
    """Return a meeting that was set as an obligation of its parties; None where nobody ever set a day for it."""
    plans = [e for e in item.history if e.change in ("scheduled", "confirmed", "moved", "downgraded")]
    if item.planned is None or not plans:
        return None
    done = next((e for e in item.history if e.change in ("held", "under way")), None)
    status = "done" if item.state in ("held", "under way") else "due" if item.state in OPEN else "called off"
    if item.state == OVERDUE:
        status = "overdue"
    held = None if done is None or status != "done" else done.day
    return Obligation(
        id=item.id,
        kind="meeting",
        owes=item.parties,
        to=(),
        what=item.title + (f" in {item.place}" if item.place else ""),
        due=item.planned.end,
        words=item.planned.text,
        said=min(e.published for e in plans),
        status=status,
        done=held,
        late=item.slippage if status == "done" else None,
        coverage=item.coverage,
        origins=item.origins,
        evidence=plans[-1].evidence,
        fulfilled_by=() if done is None or status != "done" else done.evidence,
    )


Debt = tuple[Owed, ...]


def _debts(scope: Scope, question: Question) -> tuple[list[tuple[Place, Debt]], str | None]:
    """Return the debts of a page with their places, and the cursor from which more may come."""
    keys = None if question.actor is None else actor_keys_of(scope, question.actor)
    after = place_of(question.after)
    start = max([d for d in (question.first, after and after[0]) if d is not None], default=None)
    wanted = Wanted(kinds=KINDS, keys=keys, first=start, last=question.last, limit=CHUNK)
    ready: dict[str, tuple[Place, Debt]] = {}
    left: tuple[Claim, ...] = ()
    for _ in range(CHUNKS):
        found = scope.shelf.claims(wanted)
        full = len(found) < CHUNK
        claims = (*left, *found)
        whole = tuple(c for c in claims if full or c.day < found[-1].day)
        left = claims[len(whole) :]
        for debt in _whole(scope, [owed for claim in whole for owed in owed_in(claim)]):
            first = debt[0].claim
            place = (max(first.day, question.first or first.day), first.id)
            if place > (after or (date.min, "")):
                ready.setdefault(first.id, (place, debt))
        if full:
            return sorted(ready.values(), key=lambda pair: pair[0]), None
        wanted = replace(wanted, after=(found[-1].day, found[-1].id))
        if len(ready) > question.limit:
            break
    until = None if not left else f"{left[0].day.isoformat()}/"
    return sorted(ready.values(), key=lambda pair: pair[0]), until


def _whole(scope: Scope, told: Sequence[Owed]) -> list[Debt]:
    """Return the debts that some tellings are of, with all tellings around them, the first told first."""
    if not told:
        return []
    _learn(scope, told)
    sides = {one for owed in told for one in _debtors(scope, owed)}
    near = [*told]
    if sides:
        days = [owed.claim.day for owed in told] + [owed.due for owed in told]
        wanted = Wanted(
            kinds=KINDS,
            keys=frozenset(f"s:{one}" for one in sides),
            first=min(days) - AROUND,
            last=max(days) + AROUND,
        )
        near += [owed for claim in scope.claims(wanted) for owed in owed_in(claim)]
        _learn(scope, near)
    rows: list[list[Owed]] = []
    for owed in sorted({(o.claim.id, o.what): o for o in near}.values(), key=lambda o: (*o.claim.order, o.what)):
        debtors = _debtors(scope, owed)
        row = next((r for r in rows if _debtors(scope, r[0]) == debtors and is_one_debt(r[0], owed)), None)
        if row is None:
            rows.append([owed])
        else:
            row.append(owed)
    asked = {owed.claim.id for owed in told}
    return [tuple(row) for row in rows if row[0].claim.id in asked]


def _learn(scope: Scope, told: Iterable[Owed]) -> None:
    scope.cast.learn(actor for owed in told for actor in owed.claim.actors)


def _debtors(scope: Scope, owed: Owed) -> frozenset[str]:
    return frozenset(side(actor, scope.cast, owed.claim.published) for actor in owed.owes)


def _of_debt(scope: Scope, debt: Debt) -> Obligation:
    first = debt[0]
    claims = tuple(owed.claim for owed in debt)
    said = min(c.published for c in claims)
    today = scope.today or first.due
    deed = _deed(scope, debt)
    status = "done" if deed is not None else "overdue" if first.due < today else "due"
    day = None if deed is None else deed.day
    return Obligation(
        id=first.claim.id,
        kind=first.sort,
        owes=_actors(scope, ((owed.claim, a) for owed in debt for a in owed.owes)),
        to=_actors(scope, ((owed.claim, a) for owed in debt for a in owed.to)),
        what=max((owed.what for owed in debt), key=lambda what: (len(what), what)),
        due=first.due,
        words=first.words,
        said=said,
        status=status,
        done=day,
        late=None if day is None else max((day - first.due).days, 0),
        coverage=covered(scope, max(first.due, said)) if status == "overdue" else None,
        origins=len(scope.origins.count(claims)),
        evidence=cite_all(claims),
        fulfilled_by=() if deed is None else cite_all([deed]),
    )


def _actors(scope: Scope, told: Iterable[tuple[Claim, Actor]]) -> tuple[Who, ...]:
    found: dict[str, Who] = {}
    for claim, actor in told:
        known = who(scope, actor, claim.published)
        found.setdefault(known.id, known)
    return tuple(found.values())


def _deed(scope: Scope, debt: Debt) -> Claim | None:
    """Return the first deed of the debtors that was what they owed, told after it was."""
    sides = _debtors(scope, debt[0])
    if not sides:
        return None
    said = min(owed.claim.published for owed in debt)
    begun = min(owed.claim.day for owed in debt)
    wanted = Wanted(
        kinds=DEEDS,
        keys=frozenset(f"s:{one}" for one in sides),
        first=min(begun, said),
        last=debt[0].due + AROUND,
        published_first=said,
    )
    matter = frozenset(stem for owed in debt for stem in owed.stems)
    told = {owed.claim.id for owed in debt}
    deeds = (c for c in scope.claims(wanted) if c.id not in told and fulfils(matter, c))
    return min(deeds, key=lambda c: c.order, default=None)
