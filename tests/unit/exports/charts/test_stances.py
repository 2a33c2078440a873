"""Stances over time: a lane a party, a mark a stance with its words, a line for as long as it held."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from dragoman.exports.charts.chart import Chart
from dragoman.exports.charts.stances import MOST, SHAPES, chart
from dragoman.terms.findings import Stance
from dragoman.views.cells import Cell
from tests.chart_answers import HOSTILE, ORVANIA, cell, on, row

TODAY = on(3, 20)


def to(one: Cell) -> str:
    """Return the address of a stance."""
    return f"/reports/r1?at=1-2&c={one.id}#t1"


def drawn(*cells: Cell, name: str = "truce") -> Chart:
    """Return the chart of some stances."""
    made = chart(row(*cells, name=name), address=to, today=TODAY)
    assert made is not None
    return made


def test_no_position_is_no_chart() -> None:
    """A proposal on which nobody takes a position has no picture."""
    assert chart(row(), address=to, today=TODAY) is None


def test_every_stance_has_a_shape() -> None:
    """No stance is without a shape of its own or one of its kin."""
    assert set(SHAPES) == set(get_args(Stance))


def test_each_stance_is_a_link_with_words(seen: Any) -> None:
    """A mark leads to the words that it stands on, and has its stance beside it."""
    made = drawn(
        cell(1), cell(3, stance="accepts-conditionally", party="Orvania", side="Orvania", actor=ORVANIA, dating="by")
    )
    for svg in (made.wide, made.narrow):
        picture = seen(svg)
        assert picture.links == {
            to(cell(1)): "Mon 2 Mar 2026: Kestria rejects: the truce; current",
            to(cell(3)): "by Wed 4 Mar 2026: Orvania accepts conditionally: the truce; current",
        }
        assert {"Kestria", "Orvania", "rejects", "accepts conditionally", "day not told: by its publication"} <= set(
            picture.words
        )


def test_a_line_ends_where_the_next_stance_begins(seen: Any) -> None:
    """What was superseded held until then; what stands goes on to the day from which the record is seen."""
    first = cell(1, status="superseded", superseded_by="c9")
    picture = seen(drawn(first, cell(9, stance="accepts")).wide)
    rejected, accepted = (_line(picture, ink) for ink in ("stroke-no", "stroke-ok"))
    assert rejected[1] == pytest.approx(accepted[0], abs=40)
    assert rejected[1] <= accepted[0]
    assert accepted[1] > accepted[0]


def test_disputed_stances_are_outlined(seen: Any) -> None:
    """Where reports contradict each other both stand, as outlines with broken lines, and say so."""
    picture = seen(drawn(cell(1, status="disputed"), cell(1, id="c2", stance="accepts", status="disputed")).wide)
    assert {"rejects (disputed)", "accepts (disputed)"} <= set(picture.words)
    assert {one[1].get("class") for one in picture.all("a")} == {"fill-paper stroke-no", "fill-paper stroke-ok"}


def test_another_sides_word_is_not_its_own(seen: Any) -> None:
    """A stance that another side tells is an outline and names who says so."""
    picture = seen(drawn(cell(1, reported_by="Dana Corvin")).wide)
    assert "rejects, says Dana Corvin" in picture.words
    assert picture.all("a")[0][1].get("class") == "fill-paper stroke-no"


def test_what_was_withdrawn_is_crossed(seen: Any) -> None:
    """A stance that later versions no longer tell is a cross without a line."""
    picture = seen(drawn(cell(1, status="withdrawn"), cell(2)).wide)
    assert "rejects (withdrawn)" in picture.words
    assert "withdrawn" in picture.words


def test_many_stances_are_bounded(seen: Any) -> None:
    """Of a long history the latest are drawn, and the summary says so."""
    made = drawn(*(cell(number, status="repeated") for number in range(100)))
    assert len(seen(made.wide).links) == MOST
    assert f"The latest {MOST} of 100 stances" in made.summary


def test_the_summary_tells_what_stands() -> None:
    """It names the parties with what they hold now."""
    assert drawn(cell(1)).summary == "1 stance of 1 party, 2 Mar 2026. What stands now: Kestria: rejects."


def test_planted_names_are_text(seen: Any) -> None:
    """What is planted in a name, in words, in who tells it is text."""
    cells = (cell(n, party=text, side=text, words=text, reported_by=text) for n, text in enumerate(HOSTILE))
    made = drawn(*cells, name=" ".join(HOSTILE))
    for svg in (made.wide, made.narrow):
        assert len(seen(svg).links) == len(HOSTILE)
    assert "<script" not in made.__html__()


def _line(picture: Any, ink: str) -> tuple[float, float]:
    """Return from where to where the line of a colour goes."""
    line = next(one for one in picture.all("line") if one.get("class") == ink)
    start = float(line.get("transform", "translate(0,0)")[10:].split(",")[0])
    return start, start + float(line.get("x2", "0"))
