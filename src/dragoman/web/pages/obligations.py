"""Obligations: what is owed by a day, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.responses import Response

from dragoman.hosting.asked import Asked
from dragoman.hosting.asking import many_of
from dragoman.terms.errors import NotFound
from dragoman.views.obligations import Obligation, obligations
from dragoman.web.links import Links
from dragoman.web.places import Places
from dragoman.web.rendering import render
from dragoman.web.routing import page

STATUSES = ("overdue", "due", "done", "called off")
_NOTES = {
    "overdue": "the day has passed and no report tells more; beside it, how much was read since",
    "due": "the next day first",
    "done": "a later report tells the deed; the last first",
    "called off": "the meeting was called off; the last first",
}


@dataclass(frozen=True, slots=True)
class Part:
    """The obligations of a page that stand alike."""

    status: str
    note: str
    items: tuple[Obligation, ...]


def show(asked: Asked) -> Response:
    """Show what is owed by a day, what is overdue first."""
    statuses = many_of(asked.query, "status")
    unknown = [status for status in statuses if status not in STATUSES]
    if unknown:
        raise NotFound("status", unknown[0], STATUSES)
    with asked.scope() as scope:
        answer = obligations(scope, asked.question(), status=statuses)
        return render(
            asked,
            "obligations.html.j2",
            title="Obligations",
            horizon=scope.horizon,
            answer=answer,
            parts_of=tuple(part for status in STATUSES if (part := _part(status, answer.items)).items),
            statuses=STATUSES,
            places=Places(Links(asked.path, asked.query)),
            today=scope.today,
        )


def _part(status: str, items: Sequence[Obligation]) -> Part:
    own = [item for item in items if item.status == status]
    return Part(status, _NOTES[status], tuple(own if status == "due" else own[::-1]))


ROUTES = (page("/obligations", show),)
