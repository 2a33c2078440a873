"""Date phrases and the publication day -> days in the world.

Reads the phrases in the order of the text, so that "the same day" can count from the last date told. Where no day can be
named the answer is None; nothing is guessed and no clock is asked.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from dragoman.reading.marks import DatePhrase
from dragoman.resolving.counted_days import COUNTED
from dragoman.resolving.named_days import NAMED
from dragoman.resolving.periods import Period
from dragoman.resolving.ruled_days import RULED
from dragoman.resolving.told import Asked, Parts, Told
from dragoman.terms.when import Bound, When

RULES = {**NAMED, **RULED, **COUNTED}
SENTENCE = re.compile(r"[.!?][\"'”’)]*\s+[\"'“‘(]*[A-Z]|\n\s*\n")
JOINT = re.compile(r"(?:,|,?\s+(?:and|or|then))\s+(?:on\s+)?")
FIGURE = re.compile(
    r"(?:from|against|with|than|to)\s+(?!\d{4}\b)[^.;\n]{0,12}\d(?:[^;\n.]|\.\d)*$|(?:higher|lower|more|less|up|down|rose|fell|grew)\b"
    r"(?:[^;\n.]|\.\d)*(?:than|from)\s+$"
)
"""A figure that is compared with an earlier one: "rose to 40 million from 30 million a year earlier"."""
NEAR = 8
"""How many characters may stand between "in 2018" and the day in it: ", on "."""
ERAS = frozenset({"day", "month", "season", "year"})
"""Phrases that, with their year, set the year of dates after them in the sentence."""
BESIDE = "beside"
"""Phrases that count from the day of a thing told with them and stand behind all others: "a day after the talks"."""
COMPARED = frozenset({"quarter-told"})
"""Phrases that a figure is compared with ("a year earlier"): the next one counts from the same date again."""


def resolve_dates(phrases: tuple[DatePhrase, ...], published: date, text: str) -> tuple[When | None, ...]:
    """Return for each phrase the days that it names, None where no day can be named."""
    told = Told(published)
    rows = _rows(phrases, text)
    out: list[When | None] = []
    era_end = 0
    for n, phrase in enumerate(phrases):
        parts = dict(phrase.parts) | rows.get(n, {})
        if told.era is not None and _past_era(told.era, text, era_end, phrase.span.start):
            told.era = None
        if phrase.pattern == "ago" and FIGURE.search(text, max(0, phrase.span.start - 90), phrase.span.start):
            parts["compared"] = "figure"
        if phrase.pattern == BESIDE:
            found = _beside(phrase, parts, out[int(parts["base"])], text)
            out.append(found if found is None or found.start <= published else None)
            continue
        period = _resolve(phrase, parts, told)
        if period is None:
            out.append(None)
            continue
        if phrase.pattern not in COMPARED and (phrase.pattern != "ago" or parts["unit"] not in ("year", "quarter")):
            told.note(period)
        if told.era is not None and phrase.pattern in ERAS:
            era_end = phrase.span.end
        if "y" in parts and period.end.year < published.year and phrase.pattern in ERAS and _opens(phrase, text):
            told.era, era_end = period, phrase.span.end
        out.append(_when(phrase, parts, period, text))
    return tuple(out)


def _beside(phrase: DatePhrase, parts: Parts, base: When | None, text: str) -> When | None:
    """The day so many days from another one: "a day after"; none from a month or a year."""
    if base is None or base.granularity != "day":
        return None
    at = base.start + timedelta(int(parts["days"]))
    return When(at, at, "day", phrase.span.of(text), rule=BESIDE)


def _past_era(era: Period, text: str, end: int, start: int) -> bool:
    """Whether a date stands too far from the one that set the year: in another sentence, or not right behind a bare year."""
    return SENTENCE.search(text, end, start) is not None or (era.granularity == "year" and start - end > NEAR)


def _opens(phrase: DatePhrase, text: str) -> bool:
    """Whether a date sets the year of those after it: a bare year does so after "in" only ("the 2015 accord" does not)."""
    return phrase.pattern != "year" or text[max(0, phrase.span.start - 3) : phrase.span.start].lower() == "in "


def _rows(phrases: tuple[DatePhrase, ...], text: str) -> dict[int, Parts]:
    """The weekdays that stand in a row ("on Monday and Tuesday"), as a further part of each."""
    rows: dict[int, Parts] = {}
    row: list[int] = []
    for n, phrase in enumerate(phrases):
        if not row or not _follows(phrases[n - 1], phrase, text):
            row = []
        if phrase.pattern == "weekday" and not {"rel", "week", "n"} & dict(phrase.parts).keys():
            row.append(n)
        if len(row) > 1:
            numbers = " ".join(dict(phrases[i].parts)["w"] for i in row)
            rows.update({i: {"row": numbers} for i in row})
    return rows


def _follows(one: DatePhrase, other: DatePhrase, text: str) -> bool:
    """Whether two weekdays are joined and the second comes soon after the first."""
    if one.pattern != "weekday" or other.pattern != "weekday":
        return False
    step = (int(dict(other.parts)["w"]) - int(dict(one.parts)["w"])) % 7
    return 1 <= step <= 3 and JOINT.fullmatch(text, one.span.end, other.span.start) is not None


def _when(phrase: DatePhrase, parts: Parts, period: Period, text: str) -> When:
    return When(
        period.start,
        period.end,
        period.granularity,
        phrase.span.of(text),
        mod=period.mod,
        bound=_bound(parts),
        rule=f"{phrase.pattern}, {phrase.tense}" if phrase.tense else phrase.pattern,
    )


def _bound(parts: Parts) -> Bound | None:
    bound = parts.get("bound")
    return "since" if bound == "since" else "until" if bound == "until" else None


def _resolve(phrase: DatePhrase, parts: Parts, told: Told) -> Period | None:
    rule = RULES.get(phrase.pattern)
    if rule is None:
        return None
    try:
        return rule(Asked(parts, phrase.tense, told))
    except (ValueError, OverflowError):
        return None
