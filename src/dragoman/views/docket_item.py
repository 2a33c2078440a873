"""A gathered meeting -> an item of the docket: what is true of it now, and its history, each part with its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.reading.actors.states import states
from dragoman.record.claims import Claim, Team, by_publication
from dragoman.record.docket import OVERDUE, Step
from dragoman.record.hearing import meeting_of
from dragoman.record.identity.meetings.gathering import Gathering
from dragoman.record.identity.meetings.sights import FAMILIES, see, side
from dragoman.record.identity.origins.tracing import OriginGroup
from dragoman.record.keys import fold
from dragoman.record.lives import life_of
from dragoman.record.shelf import DayCount
from dragoman.terms.findings import Level, MeetingKind
from dragoman.terms.when import When
from dragoman.views.cited import Cited, cite_all, cite_claim
from dragoman.views.scope import Scope
from dragoman.views.who import Who, each_once, who

LOOK = timedelta(days=30)
"""How long after a day that passed the coverage is counted: what came of a meeting is told soon or never."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A party's delegation as the reports together tell it: the last head told, all members, the level."""

    party: Who
    head: Who | None
    members: tuple[Who, ...]
    level: Level | None
    evidence: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Covered:
    """How many reports of how many publishers were taken in for some days: none is no silence of the world."""

    first: date
    last: date
    reports: int
    publishers: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One change: the day on which it was decided or said (`told`: a report names it, else it is that of publication).

    `by` are those who announced it, `origins` the independent sources that tell it. `before` and `after` are planned days.
    """

    change: str
    day: date
    told: bool
    published: date
    by: tuple[Who, ...]
    before: When | None
    after: When | None
    level_before: Level | None
    level: Level | None
    slippage: int | None
    conditions: tuple[str, ...]
    origins: tuple[OriginGroup, ...]
    evidence: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One meeting: its state and since when, its planned day, and all that happened to it.

    `day` is where it stands on the docket: its earliest day. `doubtful` counts claims that might belong too.
    """

    id: str
    title: str
    kind: MeetingKind
    state: str
    since: date
    disputed: bool
    day: date
    planned: When | None
    place: str | None
    level: Level | None
    slippage: int | None
    parties: tuple[Who, ...]
    host: Who | None
    mediators: tuple[Who, ...]
    delegations: tuple[Sent, ...]
    coverage: Covered | None
    origins: tuple[OriginGroup, ...]
    doubtful: int
    history: tuple[Entry, ...]


def items_of(scope: Scope, gathered: Sequence[tuple[date, Gathering]]) -> tuple[Item, ...]:
    """Return the items of gathered meetings with their days on the docket; what they need is loaded at once."""
    scope.origins.learn({c.card.id for _, g in gathered for c in g.claims})
    made = tuple(_item(scope, day, found) for day, found in gathered)
    return tuple(_with_coverage(scope, item) if item.state == OVERDUE else item for item in made)


def _item(scope: Scope, day: date, found: Gathering) -> Item:
    life = life_of(found.claims, scope.today, scope.origins.of)
    host = next((c for c in by_publication(found.claims) if meeting_of(c).host is not None), None)
    hosted = None if host is None else meeting_of(host).host
    return Item(
        id=found.id,
        title=title_of(scope, found),
        kind=_kind(found),
        state=life.state,
        since=life.since,
        disputed=life.disputed,
        day=day,
        planned=life.planned,
        place=_place(found.claims),
        level=life.level,
        slippage=life.slippage,
        parties=each_once(scope, ((c, a) for c in found.claims for a in meeting_of(c).parties)),
        host=None if host is None or hosted is None else who(scope, hosted, host.published),
        mediators=each_once(scope, ((c, a) for c in found.claims for a in meeting_of(c).mediators)),
        delegations=tuple(_delegations(scope, found.claims)),
        coverage=None,
        origins=scope.origins.count(found.claims),
        doubtful=len(found.doubtful),
        history=tuple(_entry(scope, step) for step in life.steps),
    )


