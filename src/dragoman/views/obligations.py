"""What is owed by a day: promises, ultimatums, what is expected, meetings that are set. Due, done, or overdue beside the coverage.

A page goes by the day on which the claims hold (a promise: the day it was given; a meeting: its day) and stands in the order of
the due days. An obligation is *done* where a later report tells a deed of the same side in the same words of the matter, or
its meeting was held; *called off* where its meeting was; *overdue* where its day passed and no report tells more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.record.claims import Claim, Kind
from dragoman.record.docket import OPEN, OVERDUE
from dragoman.record.identity.meetings.sights import side
from dragoman.record.identity.origins.tracing import OriginGroup
from dragoman.record.keys import sides_in
from dragoman.record.owing import Owed, Sort, fulfils, is_one_debt, owed_in
from dragoman.record.shelf import Wanted
from dragoman.views.cited import Cited, cite_all
from dragoman.views.cursor import Place, cursor_of, place_of
from dragoman.views.docket import actor_keys_of, docket
from dragoman.views.docket_item import Covered, Item, covered
from dragoman.views.question import Question
from dragoman.views.remembering import remembered
from dragoman.views.scope import Scope
from dragoman.views.who import Who, each_once

KINDS: frozenset[Kind] = frozenset({"incident", "position", "agreement", "quotation"})
DEEDS: frozenset[Kind] = frozenset({"incident", "agreement", "position"})
CHUNK = 500
CHUNKS = 20
"""Chunks of claims that are looked through for one page; a page may be shorter, its cursor goes on."""
BESIDE = timedelta(days=14)
"""How far before and after the days of a page other tellings of its debts are looked for."""
AFTER = timedelta(days=30)
"""How long after the due day a deed still counts as late."""


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
    origins: tuple[OriginGroup, ...]
    evidence: tuple[Cited, ...]
    fulfilled_by: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Obligations:
    """A page of obligations by due day. `next` is the cursor of the page after it; None where there is none."""

    items: tuple[Obligation, ...]
    next: str | None


@remembered
def obligations(scope: Scope, question: Question, *, status: Iterable[str] | None = None) -> Obligations:
    """Return what is owed by a day: of or to an actor, of some days, of some statuses."""
    wanted = frozenset(status) if status else None
    meetings = docket(scope, question)
    debts, until = _debts(scope, question)
    end = min((place for place in (place_of(meetings.next or ""), until) if place is not None), default=None)
    owed = ((item, _of_meeting(item)) for item in meetings.items)
    found: list[tuple[Place, Debt | Obligation]] = [
        *(((item.day, item.id), made) for item, made in owed if made is not None),
        *debts,
    ]
    ready = sorted((pair for pair in found if end is None or pair[0] <= end), key=lambda pair: pair[0])
    shown = ready[: question.limit]
    cursor = end if len(ready) <= question.limit else shown[-1][0]
    made = [
        *(one for _, one in shown if isinstance(one, Obligation)),
        *_made(scope, [one for _, one in shown if not isinstance(one, Obligation)]),
    ]
    items = sorted((o for o in made if wanted is None or o.status in wanted), key=lambda o: (o.due, o.id))
    return Obligations(tuple(items), cursor_of(cursor))


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


def _debts(scope: Scope, question: Question) -> tuple[list[tuple[Place, Debt]], Place | None]:
    """Return the debts of a page with their places, and the place from which more may come."""
    keys = None if question.actor is None else actor_keys_of(scope, question.actor)
    after = place_of(question.after)
    start = max([d for d in (question.first, after and after[0]) if d is not None], default=None)
    wanted = Wanted(kinds=KINDS, keys=keys, first=start, last=question.last, limit=CHUNK)
    told: list[Owed] = []
    left: date | None = None
    for _ in range(CHUNKS):
        found = scope.shelf.claims(wanted)
        told += [owed for claim in found for owed in owed_in(claim)]
        left = found[-1].day if len(found) == CHUNK else None
        if left is None or len(told) > 2 * question.limit:
            break
        wanted = replace(wanted, after=(found[-1].day, found[-1].id))
    beside: list[Owed] = []
    if start is not None:
        beside += _near(scope, Wanted(kinds=KINDS, keys=keys, first=start - BESIDE, last=start - timedelta(days=1)))
    if left is not None:
        beside += _near(scope, Wanted(kinds=KINDS, keys=keys, first=left, last=left + BESIDE))
    placed = []
    for debt in _grouped(scope, (*told, *beside)):
        first = debt[0].claim
        place = (max(first.day, question.first or first.day), first.id)
        if place > (after or (date.min, "")) and (left is None or place[0] < left):
            placed.append((place, debt))
    return sorted(placed, key=lambda pair: pair[0]), None if left is None else (left, "")


def _near(scope: Scope, wanted: Wanted) -> list[Owed]:
    return [owed for claim in scope.shelf.claims(wanted) for owed in owed_in(claim)]


def _grouped(scope: Scope, told: Iterable[Owed]) -> list[Debt]:
    """Return the debts that tellings are of, in their order, each with its tellings, the first one first."""
    each = sorted({(o.claim.id, o.what): o for o in told}.values(), key=lambda o: (*o.claim.order, o.what))
    scope.cast.learn(actor for owed in each for actor in owed.claim.actors)
    rows: dict[tuple[frozenset[str], date], list[list[Owed]]] = {}
    for owed in each:
        held = rows.setdefault((_debtors(scope, owed), owed.due), [])
        row = next((r for r in held if is_one_debt(r[0], owed)), None)
        if row is None:
            held.append([owed])
        else:
            row.append(owed)
    return [tuple(row) for held in rows.values() for row in held]


def _debtors(scope: Scope, owed: Owed) -> frozenset[str]:
    return frozenset(side(actor, scope.cast, owed.claim.published) for actor in owed.owes)


def _made(scope: Scope, debts: Sequence[Debt]) -> list[Obligation]:
    """Return debts as obligations; the deeds of all of them are loaded at once."""
    if not debts:
        return []
    kept = {c.id: c for c in scope.origins.settle(owed.claim for debt in debts for owed in debt)}
    sides = {one for debt in debts for one in _debtors(scope, debt[0])}
    wanted = Wanted(
        kinds=DEEDS,
        keys=frozenset(f"s:{one}" for one in sides),
        first=min(owed.claim.day for debt in debts for owed in debt),
        last=max(debt[0].due for debt in debts) + AFTER,
    )
    deeds = scope.shelf.claims(wanted) if sides else ()
    scope.cast.learn(actor for c in deeds for actor in c.actors)
    by_side: dict[str, list[Claim]] = {}
    for deed in deeds:
        for one in {side(a, scope.cast, deed.published) for a in sides_in(deed.finding)}:
            by_side.setdefault(one, []).append(deed)
    fitting = [_fitting(scope, debt, by_side) for debt in debts]
    # settled only now: of very many deeds few can be what was owed
    standing = {c.id: c for c in scope.origins.settle({c.id: c for held in fitting for c in held}.values())}
    done = ((standing[c.id] for c in held if c.id in standing and standing[c.id].withdrawn is None) for held in fitting)
    first = (min(held, key=lambda c: c.order, default=None) for held in done)
    return [_obligation(scope, debt, deed, kept) for debt, deed in zip(debts, first, strict=True)]


def _obligation(scope: Scope, debt: Debt, deed: Claim | None, kept: Mapping[str, Claim]) -> Obligation:
    first = debt[0]
    claims = tuple({o.claim.id: kept[o.claim.id] for o in debt if o.claim.id in kept}.values()) or (first.claim,)
    said = min(c.published for c in claims)
    today = scope.today or first.due
    status = "done" if deed is not None else "overdue" if first.due < today else "due"
    day = None if deed is None else deed.day
    return Obligation(
        id=first.claim.id,
        kind=first.sort,
        owes=each_once(scope, ((owed.claim, a) for owed in debt for a in owed.owes)),
        to=each_once(scope, ((owed.claim, a) for owed in debt for a in owed.to)),
        what=_what(debt),
        due=first.due,
        words=first.words,
        said=said,
        status=status,
        done=day,
        late=None if day is None else max((day - first.due).days, 0),
        coverage=covered(scope, max(first.due, said)) if status == "overdue" else None,
        origins=scope.origins.count(claims),
        evidence=cite_all(claims),
        fulfilled_by=() if deed is None else cite_all([deed]),
    )


def _what(debt: Debt) -> str:
    """Return the fullest words for what is owed, those of the reports before those that somebody is quoted with."""
    told = [owed for owed in debt if owed.claim.kind != "quotation"] or debt
    return max((owed.what for owed in told), key=lambda what: (len(what), what))


def _fitting(scope: Scope, debt: Debt, deeds: Mapping[str, Sequence[Claim]]) -> list[Claim]:
    """Return the deeds of the debtors that were what they owed, told after it was and not long after it was due."""
    said = min(owed.claim.published for owed in debt)
    begun = min(said, *(owed.claim.day for owed in debt))
    matter = frozenset(stem for owed in debt for stem in owed.stems)
    told = {owed.claim.id for owed in debt}
    return [
        c
        for one in sorted(_debtors(scope, debt[0]))
        for c in deeds.get(one, ())
        if c.published >= said and begun <= c.day <= debt[0].due + AFTER
        if c.id not in told and fulfils(matter, c)
    ]
