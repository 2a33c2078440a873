"""Changes: what happened between two days, beside what was only then learned about earlier."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from starlette.responses import Response

from dragoman.hosting.asked import Asked
from dragoman.views.changes import Change, changes
from dragoman.web.links import Links
from dragoman.web.places import Places
from dragoman.web.rendering import render
from dragoman.web.routing import page
from dragoman.web.windows import moved

SPANS = (("last day", 1), ("last 7 days", 7), ("last 30 days", 30))
Days = list[tuple[date, tuple[Change, ...]]]


def show(asked: Asked) -> Response:
    """Show what changed between two days.

    The last day bounds the record too, so that nothing published later tells on what was known by then.
    """
    question = asked.question(limit=100)
    links = Links(asked.path, asked.query)
    as_of = min((day for day in (asked.bounds.as_of, question.last) if day is not None), default=None)
    with asked.scope(replace(asked.bounds, as_of=as_of)) as scope:
        answer = changes(scope, question)
        return render(
            asked,
            "changes.html.j2",
            title="Changes",
            horizon=scope.horizon,
            answer=answer,
            happened=days_of(answer.happened),
            learned=days_of(answer.learned),
            ways=tuple(_ways(links, answer.first, answer.last)),
            places=Places(links),
        )


def days_of(told: Sequence[Change]) -> Days:
    """Return changes by the day on which they hold, or by which they were told."""
    return [(day, tuple(many)) for day, many in groupby(told, key=lambda c: c.day or c.published)]


def _ways(links: Links, first: date | None, last: date | None) -> Iterator[tuple[str, str]]:
    """Yield the ways to other days."""
    if last is None:
        return
    for name, days in SPANS:
        yield name, links.here(**{"from": moved(last, -days), "to": last})
    if first is not None and first < last:
        days = (last - first).days
        yield "← the days before", links.here(**{"from": moved(first, -days), "to": first})
        yield "the days after →", links.here(**{"from": last, "to": moved(last, days)})


ROUTES = (page("/changes", show),)
