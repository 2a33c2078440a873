"""A written day or moment -> a date: the few unambiguous forms that headers, tables, pages and feeds use."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FIRST, _LAST = 1000, 2999
_NAME = r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_WEEKDAY = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,? +)?"
_ISO = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?!\d)|(\d{4})(\d\d)(\d\d)(?!\d)|(\d{4})/(\d\d?)/(\d\d?)(?!\d)")
_DAY_FIRST = re.compile(rf"{_WEEKDAY}(\d\d?)(?:st|nd|rd|th)? +{_NAME},? +(\d{{4}})(?!\d)", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"{_WEEKDAY}{_NAME} +(\d\d?)(?:st|nd|rd|th)?,? +(\d{{4}})(?!\d)", re.IGNORECASE)


def parse_day(written: str) -> date | None:
    """Return the day that `written` names, None where it names none.

    Read are ISO days (with any time after them: the day stands as written, in its own time zone), `14 May 2025`,
    `May 14, 2025` and both with a weekday. `5/6/2025` names two days, so none. A day that no calendar has (30 February)
    is None too, and one on which no news was written: nothing can be counted from the ends of the calendar.
    """
    numbers = _numbers(written.strip())
    if numbers is None:
        return None
    try:
        day = date(*numbers)
    except ValueError:
        return None
    return day if _FIRST <= day.year <= _LAST else None


def parse_moment(written: str) -> str | None:
    """Return the moment that `written` names in ISO form, None where it names none.

    The offset from UTC stays as written, so that the first ten characters are the day in the article's own time zone; where
    no offset is written there is none, and where no time is written the day stands alone.
    """
    plain = written.strip()
    if parse_day(plain) is None:
        return None
    for parse in (_iso_moment, parsedate_to_datetime):
        try:
            return parse(plain).isoformat(timespec="seconds")
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    day = parse_day(plain)
    return None if day is None else day.isoformat()


def _iso_moment(written: str) -> datetime:
    if len(written) <= len("2025-05-14"):
        raise ValueError(written)  # a day, which has no time to be shown
    return datetime.fromisoformat(re.sub(r" ?(?:UTC|GMT|Z)$", "+00:00", written))


def _numbers(written: str) -> tuple[int, int, int] | None:
    if match := _ISO.match(written):
        year, month, day = (int(g) for g in match.groups() if g is not None)
        return year, month, day
    if match := _DAY_FIRST.match(written):
        return int(match[3]), _month(match[2]), int(match[1])
    if match := _MONTH_FIRST.match(written):
        return int(match[3]), _month(match[1]), int(match[2])
    return None


def _month(name: str) -> int:
    return MONTHS.index(name[:3].lower()) + 1
