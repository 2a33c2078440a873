"""The coverage as bars: days without a report are gaps, not nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from dragoman.exports.charts.chart import Chart
from dragoman.exports.charts.coverage import GAPS, chart
from dragoman.views.coverage import Coverage, Gap
from tests.chart_answers import coverage, on


def to(first: date, last: date) -> str:
    """Return the address of the reports of some days."""
    return f"/reports?from={first}&to={last}"


def drawn(answer: Coverage) -> Chart:
    """Return the chart of a coverage."""
    made = chart(answer, address=to)
    assert made is not None
    return made


def test_no_days_are_no_chart() -> None:
    """A record without a report has no picture."""
    empty = replace(coverage({on(3, 1): 1}, first=on(3, 1), last=on(3, 1)), first=None, last=None)
    assert chart(empty, address=to) is None


def test_each_day_with_reports_is_a_link(seen: Any) -> None:
    """A bar leads to the reports of its day; a day without any is drawn and named as a gap."""
    made = drawn(coverage({on(3, 1): 2, on(3, 3): 1}, first=on(3, 1), last=on(3, 3)))
    for svg in (made.wide, made.narrow):
        assert seen(svg).links == {
            "/reports?from=2026-03-01&to=2026-03-01": "Sun 1 Mar 2026: 2 reports",
            "/reports?from=2026-03-03&to=2026-03-03": "Tue 3 Mar 2026: 1 report",
        }
        assert seen(svg).named == ["Mon 2 Mar 2026: no report taken in"]


def test_the_summary_tells_the_gaps() -> None:
    """A gap is no sign that nothing happened; the longest is named. Without one, that is said."""
    made = drawn(coverage({on(3, 1): 2, on(3, 3): 1}, first=on(3, 1), last=on(3, 3)))
    assert made.summary == (
        "3 reports on 2 days. On 1 day none was taken in: that is no sign that nothing happened. "
        "The longest stretch without one is Mon 2 Mar 2026."
    )
    assert drawn(coverage({on(3, 1): 1}, first=on(3, 1), last=on(3, 1))).summary.endswith(
        "every day of the span has one."
    )


def test_a_span_without_any_report(seen: Any) -> None:
    """A span of which nothing was taken in is one gap, no error."""
    answer = replace(coverage({}, first=on(3, 1), last=on(3, 9)), gaps=(Gap(on(3, 1), on(3, 9), 9),))
    assert seen(drawn(answer).wide).named == ["Sun 1 Mar 2026 to Mon 9 Mar 2026: no report taken in"]


def test_long_spans_have_bars_of_weeks(seen: Any) -> None:
    """Where a day has no room a bar stands for a week or more and leads to all of its days; short gaps are in it."""
    first, last = on(1, 1, 2020), on(12, 31)
    numbers = {first + timedelta(days=n): 1 for n in range(0, (last - first).days, 2)}
    made = drawn(coverage(numbers, first=first, last=last))
    picture = seen(made.wide)
    assert len(picture.links) <= 220
    assert sum(int(words.split(": ")[1].split()[0]) for words in picture.links.values()) == len(numbers)
    assert picture.named == []


def test_gaps_are_bounded(seen: Any) -> None:
    """Of very many stretches without a report the longest are drawn."""
    numbers = {on(1, 1) + timedelta(days=n): 1 for n in range(0, 200, 2)}
    made = drawn(coverage(numbers, first=on(1, 1), last=on(1, 1) + timedelta(days=199)))
    assert len(seen(made.wide).named) == GAPS
