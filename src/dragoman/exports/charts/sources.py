"""What each publisher has of the record: how many reports by day, and how long after what they tell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from dragoman.exports.charts.bars import LEAST, bin_size, bins
from dragoman.exports.charts.chart import Chart
from dragoman.exports.charts.days import Days, even, words_of
from dragoman.exports.charts.drawing import chart_of
from dragoman.exports.charts.lanes import Entry, axis, legend
from dragoman.exports.charts.look import NARROW, WIDE, Look
from dragoman.exports.charts.sheet import Link, Sheet, Style
from dragoman.exports.charts.words import count, legible
from dragoman.exports.telling import day
from dragoman.views.sources import Source, Sources

MOST = 16
"""Publishers of a picture, those with most reports."""
UNNAMED = "publisher unknown"
_BAR = Style(fill="accent")
_DOT = Style(fill="accent")


Address = Callable[[str | None], str | None]


def volume(answer: Sources, *, address: Address) -> Chart | None:
    """Return a row of bars for each publisher, None where there is no report. All rows have the same scale."""
    drawn = [item for item in answer.items if item.by_day]
    shown = _ranked(drawn)
    told = [one.day for item in shown for one in item.by_day]
    if not told:
        return None
    span = (min([answer.first or told[0], *told]), max([answer.last or told[0], *told]))
    title = f"Reports by publisher and day, {words_of(span[0], year=True)} to {words_of(span[1], year=True)}"
    wide, narrow = (_volumes(shown, span, look, address) for look in (WIDE, NARROW))
    names = "; ".join(f"{_name(item.publisher)}: {item.reports}" for item in shown)
    return chart_of("volume", title, f"{_of(shown, drawn)}, by number of reports. {names}.", wide=wide, narrow=narrow)


def delay(answer: Sources, *, address: Address) -> Chart | None:
    """Return a line of days for each publisher with a known delay, None where none is known."""
    known = [item for item in answer.items if item.delay is not None]
    shown = sorted(_ranked(known), key=lambda item: (item.delay or 0, _name(item.publisher)))
    if not shown:
        return None
    wide, narrow = (_delays(shown, look, address) for look in (WIDE, NARROW))
    names = "; ".join(f"{_name(item.publisher)}: {_days(item.delay)}" for item in shown)
    summary = f"Median of days from an event to the report of it. {_of(shown, known)}, the quickest first. {names}."
    return chart_of("delay", "How long after an event each publisher reports", summary, wide=wide, narrow=narrow)


def _ranked(items: Sequence[Source]) -> list[Source]:
    return sorted(items, key=lambda item: (-item.reports, item.publisher is None, item.publisher or ""))[:MOST]


def _of(shown: Sequence[Source], items: Sequence[Source]) -> str:
    number = count(len(shown), "publisher")
    return number if len(shown) >= len(items) else f"The {number} with most reports of {len(items)}"


def _name(publisher: str | None) -> str:
    return UNNAMED if publisher is None else legible(publisher)


def _days(number: float | None) -> str:
    told = f"{number or 0:.1f}".removesuffix(".0")
    return f"{told} {'day' if told == '1' else 'days'}"


def _frame(sheet: Sheet, look: Look, names: Sequence[str], top: float, row: float) -> list[float]:
    """Draw the names of the rows; return the middles of their lines, and after them where they end."""
    head = 0.0 if look.gutter else look.size + 8
    middles = []
    for number, name in enumerate(names):
        if number % 2 == 0:
            sheet.box(0, top, look.width, top + head + row, Style(fill="line", faint=True))
        room = (look.gutter + _WIDER if look.gutter else look.width) - 16
        sheet.text(6, top + (head / 2 + 2 if head else row / 2), name, size=look.size, room=room)
        middles.append(top + head + row / 2)
        top += head + row
    return [*middles, top]


_MARKS = 2.2
"""How much wider a bar must be for each publisher, so that there are some hundreds of bars and not thousands."""
_WIDER = 70.0
"""How much more room the names of publishers have than those of lanes."""


def _left(look: Look) -> float:
    return look.gutter + _WIDER if look.gutter else 12.0


def _volumes(items: Sequence[Source], span: tuple[date, date], look: Look, address: Address) -> Sheet:
    sheet = Sheet(width=look.width)
    days = even(*span, left=_left(look), right=look.right - 56)
    least = max(LEAST, _MARKS * len(items))
    drawn = [bins({one.day: one.reports for one in item.by_day}, days, least=least) for item in items]
    most = max(one.number for own in drawn for one in own)
    size = bin_size(days, least=least)
    each = f"reports of {'a day' if size == 1 else f'{size} days'}; the tallest bar is {most}"
    top = axis(sheet, days, look, legend(sheet, (Entry("square", _BAR, each),), look))
    *middles, bottom = _frame(sheet, look, [_name(item.publisher) for item in items], top, 30)
    for item, own, middle in zip(items, drawn, middles, strict=True):
        for one in own:
            if one.number:
                words = f"{_name(item.publisher)}, {day(one.first)}: {count(one.number, 'report')}"
                _volume(sheet, days, (one.first, one.last), (middle + 13, 26 * one.number / most), Link(words))
        leads = Link(f"{_name(item.publisher)}: {count(item.reports, 'report')}", address(item.publisher))
        sheet.mark(look.right - 6, middle, "right", 6, Style(fill="muted"), link=leads)
        sheet.text(look.right - 16, middle, f"{item.reports:,}", align="right", ink="muted", size=look.small)
    sheet.height = bottom + 2
    return sheet


def _volume(sheet: Sheet, days: Days, span: tuple[date, date], height: tuple[float, float], link: Link) -> None:
    left, right = days.start(span[0]), days.end(span[1])
    aside = min((right - left) * 0.12, 5.0)
    bottom, tall = height
    sheet.bar(left + aside, bottom - max(tall, 2), min(right - aside, left + aside + 40), bottom, _BAR, link=link)


def _delays(items: Sequence[Source], look: Look, address: Address) -> Sheet:
    sheet = Sheet(width=look.width)
    left, right = _left(look), look.right - 76
    most = max(1.0, *(item.delay or 0 for item in items))
    top = legend(sheet, (Entry("circle", _DOT, "median of days from the event to the report"),), look)
    *middles, bottom = _frame(sheet, look, [_name(item.publisher) for item in items], top, 26)
    for item, middle in zip(items, middles, strict=True):
        x = left + (right - left) * max(item.delay or 0, 0) / most
        sheet.line(left, middle, x, middle, Style(stroke="accent", width=2))
        words = f"{_name(item.publisher)}: {_days(item.delay)}, median of {count(item.dated, 'finding')}"
        sheet.mark(x, middle, "circle", 6.5, _DOT, link=Link(words, address(item.publisher)))
        sheet.text(x + 12, middle, _days(item.delay), ink="ink", size=look.small)
    if look.gutter:
        sheet.line(left, top, left, bottom, Style(stroke="muted", width=1))
    sheet.height = bottom + 2
    return sheet
