"""One meeting: its life as a line of dated states, who was sent, where its reports contradict each other."""

from __future__ import annotations

from starlette.responses import Response

from dragoman.exports.answers.docket import coverage_of, entry_of
from dragoman.exports.charts import slippage as drawing
from dragoman.hosting.asked import Asked
from dragoman.views.disagreements import Disagreement, disagreements
from dragoman.views.docket_item import Item
from dragoman.views.meeting import meeting
from dragoman.views.question import Question
from dragoman.views.scope import Scope
from dragoman.web.links import Links
from dragoman.web.pages.disagreements import NAMES
from dragoman.web.places import Places
from dragoman.web.rendering import render
from dragoman.web.routing import page

KINDS = frozenset({"happened", "date", "place", "attendance", "level", "outcome"})
"""What reports of a meeting can contradict each other in."""
MOST = 200
"""Disagreements of a day that are looked through for those of one meeting."""


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
            rivals=_rivals(scope, answer.item) if len(answer.claims) > 1 else (),
            names=NAMES,
            chart=drawing.chart(answer.item, address=places.step, today=scope.today),
            entry_of=entry_of,
            coverage_of=coverage_of,
        )


def _rivals(scope: Scope, item: Item) -> tuple[Disagreement, ...]:
    """Return where reports of this meeting contradict each other: those of its day on the docket are asked for."""
    asked = Question(first=item.day, last=item.day, kinds=KINDS, limit=MOST)
    return tuple(one for one in disagreements(scope, asked).items if one.id == item.id)


ROUTES = (page("/meetings/{id}", show),)
