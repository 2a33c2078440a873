"""A proposal: who stands where and how that came, under which names it goes, what it might be beside."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.responses import Response

from dragoman.exports.charts import stances
from dragoman.exports.charts.chart import Chart
from dragoman.hosting.asked import Asked
from dragoman.terms.errors import NotFound
from dragoman.views.cells import Cell
from dragoman.views.grid import Standing
from dragoman.views.proposal import OnProposal, proposal
from dragoman.web.links import Links
from dragoman.web.rendering import render
from dragoman.web.routing import page


@dataclass(frozen=True, slots=True)
class Sheet:
    """A proposal on the page: those who stand somewhere, those of whom nothing is told, the picture."""

    on: OnProposal
    told: tuple[Standing, ...]
    untold: tuple[Standing, ...]
    chart: Chart | None


def show(asked: Asked) -> Response:
    """Show the proposal that an id or words mean; several where the words can mean several."""
    name = asked.params["proposal"]
    with asked.scope() as scope:
        answer = proposal(scope, asked.question(limit=10), name=name)
        if not answer.items:
            raise NotFound("proposal", name)
        today, horizon = scope.today, scope.horizon
    links = Links(asked.path, asked.query)

    def address(cell: Cell) -> str | None:
        return f"{links.proposal(cell.proposal)}#c{cell.id}"

    sheets = tuple(_sheet(one, stances.chart(one.row, address=address, today=today)) for one in answer.items)
    title = answer.items[0].row.name if len(answer.items) == 1 else f"Proposals: {name}"
    may = asked.may("adjudicate")
    return render(asked, "proposal.html.j2", title=title, horizon=horizon, sheets=sheets, may=may)


def _sheet(one: OnProposal, chart: Chart | None) -> Sheet:
    told = tuple(standing for standing in one.row.parties if standing.history or standing.current)
    return Sheet(one, told, tuple(standing for standing in one.row.parties if standing not in told), chart)


ROUTES = (page("/proposals/{proposal}", show),)
