"""Sources: what each publisher reported, how late, how much of its own, and what it was first or alone to say."""

from __future__ import annotations

from starlette.responses import Response

from dragoman.exports.charts import sources as drawing
from dragoman.hosting.asked import Asked
from dragoman.views.sources import Told, sources
from dragoman.web.links import Links
from dragoman.web.rendering import render
from dragoman.web.routing import page


def show(asked: Asked) -> Response:
    """Show the publishers of some days."""
    links = Links(asked.path, asked.query)

    def reports(publisher: str | None) -> str | None:
        if publisher is None:
            return None
        return links.to("/reports", publisher=publisher, from_=asked.query.get("from"), to=asked.query.get("to"))

    def event(told: Told) -> str | None:
        if told.kind == "meeting":
            return links.meeting(told.id)
        return links.evidence(told.evidence[0]) if told.evidence else None

    with asked.scope() as scope:
        answer = sources(scope, asked.question())
        return render(
            asked,
            "sources.html.j2",
            title="Sources",
            horizon=scope.horizon,
            answer=answer,
            volume=drawing.volume(answer, address=reports),
            delay=drawing.delay(answer, address=reports),
            reports=reports,
            event=event,
        )


ROUTES = (page("/sources", show),)
