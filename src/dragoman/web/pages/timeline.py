"""Timeline: what happened and what is expected, as lanes and as a list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Literal

from starlette.datastructures import QueryParams
from starlette.responses import Response

from dragoman.exports.charts import timeline as drawing
from dragoman.exports.telling import MONTHS
from dragoman.hosting.asked import Asked
from dragoman.terms.errors import SettingsError
from dragoman.views.question import Question
from dragoman.views.scope import Scope
from dragoman.views.timeline import ALL, Item, Timeline, timeline
from dragoman.web.links import Links
from dragoman.web.places import Places
from dragoman.web.rendering import render
from dragoman.web.routing import page
from dragoman.web.windows import Window, moved

Lanes = Literal["kind", "party"]
PAGE = 100
"""Events on a page."""
BEFORE, AHEAD = 6, 14
"""Days before and after the day of the record at which a page opens that cannot show them all."""


def show(asked: Asked) -> Response:
    """Show the events of some days, in lanes by kind or by party."""
    lanes = _lanes(asked)
    with asked.scope() as scope:
        question, answer = _opened(asked, scope)
        today, shown = scope.today, _shown(scope, question, answer)
        links = _links(asked, question)
        places = Places(links)
        return render(
            asked,
            "timeline.html.j2",
            title="Timeline",
            horizon=scope.horizon,
            answer=answer,
            months=[(name, tuple(items)) for name, items in groupby(answer.items, key=_month)],
            chart=drawing.chart(
                answer, address=places.event, today=today, by=lanes, first=question.first, last=question.last
            ),
            lanes=lanes,
            days=links,
            kinds=ALL,
            shown=shown,
            zooms=tuple(_zooms(links, question, shown, today)),
            places=places,
            today=today,
        )


def _opened(asked: Asked, scope: Scope) -> tuple[Question, Timeline]:
    """Return the days asked for and their events; without any all of them, and if they are too many those around today."""
    question = asked.question(limit=PAGE)
    answer = timeline(scope, question)
    chosen = any(asked.query.get(name) for name in ("from", "to", "days", "after", "limit"))
    if chosen or answer.next is None or scope.today is None:
        return question, answer
    near = replace(question, first=moved(scope.today, -BEFORE), last=moved(scope.today, AHEAD))
    found = timeline(scope, near)
    return (near, found) if found.items else (question, answer)


def _links(asked: Asked, question: Question) -> Links:
    """Return what makes the addresses of these days, also where the address of the page does not name them."""
    days = {name: str(day) for name, day in (("from", question.first), ("to", question.last)) if day is not None}
    kept = [(name, value) for name, value in asked.query.multi_items() if name not in days]
    return Links(asked.path, QueryParams([*kept, *days.items()]))


def _lanes(asked: Asked) -> Lanes:
    match asked.query.get("lanes") or "kind":
        case "kind":
            return "kind"
        case "party":
            return "party"
        case other:
            raise SettingsError("lanes", f"{other!r} is neither kind nor party")


def day_of(item: Item) -> date:
    """Return the day at which an event stands: its first, else that of its first publication."""
    return item.by if item.day is None else item.day.start


def _month(item: Item) -> str:
    at = day_of(item)
    return f"{MONTHS[at.month - 1]} {at.year}"


def _shown(scope: Scope, question: Question, answer: Timeline) -> Window | None:
    """Return the days that the page shows: those asked for, else those of its events."""
    told = [edge for i in answer.items for edge in ((i.by, i.by) if i.day is None else (i.day.start, i.day.end))]
    told += [edge for edge in (question.first, question.last) if edge is not None]
    if not told and scope.today is not None:
        told = [scope.today]
    return Window(question.first or min(told), question.last or max(told)) if told else None


def _zooms(links: Links, question: Question, shown: Window | None, today: date | None) -> Iterator[tuple[str, str]]:
    """Yield the ways to other days: a name, an address."""
    windows: list[tuple[str, Window | None]] = []
    if shown is not None:
        windows += [("← earlier", shown.earlier()), ("later →", shown.later())]
        windows += [("zoom in", shown.closer()), ("zoom out", shown.wider())]
    if today is not None:
        windows += [(f"last {days} days", Window.until(today, days)) for days in (7, 30)]
        windows += [("this month", Window.month(today))]
    for name, window in windows:
        if window is not None:
            yield name, links.here(**{"from": window.first, "to": window.last, "days": None})
    if question.first is not None or question.last is not None:
        yield "all days", links.here(**{"from": None, "to": None, "days": "all"})


ROUTES = (page("/timeline", show),)
