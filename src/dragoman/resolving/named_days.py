"""Days and months that a phrase calls by their names or numbers: "7 October 2023", "late March", "the third quarter", "2014"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from dragoman.resolving.periods import (
    Period,
    day,
    days,
    month_of,
    week_of,
    year_of,
    years,
)
from dragoman.resolving.told import AHEAD, BACK, Asked, mod_of, nearest, year_told


def _iso(asked: Asked) -> Period:
    return day(date(int(asked.parts["y"]), int(asked.parts["m"]), int(asked.parts["d"])))


def _numeric(asked: Asked) -> Period | None:
    """10/25/2023 has one reading, 10/07/2023 two: then the one at the publication day, else none. With dots the day is first."""
    a, b, year = int(asked.parts["a"]), int(asked.parts["b"]), int(asked.parts["y"])
    here = asked.published
    if year < 100:
        year += 2000 if year <= here.year % 100 + 5 and here.year >= 2000 else 1900
    if "dot" in asked.parts or a > 12 or a == b:
        return day(date(year, b, a))
    if b > 12:
        return day(date(year, a, b))
    near = [d for d in (date(year, a, b), date(year, b, a)) if abs((d - here).days) <= 3]
    return day(near[0]) if len(near) == 1 else None


def _single(asked: Asked) -> Period | None:
    month, number = int(asked.parts["m"]), int(asked.parts["d"])
    if "y" in asked.parts:
        return day(date(int(asked.parts["y"]), month, number))
    if "ry" in asked.parts:
        year = year_told(asked.parts["ry"], asked.told)
        return None if year is None else day(date(year, month, number))
    around = _same_day(month, number, asked.published.year)
    if asked.parts.get("rel") in BACK:
        return max((p for p in around if p.end < asked.published), key=lambda p: p.start)
    if "done" in asked.parts and asked.told.era is None:
        return max((p for p in around if p.end <= asked.published), key=lambda p: p.start)
    if asked.parts.get("rel") in AHEAD:
        return min((p for p in around if p.start > asked.published), key=lambda p: p.start)
    if (era := asked.told.era) is not None and asked.tense == "past":
        return min((p for p in _same_day(month, number, era.start.year) if p.end >= era.start), key=lambda p: p.start)
    return nearest(around, asked.tense, asked.published)


def _day_of_month(asked: Asked) -> Period:
    """Take "the 6th" of the month before, of, or after publication."""
    here, number = asked.published, int(asked.parts["d"])
    months = [month_of(here.year, here.month + step) for step in range(-2, 3)]
    around = [day(m.start.replace(day=number)) for m in months if number <= m.end.day]
    sure = [p for p in around if (p.start <= here) == (asked.tense == "past") or p.start == here]
    return nearest(sure if asked.tense is not None and sure else around, asked.tense, here)


def _same_day(month: int, number: int, year: int) -> list[Period]:
    """The day of a month in the years around `year`; a 29 February where there is one."""
    around = range(max(1, year - 4), min(9999, year + 5))
    return [day(date(y, month, number)) for y in around if number <= month_of(y, month).end.day]


def _days(asked: Asked) -> Period | None:
    """Take "May 25-27", "28 April to 3 May": one stretch, in the year that its first day has."""
    month = int(asked.parts.get("m") or asked.parts["m2"])
    last_month = int(asked.parts.get("m2") or month)
    year = (
        int(asked.parts["y"])
        if "y" in asked.parts
        else year_told(asked.parts["ry"], asked.told)
        if "ry" in asked.parts
        else None
    )
    if year is None:
        start = nearest(
            _same_day(month, int(asked.parts["d"]), asked.published.year), asked.tense, asked.published
        ).start
        end = date(start.year + (last_month < month), last_month, int(asked.parts["d2"]))
    else:
        end = date(year, last_month, int(asked.parts["d2"]))
        start = date(int(asked.parts.get("y1") or year - (last_month < month)), month, int(asked.parts["d"]))
    return days(start, end) if start <= end else None


def _week_of(asked: Asked) -> Period | None:
    at = _single(asked)
    if at is None or asked.parts["how"] == "of":
        return None if at is None else week_of(at.start)
    step = timedelta(6)
    start, end = (at.start - step, at.start) if asked.parts["how"] == "ending" else (at.start, at.start + step)
    return Period(start, end, "week")


def _week_in(asked: Asked) -> Period | None:
    """Take "the first week of May": its first seven days; "the last": its last seven."""
    month = _month(asked)
    if month is None or asked.parts["unit"] != "week":
        return None if month is None else month.marked("start" if asked.parts["nth"] in ("first", "opening") else "end")
    if asked.parts["nth"] in ("last", "final"):
        return Period(month.end - timedelta(6), month.end, "week")
    start = month.start + timedelta(7 * {"second": 1, "third": 2, "fourth": 3}.get(asked.parts["nth"], 0))
    return Period(start, start + timedelta(6), "week")


def _month(asked: Asked) -> Period | None:
    month, here = int(asked.parts["m"]), asked.published
    if "y" in asked.parts:
        return month_of(int(asked.parts["y"]), month).marked(mod_of(asked.parts))
    if "ry" in asked.parts:
        year = year_told(asked.parts["ry"], asked.told)
        return None if year is None else month_of(year, month).marked(mod_of(asked.parts))
    rel = asked.parts.get("rel")
    if rel in BACK:
        return month_of(here.year - (month >= here.month), month).marked(mod_of(asked.parts))
    if rel in AHEAD:
        return month_of(here.year + (month <= here.month), month).marked(mod_of(asked.parts))
    if (era := asked.told.era) is not None and asked.tense == "past":
        return month_of(era.start.year + (month < era.start.month), month).marked(mod_of(asked.parts))
    around = (month_of(y, month) for y in range(here.year - 1, here.year + 2))
    return nearest(around, asked.tense, here).marked(mod_of(asked.parts))


def _months(asked: Asked) -> Period | None:
    first, last = int(asked.parts["m"]), int(asked.parts["m2"])
    if "y" in asked.parts:
        end = month_of(int(asked.parts["y"]), last)
        start = month_of(int(asked.parts.get("y1") or end.start.year - (last < first)), first)
    else:
        around = (month_of(y, first) for y in range(asked.published.year - 1, asked.published.year + 2))
        start = nearest(around, asked.tense, asked.published)
        end = month_of(start.start.year + (last < first), last)
    return Period(start.start, end.end, "range") if start.start <= end.end else None


def _half(asked: Asked) -> Period | None:
    first, here = asked.parts["nth"] == "first", asked.published
    if "m" in asked.parts:
        month = _month(replace(asked, parts={k: v for k, v in asked.parts.items() if k in ("m", "y")}))
        if month is None:
            return None
        middle = month.start.replace(day=15)
        return days(month.start, middle) if first else days(middle + timedelta(1), month.end)
    if "y" not in asked.parts and asked.parts.get("unit") != "year":
        return None
    year = int(asked.parts.get("y") or here.year + {"last": -1, "next": 1}.get(asked.parts.get("rel", ""), 0))
    return days(date(year, 1, 1), date(year, 6, 30)) if first else days(date(year, 7, 1), date(year, 12, 31))


def _years(asked: Asked) -> Period:
    first, last = int(asked.parts.get("y") or asked.parts["ya"]), int(asked.parts["y2"])
    return years(first, last if last > 99 else first // 100 * 100 + last)


def _decade(asked: Asked) -> Period:
    first = int(asked.parts["y"])
    first = first if first > 99 else 1900 + first
    return years(first, first + 9).marked(mod_of(asked.parts))


def _year(asked: Asked) -> Period:
    return year_of(int(asked.parts.get("y") or asked.parts["spoken"])).marked(mod_of(asked.parts))


NAMED: dict[str, Callable[[Asked], Period | None]] = {
    "iso": _iso,
    "numeric": _numeric,
    "day": _single,
    "day-of-month": _day_of_month,
    "days": _days,
    "week-of": _week_of,
    "week-in": _week_in,
    "month": _month,
    "months": _months,
    "half": _half,
    "years": _years,
    "decade": _decade,
    "year": _year,
}
