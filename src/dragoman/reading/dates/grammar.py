"""The patterns of date phrases, tried in this order at each place of a text; the first that fits takes the words.

`sort` names how the phrase is resolved; named groups are its parts. All patterns are joined into one expression, so that a
text is walked once. They are matched on a copy of the text in small letters.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.reading.dates.words import (
    DAY,
    DAY_PARTS,
    LAST_YEAR,
    MONTH,
    MONTH_AFTER,
    MONTHS,
    NUMBER,
    ORDINAL_DAY,
    ORDINALS,
    SMALL,
    TENS,
    TO,
    UNIT,
    WEEKDAY,
    WEEKDAY_BEFORE_DATE,
    WEEKDAYS,
    YEAR,
)
from dragoman.reading.lexicon import load

ANY_DAY = rf"(?:{DAY}|(?:{ORDINAL_DAY})\b)"
WD = rf"(?:{WEEKDAY_BEFORE_DATE}(?: (?:{DAY_PARTS}))?(?:,? | ?\())"
TAIL_YEAR = rf"(?:,? ?(?P<y>{YEAR})|{LAST_YEAR})?"
MOD = r"(?:(?P<mod>earlier|early|later|late|mid|sometime|some time)(?: ?- ?| )(?:on |in )?)"
EDGE = r"(?:(?:the )?(?:very )?(?P<edge>end|start|beginning|middle|close|turn|outset)(?: of |-))"
REL = r"this past|this coming|this|last|next|the previous|the following|the next|the preceding|the coming|the past"
QUARTER = r"(?:first|second|third|fourth|1st|2nd|3rd|4th)"
SEASON = r"(?:spring|summer|autumn|fall|winter)(?!\w|-)"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to word a date: how it is resolved, and the expression whose named groups are its parts."""

    sort: str
    expression: str


HOLIDAYS = {name: n for n, entry in enumerate(load("holidays")["entry"]) for name in entry["words"]}
"""The names of feasts, each with the number of its entry in the lexicon."""

