"""The life of a meeting: changes from left to right, in the lane of the day for which the meeting stood then."""

from __future__ import annotations

from typing import Any

from dragoman.exports.charts.chart import Chart
from dragoman.exports.charts.slippage import MOST, NO_DAY, SHAPES, chart
from dragoman.record.docket import STATES
from dragoman.views.docket_item import Entry, Item
from dragoman.views.who import Who
from tests.chart_answers import HOSTILE, TARNOW, change, meeting, on, when

FIRST, LATER = when(on(3, 12)), when(on(3, 19))


def to(entry: Entry) -> str:
    """Return the address of a change."""
    return f"/meetings/m1#{entry.day.isoformat()}"


def drawn(item: Item) -> Chart:
    """Return the chart of a meeting."""
    made = chart(item, address=to, today=on(3, 20))
    assert made is not None
    return made


def test_no_history_is_no_chart() -> None:
    """A meeting without changes has no picture."""
    assert chart(meeting(), address=to) is None


def test_every_change_has_a_shape() -> None:
    """No change of the docket is without a shape."""
    assert set(SHAPES) == {state for state in STATES if ":" not in state}


def test_a_lane_for_each_planned_day(seen: Any) -> None:
    """A moved meeting goes from the lane of its first day to that of the next, the lanes in the order of days."""
    item = meeting(change(1, "scheduled", FIRST), change(4, "moved", LATER, slippage=7), change(18, "held", LATER))
    picture = seen(drawn(item).wide)
    lanes = [word for word in picture.words if word in ("Thu 12 Mar 2026", "Thu 19 Mar 2026")]
    assert lanes == ["Thu 12 Mar 2026", "Thu 19 Mar 2026"]
    assert "moved, 7 days later" in picture.words
    assert "Thu 5 Mar 2026: moved, 7 days later; planned for Thu 19 Mar 2026" in picture.links.values()


def test_what_a_report_does_not_tell_anew_stays(seen: Any) -> None:
    """A change without a planned day leaves the meeting where it stood; a postponed one has no day any more."""
    item = meeting(change(1, "scheduled", FIRST), change(2, "confirmed", None), change(3, "postponed", None))
    told = list(seen(drawn(item).wide).links.values())
    assert told[1].endswith("planned for Thu 12 Mar 2026")
    assert told[2].endswith(NO_DAY)


def test_who_announced_it_is_told(seen: Any) -> None:
    """The words beside a mark name who decided it; a day that no report tells is told as such."""
    item = meeting(change(1, "declined", FIRST, by=(TARNOW,), told=False))
    picture = seen(drawn(item).wide)
    assert "declined by Ilse Tarnow" in picture.words
    assert next(iter(picture.links.values())).startswith("by Mon 2 Mar 2026: declined by Ilse Tarnow")


def test_changes_are_joined(seen: Any) -> None:
    """A line goes from each change to the next."""
    item = meeting(change(1, "floated", FIRST), change(3, "scheduled", FIRST), change(9, "held", FIRST))
    joined = [one for one in seen(drawn(item).wide).all("line") if one.get("class") == "stroke-muted"]
    assert len([one for one in joined if one.get("stroke-dasharray") is None]) == 2


def test_a_long_life_is_bounded() -> None:
    """Of many changes the latest are drawn, and the summary says so."""
    item = meeting(*(change(number, "confirmed", FIRST) for number in range(60)), slippage=7)
    assert drawn(item).summary.startswith(f"The latest {MOST} of 60 changes")
    assert "It has slipped by 7 days." in drawn(item).summary


def test_planted_names_are_text(seen: Any) -> None:
    """What is planted in a title or a name is text."""
    history = (change(n, "declined", FIRST, by=(Who(text, text, "person", text),)) for n, text in enumerate(HOSTILE))
    made = drawn(meeting(*history, title=" ".join(HOSTILE)))
    assert len(seen(made.wide).links) == len(seen(made.narrow).links) == len(HOSTILE)
    assert "<script" not in made.__html__()
