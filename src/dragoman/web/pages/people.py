"""People and parties: who is told of, by party."""

from __future__ import annotations

from itertools import groupby

from starlette.responses import Response

from dragoman.hosting.asked import Asked
from dragoman.hosting.asking import many_of, text_of
from dragoman.record.claims import KINDS
from dragoman.views.people import People, Person, people
from dragoman.web.rendering import render
from dragoman.web.routing import page


def show(asked: Asked) -> Response:
    """Show who is told of: of some kinds of actor, of a party, with some words in a name."""
    query = asked.query
    with asked.scope() as scope:
        answer = people(
            scope,
            asked.question(limit=100),
            words=text_of(query, "words"),
            kind=many_of(query, "kind") or None,
            party=text_of(query, "party"),
        )
        groups = by_party(answer)
        return render(
            asked,
            "people.html.j2",
            title="People and parties",
            horizon=scope.horizon,
            answer=answer,
            groups=groups,
            kinds=KINDS,
        )


def by_party(answer: People) -> list[tuple[str, list[Person]]]:
    """Return the actors of a page by party, the party of which most is told first; who belongs to none comes last."""
    rank = {party.side: n for n, party in enumerate(answer.parties)}
    names = {party.side: party.name for party in answer.parties}
    last = len(rank)
    ordered = sorted(answer.items, key=lambda one: rank.get(one.who.side, last))
    grouped = groupby(ordered, key=lambda one: one.who.side if one.who.side in rank else "")
    return [(names.get(side, ""), list(told)) for side, told in grouped]


ROUTES = (page("/people", show),)
