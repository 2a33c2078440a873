"""What the record was made of: reports by day and publisher, days without any, sentences that were not understood.

A day without a report is no day on which nothing happened: this tells the two apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, pairwise

from dragoman.record.shelf import DayCount
from dragoman.views.cited import Cited, cite_passage
from dragoman.views.cursor import number_of
from dragoman.views.question import Question
from dragoman.views.remembering import remembered
from dragoman.views.scope import Scope

SPAN = timedelta(days=90)
"""How far back is looked where nobody says from when: it must not cost more in a longer record."""


@dataclass(frozen=True, slots=True)
class Share:
    """What one publisher has of a day; None is a report that does not say whose it is."""

    publisher: str | None
    reports: int
    findings: int
    unread: int


@dataclass(frozen=True, slots=True)
class Day:
    """A day on which reports were published, and whose they are, by name."""

    day: date
    reports: int
    findings: int
    unread: int
    publishers: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Feed:
    """What one publisher has of the whole span: on how many days it published, and when first and last."""

    publisher: str | None
    reports: int
    findings: int
    unread: int
    days: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Gap:
    """Days of the span, one after the other, on which no report was published."""

    first: date
    last: date
    days: int


@dataclass(frozen=True, slots=True)
class Unread:
    """A sentence about the negotiation of which nothing was understood."""

    evidence: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The coverage of a span. `unread` counts all sentences that were not understood, `sentences` are a page of them."""

    first: date | None
    last: date | None
    reports: int
    findings: int
    unread: int
    publishers: tuple[Feed, ...]
    gaps: tuple[Gap, ...]
    days: tuple[Day, ...]
    sentences: tuple[Unread, ...]
    next: str | None


@remembered
def coverage(scope: Scope, question: Question) -> Coverage:
    """Return what was published from `question.first` to `question.last`.

    Without them the span ends on the day from which the record is seen, and is of `SPAN` days or begins with the first report.
    A publisher bounds all but the sentences. The page's cursor is the number of sentences seen. Raises `NotFound` for one that is no number.
    """
    first, last = _span(scope, question)
    counts = [c for c in scope.shelf.coverage(first, last) if question.publisher in (None, c.publisher)]
    sentences, following = _sentences(scope, question, first, last)
    return Coverage(
        first=first,
        last=last,
        reports=sum(c.reports for c in counts),
        findings=sum(c.findings for c in counts),
        unread=sum(c.unread for c in counts),
        publishers=feeds_of(counts),
        gaps=tuple(_gaps(first, last, {c.day for c in counts})),
        days=tuple(_days(counts)),
        sentences=sentences,
        next=following,
    )


def _span(scope: Scope, question: Question) -> tuple[date | None, date | None]:
    if scope.horizon is None:
        return question.first, question.last
    last = question.last or scope.today or scope.horizon[1]
    return question.first or max(scope.horizon[0], last - SPAN), last


def feeds_of(counts: Iterable[DayCount]) -> tuple[Feed, ...]:
    """Return the publishers, the one with most reports first."""
    held: dict[str | None, list[DayCount]] = {}
    for count in counts:
        held.setdefault(count.publisher, []).append(count)
    feeds = (
        Feed(
            publisher=publisher,
            reports=sum(c.reports for c in own),
            findings=sum(c.findings for c in own),
            unread=sum(c.unread for c in own),
            days=len({c.day for c in own}),
            first=min(c.day for c in own),
            last=max(c.day for c in own),
        )
        for publisher, own in held.items()
    )
    return tuple(sorted(feeds, key=lambda f: (-f.reports, f.publisher is None, f.publisher or "")))


def _days(counts: Iterable[DayCount]) -> Iterator[Day]:
    ordered = sorted(counts, key=lambda c: (c.day, c.publisher is None, c.publisher or ""))
    for day, group in groupby(ordered, key=lambda c: c.day):
        own = tuple(Share(c.publisher, c.reports, c.findings, c.unread) for c in group)
        yield Day(day, sum(s.reports for s in own), sum(s.findings for s in own), sum(s.unread for s in own), own)


def _gaps(first: date | None, last: date | None, told: Iterable[date]) -> Iterator[Gap]:
    """Yield the stretches of days between `first` and `last`, both included, that are not among the days `told`."""
    if first is None or last is None or last < first:
        return
    one = timedelta(days=1)
    edges = [first - one, *sorted(day for day in told if first <= day <= last), last + one]
    for before, after in pairwise(edges):
        if (missing := (after - before).days - 1) > 0:
            yield Gap(before + one, after - one, missing)


def _sentences(
    scope: Scope, question: Question, first: date | None, last: date | None
) -> tuple[tuple[Unread, ...], str | None]:
    start = number_of(question.after) or 0
    end = start + question.limit
    found = scope.shelf.unread(first, last, limit=end + 1)
    page = tuple(Unread((cite_passage(passage),)) for passage in found[start:end])
    return page, str(end) if len(found) > end else None
