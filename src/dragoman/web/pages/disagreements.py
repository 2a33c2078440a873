"""Disagreements: the accounts that cannot all be true, side by side."""

from __future__ import annotations

from starlette.responses import Response

from dragoman.exports.answers.disagreements import NAMES
from dragoman.hosting.asked import Asked
from dragoman.views.disagreements import disagreements
from dragoman.views.rivals import KINDS
from dragoman.web.links import Links
from dragoman.web.places import Places
from dragoman.web.rendering import render
from dragoman.web.routing import page


def show(asked: Asked) -> Response:
    """Show where sources disagree."""
    with asked.scope() as scope:
        answer = disagreements(scope, asked.question())
        return render(
            asked,
            "disagreements.html.j2",
            title="Disagreements",
            horizon=scope.horizon,
            answer=answer,
            kinds=KINDS,
            names=NAMES,
            places=Places(Links(asked.path, asked.query)),
        )


ROUTES = (page("/disagreements", show),)
