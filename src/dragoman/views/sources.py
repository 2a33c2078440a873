"""The sources: what each publisher reported within some days, how late, how much of its own, and what it was first or alone to say.

Reports, findings and sentences are counted over all days of the question; what takes looking at texts and events is told of
the latest of them, as many as the answer says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice
from statistics import median

from dragoman.record.claims import Card, Claim, Kind
from dragoman.record.shelf import DayCount, Wanted
from dragoman.views.cited import Cited
from dragoman.views.coverage import Feed, feeds_of
from dragoman.views.descent import Descent, descent_of
from dragoman.views.latest import latest
from dragoman.views.question import Question
from dragoman.views.remembering import remembered
from dragoman.views.scope import Scope
from dragoman.views.timeline import Item, timeline

DAYS = 90
"""Days before the one from which the record is seen, unless others are asked for."""
REPORTS = 100
"""Reports whose texts are compared with others, the latest."""
FINDINGS = 1_000
"""Findings whose delay is measured, the latest."""
EVENTS = 100
"""Events of which is told who was first or alone to tell them, those of the latest days."""
NEAR = 40
"""The events are those of the days on which so many reports were published, the latest, or of the last such day."""
SHOWN = 10
_DONE: frozenset[Kind] = frozenset({"incident", "meeting", "agreement"})


@dataclass(frozen=True, slots=True)
class Whose:
    """Another outlet, and how many reports took over its text."""

    outlet: str | None
    reports: int


@dataclass(frozen=True, slots=True)
class Told:
    """An event that a publisher was first or alone to tell, in its words: what, on which day (None: none is told)."""

    id: str
    kind: str
    what: str
    day: date | None
    published: date
    evidence: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class DayReports:
    """How many reports a publisher has of a day."""

    day: date
    reports: int


@dataclass(frozen=True, slots=True)
class Source:
    """One publisher; None is a report that does not say whose it is. `a_day` are reports for each day of the question.

    `delay` is the median number of days from an event to its report, over the `dated` findings that tell a past day; None
    where there is none. Of the reports that were compared, `alone` are its own and `copies` take over text, from `whose`.
    `firsts` and `alones` count the events that it was first or alone to tell; some of them are told, the latest first.
    """

    publisher: str | None
    reports: int
    findings: int
    unread: int
    days: int
    a_day: float
    by_day: tuple[DayReports, ...]
    first: date
    last: date
    delay: float | None
    dated: int
    alone: int
    copies: int
    whose: tuple[Whose, ...]
    firsts: int
    alones: int
    told_first: tuple[Told, ...]
    told_alone: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """The publishers of the days from `first` to `last`, the one with most reports first.

    `looked` reports, `claims` findings and `events` (from the day `events_from`) were looked at; `whole` says that these are all.
    """

    first: date | None
    last: date | None
    days: int
    items: tuple[Source, ...]
    looked: int
    claims: int
    events: int
    events_from: date | None
    whole: bool


@dataclass(slots=True)
class _Seen:
    """What looking at texts, findings and events tells of the publishers."""

    delays: dict[str | None, list[int]] = field(default_factory=dict)
    descents: dict[str | None, list[Descent]] = field(default_factory=dict)
    firsts: dict[str | None, list[Told]] = field(default_factory=dict)
    alones: dict[str | None, list[Told]] = field(default_factory=dict)


@remembered
def sources(scope: Scope, question: Question) -> Sources:
    """Return what each publisher reported: of 90 days up to the one from which the record is seen, unless others are asked for."""
    last = question.last or scope.today
    if last is None:
        return Sources(question.first, None, 0, (), 0, 0, 0, None, whole=True)
    first = question.first or last - timedelta(days=DAYS - 1)
    counts = [c for c in scope.shelf.coverage(first, last) if question.publisher in (None, c.publisher)]
    seen = _Seen()
    cards = _cards(scope, question, first, last)
    for card in cards:
        seen.descents.setdefault(card.publisher, []).append(descent_of(scope, card.id))
    findings = latest(scope, Question(first=first, last=last), Wanted(kinds=_DONE), most=FINDINGS)
    for claim in findings.claims:
        if (late := _delay(claim)) is not None:
            seen.delays.setdefault(claim.card.publisher, []).append(late)
    begin = _near(counts, first)
    page = timeline(scope, Question(first=begin, last=last, limit=EVENTS))
    _tell(page.items, seen)
    days = (last - first).days + 1
    return Sources(
        first=first,
        last=last,
        days=days,
        items=tuple(_source(feed, counts, days, seen) for feed in feeds_of(counts)[: question.limit]),
        looked=len(cards),
        claims=len(findings.claims),
        events=len(page.items),
        events_from=begin,
        whole=findings.whole and page.next is None and begin == first and len(cards) == sum(c.reports for c in counts),
    )


def _cards(scope: Scope, question: Question, first: date, last: date) -> tuple[Card, ...]:
    """Return the latest reports, learnt about."""
    found = scope.shelf.cards(first=first, last=last, latest_first=True)
    cards = tuple(islice((c for c in found if question.publisher in (None, c.publisher)), REPORTS))
    scope.origins.kinship.learn(card.id for card in cards)
    return cards


def _delay(claim: Claim) -> int | None:
    """Return how many days after a past day the report came that tells it exactly."""
    when = claim.when
    if when is None or when.granularity != "day" or when.bound is not None or when.end > claim.published:
        return None
    return (claim.published - when.end).days


def _near(counts: Iterable[DayCount], first: date) -> date:
    """Return the first of the latest days on which `NEAR` reports were published; the last such day alone may have more."""
    by_day = Counter[date]()
    for count in counts:
        by_day[count.day] += count.reports
    total = 0
    begin = first
    for n, day in enumerate(sorted(by_day, reverse=True)):
        total += by_day[day]
        if total > NEAR and n:
            return begin
        begin = day
    return first


def _tell(items: Iterable[Item], seen: _Seen) -> None:
    """Sort events by who was first or alone to tell them."""
    for item in items:
        by_publisher: dict[str | None, list[Cited]] = {}
        for cited in item.evidence:
            by_publisher.setdefault(cited.publisher, []).append(cited)
        begun = {publisher: min(c.published for c in cited) for publisher, cited in by_publisher.items()}
        earliest = [publisher for publisher, day in begun.items() if day == min(begun.values())]
        if len(earliest) == 1:
            (publisher,) = earliest
            told = _told(item, by_publisher[publisher])
            (seen.alones if len(item.origins) == 1 else seen.firsts).setdefault(publisher, []).append(told)


def _told(item: Item, cited: Sequence[Cited]) -> Told:
    day = None if item.day is None else item.day.start
    return Told(item.id, item.kind, item.what, day, min(c.published for c in cited), tuple(cited))


def _source(feed: Feed, counts: Iterable[DayCount], days: int, seen: _Seen) -> Source:
    key = feed.publisher
    delays, descents = seen.delays.get(key, []), seen.descents.get(key, [])
    copied = [one for one in descents if one.origin == "copy"]
    whose = Counter(one.of_publisher for one in copied)
    firsts, alones = seen.firsts.get(key, []), seen.alones.get(key, [])
    return Source(
        publisher=key,
        reports=feed.reports,
        findings=feed.findings,
        unread=feed.unread,
        days=feed.days,
        a_day=round(feed.reports / days, 2),
        by_day=tuple(DayReports(c.day, c.reports) for c in counts if c.publisher == key),
        first=feed.first,
        last=feed.last,
        delay=None if not delays else float(median(delays)),
        dated=len(delays),
        alone=len(descents) - len(copied),
        copies=len(copied),
        whose=_whose(whose),
        firsts=len(firsts),
        alones=len(alones),
        told_first=_shown(firsts),
        told_alone=_shown(alones),
    )


def _whose(found: Mapping[str | None, int]) -> tuple[Whose, ...]:
    return tuple(Whose(*one) for one in sorted(found.items(), key=lambda one: (-one[1], one[0] is None, one[0] or "")))


def _shown(told: Iterable[Told]) -> tuple[Told, ...]:
    return tuple(sorted(told, key=lambda one: (-one.published.toordinal(), one.id))[:SHOWN])
