"""What each publisher has: bars by day in rows of one scale, and its delay as a line of days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from dragoman.exports.charts.sources import MOST, UNNAMED, delay, volume
from dragoman.views.sources import DayReports, Source, Sources
from tests.chart_answers import HOSTILE, on

REPORTS = ((on(3, 1), 2), (on(3, 4), 1))


def publisher(name: str | None, by_day: Sequence[tuple[date, int]] = REPORTS, delay: float | None = 1.0) -> Source:
    """Return a publisher with its reports by day and its delay."""
    return Source(
        publisher=name,
        reports=sum(number for _, number in by_day),
        findings=0,
        unread=0,
        days=len(by_day),
        a_day=1.0,
        by_day=tuple(DayReports(day, number) for day, number in by_day),
        first=on(3, 1),
        last=on(3, 4),
        delay=delay,
        dated=3,
        alone=0,
        copies=0,
        whose=(),
        firsts=0,
        alones=0,
        told_first=(),
        told_alone=(),
    )


def of(*items: Source) -> Sources:
    """Return the answer with some publishers."""
    return Sources(on(3, 1), on(3, 4), 4, items, 1, 1, 1, None, whole=True)


def to(name: str | None) -> str | None:
    """Return the address of a publisher, none for one that is not told."""
    return None if name is None else "/sources?publisher=x"


def test_nothing_is_no_chart() -> None:
    """Without reports, or without a known delay, there is no picture."""
    assert volume(of(), address=to) is None
    assert volume(of(publisher("A", ())), address=to) is None
    assert delay(of(publisher("A", delay=None)), address=to) is None


def test_volume(seen: Any) -> None:
    """Each publisher has a row with its bars, its number and its link; reports without a publisher have one too."""
    made = volume(of(publisher("Courier"), publisher(None)), address=to)
    assert made is not None
    for svg in (made.wide, made.narrow):
        picture = seen(svg)
        assert {"Courier", UNNAMED, "3"} <= set(picture.words)
        assert picture.links == {"/sources?publisher=x": "Courier: 3 reports"}
        assert "Courier, Sun 1 Mar 2026: 2 reports" in picture.named
    assert made.summary == "2 publishers, by number of reports. Courier: 3; publisher unknown: 3."


def test_delay(seen: Any) -> None:
    """Each publisher with a known delay has a line, the quickest first; a delay is told in days."""
    made = delay(
        of(publisher("Slow", delay=2.5), publisher("Quick", delay=0.0), publisher("None", delay=None)), address=to
    )
    assert made is not None
    picture = seen(made.wide)
    assert [word for word in picture.words if word in ("Quick", "Slow", "None")] == ["Quick", "Slow"]
    assert {"0 days", "2.5 days"} <= set(picture.words)
    assert "Slow: 2.5 days, median of 3 findings" in {*picture.links.values(), *picture.named}


def test_many_publishers_and_days_are_bounded(seen: Any) -> None:
    """Of many publishers those with most reports are drawn; bars stand for more days where there are many."""
    days = tuple((on(1, 1, 2025) + timedelta(days=n), 1) for n in range(400))
    made = volume(of(*(publisher(f"P{number:03}", days[number:]) for number in range(60))), address=to)
    assert made is not None
    assert f"The {MOST} publishers with most reports of 60" in made.summary
    assert len(seen(made.wide).named) < 700
    assert "P000" in seen(made.wide).words


def test_planted_names_are_text(seen: Any) -> None:
    """What is planted in the name of a publisher is text."""
    answer = of(*(publisher(text) for text in HOSTILE))
    for made in (volume(answer, address=to), delay(answer, address=to)):
        assert made is not None
        assert len(seen(made.wide).all("a")) == len(seen(made.narrow).all("a")) == len(HOSTILE)
        assert "<script" not in made.__html__()
