"""Reports by day as bars, and the days without any: they are no days on which nothing happened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from dragoman.exports.charts.bars import Bin, bin_size, bins, scale
from dragoman.exports.charts.chart import Chart
from dragoman.exports.charts.days import Days, even, words_of
from dragoman.exports.charts.drawing import chart_of
from dragoman.exports.charts.lanes import Entry, axis, legend
from dragoman.exports.charts.look import NARROW, WIDE, Look
from dragoman.exports.charts.sheet import Link, Sheet, Style
from dragoman.exports.charts.words import count, width_of
from dragoman.exports.telling import day
from dragoman.views.coverage import Coverage

HEIGHT = 130.0
GAPS = 60
"""Stretches without a report that are drawn, the longest."""
_GUTTER = 44.0
_BAR = Style(fill="accent")
_GAP = Style(fill="warn", stroke="warn", width=1, dashed=True, faint=True)


def chart(answer: Coverage, *, address: Callable[[date, date], str | None]) -> Chart | None:
    """Return the coverage of a span, None where it has no days. `address` leads to the reports of some days."""
    if answer.first is None or answer.last is None or answer.last < answer.first:
        return None
    title = f"Reports by day, {words_of(answer.first, year=True)} to {words_of(answer.last, year=True)}"
    wide, narrow = (_sheet(answer, look, address) for look in (WIDE, NARROW))
    return chart_of("coverage", title, _summary(answer), wide=wide, narrow=narrow)


def _sheet(answer: Coverage, look: Look, address: Callable[[date, date], str | None]) -> Sheet:
    assert answer.first is not None, "asked before"
    assert answer.last is not None, "asked before"
    sheet = Sheet(width=look.width)
    days = even(answer.first, answer.last, left=_GUTTER, right=look.right)
    drawn = bins({one.day: one.reports for one in answer.days}, days)
    size = bin_size(days)
    each = "reports of a day" if size == 1 else f"reports of {size} days"
    top = legend(sheet, (Entry("square", _BAR, each), Entry("gap", _GAP, "no report taken in")), look) + 6
    numbers = scale(max(one.number for one in drawn))
    for number in numbers:
        y = top + HEIGHT * (1 - number / numbers[-1])
        sheet.line(_GUTTER, y, look.right, y, Style(stroke="line", width=1))
        sheet.text(_GUTTER - 8, y, f"{number:,}", align="right", ink="muted", size=look.small)
    for one in drawn:
        _bar(sheet, one, days, (top, numbers[-1]), address)
    _gaps(sheet, answer, days, top, look)
    sheet.line(_GUTTER, top + HEIGHT, look.right, top + HEIGHT, Style(stroke="muted", width=1))
    sheet.height = axis(sheet, days, look, top + HEIGHT + 4) + 2
    return sheet


def _bar(
    sheet: Sheet, one: Bin, days: Days, frame: tuple[float, int], address: Callable[[date, date], str | None]
) -> None:
    if not one.number:
        return
    top, most = frame
    left, right = days.start(one.first), days.end(one.last)
    aside = min((right - left) * 0.15, 6.0)
    bottom = top + HEIGHT
    words = f"{_days(one.first, one.last)}: {count(one.number, 'report')}"
    place = (left + aside, bottom - HEIGHT * one.number / most, min(right - aside, left + aside + 60), bottom)
    sheet.bar(*place, _BAR, link=Link(words, address(one.first, one.last)))


def _gaps(sheet: Sheet, answer: Coverage, days: Days, top: float, look: Look) -> None:
    """Draw the stretches without a report; where a bar stands for weeks, those of weeks."""
    least = bin_size(days)
    longest = sorted((gap for gap in answer.gaps if gap.days >= least), key=lambda gap: (-gap.days, gap.first))
    for gap in sorted(longest[:GAPS], key=lambda gap: gap.first):
        left, right = days.start(gap.first), days.end(gap.last)
        words = f"{_days(gap.first, gap.last)}: no report taken in"
        sheet.bar(left, top, max(right, left + 2), top + HEIGHT, _GAP, link=Link(words))
        told = f"no report, {count(gap.days, 'day')}"
        if right - left > width_of(told, look.small) + 8:
            sheet.text((left + right) / 2, top + HEIGHT / 2, told, align="center", ink="muted", size=look.small)


def _days(first: date, last: date) -> str:
    return day(first) if first == last else f"{day(first)} to {day(last)}"


def _summary(answer: Coverage) -> str:
    missing = sum(gap.days for gap in answer.gaps)
    told = f"{count(answer.reports, 'report')} on {count(len(answer.days), 'day')}"
    if not missing:
        return f"{told}; every day of the span has one."
    longest = max(answer.gaps, key=lambda gap: (gap.days, gap.first))
    return (
        f"{told}. On {count(missing, 'day')} none was taken in: that is no sign that nothing happened. "
        f"The longest stretch without one is {_days(longest.first, longest.last)}."
    )
