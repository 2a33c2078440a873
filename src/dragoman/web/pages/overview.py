"""Overview: what is new, what comes next, where the parties stand, what is open, overdue and disputed, what was covered."""

from __future__ import annotations

from datetime import date

from starlette.responses import Response

from dragoman.exports.answers.disagreements import NAMES
from dragoman.exports.charts import coverage as drawing
from dragoman.exports.charts.chart import Chart
from dragoman.hosting.asked import Asked
from dragoman.views.coverage import coverage
from dragoman.views.overview import Overview, overview
from dragoman.views.question import Question
from dragoman.views.scope import Scope
from dragoman.web.links import Links
from dragoman.web.places import Places
from dragoman.web.rendering import render
from dragoman.web.routing import page

PARTIES = 6
"""Columns of the small grid; the page of positions has all."""
NEWS = 6
"""Changes that are shown; the page of changes has all."""


def show(asked: Asked) -> Response:
    """Show the first page, with what is new since this visitor's last visit."""
    links = Links(asked.path, asked.query)
    with asked.scope() as scope:
        answer = overview(scope, asked.question(), since=asked.ground.people.last_visit(asked.visitor.name))
        return render(
            asked,
            "overview.html.j2",
            title="Overview",
            horizon=scope.horizon,
            answer=answer,
            parties=_parties(answer),
            chart=_chart(scope, answer, links),
            few=NEWS,
            names=NAMES,
            places=Places(links),
            today=scope.today,
        )


def _parties(answer: Overview) -> tuple[str, ...]:
    """Return the parties with most stances on the proposals shown, by name."""
    told = {
        p: sum(s.stances.get(p, "unknown") not in ("unknown", "silent") for s in answer.positions)
        for p in answer.parties
    }
    return tuple(sorted(sorted(told, key=lambda party: (-told[party], party))[:PARTIES]))


def _chart(scope: Scope, answer: Overview, links: Links) -> Chart | None:
    """Return the picture of the days covered; none before the record begins."""
    if answer.first is None or scope.horizon is None:
        return None
    told = coverage(scope, Question(first=max(answer.first, scope.horizon[0]), last=answer.last, limit=1))

    def reports(first: date, last: date) -> str:
        return links.to("/reports", from_=first, to=last)

    return drawing.chart(told, address=reports)


ROUTES = (page("/", show),)
