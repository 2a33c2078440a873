"""Where sources disagree: on a date, a place, who attended, the level, a figure, the outcome, whether it happened at all."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.record.claims import Claim
from dragoman.record.claims import Kind as ClaimKind
from dragoman.record.identity.meetings.gathering import Gathering
from dragoman.record.identity.origins.tracing import OriginGroup
from dragoman.terms.errors import NotFound
from dragoman.terms.findings import Figure
from dragoman.terms.when import When
from dragoman.views.cited import Cited, cite_all
from dragoman.views.docket_item import title_of
from dragoman.views.question import Question
from dragoman.views.remembering import remembered
from dragoman.views.rivals import KINDS, Account, Kind, Rivalry, proposers, rivalries
from dragoman.views.scope import Scope
from dragoman.views.timeline import what_of
from dragoman.views.unfolding import Event, Found, Unfolding

_READ: dict[Kind, frozenset[ClaimKind]] = {
    "happened": frozenset({"meeting", "incident"}),
    "date": frozenset({"meeting"}),
    "place": frozenset({"meeting"}),
    "attendance": frozenset({"meeting"}),
    "level": frozenset({"meeting"}),
    "figure": frozenset({"figure"}),
    "outcome": frozenset({"meeting", "agreement"}),
    "proposer": frozenset({"position"}),
}


@dataclass(frozen=True, slots=True)
class Value:
    """One of the rival accounts: what is said, by whom (where a report names somebody), which origins tell it."""

    value: str
    said_by: tuple[str, ...]
    origins: tuple[OriginGroup, ...]
    published: date
    evidence: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Rival accounts of one thing, side by side, the one told first leading.

    `id` is the event's: a meeting of the docket, an item of the timeline. `day` is when it holds, None where no report tells
    it: then `by` (the first publication) bounds it. `soft`: the accounts differ, but all of them could be true.
    """

    id: str
    kind: Kind
    matter: str
    day: When | None
    by: date
    soft: bool
    rivals: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Disagreements:
    """A page of disagreements by day. `next` is the cursor of the page after it; None where there is none."""

    items: tuple[Disagreement, ...]
    next: str | None


@remembered
def disagreements(scope: Scope, question: Question) -> Disagreements:
    """Return the disagreements of a page: of some days, about an actor or side, of some kinds."""
    kinds = question.kinds or frozenset(KINDS)
    unknown = sorted(kinds - set(KINDS))
    if unknown:
        raise NotFound("kind", unknown[0], KINDS)
    read = frozenset(kind for asked in KINDS if asked in kinds for kind in _READ[asked])
    found: dict[str, tuple[Rivalry, ...]] = {}
    proposed: dict[str, Rivalry] = {}

    def judge(events: Sequence[Event], around: Sequence[Event]) -> Collection[str]:
        several = [event for event in events if len(event.claims) > 1]
        scope.origins.learn({c.card.id for event in several for c in event.claims})
        found.update((event.id, tuple(r for r in rivalries(scope, event) if r.kind in kinds)) for event in several)
        if "proposer" in kinds:
            # those around are judged with their own days, when all that is around these is at hand
            ours = {event.id for event in events}
            proposed.update((key, rivalry) for key, rivalry in proposers(scope, around).items() if key in ours)
        return {key for key, rivals in found.items() if rivals} | proposed.keys()

    leaf = Unfolding(scope, question, read, by_number=False).leaf(judge)
    rivals = ((one, (*found.get(one.event.id, ()), proposed.get(one.event.id))) for one in leaf.found)
    items = tuple(_made(scope, one, rivalry) for one, told in rivals for rivalry in told if rivalry is not None)
    return Disagreements(items, leaf.next)


def _made(scope: Scope, found: Found, rivalry: Rivalry) -> Disagreement:
    event = found.event
    claims = [claim for account in rivalry.accounts for claim in account.claims]
    lead = min(claims, key=lambda c: (not c.dated, c.order)) if isinstance(event, Gathering) else event.lead
    return Disagreement(
        id=event.id,
        kind=rivalry.kind,
        matter=_matter(scope, event, rivalry, lead),
        day=lead.when,
        by=min(claim.published for claim in claims),
        soft=rivalry.soft,
        rivals=tuple(_value(scope, account) for account in rivalry.accounts),
    )


def _matter(scope: Scope, event: Event, rivalry: Rivalry, lead: Claim) -> str:
    """Return in words what the accounts are about."""
    if isinstance(event, Gathering):
        return title_of(scope, event)
    if rivalry.kind == "figure":
        figures = [claim.finding for claim in event.claims if isinstance(claim.finding, Figure)]
        return max((figure.about for figure in figures), key=len, default=what_of(lead))
    if rivalry.kind == "proposer" and lead.about is not None:
        return f"who proposed {lead.about}"
    return what_of(lead)


def _value(scope: Scope, account: Account) -> Value:
    return Value(
        value=account.value,
        said_by=account.said_by,
        origins=scope.origins.count(account.claims),
        published=min(claim.published for claim in account.claims),
        evidence=cite_all(account.claims),
    )