PATTERNS = (
    Pattern("iso", r"(?<![\d-])(?P<y>[12]\d{3})-(?P<m>[01]\d)-(?P<d>[0-3]\d)(?![\d-])"),
    Pattern("numeric", r"(?<![\d/.-])(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>[12]\d{3}|\d\d)(?![\d/]|\.\d)"),
    Pattern("numeric", r"(?<![\d/.-])(?P<a>\d{1,2})(?P<dot>\.)(?P<b>\d{1,2})\.(?P<y>[12]\d{3})(?![\d/]|\.\d)"),
    Pattern(
        "days",
        rf"(?:overnight (?:on |from )?)?(?:{WD})?(?P<m>{MONTH}) (?P<d>{DAY})(?:,? (?P<y1>{YEAR}))?{TO}"
        rf"(?:(?:{WD})?(?P<m2>{MONTH}) )?(?P<d2>{DAY})(?:,? ?(?P<y>{YEAR})|{LAST_YEAR})?",
    ),
    Pattern("days", rf"between (?P<m>{MONTH}) (?P<d>{DAY}) and (?:(?P<m2>{MONTH}) )?(?P<d2>{DAY}){TAIL_YEAR}"),
    Pattern(
        "days",
        rf"(?:overnight (?:on |from )?)?(?P<d>{DAY})(?: (?:of )?(?P<m>{MONTH})(?:,? (?P<y1>{YEAR}))?)?{TO}(?:the )?(?P<d2>{DAY}) "
        rf"(?:of )?(?P<m2>{MONTH_AFTER}){TAIL_YEAR}",
    ),
    Pattern(
        "days",
        rf"between (?:the )?(?P<d>{DAY})(?: (?:of )?(?P<m>{MONTH}))? and (?:the )?(?P<d2>{DAY}) (?:of )?(?P<m2>{MONTH}){TAIL_YEAR}",
    ),
    Pattern(
        "week-of",
        rf"(?:the )?week (?P<how>of|beginning|starting|ending) (?:on )?(?:{WD})?(?P<m>{MONTH}) (?P<d>{DAY}){TAIL_YEAR}",
    ),
    Pattern("day", rf"(?:(?:(?P<rel>last|this|next) )|{WD})?(?P<m>{MONTH}) (?:the )?(?P<d>{ANY_DAY}){TAIL_YEAR}"),
    Pattern("day", rf"(?:{WD})?(?:the )?(?P<d>{DAY}) (?:of )?(?P<m>{MONTH_AFTER}){TAIL_YEAR}"),
    Pattern("day-of-month", r"the (?P<d>(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th))(?![-\w])(?! of)"),
    Pattern("day", rf"the (?P<d>{ORDINAL_DAY}) of (?P<m>{MONTH}){TAIL_YEAR}"),
    Pattern("day", rf"(?<![\d.,$€£])(?P<d>{DAY})(?=(?:, {DAY}){{0,3}},? (?:and|or|&) (?:the )?{DAY} (?P<m>{MONTH}))"),
    Pattern(
        "week-in",
        rf"(?:the )?(?P<nth>first|second|third|fourth|last|final|opening) (?P<unit>week|weekend|days) (?:of|in) (?P<m>{MONTH}){TAIL_YEAR}",
    ),
    Pattern(
        "half",
        rf"(?:the )?(?P<nth>first|second|last|latter) half of (?:(?P<m>{MONTH}),? ?)?(?P<y>{YEAR})?(?:(?P<rel>this|last|next|the) (?P<unit>month|year))?",
    ),
    Pattern(
        "holiday",
        rf"(?:(?P<rel>this|last|next) )?(?P<name>{'|'.join(sorted(HOLIDAYS, key=len, reverse=True))})(?!\w|-| (?:agreement|accord|rising))"
        rf"(?:,? (?P<y>{YEAR})|{LAST_YEAR})?",
    ),
    Pattern(
        "months", rf"(?P<m>{MONTH})(?:,? (?P<y1>{YEAR}))?{TO}(?P<m2>{MONTH})(?! ?\d{{1,2}}\b)(?:,? (?P<y>{YEAR}))?"
    ),
    Pattern(
        "months",
        rf"between (?P<m>{MONTH})(?:,? (?P<y1>{YEAR}))? and (?P<m2>{MONTH})(?! ?\d{{1,2}}\b)(?:,? (?P<y>{YEAR}))?",
    ),
    Pattern(
        "month",
        rf"(?:{MOD}|{EDGE})?(?:the month of )?(?:(?P<rel>{REL}) )?(?P<m>{MONTH})(?:,? (?:of )?(?P<y>{YEAR})| of the year|{LAST_YEAR})?",
    ),
    Pattern(
        "quarter",
        rf"(?:(?:the|its|their|his|this|last|next|a) )?(?:(?P<y1>{YEAR}) |(?P<fiscal>fiscal)[- ]|(?P<ago>year[- ](?:ago|earlier)) "
        rf"|(?P<py>this|last|next) year['’]s (?:fiscal )?|calendar ){{0,2}}(?P<q>{QUARTER})[- ]quarter"
        rf"(?!s)(?: (?:of|in) (?:fiscal (?:year )?)?(?P<y>{YEAR})|(?: of)? (?P<ry>last|this|next|that|the same) year)?",
    ),
    Pattern("quarter", rf"\b(?P<q>q[1-4])(?: (?:of )?(?P<y>{YEAR}))?"),
    Pattern(
        "quarter-told",
        r"(?:the )?(?:comparable |corresponding |same )?(?P<ago>year[- ](?:ago|earlier))(?![- ]\w+[- ]months)(?: (?:quarter|period))?",
    ),
    Pattern("quarter-told", rf"the (?:(?P<y>{YEAR}) )(?:quarter|period)"),
    Pattern("quarter-told", r"(?P<latest>(?:the|its|their) (?:latest|most recent)) (?:fiscal )?(?:quarter|period)"),
    Pattern("quarter-told", r"(?P<that>(?:the|that) quarter)(?! of|-)"),
    Pattern("years", rf"(?P<y>{YEAR}) ?[-–—/] ?(?P<y2>{YEAR}|\d\d(?!\d|-))"),
    Pattern("years", rf"(?:(?P<y>{YEAR}) (?:to|through|until) |between (?P<ya>{YEAR}) and )(?P<y2>{YEAR})"),
    Pattern("decade", r"(?:the )?(?:(?P<mod>early|mid|late)(?: ?- ?| ))?(?<![\d.,$€£])(?P<y>1[5-9]\d0|20\d0)['’]?s\b"),
    Pattern("decade", r"the (?:(?P<mod>early|mid|late)(?: ?- ?| ))?['’](?P<y>[2-9]0)s\b"),
    Pattern(
        "season",
        rf"(?:{MOD}|{EDGE})?(?:(?P<rel>{REL}|the|that) )?(?P<s>{SEASON})(?:(?: of)?,? (?P<y>{YEAR})|{LAST_YEAR})?",
    ),
    Pattern("year", rf"(?:{MOD}|{EDGE})?(?:(?P<fiscal>fiscal(?: year)?|fy) ?)?(?:(?P<the>the year) )?(?P<y>{YEAR})"),
    Pattern(
        "year",
        rf"(?:the year )?(?P<spoken>(?:eighteen|nineteen) (?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(SMALL[1:10])}))?)\b",
    ),
    Pattern("year", rf"the year (?P<spoken>two thousand(?: (?:and )?(?:{'|'.join(SMALL[1:])}))?)\b"),
    Pattern("spread", rf"overnight (?:(?:on|from) )?(?P<w>{WEEKDAY}) (?:to|into|and) (?P<w2>{WEEKDAY})"),
    Pattern(
        "spread",
        rf"(?P<w>{WEEKDAY}) (?:evening|night|overnight)(?: and)? (?:to|into) (?:early )?(?P<w2>{WEEKDAY})(?: (?:{DAY_PARTS}))?",
    ),
    Pattern("spread", rf"overnight (?:in)?to (?P<w2>{WEEKDAY})"),
    Pattern("spread", rf"(?:between (?P<w>{WEEKDAY}) and (?P<w2>{WEEKDAY}))"),
    Pattern("spread", rf"(?P<w>{WEEKDAY}){TO}(?P<w2>{WEEKDAY})"),
    Pattern("overnight", r"overnight\b"),
    Pattern(
        "weekday",
        rf"(?:(?P<n>an?|one|two) (?P<nu>day|week)s? from )?(?:(?:early|late|earlier|later|overnight) (?:on )?)?"
        rf"(?:(?P<rel>{REL}|the same|that same|that) )?(?:overnight )?(?P<w>{WEEKDAY})(?! (?:morning|afternoon|evening|night)s\b)"
        rf"(?: (?:{DAY_PARTS}))?(?:(?: of)? (?P<week>last|this|next|the following|the previous) week|,? (?P<d>\d{{1,2}})(?:st|nd|rd|th))?",
    ),
    Pattern("today", r"(?:the )?day (?P<past>before) yesterday|(?:the )?day (?P<to>after) tomorrow"),
    Pattern(
        "today",
        r"(?:(?:early|late|earlier|later) )?(?P<word>today|yesterday|tomorrow|tonight)(?: (?:morning|afternoon|evening|night))?\b",
    ),
    Pattern(
        "today",
        r"(?:(?:early|late|earlier|later) )?(?:(?P<lastnight>last night|last evening)|this (?P<now>morning|afternoon|evening))\b",
    ),
    Pattern(
        "same",
        r"(?:(?P<mod>early|late|earlier|later) (?:on )?)?(?:(?:the|that|this) (?:very )?same|that(?: very)?|same) "
        r"(?P<unit>day|week|weekend|month|quarter|year|morning|afternoon|evening|night|summer|spring|autumn|winter)\b(?! as\b)",
    ),
    Pattern("same", r"(?P<in>earlier|later) in the (?P<unit>day)\b"),
    Pattern(
        "shifted",
        r"(?:(?:early|late|later) )?(?:the )?(?P<rel>previous|preceding|following|next|day before|day after|day earlier|day later)"
        r"(?:(?<=before)|(?<=after)|(?<=earlier)|(?<=later)| (?:day|morning|afternoon|evening|night)(?! or\b))\b",
    ),
    Pattern(
        "ago",
        rf"(?:(?P<about>about|around|some|nearly|almost|roughly|approximately|more than|over|less than|just over|just under|at least) )?"
        rf"(?P<n>{NUMBER})(?: or so)? (?P<unit>{UNIT})s?(?: or so)? "
        r"(?P<dir>ago|earlier|later|before|after|afterwards?|previously|prior|from (?:now|today|yesterday|tomorrow)|hence)\b(?: this (?P<within>week|month))?",
    ),
    Pattern(
        "time",
        rf"in (?:(?P<about>about|around|roughly|approximately|just over|just under) )?(?P<n>{NUMBER}) (?P<unit>{UNIT})s?(?P<time>['’]s? time)?\b",
    ),
    Pattern(
        "approximate",
        rf"(?:the )?(?P<rel>past|last|next|coming|previous|following|preceding) (?P<n>{NUMBER}) (?P<unit>{UNIT})s?\b",
    ),
    Pattern(
        "period",
        rf"(?:{MOD}|{EDGE})?(?P<rel>{REL}|the same|the current(?: fiscal)?|the full|the|current|that) (?P<unit>week|weekend|month|quarter|year|decade|century)\b",
    ),
    Pattern("period", r"(?P<edge>year|month)(?:['’]s|[- ]) ?end\b"),
    Pattern("mid-week", r"mid-?week"),
)


