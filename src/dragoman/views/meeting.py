"""Everything on one meeting: its life, each claim and why it belongs, what might belong too, what was agreed there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.record.claims import Claim
from dragoman.record.grouping import Link
from dragoman.record.hearing import meeting_of
from dragoman.record.identity.meetings.gathering import Gathering
from dragoman.record.identity.meetings.reach import MEETINGS
from dragoman.record.identity.meetings.sights import level_told, see, side
from dragoman.record.shelf import Wanted
from dragoman.terms.errors import NotFound
from dragoman.terms.findings import Agreement, Level, MeetingKind, MeetingStatus
from dragoman.terms.when import When
from dragoman.views.cited import Cited, cite_all, cite_claim
from dragoman.views.disagreements import Disagreement, disagreements
from dragoman.views.docket import day_of, reach_of
from dragoman.views.docket_item import Item, items_of
from dragoman.views.question import Question
from dragoman.views.remembering import remembered
from dragoman.views.scope import Scope
from dragoman.views.who import Who, who

SOON = timedelta(days=3)
"""How long after a meeting an agreement told without a day is taken for one that was reached there."""

DISPUTES = frozenset({"happened", "date", "place", "attendance", "level", "outcome"})
"""What reports of a meeting can contradict each other in."""
MOST = 200
"""Disagreements of a day that are looked through for those of one meeting."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One report's claim about the meeting."""

    claim: str
    published: date
    kind: MeetingKind
    status: MeetingStatus
    parties: tuple[Who, ...]
    date: When | None
    moved_from: When | None
    place: str | None
    level: Level | None
    evidence: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A claim that might belong too: the rule that speaks for it, in words, and the words of both."""

    rule: str
    why: str
    evidence: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Agreed:
    """What the same sides agreed on the day of the meeting."""

    claim: str
    parties: tuple[Who, ...]
    about: str
    status: str
    date: When | None
    evidence: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class MeetingAnswer:
    """Everything on one meeting. `links` say why each claim belongs to it, `disputed` in what its reports contradict each other."""

    item: Item
    claims: tuple[Telling, ...]
    links: tuple[Link, ...]
    doubtful: tuple[Pair, ...]
    agreements: tuple[Agreed, ...]
    disputed: tuple[Disagreement, ...]


@remembered
def meeting(scope: Scope, question: Question, *, id: str) -> MeetingAnswer:  # noqa: A002 - the record's word
    """Return everything on the meeting that an id of the docket, or of any of its claims, names."""
    del question
    asked = scope.shelf.claims(Wanted(kinds=MEETINGS, ids=frozenset({id})))
    found = reach_of(scope).items(asked) if asked else ()
    if not found:
        raise NotFound("meeting", id)
    gathered = found[0]
    item = items_of(scope, [(day_of(gathered), gathered)])[0]
    return MeetingAnswer(
        item=item,
        claims=tuple(_telling(scope, claim) for claim in gathered.claims),
        links=gathered.links,
        doubtful=_doubtful(scope, gathered),
        agreements=_agreed(scope, gathered, item),
        disputed=_disputed(scope, item) if len(gathered.claims) > 1 else (),
    )


def _disputed(scope: Scope, item: Item) -> tuple[Disagreement, ...]:
    """Return where reports of a meeting contradict each other: those of its day on the docket are asked for."""
    asked = Question(first=item.day, last=item.day, kinds=DISPUTES, limit=MOST)
    return tuple(one for one in disagreements(scope, asked).items if one.id == item.id)


def _telling(scope: Scope, claim: Claim) -> Telling:
    told = meeting_of(claim)
    return Telling(
        claim=claim.id,
        published=claim.published,
        kind=told.kind,
        status=told.status,
        parties=tuple(who(scope, actor, claim.published) for actor in told.parties),
        date=told.date,
        moved_from=told.moved_from,
        place=told.place,
        level=level_told(claim),
        evidence=cite_claim(claim),
    )


def _doubtful(scope: Scope, gathered: Gathering) -> tuple[Pair, ...]:
    ids = frozenset(i for link in gathered.doubtful for i in (link.one, link.other))
    known = {c.id: c for c in scope.shelf.claims(Wanted(ids=ids))} if ids else {}
    return tuple(
        Pair(link.rule, link.why, cite_all(known[i] for i in (link.one, link.other) if i in known))
        for link in gathered.doubtful
    )


def _agreed(scope: Scope, gathered: Gathering, item: Item) -> tuple[Agreed, ...]:
    """Return the agreements of the item's sides on its day; those told without a day, in the days after it."""
    if item.planned is None or item.planned.end - item.planned.start > SOON:
        return ()
    sides = frozenset(s for c in gathered.claims for s in see(c, scope.cast).sides)
    wanted = Wanted(
        kinds=frozenset({"agreement"}),
        keys=frozenset(f"s:{one}" for one in sides),
        first=item.planned.start,
        last=item.planned.end + SOON,
    )
    claims = scope.claims(wanted)
    scope.cast.learn(actor for c in claims for actor in c.actors)
    reports = {c.card.id for c in gathered.claims}
    return tuple(_agreement(scope, c) for c in claims if _reached_there(scope, c, item, sides, reports))


def _reached_there(scope: Scope, claim: Claim, item: Item, sides: frozenset[str], reports: set[str]) -> bool:
    told = {side(actor, scope.cast, claim.published) for actor in claim.actors}
    if item.planned is None or not told <= sides or len(told) < 2:
        return False
    if claim.when is not None:
        return claim.when.start <= item.planned.end and item.planned.start <= claim.when.end
    return claim.card.id in reports


def _agreement(scope: Scope, claim: Claim) -> Agreed:
    told = claim.finding
    assert isinstance(told, Agreement), "only agreements were asked for"
    parties = tuple(who(scope, actor, claim.published) for actor in told.parties)
    return Agreed(claim.id, parties, told.about, told.status, told.date, cite_claim(claim))