def _entry(scope: Scope, step: Step) -> Entry:
    first = step.claims[0]
    return Entry(
        change=step.change,
        day=step.day,
        told=step.told,
        published=first.published,
        by=tuple(who(scope, actor, first.published) for actor in step.by),
        before=step.before,
        after=step.after,
        level_before=step.level_before,
        level=step.level,
        slippage=step.slippage,
        conditions=step.conditions,
        origins=scope.origins.count(step.claims),
        evidence=cite_all(step.claims),
    )


def _delegations(scope: Scope, claims: Sequence[Claim]) -> Iterator[Sent]:
    """Yield one delegation for each side that sends one, by the name of the side."""
    sent: dict[str, list[tuple[Claim, Team]]] = {}
    for claim in by_publication(claims):
        for team in claim.teams:
            sent.setdefault(side(team.party, scope.cast, claim.published), []).append((claim, team))
    for _, told in sorted(sent.items()):
        heads = [who(scope, team.head, c.published) for c, team in told if team.head is not None]
        members = each_once(scope, ((c, a) for c, team in told for a in team.members))
        levels = [team.level for _, team in told if team.level is not None]
        claim, team = told[-1]
        yield Sent(
            party=who(scope, team.party, claim.published),
            head=heads[-1] if heads else None,
            members=tuple(m for m in members if not heads or m.id != heads[-1].id),
            level=levels[-1] if levels else None,
            evidence=tuple(cited for c, t in told for cited in _cite_team(c, t)),
        )


def _cite_team(claim: Claim, team: Team) -> Iterator[Cited]:
    frame = cite_claim(claim)[0]
    for piece in team.evidence:
        yield replace(frame, start=piece.start, end=piece.end, quote=piece.quote)


def title_of(scope: Scope, found: Gathering) -> str:
    """Return what a meeting is called: its kind, and its sides; of calls and visits those who took part."""
    kind = _kind(found)
    sights = [see(c, scope.cast) for c in found.claims]
    if kind in FAMILIES:
        names = [w.name for w in each_once(scope, ((s.claim, a) for s in sights for a in s.meeting.parties))]
    else:
        others = {o for s in sights for o in s.others}
        told = {one for s in sights for one in s.sides}
        names = sorted(_side_name(scope, one, found) for one in (told - others if len(told - others) > 1 else told))
    listed = [", ".join(names[:-1]), names[-1]] if len(names) > 1 else names
    return f"{'Meeting' if kind == 'other' else kind.capitalize()}: {' and '.join(listed)}"


def _side_name(scope: Scope, one: str, found: Gathering) -> str:
    """Return the name of a side: that of its state where it is a party, else of the land, else of who stands for itself."""
    parties = [(c, a) for c in found.claims for a in meeting_of(c).parties]
    here = [a for c, a in parties if side(a, scope.cast, c.published) == one]
    lands = Counter(a.name for a in here if a.kind in ("state", "government") and a.country == one)
    if one in states().title:
        return states().title[one]
    if one in {a.land for a in here}:
        return one
    named = lands or Counter(a.name for a in here if fold(a.name) == one)
    return min(named, key=lambda name: (-named[name], name)) if named else one


def _kind(found: Gathering) -> MeetingKind:
    """Return the kind that most claims tell; of as many, the one told first."""
    told = Counter(meeting_of(c).kind for c in by_publication(found.claims))
    return told.most_common(1)[0][0]


def _place(claims: Sequence[Claim]) -> str | None:
    """Return the place that most claims tell; of as many, the one told last."""
    told = [place for c in reversed(by_publication(claims)) if (place := meeting_of(c).place)]
    known = Counter(fold(place) for place in told)
    best = known.most_common(1)[0][0] if known else None
    return next((place for place in told if fold(place) == best), None)


def _with_coverage(scope: Scope, item: Item) -> Item:
    if item.planned is None or scope.today is None:
        return item
    return replace(item, coverage=covered(scope, item.planned.end))


def covered(scope: Scope, first: date) -> Covered:
    """Count the reports of the days from one on: to today, but no longer than a month."""
    today = scope.today or first
    last = min(today, first + LOOK)
    counts: tuple[DayCount, ...] = scope.shelf.coverage(first, last)
    publishers = {count.publisher for count in counts if count.reports}  # those without a name are one
    return Covered(first, last, sum(count.reports for count in counts), len(publishers))
