"""The timeline: what happened and what is expected, one item an event, with its origins, by day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.record.claims import Claim, Kind, by_publication
from dragoman.record.identity.events.happenings import Happening
from dragoman.record.identity.meetings.gathering import Gathering
from dragoman.record.identity.origins.tracing import OriginGroup, flags, sides_of
from dragoman.record.lives import life_of
from dragoman.terms.errors import NotFound
from dragoman.terms.findings import Agreement, Figure, Incident, Position, Quotation
from dragoman.terms.when import When
from dragoman.views.cited import Cited, cite_all
from dragoman.views.docket_item import title_of
from dragoman.views.question import Question
from dragoman.views.remembering import remembered
from dragoman.views.scope import Scope
from dragoman.views.unfolding import Found, Unfolding
from dragoman.views.who import Who, each_once

KINDS: tuple[Kind, ...] = ("meeting", "agreement", "incident", "position")
"""The kinds that a timeline shows unless others are asked for; quotations and figures only where they are."""
ALL: tuple[Kind, ...] = (*KINDS, "quotation", "figure")
_STATUS = {"ongoing": "under way", "in-force": "in force"}
_COMPARED = {"=": "", ">": "more than ", ">=": "at least ", "<": "fewer than ", "<=": "up to ", "~": "about "}


@dataclass(frozen=True, slots=True)
class Item:
    """One event. `day` is when it holds, None where no report tells it: then `by` (the first publication) bounds it.

    `status` is what became of it: of a meeting its state, of a position the stance. `origins` are those who found it out,
    each with the reports that carry it, `flags` what a reader must know of them. `disputed`: rival accounts stand side by side among the evidence.
    `doubtful` counts claims that might belong too.
    """

    id: str
    kind: Kind
    what: str
    status: str
    day: When | None
    by: date
    actors: tuple[Who, ...]
    place: str | None
    proposal: str | None
    disputed: bool
    origins: tuple[OriginGroup, ...]
    flags: tuple[str, ...]
    reports: int
    doubtful: int
    evidence: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """A page of events by day. `next` is the cursor of the page after it; None where there is none."""

    items: tuple[Item, ...]
    next: str | None


@remembered
def timeline(scope: Scope, question: Question) -> Timeline:
    """Return the events of a page: of some days, of an actor or side, on a proposal, of some kinds.

    An event stands on the first day that its most exact telling gives it, without one on that of its first publication.
    What was withdrawn says nothing of what became of it, as long as anything else does.
    """
    asked = question.kinds or frozenset(KINDS)
    unknown = sorted(asked - set(ALL))
    if unknown:
        raise NotFound("kind", unknown[0], ALL)
    leaf = Unfolding(scope, question, [kind for kind in ALL if kind in asked]).leaf()
    return Timeline(items_of(scope, leaf.found), leaf.next)


def items_of(scope: Scope, found: Sequence[Found]) -> tuple[Item, ...]:
    """Return events as items; what they need is loaded at once."""
    claims = [claim for one in found for claim in one.event.claims]
    scope.origins.learn({claim.card.id for claim in claims})
    scope.cast.learn({actor.id: actor for claim in claims for actor in claim.actors}.values())
    return tuple(_met(scope, f.event) if isinstance(f.event, Gathering) else _item(scope, f.event) for f in found)


def _met(scope: Scope, found: Gathering) -> Item:
    life = life_of(found.claims, scope.today, scope.origins.of)
    held = [c for c in found.claims if c.when is not None]
    day = life.planned or (held[0].when if held else None)
    places = [p for c in by_publication(found.claims) if (p := getattr(c.finding, "place", None)) is not None]
    return _made(
        scope,
        found,
        kind="meeting",
        what=title_of(scope, found),
        status=life.state,
        day=day,
        place=places[-1] if places else None,
        disputed=life.disputed,
    )


def _item(scope: Scope, found: Happening) -> Item:
    told = by_publication(tuple(c for c in found.claims if c.withdrawn is None) or found.claims)
    statuses = [status for c in told if (status := _status(c)) is not None]
    place = next((p for c in told if (p := getattr(c.finding, "place", None)) is not None), None)
    denied = "denied" in statuses
    sure = [s for s in statuses if s not in {"denied", "expected"}] or [s for s in statuses if s != "denied"]
    return _made(
        scope,
        found,
        kind=found.lead.kind,
        what=what_of(found.lead),
        status=(sure or statuses or ["told"])[-1],
        day=found.lead.when,
        place=place,
        disputed=denied and bool(sure),
    )


def _made(
    scope: Scope, found: Happening | Gathering, *, kind: Kind, what: str, status: str, day: When | None, place: str | None, disputed: bool
) -> Item:  # fmt: skip
    claims = found.claims
    origins = scope.origins.count(claims)
    about = next((c.about for c in claims if c.about is not None), None)
    return Item(
        id=found.id,
        kind=kind,
        what=what,
        status=_STATUS.get(status, status),
        day=day,
        by=min(c.published for c in claims),
        actors=_actors(scope, claims),
        place=place,
        proposal=None if about is None else scope.ledger.of(about).id,
        disputed=disputed,
        origins=origins,
        flags=flags(origins, sides_of(claims)),
        reports=len({c.card.id for c in claims}),
        doubtful=len(found.doubtful),
        evidence=cite_all(claims),
    )


def _actors(scope: Scope, claims: Iterable[Claim]) -> tuple[Who, ...]:
    """Return the actors of an event, each once, in the order of the claims; outlets only report it."""
    told = ((c, a) for c in claims for a in c.actors if a.kind != "media" or c.kind == "quotation")
    return each_once(scope, told)


def _status(claim: Claim) -> str | None:
    match claim.finding:
        case Incident() | Agreement() as found:
            return found.status
        case Position() as found:
            return found.stance
        case Quotation():
            return "said"
        case _:
            return None


def what_of(claim: Claim) -> str:
    """Return in words what a claim tells."""
    match claim.finding:
        case Position() as found:
            if_ = f", if {'; '.join(found.conditions)}" if found.conditions else ""
            return f"{found.actor.name} {found.stance.replace('-', ' ')}: {found.about}{if_}"
        case Agreement() as found:
            parties = f"{', '.join(party.name for party in found.parties)}: " if found.parties else ""
            return f"{parties}{found.about}"
        case Incident() as found:
            return f"{found.actor.name}: {found.what}" if found.actor is not None else found.what
        case Quotation() as found:
            speaker = found.speaker.name if found.speaker is not None else "somebody"
            return f"{speaker}: “{found.content}”"
        case Figure() as found:
            return figure_of(found)
        case found:
            return found.evidence[0].quote


def figure_of(figure: Figure) -> str:
    """Return a figure in words: "at least 12 people: killed in the market"."""
    number = f"{figure.value:,.0f}" if figure.value.is_integer() else f"{figure.value:,}"
    if figure.low is not None:
        number = f"{figure.low:,.0f} to {number}"
    return f"{_COMPARED[figure.comparator]}{number} {figure.unit}: {figure.about}"
