"""What changed between two days, in two columns: what happened, and what was only now learned, corrected, denied or withdrawn.

The law: it is the difference between the record as of the first day and as of the second. A report counts where it was published
after the first day and not after the second; what it tells of a day that was past by then was learned, the rest happened.
What a new report only repeats is no change. Nothing later than the second day may tell on what was known by then: the shelf is to
be bounded by it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dragoman.record.claims import Claim
from dragoman.record.identity.origins.tracing import OriginGroup
from dragoman.record.shelf import Wanted
from dragoman.views.cited import Cited, cite_all
from dragoman.views.cursor import number_of
from dragoman.views.question import Question
from dragoman.views.remembering import remembered
from dragoman.views.scope import Scope
from dragoman.views.shifts import happenings, meetings, positions
from dragoman.views.shifts.shift import Shift, Window
from dragoman.views.who import Who, who

Column = Literal["happened", "learned"]


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `what` says it in words, `change` its kind (a docket change, a stance, a status, `corrected`, `withdrawn`).

    `day` is when it holds or was said (None where no report tells a day: then it is by publication), `published` when it was
    first reported, `before` what was known of the same thing until then. `origins` are the independent sources.
    """

    column: Column
    kind: str
    change: str
    what: str
    day: date | None
    published: date
    before: str | None
    actors: tuple[Who, ...]
    id: str
    origins: tuple[OriginGroup, ...]
    evidence: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """All changes between two days; `reports` were published in between, by `publishers` known by name."""

    first: date | None
    last: date | None
    happened: tuple[Change, ...]
    learned: tuple[Change, ...]
    reports: int
    publishers: tuple[str, ...]
    next: str | None


@remembered
def changes(scope: Scope, question: Question) -> Changes:
    """Return what changed after `question.first` until `question.last`.

    Without a last day it is the day from which the record is seen, without a first one the day before.
    """
    last = question.last or scope.today
    if last is None:
        return Changes(question.first, None, (), (), 0, (), None)
    first = question.first or last - timedelta(days=1)
    window = Window(first, last)
    fresh = _fresh(scope, window)
    scope.cast.learn({a.id: a for claim in fresh for a in claim.actors}.values())
    shifts = [shift for shift in _shifts(scope, fresh, window) if _concerns(scope, shift, question)]
    shifts.sort(key=lambda s: (s.holds, s.published, s.kind, s.id, s.change, s.what))
    page, following = _page(shifts, question)
    told = [_change(scope, shift, window) for shift in page]
    counted = scope.shelf.coverage(window.first + timedelta(days=1), last)
    return Changes(
        first=first,
        last=last,
        happened=tuple(change for change in told if change.column == "happened"),
        learned=tuple(change for change in told if change.column == "learned"),
        reports=sum(day.reports for day in counted),
        publishers=tuple(sorted({day.publisher for day in counted if day.publisher is not None})),
        next=following,
    )


def _fresh(scope: Scope, window: Window) -> tuple[Claim, ...]:
    """Return the claims of reports published in the window."""
    return scope.claims(Wanted(published_first=window.begin, published_last=window.last, by="published"))


def _shifts(scope: Scope, fresh: tuple[Claim, ...], window: Window) -> Iterator[Shift]:
    """Return all shifts; what a later version of an article took back is one whatever its kind."""
    sound = tuple(claim for claim in fresh if claim.withdrawn is None or claim.withdrawn > window.last)
    yield from meetings.shifts(scope, sound, window)
    yield from positions.shifts(scope, sound, window)
    yield from happenings.shifts(scope, sound, window)
    yield from _withdrawn(scope, fresh, window)


def _withdrawn(scope: Scope, fresh: tuple[Claim, ...], window: Window) -> Iterator[Shift]:
    """Yield the claims whose words a version published in the window no longer has."""
    articles = {kin for report in _reports(scope, window) for kin in scope.origins.kinship.article(report)}
    older = scope.claims(Wanted(reports=frozenset(articles))) if articles else ()
    for claim in {c.id: c for c in (*older, *fresh)}.values():
        if claim.withdrawn is not None and window.begin <= claim.withdrawn <= window.last:
            yield Shift(
                kind=claim.kind,
                change="withdrawn",
                what=f"support withdrawn or edited: {_words(claim)}",
                day=claim.day if claim.dated else None,
                holds=claim.day,
                published=claim.withdrawn,
                before=None,
                actors=claim.actors,
                id=claim.id,
                claims=(claim,),
                learned=True,
            )


def _reports(scope: Scope, window: Window) -> tuple[str, ...]:
    """Return the articles published in the window that have another version, learned about."""
    ids = tuple(card.id for card in scope.shelf.cards(first=window.begin, last=window.last))
    scope.origins.kinship.articles.learn(ids)
    return tuple(report for report in ids if len(scope.origins.kinship.article(report)) > 1)


def _words(claim: Claim) -> str:
    return " … ".join(piece.quote for piece in claim.finding.evidence[:1])


def _concerns(scope: Scope, shift: Shift, question: Question) -> bool:
    """Whether a shift is about the actor and the proposal that were asked for."""
    if question.actor is not None and not _is_of(scope, shift, question.actor):
        return False
    if question.proposal is None:
        return True
    members = {m for found in scope.ledger.find(question.proposal) for m in (found.id, *found.members)}
    return bool(members & {scope.ledger.of(c.about).id for c in shift.claims if c.about is not None})


def _is_of(scope: Scope, shift: Shift, name: str) -> bool:
    wanted = scope.cast.find(name)
    ids = {identity.id for identity in wanted}
    states = {identity.state for identity in wanted if identity.kind in ("state", "government") and identity.state}
    return any(
        scope.cast.of(actor, shift.published).id in ids or (actor.state is not None and actor.state in states)
        for actor in shift.actors
    )


def _page(shifts: list[Shift], question: Question) -> tuple[list[Shift], str | None]:
    """Cut the page that was asked for: the window bounds the work, so a cursor is a place in it."""
    start = number_of(question.after) or 0
    end = start + question.limit
    return shifts[start:end], str(end) if end < len(shifts) else None


def _change(scope: Scope, shift: Shift, window: Window) -> Change:
    column: Column = "learned" if shift.learned or shift.holds <= window.first else "happened"
    return Change(
        column=column,
        kind=shift.kind,
        change=shift.change,
        what=shift.what,
        day=shift.day,
        published=shift.published,
        before=shift.before,
        actors=tuple({w.id: w for w in (who(scope, a, shift.published) for a in shift.actors)}.values()),
        id=shift.id,
        origins=scope.origins.count(shift.claims),
        evidence=cite_all(shift.claims),
    )
