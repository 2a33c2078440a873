"""Date phrases and the publication day -> days in the world.

Reads the phrases in the order of the text, so that "the same day" can count from the last date told. Where no day can be
named the answer is None; nothing is guessed and no clock is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.reading.marks import DatePhrase, Tense
from dragoman.resolving.periods import (
    Period,
    day,
    days,
    easter,
    month_of,
    moved,
    nth_weekday,
    quarter_of,
    season_of,
    unit_at,
    week_of,
    year_of,
    years,
)
from dragoman.terms.when import Bound, Mod, When

Parts = dict[str, str]
MODS: dict[str, Mod] = {
    "early": "start", "earlier": "start", "start": "start", "beginning": "start", "outset": "start", "turn": "start",
    "mid": "mid", "middle": "mid",
    "late": "end", "later": "end", "end": "end", "close": "end", "year": "end", "month": "end",
}  # fmt: skip
WRONG_PAST, WRONG_PAST_MONTH, WRONG_FUTURE = 500, 600, 300
"""Twice the days that a date without a year must lie nearer on the side against which the tense speaks. A past tense is
surer than a future: the present tense of what lasts looks like one."""
COMPARED = frozenset({"quarter-told"})
"""Phrases that a figure is compared with ("a year earlier"): the next one counts from the same date again."""
BACK = frozenset({"last", "previous", "preceding", "this past", "past"})
AHEAD = frozenset({"next", "following", "coming", "this coming"})


@dataclass(slots=True)
class Told:
    """What was told so far: the publication day, the last date, the last single day, the last quarter."""

    published: date
    last: Period | None = None
    day: date | None = None
    quarter: Period | None = None

    def note(self, period: Period) -> None:
        """Take a resolved date as the last one told."""
        self.last = period
        if period.granularity == "day":
            self.day = period.start
        if period.granularity == "quarter":
            self.quarter = period


def resolve_dates(phrases: tuple[DatePhrase, ...], published: date, text: str) -> tuple[When | None, ...]:
    """Return for each phrase the days that it names, None where no day can be named."""
    told = Told(published)
    out: list[When | None] = []
    for phrase in phrases:
        parts = dict(phrase.parts)
        period = _resolve(phrase, parts, told)
        if period is None:
            out.append(None)
            continue
        if phrase.pattern not in COMPARED and (phrase.pattern != "ago" or parts["unit"] not in ("year", "quarter")):
            told.note(period)
        out.append(
            When(
                period.start,
                period.end,
                period.granularity,
                phrase.span.of(text),
                mod=period.mod,
                bound=_bound(parts),
                rule=f"{phrase.pattern}, {phrase.tense}" if phrase.tense else phrase.pattern,
            )
        )
    return tuple(out)


def _bound(parts: Parts) -> Bound | None:
    bound = parts.get("bound")
    return "since" if bound == "since" else "until" if bound == "until" else None


def _resolve(phrase: DatePhrase, parts: Parts, told: Told) -> Period | None:
    rule = RULES.get(phrase.pattern)
    if rule is None:
        return None
    try:
        return rule(parts, phrase.tense, told)
    except (ValueError, OverflowError):
        return None


def _mod(parts: Parts) -> Mod | None:
    return MODS.get(parts.get("mod") or parts.get("edge") or "")


def _year_told(word: str, told: Told) -> int | None:
    """The year that "last year", "that year" and the like stand for."""
    if word in ("this", "last", "next"):
        return told.published.year + {"this": 0, "last": -1, "next": 1}[word]
    if told.last is None:
        return None
    return told.last.start.year + {"following": 1, "previous": -1}.get(word, 0)


def _nearest(candidates: Iterable[Period], tense: Tense | None, at: date) -> Period:
    """Of periods in several years the one that the tense allows and that lies nearest; without a tense the nearest."""

    def far(period: Period) -> int:
        if period.start <= at <= period.end:
            return 0
        gap = (period.start - at).days if period.start > at else (at - period.end).days
        if tense == "past" and period.start > at:
            return 2 * gap + (WRONG_PAST_MONTH if period.granularity == "month" else WRONG_PAST)
        if tense in ("future", "present") and period.end < at:
            return 2 * gap + WRONG_FUTURE
        return 2 * gap

    return min(candidates, key=far)


def _iso(parts: Parts, tense: Tense | None, told: Told) -> Period:
    return day(date(int(parts["y"]), int(parts["m"]), int(parts["d"])))


def _numeric(parts: Parts, tense: Tense | None, told: Told) -> Period | None:
    """10/25/2023 has one reading, 10/07/2023 two: then none is chosen. With dots the day comes first."""
    a, b, year = int(parts["a"]), int(parts["b"]), int(parts["y"])
    if year < 100:
        year += 2000 if year <= told.published.year % 100 + 5 and told.published.year >= 2000 else 1900
    if "dot" in parts or a > 12 or a == b:
        return day(date(year, b, a))
    return day(date(year, a, b)) if b > 12 else None


def _single(parts: Parts, tense: Tense | None, told: Told) -> Period | None:
    month, number = int(parts["m"]), int(parts["d"])
    if "y" in parts:
        return day(date(int(parts["y"]), month, number))
    if "ry" in parts:
        year = _year_told(parts["ry"], told)
        return None if year is None else day(date(year, month, number))
    return _nearest(_same_day(month, number, told.published.year), tense, told.published)


def _same_day(month: int, number: int, year: int) -> list[Period]:
    """The day of a month in the years around `year`; a 29 February where there is one."""
    out = []
    for y in range(year - 4, year + 5):
        if number <= month_of(y, month).end.day:
            out.append(day(date(y, month, number)))
    return out


def _days(parts: Parts, tense: Tense | None, told: Told) -> Period | None:
    """ "May 25-27", "28 April to 3 May": one stretch, in the year that its first day has."""
    month = int(parts.get("m") or parts["m2"])
    last_month = int(parts.get("m2") or month)
    year = int(parts["y"]) if "y" in parts else _year_told(parts["ry"], told) if "ry" in parts else None
    if year is None:
        start = _nearest(_same_day(month, int(parts["d"]), told.published.year), tense, told.published).start
        end = date(start.year + (last_month < month), last_month, int(parts["d2"]))
    else:
        end = date(year, last_month, int(parts["d2"]))
        start = date(int(parts.get("y1") or year - (last_month < month)), month, int(parts["d"]))
    return days(start, end) if start <= end else None


def _week_of(parts: Parts, tense: Tense | None, told: Told) -> Period | None:
    at = _single(parts, tense, told)
    if at is None or parts["how"] == "of":
        return None if at is None else week_of(at.start)
    step = timedelta(6)
    start, end = (at.start - step, at.start) if parts["how"] == "ending" else (at.start, at.start + step)
    return Period(start, end, "week")


def _week_in(parts: Parts, tense: Tense | None, told: Told) -> Period | None:
    """ "The first week of May": its first seven days; "the last": its last seven."""
    month = _month(parts, tense, told)
    if month is None or parts["unit"] != "week":
        return None if month is None else month.marked("start" if parts["nth"] in ("first", "opening") else "end")
    if parts["nth"] in ("last", "final"):
        return Period(month.end - timedelta(6), month.end, "week")
    start = month.start + timedelta(7 * {"second": 1, "third": 2, "fourth": 3}.get(parts["nth"], 0))
    return Period(start, start + timedelta(6), "week")


def _month(parts: Parts, tense: Tense | None, told: Told) -> Period | None:
    month, here = int(parts["m"]), told.published
    if "y" in parts:
        return month_of(int(parts["y"]), month).marked(_mod(parts))
    if "ry" in parts:
        year = _year_told(parts["ry"], told)
        return None if year is None else month_of(year, month).marked(_mod(parts))
    rel = parts.get("rel")
    if rel in BACK:
        return month_of(here.year - (month >= here.month), month).marked(_mod(parts))
    if rel in AHEAD:
        return month_of(here.year + (month <= here.month), month).marked(_mod(parts))
    around = (month_of(y, month) for y in range(here.year - 1, here.year + 2))
    return _nearest(around, tense, here).marked(_mod(parts))


def _holiday(parts: Parts, tense: Tense | None, told: Told) -> Period | None:
    """A feast, in the year that is told or by the tense; "last" and "next" by the publication day."""
    how, *numbers = parts["name"].split()
    values, here = [int(n) for n in numbers], told.published

    def of(year: int) -> Period:
        if how == "easter":
            return day(easter(year) + timedelta(values[0]))
        return day(date(year, *values) if how == "day" else nth_weekday(year, *values))

    if "y" in parts or "ry" in parts:
        year = int(parts["y"]) if "y" in parts else _year_told(parts["ry"], told)
        return None if year is None else of(year)
    around, rel = [of(y) for y in range(here.year - 1, here.year + 2)], parts.get("rel")
    if rel == "last":
        return max((p for p in around if p.end < here), key=lambda p: p.start)
    if rel == "next":
        return min((p for p in around if p.start > here), key=lambda p: p.start)
    return _nearest(around, tense, here)


def _months(parts: Parts, tense: Tense | None, told: Told) -> Period | None:
    first, last = int(parts["m"]), int(parts["m2"])
    if "y" in parts:
        end = month_of(int(parts["y"]), last)
        start = month_of(int(parts.get("y1") or end.start.year - (last < first)), first)
    else:
        around = (month_of(y, first) for y in range(told.published.year - 1, told.published.year + 2))
        start = _nearest(around, tense, told.published)
        end = month_of(start.start.year + (last < first), last)
    return Period(start.start, end.end, "range") if start.start <= end.end else None


def _half(parts: Parts, tense: Tense | None, told: Told) -> Period | None:
    first, here = parts["nth"] == "first", told.published
    if "m" in parts:
        month = _month({k: v for k, v in parts.items() if k in ("m", "y")}, tense, told)
        if month is None:
            return None
        middle = month.start.replace(day=15)
        return days(month.start, middle) if first else days(middle + timedelta(1), month.end)
    if "y" not in parts and parts.get("unit") != "year":
        return None
    year = int(parts.get("y") or here.year + {"last": -1, "next": 1}.get(parts.get("rel", ""), 0))
    return days(date(year, 1, 1), date(year, 6, 30)) if first else days(date(year, 7, 1), date(year, 12, 31))


def _quarter(parts: Parts, tense: Tense | None, told: Told) -> Period | None:
    word, here = parts["q"], told.published
    number = int(word[1]) if word[0] == "q" else {"fi": 1, "1s": 1, "se": 2, "2n": 2, "th": 3, "3r": 3}.get(word[:2], 4)
    year = parts.get("y") or parts.get("y1")
    if year is not None:
        return quarter_of(int(year), number)
    if "ry" in parts or "py" in parts:
        told_year = _year_told(parts.get("ry") or parts["py"], told)
        return None if told_year is None else quarter_of(told_year, number)
    around = [quarter_of(y, number) for y in range(here.year - 1, here.year + 2)]
    found = _nearest(around, tense, here)
    return quarter_of(found.start.year - 1, number) if "ago" in parts else found


def _quarter_told(parts: Parts, tense: Tense | None, told: Told) -> Period | None:
    """ "The latest quarter", "the year-earlier period", "the 2023 quarter": the quarter told before, in another year."""
    quarter, here = told.quarter, told.published
    if quarter is None:
        if "latest" in parts:
            return quarter_of(here.year, (here.month + 2) // 3 - 1)
        return year_of(int(parts["y"])) if "y" in parts else None
    number = (quarter.start.month + 2) // 3
    if "latest" in parts or "that" in parts:
        return quarter if quarter.end < here or "that" in parts else quarter_of(here.year, (here.month + 2) // 3 - 1)
    return quarter_of(int(parts["y"]) if "y" in parts else quarter.start.year - 1, number)


def _years(parts: Parts, tense: Tense | None, told: Told) -> Period:
    first, last = int(parts.get("y") or parts["ya"]), int(parts["y2"])
    return years(first, last if last > 99 else first // 100 * 100 + last)


def _decade(parts: Parts, tense: Tense | None, told: Told) -> Period:
    first = int(parts["y"])
    first = first if first > 99 else 1900 + first
    return years(first, first + 9).marked(_mod(parts))


def _season(parts: Parts, tense: Tense | None, told: Told) -> Period | None:
    season, here, rel = parts["s"], told.published, parts.get("rel")
    if "y" in parts:
        return season_of(int(parts["y"]), season).marked(_mod(parts))
    if "ry" in parts:
        year = _year_told(parts["ry"], told)
        return None if year is None else season_of(year, season).marked(_mod(parts))
    around = [season_of(y, season) for y in range(here.year - 2, here.year + 3)]
    if rel in BACK:
        found = max((s for s in around if s.end < here), key=lambda s: s.start)
    elif rel in AHEAD:
        found = min((s for s in around if s.start > here), key=lambda s: s.start)
    elif rel == "that" and told.last is not None:
        found = season_of(told.last.start.year, season)
    else:
        found = _nearest(around, tense, here)
    return found.marked(_mod(parts))


def _year(parts: Parts, tense: Tense | None, told: Told) -> Period:
    return year_of(int(parts.get("y") or parts["spoken"])).marked(_mod(parts))


def _on_weekday(number: int, tense: Tense | None, here: date) -> date:
    """The weekday on or before, on or after, or nearest to a day."""
    back = (here.weekday() - number) % 7
    if tense == "past":
        return here - timedelta(back)
    if tense in ("future", "present"):
        return here + timedelta(-back % 7)
    return here - timedelta(back) if back <= 3 else here + timedelta(7 - back)


def _weekday(parts: Parts, tense: Tense | None, told: Told) -> Period | None:
    number, here, rel = int(parts["w"]), told.published, parts.get("rel")
    if "week" in parts:
        base = _step_base(parts["week"], told)
        shift = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(parts["week"], 0)
        return None if base is None else day(week_of(base).start + timedelta(7 * shift + number))
    if rel in ("previous", "preceding", "following", "same", "that same", "that") and told.day is not None:
        return day(_beside(number, rel, told.day))
    if rel in ("last", "this past", "past", "previous", "preceding"):
        at = here - timedelta((here.weekday() - number - 1) % 7 + 1)
    elif rel == "next":
        at = week_of(here).start + timedelta(7 + number)
    elif rel in ("coming", "this coming", "following"):
        at = here + timedelta((number - here.weekday() - 1) % 7 + 1)
    else:
        at = _on_weekday(number, tense, here)
    return day(moved(at, int(parts["n"]), parts["nu"]) if "n" in parts else at)


def _beside(number: int, rel: str, at: date) -> date:
    """The weekday before, after or of the last day told."""
    if rel in ("previous", "preceding"):
        return at - timedelta((at.weekday() - number - 1) % 7 + 1)
    if rel == "following":
        return at + timedelta((number - at.weekday() - 1) % 7 + 1)
    return at if at.weekday() == number else week_of(at).start + timedelta(number)


def _spread(parts: Parts, tense: Tense | None, told: Told) -> Period:
    """From one weekday to another, the second after the first; past ones end, future ones start at the right side."""
    last = int(parts["w2"])
    first = int(parts.get("w", (last - 1) % 7))
    length = timedelta((last - first) % 7)
    if tense == "past":
        end = _on_weekday(last, tense, told.published)
        return days(end - length, end)
    start = _on_weekday(first, tense, told.published)
    return days(start, start + length)


def _overnight(parts: Parts, tense: Tense | None, told: Told) -> Period:
    return day(told.published)


def _today(parts: Parts, tense: Tense | None, told: Told) -> Period:
    shift = {"yesterday": -1, "tomorrow": 1}.get(parts.get("word", ""), 0)
    shift += -2 * ("past" in parts) + 2 * ("to" in parts) - ("lastnight" in parts)
    return day(told.published + timedelta(shift))


def _same(parts: Parts, tense: Tense | None, told: Told) -> Period | None:
    unit = parts["unit"]
    if unit in ("day", "morning", "afternoon", "evening", "night"):
        at = told.day if told.day is not None else told.published if "in" in parts else None
        return None if at is None else day(at)
    if told.last is None:
        return None
    if unit in ("summer", "spring", "autumn", "winter"):
        return season_of(told.last.start.year, unit)
    return unit_at(unit, told.last.start).marked(_mod(parts))


def _shifted(parts: Parts, tense: Tense | None, told: Told) -> Period | None:
    if told.day is None:
        return None
    back = parts["rel"] in ("previous", "preceding", "day before", "day earlier")
    return day(told.day + timedelta(-1 if back else 1))


def _ago(parts: Parts, tense: Tense | None, told: Told) -> Period | None:
    """Counted from the publication day ("ago", "from now") or from the last date told ("earlier", "later")."""
    unit, count, way = parts["unit"], int(parts["n"]), parts["dir"]
    here: date | None
    if way == "ago":
        here, count = told.published, -count
    elif way.startswith("from") or way == "hence":
        here = told.published + timedelta({"from yesterday": -1, "from tomorrow": 1}.get(way, 0))
    else:
        if "about" in parts:
            return None
        back = way in ("earlier", "before", "previously", "prior")
        here = _base(unit, told, back=back)
        count = -count if back else count
    if here is None:
        return None
    if unit == "year" and count == -1 and told.last is not None and told.last.granularity == "quarter":
        return quarter_of(told.last.start.year - 1, (told.last.start.month + 2) // 3)
    found = unit_at("day" if unit in ("week", "fortnight") else "year" if unit in ("decade", "centurie", "century") else unit,
                    moved(here, count, unit))  # fmt: skip
    return replace(found, granularity="approximate") if "about" in parts else found


def _base(unit: str, told: Told, *, back: bool) -> date | None:
    """The day from which "two days later" counts: the last day told; for longer units the last date told."""
    if unit in ("day", "week", "fortnight"):
        if told.last is not None and told.last.granularity == "range":
            return told.last.start if back else told.last.end
        return told.day
    return None if told.last is None else told.last.start


def _time(parts: Parts, tense: Tense | None, told: Told) -> Period | None:
    return _ago({**parts, "dir": "from now"}, tense, told)


def _approximate(parts: Parts, tense: Tense | None, told: Told) -> Period | None:
    """ "The past two weeks": the days up to publication; "the coming three days": those after it."""
    count, here = int(parts["n"]), told.published
    if parts["rel"] in ("previous", "preceding", "following"):
        return None
    if parts["rel"] in BACK:
        return Period(moved(here, -count, parts["unit"]), here, "approximate")
    return Period(here, moved(here, count, parts["unit"]), "approximate")


def _step_base(rel: str, told: Told) -> date | None:
    """The day that "this", "last", "next" count from: publication; "the following", "that": the last date told."""
    if rel in ("following", "previous", "preceding", "that", "same", "the next"):
        return told.last.start if told.last is not None else None
    return told.published


def _period(parts: Parts, tense: Tense | None, told: Told) -> Period | None:
    rel = parts.get("rel", "the")
    unit = parts.get("unit") or parts["edge"]
    base = _step_base(rel, told)
    if base is None:
        return None
    if unit == "weekend" and rel in ("this", "the"):
        return _weekend(tense, base)
    shift = -1 if rel in BACK else 1 if rel in AHEAD else 0
    return unit_at(unit, moved(base, shift, unit)).marked(_mod(parts))


def _weekend(tense: Tense | None, here: date) -> Period:
    """The weekend of this week, or for what is past early in the week the one before."""
    this = unit_at("weekend", here)
    if this.start > here and (tense == "past" or (tense is None and here.weekday() < 2)):
        return unit_at("weekend", here - timedelta(7))
    return this


def _mid_week(parts: Parts, tense: Tense | None, told: Told) -> Period:
    return week_of(told.published).marked("mid")


RULES: dict[str, Callable[[Parts, Tense | None, Told], Period | None]] = {
    "iso": _iso,
    "numeric": _numeric,
    "day": _single,
    "days": _days,
    "week-of": _week_of,
    "week-in": _week_in,
    "month": _month,
    "months": _months,
    "holiday": _holiday,
    "half": _half,
    "quarter": _quarter,
    "quarter-told": _quarter_told,
    "years": _years,
    "decade": _decade,
    "season": _season,
    "year": _year,
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
