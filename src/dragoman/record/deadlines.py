"""Deadlines in a report's words: "by Sunday", "before the end of the month", "within a week". Counted from the day on which it was said.

Where no day can be named ("within days", "soon") there is none; nothing is guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dragoman.record.keys import fold

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10,
}  # fmt: skip
_BY = r"\b(?P<by>by|before|until|till|no later than|not later than)\s+(?:the\s+)?(?:morning of |evening of )?"
_MONTH = "|".join(MONTHS)
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_BY}(?:very )?end of (?:(?P<rel>the|this|next|that) )?(?P<unit>day|week|month|year)\b",
        rf"{_BY}end of (?P<month>{_MONTH})(?:,? (?P<year>\d{{4}}))?\b",
        rf"{_BY}(?P<year>\d{{4}})-(?P<number>\d\d)-(?P<day>\d\d)\b",
        rf"{_BY}(?P<month>{_MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year>\d{{4}}))?\b",
        rf"{_BY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month>{_MONTH})(?:,? (?P<year>\d{{4}}))?\b",
        rf"{_BY}(?:(?P<rel>this|next|last|coming) )?(?P<weekday>{'|'.join(WEEKDAYS)})\b",
        rf"{_BY}(?P<near>today|tonight|tomorrow)\b",
        r"\bwithin (?:the next )?(?P<count>\d{1,3}|" + "|".join(NUMBERS) + r") (?P<unit>hour|day|week|month)s?\b",
    )
)
_ANY = re.compile(r"\b(?:by|before|until|till|than|within)\s", re.IGNORECASE)
"""One of the words without which no pattern fits: most words that are looked at have none."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day on which something is due, and the words that say so."""

    day: date
    words: str


def deadline_in(words: str, said: date) -> Deadline | None:
    """Return the first deadline of some words that were said on a day."""
    if _ANY.search(words) is None:
        return None
    found = [m for pattern in _PATTERNS if (m := pattern.search(words)) is not None]
    for match in sorted(found, key=lambda m: (m.start(), -m.end())):
        day = _day(match, said)
        if day is not None:
            before = match.groupdict().get("by", "").lower() == "before"
            return Deadline(day - timedelta(days=1) if before and _is_day(match) else day, match.group(0))
    return None


def _is_day(match: re.Match[str]) -> bool:
    parts = match.groupdict()
    return any(parts.get(name) for name in ("day", "weekday", "near"))


def _day(match: re.Match[str], said: date) -> date | None:
    parts = {name: value.lower() for name, value in match.groupdict().items() if value}
    try:
        if "count" in parts:
            return _counted(parts, said)
        if "weekday" in parts:
            return _weekday(WEEKDAYS.index(parts["weekday"]), parts.get("rel"), said)
        if "near" in parts:
            return said + timedelta(days=parts["near"] == "tomorrow")
        if "unit" in parts:
            return _end_of(parts["unit"], parts.get("rel") == "next", said)
        return _dated(parts, said)
    except (ValueError, OverflowError):
        return None


def _counted(parts: dict[str, str], said: date) -> date | None:
    count = NUMBERS.get(parts["count"]) or int(parts["count"])
    match parts["unit"]:
        case "hour":
            return said + timedelta(days=count // 24) if count >= 24 else None
        case "month":
            return _end_of_month(said, count).replace(day=min(said.day, _end_of_month(said, count).day))
        case unit:
            return said + timedelta(days=count * (7 if unit == "week" else 1))


def _weekday(number: int, rel: str | None, said: date) -> date:
    ahead = (number - said.weekday()) % 7
    if rel == "next":
        return said - timedelta(days=said.weekday()) + timedelta(days=7 + number)
    if rel == "last":
        return said - timedelta(days=(said.weekday() - number - 1) % 7 + 1)
    return said + timedelta(days=ahead)


def _end_of(unit: str, following: bool, said: date) -> date:
    match unit:
        case "day":
            return said
        case "week":
            return said + timedelta(days=6 - said.weekday() + 7 * following)
        case "month":
            return _end_of_month(said, int(following))
        case _:
            return date(said.year + following, 12, 31)


def _end_of_month(said: date, months: int) -> date:
    number = said.year * 12 + said.month - 1 + months + 1
    return date(number // 12, number % 12 + 1, 1) - timedelta(days=1)


def _dated(parts: dict[str, str], said: date) -> date:
    number = int(parts["number"]) if "number" in parts else MONTHS.index(parts["month"]) + 1
    years = [int(parts["year"])] if "year" in parts else [said.year, said.year + 1]
    if "day" in parts:
        days = [date(year, number, int(parts["day"])) for year in years]
    else:
        days = [_end_of_month(date(year, number, 1), 0) for year in years]
    # a day long past this year means the next one; one that has just passed is told after it
    return next((day for day in days if day >= said - timedelta(days=30)), days[-1])


_STOP = frozenset(
    "a an and any as at be been by did do does for from had has have if in into is it its last later next no not of off on or our out "
    "that the their them they this to under until up was were will with within would early late end week month year day "
    "before after more than".split()
) | {*WEEKDAYS, *MONTHS, *NUMBERS}


@lru_cache(maxsize=10_000)
def stems(words: str) -> frozenset[str]:
    """Return the stems of the words that carry the matter: opened, opens and reopen are one."""
    return frozenset(_stem(word) for word in fold(words).split() if word not in _STOP and not word.isdigit())


def _stem(word: str) -> str:
    for ending in ("ions", "ion", "ings", "ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
            break
    return word[2:] if word.startswith("re") and len(word) > 5 else word
