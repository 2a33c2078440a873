"""One meeting: its life as a line of dated states, who was sent, where its reports contradict each other."""

from __future__ import annotations

from starlette.responses import Response

from dragoman.exports.answers.disagreements import NAMES
from dragoman.exports.answers.docket import entry_of
from dragoman.exports.charts import slippage as drawing
from dragoman.hosting.asked import Asked
from dragoman.views.meeting import meeting
from dragoman.web.links import Links
from dragoman.web.places import Places
from dragoman.web.rendering import render
from dragoman.web.routing import page


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
            rivals=answer.disputed,
            names=NAMES,
            chart=drawing.chart(answer.item, address=places.step, today=scope.today),
            entry_of=entry_of,
        )


ROUTES = (page("/meetings/{id}", show),)
