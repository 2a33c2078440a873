"""Timeline: what happened and what is expected, as lanes and as a list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Literal

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
from dragoman.web.windows import Window

Lanes = Literal["kind", "party"]


def show(asked: Asked) -> Response:
    """Show the events of some days, in lanes by kind or by party."""
    question, lanes = asked.question(limit=100), _lanes(asked)
    links = Links(asked.path, asked.query)
    places = Places(links)
    with asked.scope() as scope:
        answer = timeline(scope, question)
        today, shown = scope.today, _shown(scope, question, answer)
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
            kinds=ALL,
            shown=shown,
            zooms=tuple(_zooms(links, question, shown, today)),
            places=places,
            today=today,
        )


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
    yield from ((name, links.here(**{"from": w.first, "to": w.last})) for name, w in windows if w is not None)
    if question.first is not None or question.last is not None:
        yield "all days", links.here(**{"from": None, "to": None})


ROUTES = (page("/timeline", show),)
