"""Quarters, seasons and feasts, whose days come from a rule of the calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from dragoman.resolving.periods import Period, day, easter, nth_weekday, quarter_of, season_of, year_of
from dragoman.resolving.told import AHEAD, BACK, Asked, mod_of, nearest, year_told


def _quarter(asked: Asked) -> Period | None:
    word, here = asked.parts["q"], asked.published
    number = int(word[1]) if word[0] == "q" else {"fi": 1, "1s": 1, "se": 2, "2n": 2, "th": 3, "3r": 3}.get(word[:2], 4)
    year = asked.parts.get("y") or asked.parts.get("y1")
    if year is not None:
        return quarter_of(int(year), number)
    if "ry" in asked.parts or "py" in asked.parts:
        told_year = year_told(asked.parts.get("ry") or asked.parts["py"], asked.told)
        return None if told_year is None else quarter_of(told_year, number)
    around = [quarter_of(y, number) for y in range(here.year - 1, here.year + 2)]
    found = nearest(around, asked.tense, here)
    return quarter_of(found.start.year - 1, number) if "ago" in asked.parts else found


def _quarter_told(asked: Asked) -> Period | None:
    """Take "the latest quarter", "the year-earlier period", "the 2023 quarter": the quarter told before, in another year."""
    quarter, here = asked.told.quarter, asked.published
    if quarter is None:
        if "latest" in asked.parts:
            return quarter_of(here.year, (here.month + 2) // 3 - 1)
        return year_of(int(asked.parts["y"])) if "y" in asked.parts else None
    number = (quarter.start.month + 2) // 3
    if "latest" in asked.parts or "that" in asked.parts:
        return (
            quarter if quarter.end < here or "that" in asked.parts else quarter_of(here.year, (here.month + 2) // 3 - 1)
        )
    return quarter_of(int(asked.parts["y"]) if "y" in asked.parts else quarter.start.year - 1, number)


def _season(asked: Asked) -> Period | None:
    season, here, rel = asked.parts["s"], asked.published, asked.parts.get("rel")
    if "y" in asked.parts:
        return season_of(int(asked.parts["y"]), season).marked(mod_of(asked.parts))
    if "ry" in asked.parts:
        year = year_told(asked.parts["ry"], asked.told)
        return None if year is None else season_of(year, season).marked(mod_of(asked.parts))
    around = [season_of(y, season) for y in range(here.year - 2, here.year + 3)]
    if rel in BACK:
        found = max((s for s in around if s.end < here), key=lambda s: s.start)
    elif rel in AHEAD:
        found = min((s for s in around if s.start > here), key=lambda s: s.start)
    elif rel == "that" and asked.told.last is not None:
        found = season_of(asked.told.last.start.year, season)
    else:
        found = nearest(around, asked.tense, here)
    return found.marked(mod_of(asked.parts))


def _holiday(asked: Asked) -> Period | None:
    """A feast, in the year that is told or by the tense; "last" and "next" by the publication day."""
    how, *numbers = asked.parts["name"].split()
    values, here = [int(n) for n in numbers], asked.published

    def of(year: int) -> Period:
        if how == "easter":
            return day(easter(year) + timedelta(values[0]))
        return day(date(year, *values) if how == "day" else nth_weekday(year, *values))

    if "y" in asked.parts or "ry" in asked.parts:
        year = int(asked.parts["y"]) if "y" in asked.parts else year_told(asked.parts["ry"], asked.told)
        return None if year is None else of(year)
    around, rel = [of(y) for y in range(here.year - 1, here.year + 2)], asked.parts.get("rel")
    if rel == "last":
        return max((p for p in around if p.end < here), key=lambda p: p.start)
    if rel == "next":
        return min((p for p in around if p.start > here), key=lambda p: p.start)
    return nearest(around, asked.tense, here)


RULED: dict[str, Callable[[Asked], Period | None]] = {
    "quarter": _quarter,
    "quarter-told": _quarter_told,
    "season": _season,
    "holiday": _holiday,
}
