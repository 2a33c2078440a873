"""A written publication day -> a date: the few unambiguous forms that headers, tables and feeds use."""

from __future__ import annotations

import re
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_WEEKDAY = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,? +)?"
_ISO = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?!\d)|(\d{4})(\d\d)(\d\d)(?!\d)|(\d{4})/(\d\d?)/(\d\d?)(?!\d)")
_DAY_FIRST = re.compile(rf"{_WEEKDAY}(\d\d?)(?:st|nd|rd|th)? +{_NAME},? +(\d{{4}})(?!\d)", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"{_WEEKDAY}{_NAME} +(\d\d?)(?:st|nd|rd|th)?,? +(\d{{4}})(?!\d)", re.IGNORECASE)


def parse_day(written: str) -> date | None:
    """Return the day that `written` names, None where it names none.

    Read are ISO days (with any time after them: the day stands as written, in its own time zone), `14 May 2025`,
    `May 14, 2025` and both with a weekday. `5/6/2025` names two days, so none. A day that no calendar has (30 February)
    is None too.
    """
    numbers = _numbers(written.strip())
    if numbers is None:
        return None
    try:
        return date(*numbers)
    except ValueError:
        return None


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
