"""The timeline as lanes: one mark an event, planned and past told apart, uncertain days drawn as spans."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.exports.charts.chart import Chart
from dragoman.exports.charts.timeline import MOST, chart
from dragoman.record.docket import OVERDUE
from dragoman.views.timeline import Item, Timeline
from dragoman.views.who import Who
from tests.chart_answers import HOSTILE, TARNOW, event, on, when

TODAY = on(3, 10)


def to(item: Item) -> str:
    """Return the address of an event."""
    return f"/timeline/{item.id}?as_of=2026-03-10&x=1"


def drawn(*items: Item, **more: Any) -> Chart:
    """Return the chart of some events."""
    made = chart(Timeline(items, None), address=to, **{"today": TODAY, **more})
    assert made is not None
    return made


def test_nothing_is_no_chart() -> None:
    """A page without events, or without any in the days asked for, has no picture."""
    assert chart(Timeline((), None), address=to) is None
    assert chart(Timeline((event(1),), None), address=to, first=on(4, 1)) is None


def test_each_event_is_a_link(seen: Any) -> None:
    """In the wide and in the narrow picture each event leads to its address and is named with its day and state."""
    made = drawn(event(1), event(2, kind="incident", what="Shells hit the ferry", status="happened"))
    for svg in (made.wide, made.narrow):
        assert seen(svg).links == {
            "/timeline/e1?as_of=2026-03-10&x=1": "Mon 2 Mar 2026: Talks 1 (held)",
            "/timeline/e2?as_of=2026-03-10&x=1": "Tue 3 Mar 2026: Shells hit the ferry (happened)",
        }
        assert {"Meetings", "Incidents", "Talks 1"} <= set(seen(svg).words)


def test_planned_events_are_hollow(seen: Any) -> None:
    """What is still to come is an outline, what happened is full: not by colour alone."""
    past = seen(drawn(event(1)).wide)
    planned = seen(drawn(event(20, status="scheduled")).wide)
    assert _mark(past).get("class") == "fill-meeting stroke-meeting"
    assert _mark(planned).get("class") == "fill-paper stroke-meeting"
    assert "hollow: planned" in planned.words
    assert "hollow: planned" not in past.words


@pytest.mark.parametrize("status", ["declined", "postponed", "cancelled", "denied"])
def test_what_became_nothing_is_crossed(status: str, seen: Any) -> None:
    """A meeting that was called off, or that somebody denies, is a cross and not a circle."""
    picture = seen(drawn(event(1, status=status)).wide)
    assert _mark(picture).get("class") == "stroke-no"
    assert "called off or denied" in picture.words


def test_an_overdue_meeting_has_its_own_mark(seen: Any) -> None:
    """A day that passed without a report of what became of the meeting is neither past nor planned."""
    assert "overdue, no report seen" in seen(drawn(event(1, status=OVERDUE)).wide).words


def test_a_refusal_of_a_position_is_no_cancelled_event(seen: Any) -> None:
    """The stance of a position is no state of an event: it was taken, and is full."""
    picture = seen(drawn(event(1, kind="position", status="rejects")).wide)
    assert _mark(picture).get("class") == "fill-position stroke-position"


def test_uncertain_days_are_spans(seen: Any) -> None:
    """An event of some day in a month is a bar over the month, broken where it is planned."""
    past = seen(drawn(event(1, day=when(on(2, 1), on(2, 28), "month")), event(5)).wide)
    planned = seen(drawn(event(1, status="scheduled", day=when(on(4, 1), on(4, 30), "month")), event(5)).wide)
    assert "some day of these" in past.words
    assert "4,3" not in {one.get("stroke-dasharray") for one in past.all("path")}
    assert "4,3" in {one.get("stroke-dasharray") for one in planned.all("path")}


def test_an_event_without_a_told_day_stands_at_its_publication(seen: Any) -> None:
    """It says that the day is only the latest that it can be, in its name and by a broken line before its mark."""
    picture = seen(drawn(event(1, day=None)).wide)
    assert list(picture.links.values()) == ["by Mon 2 Mar 2026: Talks 1 (held)"]
    assert "day not told: by its publication" in picture.words


def test_lanes_of_parties(seen: Any) -> None:
    """By party an event stands in the lane of each of its parties; who acts for a side is in its lane, others share one."""
    stranger = Who("x", "survivors", "group", "survivors")
    items = (event(1), event(2), event(3, actors=(TARNOW,)), event(4, actors=(stranger,)))
    picture = seen(drawn(*items, by="party").wide)
    assert [word for word in picture.words if word in ("Kestria", "Orvania", "Others")] == [
        "Kestria",
        "Orvania",
        "Others",
    ]
    assert len(picture.all("a")) == 2 + 2 + 1 + 1
    assert "lanes by party" in drawn(*items, by="party").summary


def test_zoom(seen: Any) -> None:
    """With a first and a last day only what touches them is drawn, and the axis goes from one to the other."""
    month = event(9, day=when(on(3, 1), on(3, 31), "month"))
    made = drawn(event(1), event(5), event(20), month, first=on(3, 4), last=on(3, 8))
    assert set(seen(made.wide).links) == {to(event(5)), to(month)}
    assert {"4 Mar 2026", "8 Mar"} <= set(seen(made.wide).words)
    assert made.title == "Timeline, 4 Mar 2026 to 8 Mar 2026"


def test_many_events_are_bounded(seen: Any) -> None:
    """More than can be drawn are cut to the latest, and the summary says so."""
    made = drawn(*(event(number) for number in range(400)))
    assert len(seen(made.wide).all("a")) == MOST
    assert to(event(399)) in seen(made.wide).links
    assert made.summary.startswith(f"The latest {MOST} of 400 events")


def test_many_marks_of_few_events_are_bounded(seen: Any) -> None:
    """Events of many parties have a mark in each of their lanes; all together are no more than can be drawn."""
    sides = tuple(Who(f"s{n}", f"State {n}", "state", f"State {n}") for n in range(8))
    made = drawn(*(event(number, actors=sides) for number in range(100)), by="party")
    assert len(seen(made.wide).all("a")) == MOST
    assert len(seen(made.wide).links) == MOST // 8


def test_marks_in_a_lane_do_not_cover_each_other(seen: Any) -> None:
    """Events of one day stand below each other."""
    picture = seen(drawn(*(event(3, id=f"e{n}") for n in range(30))).wide)
    places = [one[1].get("transform") for one in picture.all("a")]
    assert len(set(places)) == 30


def test_odd_days_are_drawn() -> None:
    """The first and the last day that can be written are no error."""
    made = drawn(event(1, day=when(on(1, 1, 1), on(12, 31, 9999), "range")), event(2))
    assert made.title == "Timeline, 1 Jan 1 to 31 Dec 9999"


def test_planted_names_are_text(seen: Any) -> None:
    """What is planted in the words, the state, the names of an event is text in both pictures and in the page."""
    parties = {text: Who(text, text, "state", text) for text in HOSTILE}
    items = [event(n, what=text, status=text, actors=(parties[text],)) for n, text in enumerate(HOSTILE * 2)]
    made = drawn(*items, by="party")
    for svg in (made.wide, made.narrow):
        assert not {one.tag for one in seen(svg).root.iter() if "script" in one.tag}
        assert len(seen(svg).links) == 2 * len(HOSTILE)
    assert "<script" not in made.__html__()


def test_the_summary_tells_what_is_seen() -> None:
    """Whoever doesn't see the picture is told how much of what it shows, and from which day."""
    made = drawn(event(1), event(2, day=None), event(20, status="scheduled"))
    assert made.summary == (
        "3 events, 2 Mar 2026 to 21 Mar 2026, in lanes by kind: meetings 3. 1 planned or expected; of 1 no report tells the "
        "day. The broken line across is the end of Tue 10 Mar 2026, from which all is seen."
    )


def _mark(picture: Any) -> Any:
    """Return the mark of the first event."""
    return picture.all("a")[0][1]
