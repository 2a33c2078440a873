"""Obligations: what is owed by a day, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.responses import Response

from dragoman.exports.answers.docket import coverage_of
from dragoman.hosting.asked import Asked
from dragoman.hosting.asking import many_of
from dragoman.terms.errors import NotFound
from dragoman.views.obligations import Obligation, obligations
from dragoman.web.links import Links
from dragoman.web.places import Places
from dragoman.web.rendering import render
from dragoman.web.routing import page

STATES = ("overdue", "due", "done", "called off")
_NOTES = {
    "overdue": "the day has passed and no report tells more; beside it, how much was read since",
    "due": "the next day first",
    "done": "a later report tells the deed; the last first",
    "called off": "the meeting was called off; the last first",
}


@dataclass(frozen=True, slots=True)
class Part:
    """The obligations of a page that stand alike."""

    state: str
    note: str
    items: tuple[Obligation, ...]


def show(asked: Asked) -> Response:
    """Show what is owed by a day, what is overdue first."""
    states = many_of(asked.query, "state")
    unknown = [state for state in states if state not in STATES]
    if unknown:
        raise NotFound("state", unknown[0], STATES)
    with asked.scope() as scope:
        answer = obligations(scope, asked.question(limit=50), status=states)
        return render(
            asked,
            "obligations.html.j2",
            title="Obligations",
            horizon=scope.horizon,
            answer=answer,
            parts_of=tuple(part for state in STATES if (part := _part(state, answer.items)).items),
            states=STATES,
            coverage_of=coverage_of,
            places=Places(Links(asked.path, asked.query)),
            today=scope.today,
        )


def _part(state: str, items: Sequence[Obligation]) -> Part:
    own = [item for item in items if item.status == state]
    return Part(state, _NOTES[state], tuple(own if state == "due" else own[::-1]))


ROUTES = (page("/obligations", show),)
