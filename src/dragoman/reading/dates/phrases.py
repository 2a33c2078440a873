"""Finds the phrases that name a day or a longer time and takes them apart; computes none of them.

Durations ("for two years"), ages, sets ("every Friday") and words without a day ("recently") are no phrases.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from string import ascii_uppercase

from dragoman.reading.dates.grammar import HOLIDAYS, PATTERNS, any_pattern, each_pattern, starts
from dragoman.reading.dates.guards import Candidate, admits
from dragoman.reading.dates.known_days import of_deed
from dragoman.reading.dates.tense import tense_of
from dragoman.reading.dates.words import (
    MONTHS,
    SEASONS,
    WEEKDAYS,
    day_number,
    month_number,
    spoken_year,
    weekday_number,
    whole_number,
)
from dragoman.reading.grammar.parse import Parse
from dragoman.reading.lexicon import load
from dragoman.reading.marks import DatePhrase
from dragoman.terms.span import Span

GAP = re.compile(r"\n\s*\n")
BOUND = re.compile(
    r"\b(since|until|till|through|up to)(?: at least| about| around| early| late| mid-?)?(?: the)?\s+$", re.IGNORECASE
)
AND_DAY = re.compile(
    r"(?:,|,?\s+(?:and|or|&))\s+(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)?(?=\s*(?:[,.;)]|$|and\b|in\b|at\b|to\b|by\b))"
)


MOVED = re.compile(
    r"\b(?:mov|postpon|delay|reschedul|shift|push|brought|bring|chang|deferr|extend|put (?:back|off))[a-z]*\b[^.;\n]*\bfrom\s+$"
)
STEP = re.compile(r"\s+(?:to|until|till)\s")
STRETCHES = frozenset({"days", "spread", "months", "years"})
CALENDAR_NAMES = frozenset({"m", "m2", "w", "w2"})
PLAIN_NAMES = frozenset((*MONTHS, *WEEKDAYS)) - {"march", "may"}
"""Names of months and days that mean nothing else, so that a small letter does no harm."""
SMALL_LETTERS = {ord(c): c.lower() for c in ascii_uppercase}


def find_dates(parse: Parse) -> tuple[DatePhrase, ...]:
    """Find the date phrases of a text, in its order, none over another."""
    return tuple(_phrases(parse))


def _phrases(parse: Parse) -> Iterator[DatePhrase]:
    text, at, grammar = parse.text.translate(SMALL_LETTERS), 0, any_pattern()
    for start in starts(text, parse.start, parse.lower):
        if start < at:
            continue
        found = grammar.match(text, start)
        if found is not None and (end := _cut(text, found)) is not None:
            found = grammar.match(text, start, end)
        phrases = _taken(parse, found) if found is not None else None
        if phrases:
            yield from phrases
            at = phrases[-1].span.end


def _cut(text: str, found: re.Match[str]) -> int | None:
    """Where a phrase has to end before its match does: at a paragraph's end; at the "to" of "moved from Monday to Friday"."""
    if gap := GAP.search(text, found.start(), found.end()):
        return gap.start()
    if PATTERNS[_number(found)].sort in STRETCHES and MOVED.search(text, max(0, found.start() - 60), found.start()):
        to = STEP.search(text, found.start(), found.end())
        return to.start() if to is not None else None
    return None


def _number(found: re.Match[str]) -> int:
    return int(str(found.lastgroup)[1:])


def _taken(parse: Parse, found: re.Match[str]) -> list[DatePhrase] | None:
    """The phrases that a match of all patterns gives; None where its words are no date here."""
    number = _number(found)
    taken = each_pattern(number).match(found.string, found.start(), found.endpos)
    parts = _parts(taken, parse.text) if taken is not None else None
    words = range(bisect_right(parse.end, found.start()), bisect_left(parse.start, found.end()))
    sort = PATTERNS[number].sort
    if parts is None or not words or not admits(sort, Candidate(parse, words, parts)):
        return None
    return list(_with_more_days(parse, Span(found.start(), found.end()), sort, parts, words))


def _parts(taken: re.Match[str], text: str) -> dict[str, str] | None:
    """The named parts in plain form: numbers as digits, words in lower case; None where a number says no number."""
    parts: dict[str, str] = {}
    for name, value in taken.groupdict().items():
        if value is None:
            continue
        if (
            name in CALENDAR_NAMES
            and not value.isdecimal()
            and value.rstrip(".") not in PLAIN_NAMES
            and not text[taken.start(name)].isupper()
        ):
            return None
        plain = _plain(name, value)
        if plain is None:
            return None
        parts[name] = plain
    return parts


def _plain(name: str, value: str) -> str | None:
    match name:
        case "m" | "m2":
            return str(month_number(value))
        case "d" | "d2":
            return str(day_number(value))
        case "w" | "w2":
            return str(weekday_number(value))
        case "n":
            number = whole_number(value)
            return None if number is None else str(number)
        case "spoken":
            year = spoken_year(value)
            return None if year is None else str(year)
        case "name":
            return _holiday(value)
        case "s":
            return SEASONS[value.lower()]
        case _:
            return " ".join(value.lower().removeprefix("the ").split())


def _holiday(name: str) -> str:
    """How a feast is computed: "day 12 25", "easter -2", "nth 11 3 4"."""
    entry = load("holidays")["entry"][HOLIDAYS[" ".join(name.split())]]
    how = next(key for key in ("day", "easter", "nth") if key in entry)
    values = entry[how] if isinstance(entry[how], list) else [entry[how]]
    return " ".join([how, *map(str, values)])


def _with_more_days(parse: Parse, span: Span, sort: str, parts: dict[str, str], words: range) -> Iterator[DatePhrase]:
    """The phrase itself and the bare days after it: "May 3 and 4" are two dates."""
    tense = tense_of(parse, words[0], words[-1])
    if bound := BOUND.search(parse.text, max(0, span.start - 24), span.start):
        parts["bound"] = "since" if bound[1].lower() == "since" else "until"
    if sort == "day" and "y" not in parts and of_deed(parse, words[0], words[-1]):
        parts["done"] = ""
    yield DatePhrase(span, sort, tuple(parts.items()), tense)
    if sort != "day" or "y" in parts:
        return
    at = span.end
    while more := AND_DAY.match(parse.text, at):
        if not 1 <= int(more[1]) <= 31:
            return
        again = {"m": parts["m"], "d": more[1]}
        yield DatePhrase(Span(more.start(1), more.end()), sort, tuple(again.items()), tense)
        at = more.end()
