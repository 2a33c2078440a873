"""Date phrases and the publication day -> days in the world.

Reads the phrases in the order of the text, so that "the same day" can count from the last date told. Where no day can be
named the answer is None; nothing is guessed and no clock is asked.
"""

from __future__ import annotations

from datetime import date

from dragoman.reading.marks import DatePhrase
from dragoman.resolving.counted_days import COUNTED
from dragoman.resolving.named_days import NAMED
from dragoman.resolving.periods import Period
from dragoman.resolving.ruled_days import RULED
from dragoman.resolving.told import Asked, Parts, Told
from dragoman.terms.when import Bound, When

RULES = {**NAMED, **RULED, **COUNTED}
COMPARED = frozenset({"quarter-told"})
"""Phrases that a figure is compared with ("a year earlier"): the next one counts from the same date again."""


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
        return rule(Asked(parts, phrase.tense, told))
    except (ValueError, OverflowError):
        return None
