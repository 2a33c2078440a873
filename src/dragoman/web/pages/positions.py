"""Positions: proposals by parties. A cell opens what was said, and all that was said before."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from starlette.responses import Response

from dragoman.hosting.asked import Asked
from dragoman.views.grid import Row, Standing
from dragoman.views.positions import Positions, positions
from dragoman.web.rendering import render
from dragoman.web.routing import page

COLUMNS = 7
"""Parties that have a column of their own, those of whom most is told; `parties=all` gives one to each."""


@dataclass(frozen=True, slots=True)
class Column:
    """A party that has a column."""

    side: str
    name: str


@dataclass(frozen=True, slots=True)
class Line:
    """A proposal in the grid: a standing for each column, and the standings of parties without one of whom something is told."""

    row: Row
    cells: tuple[Standing, ...]
    others: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A page of the grid as a table. `hidden` counts the parties that have no column."""

    columns: tuple[Column, ...]
    hidden: int
    lines: tuple[Line, ...]


def show(asked: Asked) -> Response:
    """Show the grid of positions."""
    with asked.scope() as scope:
        answer = positions(scope, asked.question(limit=20))
        whole = asked.query.get("parties") == "all"
        grid = grid_of(answer, most=None if whole else COLUMNS)
        return render(asked, "positions.html.j2", title="Positions", horizon=scope.horizon, answer=answer, grid=grid)


def grid_of(answer: Positions, *, most: int | None) -> Grid:
    """Return a page of positions as a table with at most so many columns, the party of which most is told first.

    Of as much is told: first the party of which something is told on the proposal that stands further up.
    """
    told = Counter(one.side for row in answer.items for one in row.parties if is_told(one))
    names = {one.side: one.party for row in answer.items for one in row.parties}
    sides = sorted(told, key=lambda side: -told[side])
    columns = tuple(Column(side, names[side]) for side in sides[:most])
    return Grid(columns, len(sides) - len(columns), tuple(_line(row, columns) for row in answer.items))


def is_told(standing: Standing) -> bool:
    """Say whether reports tell anything of where a party stands."""
    return bool(standing.history or standing.current)


def _line(row: Row, columns: tuple[Column, ...]) -> Line:
    by_side = {one.side: one for one in row.parties}
    shown = {column.side for column in columns}
    others = tuple(one for one in row.parties if one.side not in shown and is_told(one))
    return Line(row, tuple(by_side[column.side] for column in columns), others)


ROUTES = (page("/positions", show),)
