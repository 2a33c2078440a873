"""Closed stretches of days: weeks from Monday to Sunday, months, quarters, seasons, years; and steps between them."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.terms.when import Bound, Granularity, Mod

FIRST_MONTH = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


@dataclass(frozen=True, slots=True)
class Period:
    """The days `start` to `end`, both in it."""

    start: date
    end: date
    granularity: Granularity
    mod: Mod | None = None
    bound: Bound | None = None

    def marked(self, mod: Mod | None) -> Period:
        """Return the same days with a part of them marked."""
        return replace(self, mod=mod) if mod is not None else self


def day(at: date) -> Period:
    """Return one day."""
    return Period(at, at, "day")


def days(first: date, last: date) -> Period:
    """Return the days from `first` to `last`."""
    return Period(first, last, "range") if first != last else day(first)


def week_of(at: date) -> Period:
    """Return the Monday to Sunday that holds a day."""
    monday = at - timedelta(at.weekday())
    return Period(monday, monday + timedelta(6), "week")


def weekend_of(at: date) -> Period:
    """Return the Saturday and Sunday of the week that holds a day."""
    saturday = week_of(at).start + timedelta(5)
    return Period(saturday, saturday + timedelta(1), "range")


def month_of(year: int, month: int) -> Period:
    """Return a month; months under 1 and over 12 count on into other years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return Period(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month")


def quarter_of(year: int, quarter: int) -> Period:
    """Return a calendar quarter; quarters under 1 and over 4 count on into other years."""
    first = 3 * quarter - 2
    return Period(month_of(year, first).start, month_of(year, first + 2).end, "quarter")


def season_of(year: int, season: str) -> Period:
    """Return a season of the northern year by whole months; winter starts in December of `year`."""
    first = FIRST_MONTH[season]
    return Period(month_of(year, first).start, month_of(year, first + 2).end, "season")


def year_of(year: int) -> Period:
    """Return a year."""
    return Period(date(year, 1, 1), date(year, 12, 31), "year")


def years(first: int, last: int) -> Period:
    """Return the years from `first` to `last`."""
    return Period(date(first, 1, 1), date(last, 12, 31), "range")


def unit_at(unit: str, at: date) -> Period:
    """Return the day, week, weekend, month, quarter, year, decade or century that holds a day."""
    match unit:
        case "week" | "fortnight":
            return week_of(at)
        case "weekend":
            return weekend_of(at)
        case "month":
            return month_of(at.year, at.month)
        case "quarter":
            return quarter_of(at.year, (at.month + 2) // 3)
        case "year":
            return year_of(at.year)
        case "decade":
            return years(at.year // 10 * 10, at.year // 10 * 10 + 9)
        case "century" | "centurie":
            return years((at.year - 1) // 100 * 100 + 1, (at.year - 1) // 100 * 100 + 100)
        case _:
            return day(at)


def moved(at: date, count: int, unit: str) -> date:
    """Return the day `count` units after `at`; the last day of a shorter month for its 31st."""
    match unit:
        case "day":
            return at + timedelta(count)
        case "week" | "weekend":
            return at + timedelta(7 * count)
        case "fortnight":
            return at + timedelta(14 * count)
    months = count * {"month": 1, "quarter": 3, "year": 12, "decade": 120}.get(unit, 1200)
    month = month_of(at.year, at.month + months)
    return month.start.replace(day=min(at.day, month.end.day))


def easter(year: int) -> date:
    """Return Western Easter Sunday, by the anonymous Gregorian computus (Meeus, Jones and Butcher)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap, left = divmod(century, 4)
    moved_moon = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leap - moved_moon + 15) % 30
    weekday = (32 + 2 * left + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, number = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, number + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """Return the `nth` weekday (0 is Monday) of a month, -1 the last."""
    whole = month_of(year, month)
    if nth < 0:
        return whole.end - timedelta((whole.end.weekday() - weekday) % 7)
    return whole.start + timedelta((weekday - whole.start.weekday()) % 7 + 7 * (nth - 1))
