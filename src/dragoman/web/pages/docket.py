"""Docket: every meeting through its life, those that are to come first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from starlette.responses import Response

from dragoman.hosting.asked import Asked
from dragoman.hosting.asking import many_of
from dragoman.record.docket import OPEN, OVERDUE, STATES
from dragoman.terms.errors import NotFound
from dragoman.views.docket import Docket, docket
from dragoman.views.docket_item import Item
from dragoman.views.question import Question
from dragoman.views.scope import Scope
from dragoman.web.rendering import render
from dragoman.web.routing import page

COMING = 20
"""Meetings to come that stand before the first page of a docket that has several."""
_OFF = frozenset({"declined", "postponed", "cancelled", "denied"})


@dataclass(frozen=True, slots=True)
class Part:
    """The meetings of a page that are alike: still to come, overdue, held, called off."""

    name: str
    note: str
    items: tuple[Item, ...]


def show(asked: Asked) -> Response:
    """Show the meetings of a page by what became of them, of those to come the next one first."""
    question, states = asked.question(), many_of(asked.query, "state")
    unknown = [state for state in states if state not in (*STATES, "overdue")]
    if unknown:
        raise NotFound("state", unknown[0], STATES)
    with asked.scope() as scope:
        answer = docket(scope, question, state=states)
        items = (*_coming(scope, question, states, answer), *answer.items)
        return render(
            asked,
            "docket.html.j2",
            title="Docket",
            horizon=scope.horizon,
            answer=answer,
            parts_of=parts_of(items),
            states=tuple("overdue" if state == OVERDUE else state for state in STATES),
        )


def parts_of(items: Iterable[Item]) -> tuple[Part, ...]:
    """Return meetings by what became of them, each once; the next day first, of what is past the last."""
    each = tuple({item.id: item for item in items}.values())
    ordered = sorted(each, key=lambda i: (_stands(i), i.id))
    past = [item for item in ordered[::-1] if item.state not in OPEN]
    coming = [item for item in ordered if item.state in OPEN and item.planned is not None]
    undated = [item for item in ordered[::-1] if item.state in OPEN and item.planned is None]
    told = (
        Part("To come", "set, offered or called for; the next day first", tuple(coming)),
        Part("Under way", "a report tells that it goes on", _in(past, {"under way"})),
        Part("Overdue", "the day has passed and no report tells what became of it", _in(past, {OVERDUE})),
        Part("Called off", "declined, postponed, cancelled or denied; the last first", _in(past, _OFF)),
        Part(
            "Without a day",
            "set, offered or called for, and no report tells a day; the last told first",
            tuple(undated),
        ),
        Part("Held", "a report tells that it took place; the last first", _in(past, {"held"})),
    )
    return tuple(part for part in told if part.items)


def _coming(scope: Scope, question: Question, states: Sequence[str], answer: Docket) -> tuple[Item, ...]:
    """Return the next meetings, where the page that was asked for is but the first of several and may not reach them."""
    if answer.next is None or question.after or question.first or question.last or scope.today is None:
        return ()
    asked = [state for state in states or OPEN if state in OPEN]
    later = replace(question, first=scope.today, limit=COMING)
    return docket(scope, later, state=asked).items if asked else ()


def _stands(item: Item) -> date:
    """Return the day for which a meeting is set, else the one at which it is on the docket."""
    return item.day if item.planned is None else item.planned.start


def _in(items: Iterable[Item], states: Iterable[str]) -> tuple[Item, ...]:
    return tuple(item for item in items if item.state in states)


ROUTES = (page("/docket", show),)
