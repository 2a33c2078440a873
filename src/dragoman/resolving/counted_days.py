"""Days that are counted from the publication day or from the last date told: "Friday", "two days later", "next month"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from dragoman.reading.marks import Tense
from dragoman.resolving.periods import Period, day, days, moved, quarter_of, season_of, unit_at, week_of
from dragoman.resolving.told import AHEAD, BACK, Asked, Told, mod_of, step_base


def _on_weekday(number: int, tense: Tense | None, here: date) -> date:
    """The weekday on or before, on or after, or nearest to a day."""
    back = (here.weekday() - number) % 7
    if tense == "past":
        return here - timedelta(back)
    if tense in ("future", "present"):
        return here + timedelta(-back % 7)
    return here - timedelta(back) if back <= 3 else here + timedelta(7 - back)


def _weekday(asked: Asked) -> Period | None:
    number, here, rel = int(asked.parts["w"]), asked.published, asked.parts.get("rel")
    if "week" in asked.parts:
        base = step_base(asked.parts["week"], asked.told)
        shift = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(asked.parts["week"], 0)
        return None if base is None else day(week_of(base).start + timedelta(7 * shift + number))
    if rel in ("previous", "preceding", "following", "same", "that same", "that") and asked.day is not None:
        return day(_beside(number, rel, asked.day))
    if rel in ("last", "this past", "past", "previous", "preceding"):
        at = here - timedelta((here.weekday() - number - 1) % 7 + 1)
    elif rel == "next":
        at = week_of(here).start + timedelta(7 + number)
    elif rel in ("coming", "this coming", "following"):
        at = here + timedelta((number - here.weekday() - 1) % 7 + 1)
    elif "row" in asked.parts:
        at = _in_row(number, [int(n) for n in asked.parts["row"].split()], asked.tense, here)
    else:
        at = _on_weekday(number, asked.tense, here)
    return day(moved(at, int(asked.parts["n"]), asked.parts["nu"]) if "n" in asked.parts else at)


def _in_row(number: int, row: list[int], tense: Tense | None, here: date) -> date:
    """Take one of several weekdays in a row ("Monday and Tuesday"): they follow each other, on the side of the tense."""
    first = _on_weekday(row[0], tense, here)
    if tense == "past":
        first = _on_weekday(row[-1], tense, here) - timedelta((row[-1] - row[0]) % 7)
    return first + timedelta((number - row[0]) % 7)


def _beside(number: int, rel: str, at: date) -> date:
    """The weekday before, after or of the last day told."""
    if rel in ("previous", "preceding"):
        return at - timedelta((at.weekday() - number - 1) % 7 + 1)
    if rel == "following":
        return at + timedelta((number - at.weekday() - 1) % 7 + 1)
    return at if at.weekday() == number else week_of(at).start + timedelta(number)


def _spread(asked: Asked) -> Period:
    """From one weekday to another, the second after the first; past ones end, future ones start at the right side."""
    last = int(asked.parts["w2"])
    first = int(asked.parts.get("w", (last - 1) % 7))
    length = timedelta((last - first) % 7)
    if asked.tense == "past":
        end = _on_weekday(last, asked.tense, asked.published)
        return days(end - length, end)
    start = _on_weekday(first, asked.tense, asked.published)
    return days(start, start + length)


def _overnight(asked: Asked) -> Period:
    return day(asked.published)


def _today(asked: Asked) -> Period:
    shift = {"yesterday": -1, "tomorrow": 1}.get(asked.parts.get("word", ""), 0)
    shift += -2 * ("past" in asked.parts) + 2 * ("to" in asked.parts) - ("lastnight" in asked.parts)
    return day(asked.published + timedelta(shift))


def _same(asked: Asked) -> Period | None:
    unit = asked.parts["unit"]
    if unit in ("day", "morning", "afternoon", "evening", "night"):
        at = asked.day if asked.day is not None else asked.published if "in" in asked.parts else None
        return None if at is None else day(at)
    if asked.told.last is None:
        return None
    if unit in ("summer", "spring", "autumn", "winter"):
        return season_of(asked.told.last.start.year, unit)
    return unit_at(unit, asked.told.last.start).marked(mod_of(asked.parts))


def _shifted(asked: Asked) -> Period | None:
    if asked.day is None:
        return None
    back = asked.parts["rel"] in ("previous", "preceding", "day before", "day earlier")
    return day(asked.day + timedelta(-1 if back else 1))


def _ago(asked: Asked) -> Period | None:
    """Counted from the publication day ("ago", "from now") or from the last date told ("earlier", "later")."""
    unit, count, way = asked.parts["unit"], int(asked.parts["n"]), asked.parts["dir"]
    here: date | None
    if way == "ago":
        here, count = asked.published, -count
    elif way.startswith("from") or way == "hence":
        here = asked.published + timedelta({"from yesterday": -1, "from tomorrow": 1}.get(way, 0))
    else:
        if "about" in asked.parts:
            return None
        back = way in ("earlier", "before", "previously", "prior")
        here = _base(unit, asked.told, back=back)
        count = -count if back else count
    if here is None:
        return None
    quarter = asked.told.quarter
    if (
        unit == "year"
        and count == -1
        and quarter is not None
        and ("compared" in asked.parts or asked.told.last == quarter)
    ):
        return quarter_of(quarter.start.year - 1, (quarter.start.month + 2) // 3)
    if "within" in asked.parts:
        return unit_at(asked.parts["within"], moved(here, count, unit))
    found = unit_at("day" if unit in ("week", "fortnight") else "year" if unit in ("decade", "centurie", "century") else unit,
                    moved(here, count, unit))  # fmt: skip
    return replace(found, granularity="approximate") if "about" in asked.parts else found


def _base(unit: str, told: Told, *, back: bool) -> date | None:
    """The day from which "two days later" counts: the last day told; for longer units the last date told."""
    if unit in ("day", "week", "fortnight"):
        if told.last is not None and told.last.granularity == "range":
            return told.last.start if back else told.last.end
        return told.day
    return None if told.last is None else told.last.start


def _time(asked: Asked) -> Period | None:
    return _ago(replace(asked, parts={**asked.parts, "dir": "from now"}))


def _approximate(asked: Asked) -> Period | None:
    """Take "the past two weeks": the days up to publication; "the coming three days": those after it."""
    count, here = int(asked.parts["n"]), asked.published
    if asked.parts["rel"] in ("previous", "preceding", "following"):
        return None
    if asked.parts["rel"] in BACK:
        return Period(moved(here, -count, asked.parts["unit"]), here, "approximate")
    return Period(here, moved(here, count, asked.parts["unit"]), "approximate")


def _period(asked: Asked) -> Period | None:
    rel = asked.parts.get("rel", "the")
    unit = asked.parts.get("unit") or asked.parts["edge"]
    base = step_base(rel, asked.told)
    if base is None:
        return None
    if unit == "weekend" and rel in ("this", "the"):
        return _weekend(asked.tense, base)
    shift = -1 if rel in BACK else 1 if rel in AHEAD else 0
    return unit_at(unit, moved(base, shift, unit)).marked(mod_of(asked.parts))


def _weekend(tense: Tense | None, here: date) -> Period:
    """The weekend of this week, or for what is past early in the week the one before."""
    this = unit_at("weekend", here)
    if this.start > here and (tense == "past" or (tense is None and here.weekday() < 2)):
        return unit_at("weekend", here - timedelta(7))
    return this


def _mid_week(asked: Asked) -> Period:
    return week_of(asked.published).marked("mid")


COUNTED: dict[str, Callable[[Asked], Period | None]] = {
    "weekday": _weekday,
    "spread": _spread,
    "overnight": _overnight,
    "today": _today,
    "same": _same,
    "shifted": _shifted,
    "ago": _ago,
    "time": _time,
    "approximate": _approximate,
    "period": _period,
    "mid-week": _mid_week,
}
