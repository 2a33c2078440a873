"""One report to be read: its text as it arrived, what was found in it and what not, and what became of it.

What people rejected or retracted is shown as such beside what counts: whoever checks the words wants to see both.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from dragoman.reading.layout.page import lay_out
from dragoman.record.claims import Card, Claim, Finding, Kind
from dragoman.record.revised import claim_of_person
from dragoman.record.revising import counts, revised
from dragoman.record.shelf import Wanted
from dragoman.sources.heading import heading_of
from dragoman.terms.errors import NotFound
from dragoman.terms.report import Report
from dragoman.views.cited import Cited, cite_claim, cite_passage
from dragoman.views.descent import Descent, Relative, descent_of, relatives_of, versions_of
from dragoman.views.diffing import Segment, difference
from dragoman.views.question import Question
from dragoman.views.remembering import remembered
from dragoman.views.review import Verdict, verdict_of
from dragoman.views.scope import Scope
from dragoman.views.who import Who, each_once

UNREAD = 500
"""Sentences that were not understood, of one report."""
VERSIONS = 8
"""Versions of an article that are compared, those around the report."""

State = Literal["counts", "rejected", "retracted", "repeated"]


@dataclass(frozen=True, slots=True)
class Read:
    """A finding of the report as it counts; `machine` is the machine's own where a person changed it.

    `state`: it `counts`, somebody `rejected` or `retracted` it, or an earlier version of the article said it in the same words
    and it is counted there (`repeated`). `by` is whose edit or finding it is; `added` says that a person found it and no machine.
    `suggested_by` is the language model that suggested it, `withdrawn` the day from which a later version no longer says it.
    """

    claim: str
    kind: Kind
    number: int
    finding: Finding
    machine: Finding | None
    state: State
    verdict: Verdict | None
    accepted: bool
    by: str | None
    added: bool
    suggested_by: str | None
    withdrawn: date | None
    notes: tuple[str, ...]
    day: date
    dated: bool
    actors: tuple[Who, ...]
    evidence: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Aside:
    """Words of the page that are none of the story: a byline, a credit, a link."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Version:
    """A version of the article. `segments` tell how it differs from the version before it, `cut` that not all was compared.

    The first version, and those far from the report that is read (`current`), have none.
    """

    card: Card
    current: bool
    segments: tuple[Segment, ...]
    cut: bool


@dataclass(frozen=True, slots=True)
class ReportAnswer:
    """A report with all that belongs to it. `versions` is empty where the article has but this one."""

    card: Card
    text: str
    retracted: Verdict | None
    findings: tuple[Read, ...]
    unread: tuple[Cited, ...]
    furniture: tuple[Aside, ...]
    descent: Descent
    versions: tuple[Version, ...]
    relatives: tuple[Relative, ...]


@remembered
def report(scope: Scope, question: Question, *, id: str) -> ReportAnswer:  # noqa: A002 - the record's word
    """Return a report to be read, one that was retracted too. Raises `NotFound`."""
    sheet = next(iter(scope.shelf.machine.sheets(ids=[id])), None)
    if sheet is None:
        raise NotFound("report", id)
    card, text = sheet.card, scope.shelf.texts([id])[id]
    retracted = scope.rulings.verdicts.get(id)
    unread = scope.shelf.unread(card.published, card.published, limit=UNREAD, reports=[id])
    return ReportAnswer(
        card=card,
        text=text,
        retracted=None if retracted is None else verdict_of(retracted),
        findings=tuple(one for one in _findings(scope, card) if question.kinds is None or one.kind in question.kinds),
        unread=tuple(map(cite_passage, unread)),
        furniture=_furniture(card, text),
        descent=descent_of(scope, id),
        versions=tuple(_versions(scope, id)),
        relatives=relatives_of(scope, id),
    )


def _findings(scope: Scope, card: Card) -> Iterator[Read]:
    """Yield all findings of a report, whatever became of them, in the order of the text."""
    rulings = scope.rulings
    machine = {c.id: c for c in scope.shelf.machine.claims(Wanted(reports=frozenset({card.id})))}
    brought = {
        claim: claim_of_person(claim, rulings, card)
        for claim, kept in rulings.kept.items()
        if kept.change["report"] == card.id and (claim in rulings.added or claim not in machine)
    }
    now = {c.id: revised(c, rulings) for c in {**machine, **brought}.values()}
    settled = {c.id: c for c in scope.origins.settle([c for c in now.values() if counts(c, rulings)])}
    scope.cast.learn({a.id: a for c in now.values() for a in c.actors}.values())
    shown = [c for c in now.values() if c.id in machine or c.id in rulings.verdicts]
    for claim in sorted(shown, key=_in_text):
        yield _read(scope, settled.get(claim.id, claim), machine.get(claim.id), settled)


def _in_text(claim: Claim) -> tuple[object, ...]:
    pieces = claim.finding.evidence
    first = min(((piece.start, piece.end) for piece in pieces), default=(0, 0))
    return (*first, claim.kind, claim.number, claim.id)


def _read(scope: Scope, claim: Claim, machine: Claim | None, settled: Collection[str]) -> Read:
    verdict = scope.rulings.verdicts.get(claim.id)
    changed = machine is not None and machine.finding != claim.finding
    return Read(
        claim=claim.id,
        kind=claim.kind,
        number=claim.number,
        finding=claim.finding,
        machine=machine.finding if changed and machine is not None else None,
        state=_state(scope, claim, settled),
        verdict=None if verdict is None else verdict_of(verdict),
        accepted=claim.accepted,
        by=claim.by,
        added=claim.id in scope.rulings.added,
        suggested_by=claim.finding.why.suggested_by,
        withdrawn=claim.withdrawn,
        notes=claim.notes,
        day=claim.day,
        dated=claim.dated,
        actors=each_once(scope, ((claim, actor) for actor in claim.actors)),
        evidence=tuple(sorted(cite_claim(claim), key=lambda c: (c.start, c.end))),
    )


def _state(scope: Scope, claim: Claim, settled: Collection[str]) -> State:
    if claim.id in scope.rulings.rejected:
        return "rejected"
    if not counts(claim, scope.rulings):
        return "retracted"
    return "counts" if claim.id in settled else "repeated"


def _furniture(card: Card, text: str) -> tuple[Aside, ...]:
    page = lay_out(Report(card.id, card.published, text, card.publisher, card.title, header=heading_of(text)))
    return tuple(Aside(one.kind, one.span.start, one.span.end) for one in page.furniture)


def _versions(scope: Scope, report: str) -> Iterator[Version]:
    """Yield the versions of the article; those around the report with what they changed."""
    cards = versions_of(scope, report)
    if len(cards) < 2:
        return
    own = next(n for n, card in enumerate(cards) if card.id == report)
    first = max(0, min(own - VERSIONS // 2, len(cards) - VERSIONS))
    near = cards[first : first + VERSIONS]
    changed = dict(_changed(near, scope.shelf.texts([card.id for card in near])))
    for card in cards:
        segments, cut = changed.get(card.id, ((), False))
        yield Version(card, card.id == report, segments, cut)


def _changed(cards: Sequence[Card], texts: Mapping[str, str]) -> Iterator[tuple[str, tuple[tuple[Segment, ...], bool]]]:
    for older, newer in pairwise(cards):
        yield newer.id, difference(texts[older.id], texts[newer.id])
