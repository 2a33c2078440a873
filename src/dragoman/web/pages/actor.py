"""An actor: who it is and why, its offices, whom it meets, what it said and did."""

from __future__ import annotations

from dataclasses import replace

from starlette.responses import Response

from dragoman.hosting.asked import Asked
from dragoman.views.actor import actor
from dragoman.views.network import network
from dragoman.views.question import Question
from dragoman.views.speaking import party_name
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
        more = bool(question.after)
        between = "person" if answer.actor.kind == "person" else "party"
        about = Question(first=question.first, last=question.last, actor=answer.actor.id)
        met = None if more else network(scope, about, between=between)
        horizon = scope.horizon
    node = answer.actor.id if between == "person" else answer.actor.side
    if met is not None:
        met = replace(
            met,
            ties=tuple(tie for tie in met.ties if node in (tie.one, tie.other)),
            speaks=tuple(one for one in met.speaks if node in (one.who.id, one.side)),
        )
    return render(
        asked,
        "actor.html.j2",
        title=answer.actor.name,
        horizon=horizon,
        answer=answer,
        more=more,
        titles=SECTIONS,
        party=party_name(answer.actor),
        network=met,
        chart=None if met is None else who_meets_whom(met, Links(asked.path, asked.query)),
        may=asked.may("adjudicate"),
    )


ROUTES = (page("/actors/{actor}", show),)
