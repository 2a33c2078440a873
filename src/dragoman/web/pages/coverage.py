"""Coverage: what the record was made of, day by day, and what was not understood."""

from __future__ import annotations

from datetime import date

from starlette.responses import Response

from dragoman.exports.charts import coverage as drawing
from dragoman.hosting.asked import Asked
from dragoman.views.coverage import coverage
from dragoman.web.links import Links
from dragoman.web.rendering import render
from dragoman.web.routing import page

DAYS = 62
"""Days, and stretches of days, that are shown, the latest."""


def show(asked: Asked) -> Response:
    """Show reports by day and publisher, the days without any, and the sentences that were not understood."""
    links = Links(asked.path, asked.query)

    def reports(first: date, last: date) -> str:
        return links.to("/reports", from_=first, to=last, publisher=asked.query.get("publisher"))

    with asked.scope() as scope:
        answer = coverage(scope, asked.question())
        return render(
            asked,
            "coverage.html.j2",
            title="Coverage",
            horizon=scope.horizon,
            answer=answer,
            days=answer.days[: -DAYS - 1 : -1],
            gaps=answer.gaps[: -DAYS - 1 : -1],
            chart=drawing.chart(answer, address=reports),
            reports=reports,
        )


ROUTES = (page("/coverage", show),)
