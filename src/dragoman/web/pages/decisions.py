"""All decisions: who decided what, when and why, whether it still holds; and the way to take one back."""

from __future__ import annotations

from starlette.responses import Response

from dragoman.hosting.asked import Asked
from dragoman.hosting.asking import text_of
from dragoman.hosting.deciding import RIGHT
from dragoman.views.decisions import decisions
from dragoman.web.rendering import render
from dragoman.web.routing import page


def show(asked: Asked) -> Response:
    """Show the decisions, the latest first."""
    orphaned = text_of(asked.query, "orphaned") is not None
    with asked.scope() as scope:
        answer = decisions(scope, asked.question(), orphaned=orphaned)
        return render(
            asked,
            "decisions.html.j2",
            title="Decisions",
            horizon=scope.horizon,
            answer=answer,
            orphaned=orphaned,
            by=asked.visitor.name,
            may_code=asked.may("code"),
            may_join=asked.may("adjudicate"),
            taken_by_people=frozenset(RIGHT),
        )


ROUTES = (page("/decisions", show),)