def _compile(expression: str) -> re.Pattern[str]:
    """Compile an expression in which a blank stands for any white space."""
    spaced = expression.replace("[- ]", r"[-\s]").replace(" ?", r"\s*").replace(" ", r"\s+")
    return re.compile(rf"(?<!\w)(?:{spaced})")


def _nameless(expression: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", expression)


@cache
def each_pattern(number: int) -> re.Pattern[str]:
    """Return one pattern by itself, to take its parts. Compiled when first asked for."""
    return _compile(PATTERNS[number].expression)


@cache
def any_pattern() -> re.Pattern[str]:
    """Return all patterns in one: the name of the group that took part is "p" and the pattern's number."""
    return _compile("|".join(f"(?P<p{n}>{_nameless(p.expression)})" for n, p in enumerate(PATTERNS)))


KEY = re.compile(
    r"(?<![a-z])(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)s?\.|jan|feb|mar|apr|may|jun|jul|aug"
    r"|sep|oct|nov|dec|to(?:day|morrow|night)|yesterday|overnight|week|month|year|quarter|decade|centur|fortnight|midweek|day"
    r"|morning|evening|afternoon|night|spring|summer|autumn|fall|winter|q[1-4]|period|christmas|easter|thanksgiving|halloween|nineteen|eighteen|two\s+thousand)"
    r"|[12]\d{3}|\d/\d|\d(?:st|nd|rd|th)\b|\d\.\d{1,2}\.\d|['’]\d0s"
)
"""A word without which there is no date."""
REACH = 9
"""How many words of a phrase may stand before its first key word, at most."""
FIRST = frozenset({
    "between", "from", "overnight", "week", "the", "last", "final", "opening", "latter", "early", "earlier", "late",
    "later", "mid", "sometime", "some", "end", "start", "beginning", "middle", "close", "turn", "outset", "this",
    "next", "previous", "following", "preceding", "months", "month", "its", "their", "his", "a", "an", "year",
    "fiscal", "fy", "calendar", "comparable", "corresponding", "same", "that", "very", "eighteen", "midweek",
    "spring", "summer", "autumn", "fall", "winter", "day", "today", "yesterday", "tomorrow", "tonight", "about",
    "around", "nearly", "almost", "roughly", "approximately", "more", "than", "over", "less", "just", "at", "least",
    "in", "coming", "past", "current", "couple", "few", "several", "many", "half", "mid-week", "q1", "q2", "q3",
    "q4", "third-quarter", "first-quarter",
    *WEEKDAYS, *MONTHS, *SMALL, *TENS, *ORDINALS, *(re.split(r"[ '’]", name)[0] for name in HOLIDAYS),
})  # fmt: skip
"""Words that a phrase may begin with, besides numbers and short names of months and days."""
SHORT = frozenset(name[:3] for name in (*WEEKDAYS, *MONTHS)) | {
    "mid",
    "yea",
    "fir",
    "sec",
    "thi",
    "fou",
    "1st",
    "2nd",
    "3rd",
    "4th",
}


def starts(text: str, begin: list[int], words: list[str]) -> Iterator[int]:
    """Yield the offsets in `text` at which a date phrase may begin: few words before a word that dates have.

    `begin` are the offsets of the words, `words` the words in small letters.
    """
    tried = 0
    for key in KEY.finditer(text):
        last = bisect_right(begin, key.start())
        for i in range(max(tried, last - REACH), last):
            word = words[i]
            if word in FIRST or word[0].isdigit() or word[:3] in SHORT:
                yield begin[i]
        tried = max(tried, last)
