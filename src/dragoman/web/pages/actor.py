"""An actor: who it is and why, its offices, whom it meets, what it said and did."""

from __future__ import annotations

from dataclasses import replace

from starlette.responses import Response

from dragoman.hosting.asked import Asked
from dragoman.views.actor import actor
from dragoman.views.network import Network, Tie, network
from dragoman.views.question import Question
from dragoman.views.scope import Scope
from dragoman.views.speaking import party_name, speaking
from dragoman.views.who import Who
from dragoman.web.drawn import who_meets_whom
from dragoman.web.links import Links
from dragoman.web.rendering import render
from dragoman.web.routing import page

SECTIONS = {
    "position": "Positions",
    "quotation": "Statements",
    "delegation": "Delegations",
    "agreement": "Agreements",
    "figure": "Figures",
    "incident": "Incidents",
}
AT_ONCE = 12
"""Entries of a section on the first page; its cursor gives the rest."""


def show(asked: Asked) -> Response:
    """Show the actor that an id or a name means; the page after a cursor has the section that it is of."""
    question = asked.question(limit=AT_ONCE)
    with asked.scope() as scope:
        answer = actor(scope, question, name=asked.params["actor"])
        met = None if question.after else _meets(scope, question, answer.actor)
        horizon = scope.horizon
    return render(
        asked,
        "actor.html.j2",
        title=answer.actor.name,
        horizon=horizon,
        answer=answer,
        more=bool(question.after),
        titles=SECTIONS,
        party=party_name(answer.actor),
        network=met,
        chart=None if met is None else who_meets_whom(met, Links(asked.path, asked.query)),
        may=asked.may("adjudicate"),
    )


def _meets(scope: Scope, question: Question, who: Who) -> Network:
    """Return the ties of an actor alone: those of a person with persons, of anybody else those of its party."""
    about = Question(first=question.first, last=question.last, actor=who.id)
    if who.kind == "person":
        met = network(scope, about, between="person")
        own = tuple(one for one in met.speaks if one.who.id == who.id)
        return replace(met, ties=_ties(met, who.id), speaks=own)
    met = network(scope, about, between="party")
    spoken = speaking(scope, replace(about, actor=None, first=met.first), ())
    told = (*(one for one in met.speaks if one.how == "delegation"), *spoken)
    return replace(met, ties=_ties(met, who.side), speaks=tuple(one for one in told if one.side == who.side))


def _ties(met: Network, node: str) -> tuple[Tie, ...]:
    return tuple(tie for tie in met.ties if node in (tie.one, tie.other))


ROUTES = (page("/actors/{actor}", show),)
