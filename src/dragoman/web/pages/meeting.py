"""One meeting: its life as a line of dated states, who was sent, where its reports contradict each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from starlette.responses import Response

from dragoman.exports.answers.docket import coverage_of, entry_of
from dragoman.exports.charts import slippage as drawing
from dragoman.hosting.asked import Asked
from dragoman.views.disagreements import Disagreement, disagreements
from dragoman.views.meeting import MeetingAnswer, meeting
from dragoman.views.question import Question
from dragoman.views.scope import Scope
from dragoman.web.links import Links
from dragoman.web.pages.disagreements import NAMES
from dragoman.web.places import Places
from dragoman.web.rendering import render
from dragoman.web.routing import page

SPAN = timedelta(days=45)
"""Days of the tellings of one meeting between which its contradictions are looked for."""


def show(asked: Asked) -> Response:
    """Show everything on one meeting."""
    places = Places(Links(asked.path, asked.query))
    with asked.scope() as scope:
        answer = meeting(scope, asked.question(), id=asked.params["id"])
        return render(
            asked,
            "meeting.html.j2",
            title=answer.item.title,
            horizon=scope.horizon,
            answer=answer,
            item=answer.item,
            rivals=_rivals(scope, answer),
            names=NAMES,
            chart=drawing.chart(answer.item, address=places.step, today=scope.today),
            entry_of=entry_of,
            coverage_of=coverage_of,
        )


def _rivals(scope: Scope, answer: MeetingAnswer) -> tuple[Disagreement, ...]:
    """Return where reports of this meeting contradict each other."""
    told = sorted(_days(answer))
    if len(answer.claims) < 2 or not told:
        return ()
    asked = Question(first=told[0], last=min(told[-1], told[0] + SPAN), limit=200)
    kinds = frozenset({"happened", "date", "place", "attendance", "level", "outcome"})
    found = disagreements(scope, replace(asked, kinds=kinds))
    return tuple(one for one in found.items if one.id == answer.item.id)


def _days(answer: MeetingAnswer) -> Iterator[date]:
    for told in answer.claims:
        yield told.published if told.date is None else told.date.start


ROUTES = (page("/meetings/{id}", show),)
