"""Reports: what was taken in, the latest published first."""

from __future__ import annotations

from starlette.responses import Response

from dragoman.hosting.asked import Asked
from dragoman.hosting.asking import text_of
from dragoman.record.claims import KINDS
from dragoman.views.reports import reports
from dragoman.web.rendering import render
from dragoman.web.routing import page


def show(asked: Asked) -> Response:
    """Show the reports of some days, of a publisher, with some words in their titles."""
    with asked.scope() as scope:
        answer = reports(scope, asked.question(), words=text_of(asked.query, "words"))
        return render(asked, "reports.html.j2", title="Reports", horizon=scope.horizon, answer=answer, kinds=KINDS)


ROUTES = (page("/reports", show),)
