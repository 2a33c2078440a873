"""What the record was made of: reports and their texts, publishers, coverage, search; and who is told of."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Any, get_args

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from dragoman.api.answering import Tagged, View
from dragoman.api.asking import Reading
from dragoman.api.parameters import LONGEST, PAGE, actor, bounds, days, documented, kinds, publisher
from dragoman.record.claims import KINDS
from dragoman.terms.errors import NotFound
from dragoman.terms.findings import ActorKind
from dragoman.views.actor import ActorAnswer
from dragoman.views.actor import actor as actor_of
from dragoman.views.coverage import Coverage, coverage
from dragoman.views.network import Between, Network, network
from dragoman.views.people import People, people
from dragoman.views.report import ReportAnswer, report
from dragoman.views.reports import Reports, reports
from dragoman.views.search import Hits, search
from dragoman.views.sources import Sources, sources

Id = Annotated[str, Path(max_length=LONGEST)]
Words = Annotated[str | None, Query(max_length=LONGEST, description="Only those with all these words in the name.")]

PEOPLE = View("people", People)
ACTOR = View("actor", ActorAnswer)
NETWORK = View("network", Network)
REPORTS = View("reports", Reports)
REPORT = View("report", ReportAnswer)
SEARCH = View("search", Hits)
SOURCES = View("sources", Sources)
COVERAGE = View("coverage", Coverage)
VIEWS = (PEOPLE, ACTOR, NETWORK, REPORTS, REPORT, SEARCH, SOURCES, COVERAGE)
router = APIRouter(route_class=Tagged)


@router.get("/people", tags=["people"], **PEOPLE.described(days, kinds(*get_args(ActorKind)), *PAGE))
def get_people(
    asked: Reading,
    *,
    words: Words = None,
    party: Annotated[str | None, Query(max_length=LONGEST, description="Only who acts for this side.")] = None,
) -> Response:
    """Who is told of, the last first: roles, sides, how often and in what."""
    wanted = partial(people, words=words, kind=asked.question().kinds, party=party)
    return PEOPLE.answer(asked, wanted)


@router.get("/actors/{id}", tags=["people"], **ACTOR.described(days, kinds(*KINDS), *PAGE))
def get_actor(asked: Reading, id: Id) -> Response:  # noqa: A002 - the record's word
    """Everything on one actor, by a name in any spelling or an id: who it is and why, offices, meetings, words, deeds.

    Each section has at most `limit` entries; its own `next` gives the rest of it.
    """
    return ACTOR.answer(asked, partial(actor_of, name=id))


@router.get("/network", tags=["people"], **NETWORK.described(actor, days))
def get_network(
    asked: Reading,
    between: Annotated[Between, Query(description="Who is tied: parties, or the persons who met.")] = "party",
) -> Response:
    """Who meets whom, and who speaks for whom: from 90 days before the last day of the record, unless days are given."""
    return NETWORK.answer(asked, partial(network, between=between))


@router.get("/reports", tags=["reports"], **REPORTS.described(days, publisher, *PAGE))
def get_reports(asked: Reading, words: Words = None) -> Response:
    """The reports, the latest published first, with where their text is from and which version of its article each is."""
    return REPORTS.answer(asked, partial(reports, words=words))


@router.get("/reports/{id}", tags=["reports"], **REPORT.described(kinds(*KINDS)))
def get_report(asked: Reading, id: Id) -> Response:  # noqa: A002 - as above
    """One report: its text as it arrived, what was found in it and what not, its versions and relatives."""
    return REPORT.answer(asked, partial(report, id=id))


_TEXT: dict[int | str, dict[str, Any]] = {
    200: {"description": "The text.", "content": {"text/plain": {"schema": {"type": "string"}}}},
    304: {"description": "The text is the one that `If-None-Match` names."},
}


@router.get(
    "/reports/{id}/text",
    tags=["reports"],
    operation_id="report_text",
    response_class=Response,
    responses=_TEXT,
    dependencies=documented(bounds)[:1],
)
def get_report_text(asked: Reading, id: Id) -> Response:  # noqa: A002 - as above
    """The text of a report as it arrived, in UTF-8. Offsets everywhere count its code points.

    A half of a surrogate pair, which UTF-8 cannot hold, is a question mark here; the JSON of the report has it.
    """
    with asked.scope() as scope:
        if not scope.shelf.machine.sheets(ids=[id]):
            raise NotFound("report", id)
        text = scope.shelf.texts([id])[id]
    return Response(text.encode("utf-8", "replace"), media_type="text/plain; charset=utf-8")


@router.get("/search", tags=["reports"], **SEARCH.described(actor, days, kinds(*KINDS), publisher, *PAGE))
def get_search(
    asked: Reading,
    words: Annotated[
        str,
        Query(
            max_length=LONGEST,
            description="What the passages hold, all of it; words in quotation marks stand together.",
            examples=['"prisoner exchange" Kestria'],
        ),
    ],
) -> Response:
    """The passages that hold some words, the latest report first, each with the findings that stand in it."""
    return SEARCH.answer(asked, partial(search, words=words))


@router.get("/sources", tags=["reports"], **SOURCES.described(days, publisher, *PAGE[:1]))
def get_sources(asked: Reading) -> Response:
    """What each publisher has: volume, delay, whose texts it takes over, what it was first or alone to tell."""
    return SOURCES.answer(asked, sources)


@router.get("/coverage", tags=["reports"], **COVERAGE.described(days, publisher, *PAGE))
def get_coverage(asked: Reading) -> Response:
    """What the record was made of: reports by day and publisher, days without any, sentences that were not understood."""
    return COVERAGE.answer(asked, coverage)
