"""Answers of views made by hand, for charts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from dragoman.terms.when import Granularity, When
from dragoman.views import docket_item, timeline
from dragoman.views.cells import Cell
from dragoman.views.coverage import Coverage, Day, Gap, Share
from dragoman.views.grid import Row, Standing
from dragoman.views.who import Who

HOSTILE = (
    "<script>alert(1)</script>",
    '"]}, {"url": "http://evil.example/x"}',
    "datum.x + signal",
    "javascript:alert(1)",
    "=HYPERLINK('http://evil.example')",
    "]]><!-- &amp; &lt; --> <svg onload=alert(1)>",
    "https://link.invalid/0",
    "control \x00\x1b[2J\u202e marks \ud800 and\na line",
)
"""Names and titles as somebody might plant them."""
KESTRIA = Who("k", "Kestria", "state", "Kestria")
ORVANIA = Who("o", "Orvania", "state", "Orvania")
TARNOW = Who("t", "Ilse Tarnow", "person", "Kestria")


def on(month: int, day: int, year: int = 2026) -> date:
    """Return a day."""
    return date(year, month, day)


def when(first: date, last: date | None = None, granularity: Granularity = "day") -> When:
    """Return days in the world."""
    return When(first, last or first, granularity, "then")


def event(number: int, **more: Any) -> timeline.Item:
    """Return an event of a timeline; the days go on with the numbers."""
    day = on(3, 1) + timedelta(days=number)
    item = timeline.Item(
        id=f"e{number}",
        kind="meeting",
        what=f"Talks {number}",
        status="held",
        day=when(day),
        by=day,
        actors=(KESTRIA, ORVANIA),
        place=None,
        proposal=None,
        disputed=False,
        origins=(),
        flags=(),
        reports=1,
        doubtful=0,
        evidence=(),
    )
    return replace(item, **more)


def cell(number: int, **more: Any) -> Cell:
    """Return a stance of Kestria; the days go on with the numbers."""
    day = on(3, 1) + timedelta(days=number)
    made = Cell(
        id=f"c{number}",
        proposal="m",
        party="Kestria",
        actor=KESTRIA,
        stance="rejects",
        day=day,
        dating="told",
        published=day,
        words="the truce",
        conditions=(),
        toward=None,
        via=None,
        reported_by=None,
        status="current",
        disputes=(),
        superseded_by=None,
        why=None,
        origins=(),
        claims=(),
        evidence=(),
        side="Kestria",
    )
    return replace(made, **more)


def row(*cells: Cell, name: str = "truce") -> Row:
    """Return a proposal with a history of cells."""
    sides = dict.fromkeys(one.side for one in cells)
    standings = tuple(_standing(side, tuple(one for one in cells if one.side == side)) for side in sides)
    return Row("m", name, "truce", ("truce",), (), (), on(3, 1), on(3, 30), standings, (), (), whole=True)


def _standing(side: str, cells: tuple[Cell, ...]) -> Standing:
    live = [one for one in cells if one.status in ("current", "disputed")]
    stance = live[-1].stance if live else "unknown"
    return Standing(cells[0].party, side, stance, cells[0].day, tuple(one.id for one in live), cells, None, ())


def change(number: int, change: str, after: When | None, **more: Any) -> docket_item.Entry:
    """Return a change in the life of a meeting; the days go on with the numbers."""
    day = on(3, 1) + timedelta(days=number)
    entry = docket_item.Entry(
        change=change,
        day=day,
        told=True,
        published=day,
        by=(),
        before=None,
        after=after,
        level_before=None,
        level=None,
        slippage=None,
        conditions=(),
        origins=(),
        evidence=(),
    )
    return replace(entry, **more)


def meeting(*history: docket_item.Entry, **more: Any) -> docket_item.Item:
    """Return a meeting with its life."""
    item = docket_item.Item(
        id="m1",
        title="Talks: Kestria and Orvania",
        kind="talks",
        state=history[-1].change if history else "scheduled",
        since=on(3, 1),
        disputed=False,
        day=on(3, 12),
        planned=None,
        place=None,
        level=None,
        slippage=None,
        parties=(),
        host=None,
        mediators=(),
        delegations=(),
        coverage=None,
        origins=(),
        doubtful=0,
        history=history,
    )
    return replace(item, **more)


def coverage(numbers: dict[date, int], *, first: date, last: date) -> Coverage:
    """Return the coverage of a span with so many reports on some days; the rest of its days are gaps of one day each."""
    days = tuple(Day(day, number, 0, 0, (Share("Courier", number, 0, 0),)) for day, number in sorted(numbers.items()))
    span = (first + timedelta(days=n) for n in range((last - first).days + 1))
    gaps = tuple(Gap(day, day, 1) for day in span if day not in numbers)
    return Coverage(first, last, sum(numbers.values()), 0, 0, (), gaps, days, (), None)
