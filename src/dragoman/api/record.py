"""What the record tells: events, meetings, positions, what changed and what is disputed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from dragoman.api.answering import Tagged, View
from dragoman.api.asking import Reading
from dragoman.api.parameters import FILTERS, FIRST, LAST, LONGEST, PAGE, actor, days, kinds, limit
from dragoman.terms.findings import Level
from dragoman.views.ask import Asked as Contacts
from dragoman.views.ask import ask
from dragoman.views.changes import Changes, changes
from dragoman.views.disagreements import Disagreements, disagreements
from dragoman.views.docket import Docket, docket
from dragoman.views.meeting import MeetingAnswer, meeting
from dragoman.views.obligations import Obligations, obligations
from dragoman.views.overview import Overview, overview
from dragoman.views.positions import Positions, positions
from dragoman.views.proposal import ProposalAnswer, proposal
from dragoman.views.rivals import KINDS as RIVALRIES
from dragoman.views.timeline import ALL as EVENTS
from dragoman.views.timeline import Timeline, timeline

State = Literal[
    "floated", "scheduled", "confirmed", "moved", "downgraded", "declined", "postponed", "cancelled", "under way", "held",
    "denied", "overdue",
]  # fmt: skip
Status = Literal["due", "done", "overdue", "called off"]
MEETINGS = ("talks", "summit", "call", "visit", "signing", "other")
Id = Annotated[str, Path(max_length=LONGEST)]

OVERVIEW = View("overview", Overview)
TIMELINE = View("timeline", Timeline)
DOCKET = View("docket", Docket)
MEETING = View("meeting", MeetingAnswer)
POSITIONS = View("positions", Positions)
PROPOSAL = View("proposal", ProposalAnswer)
CHANGES = View("changes", Changes)
DISAGREEMENTS = View("disagreements", Disagreements)
OBLIGATIONS = View("obligations", Obligations)
ASK = View("ask", Contacts)
VIEWS = (
    OVERVIEW, TIMELINE, DOCKET, MEETING, POSITIONS, PROPOSAL, CHANGES, DISAGREEMENTS, OBLIGATIONS, ASK,
)  # fmt: skip
router = APIRouter(tags=["record"], route_class=Tagged)


@router.get("/overview", **OVERVIEW.described())
def get_overview(
    asked: Reading,
    since: Annotated[
        str | None,
        Query(
            max_length=40, description="What is new since this moment (ISO, UTC). Without it: since your last visit."
        ),
    ] = None,
) -> Response:
    """What to look at first: what is new, the next meetings, positions, conditions, what is overdue, what is disputed."""
    seen = since or asked.ground.people.last_visit(asked.visitor.name)
    return OVERVIEW.answer(asked, partial(overview, since=seen))


@router.get("/timeline", **TIMELINE.described(*FILTERS, kinds(*EVENTS), *PAGE))
def get_timeline(asked: Reading) -> Response:
    """What happened and what is expected, one item an event however many reports tell it, by day.

    Without `kind`: meetings, agreements, incidents and positions.
    """
    return TIMELINE.answer(asked, timeline, limit=100)


@router.get("/docket", **DOCKET.described(actor, days, *PAGE))
def get_docket(
    asked: Reading,
    state: Annotated[
        list[State] | None, Query(description="Only meetings in this state; may be given several times.")
    ] = None,
) -> Response:
    """Every meeting once, by the first day for which it was set, with what became of it and who said so."""
    return DOCKET.answer(asked, partial(docket, state=state))


@router.get("/meetings/{id}", **MEETING.described())
def get_meeting(asked: Reading, id: Id) -> Response:  # noqa: A002 - the record's word
    """Everything on one meeting: its life, each report's claim and why it belongs, what might belong too."""
    return MEETING.answer(asked, partial(meeting, id=id))


@router.get("/positions", **POSITIONS.described(*FILTERS, *PAGE))
def get_positions(asked: Reading) -> Response:
    """Proposals by parties, the proposal that was told of last first: who stands where, since when, in whose words."""
    return POSITIONS.answer(asked, positions, limit=20)


@router.get("/proposals/{id}", **PROPOSAL.described(days))
def get_proposal(asked: Reading, id: Id) -> Response:  # noqa: A002 - as above
    """Everything on one proposal, by its id or in words: its names, where the parties stand and stood, conditions."""
    return PROPOSAL.answer(asked, partial(proposal, name=id))


@router.get("/changes", **CHANGES.described(*FILTERS, *PAGE))
def get_changes(asked: Reading) -> Response:
    """What changed after one day until another: what happened, and what was only then learned about earlier.

    Without `to` it is the last day of the record, without `from` the day before. Nothing published after `to` plays a part.
    """
    ends = (asked.bounds.as_of, asked.question().last)
    as_of = min((day for day in ends if day is not None), default=None)
    return CHANGES.answer(asked, changes, limit=100, bounds=replace(asked.bounds, as_of=as_of))


@router.get("/disagreements", **DISAGREEMENTS.described(*FILTERS, kinds(*RIVALRIES), *PAGE))
def get_disagreements(asked: Reading) -> Response:
    """Where sources contradict each other, the rival accounts side by side with their words and origins."""
    return DISAGREEMENTS.answer(asked, disagreements)


@router.get("/obligations", **OBLIGATIONS.described(actor, days, *PAGE))
def get_obligations(
    asked: Reading,
    status: Annotated[
        list[Status] | None, Query(description="Only obligations of this status; may be given several times.")
    ] = None,
) -> Response:
    """What is owed by a day, and whether a report tells that it was done."""
    return OBLIGATIONS.answer(asked, partial(obligations, status=status))


@router.get("/ask/{which}", **ASK.described(actor, days, kinds(*MEETINGS), limit))
def get_ask(
    asked: Reading,
    which: Annotated[
        Literal["first", "last", "gap"], Path(description="The first contact, the last, or the longest time without.")
    ],
    *,
    between: Annotated[
        list[Annotated[str, Query(max_length=LONGEST)]] | None,
        Query(max_length=2, description="A side or person that must be a party; given twice, both must be."),
    ] = None,
    contact: Annotated[
        Literal["direct", "any"], Query(description="`direct`: two sides met, and nobody calls it indirect.")
    ] = "any",
    level: Annotated[Level | None, Query(description="At this level or above.")] = None,
    since: Annotated[date | None, Query(ge=FIRST, le=LAST, description="After this day.")] = None,
    before: Annotated[date | None, Query(ge=FIRST, le=LAST, description="Before this day.")] = None,
    also_planned: Annotated[bool, Query(description="Count meetings that are planned, too.")] = False,
) -> Response:
    """The first contact, the last, or the longest gaps between rounds, and how surely that is known."""
    wanted: dict[str, Any] = {
        "contact": contact,
        "level": level,
        "since": since,
        "before": before,
        "also_planned": also_planned,
    }
    return ASK.answer(asked, partial(ask, which=which, between=between, **wanted), limit=5)
