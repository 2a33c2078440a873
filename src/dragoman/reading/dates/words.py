"""The words of the calendar, and the pieces of patterns that find them. A blank in a pattern stands for any white space."""

from __future__ import annotations

import re

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
    "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth",
    "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first",
)  # fmt: skip
SEASONS = {"spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter"}
DAY_PARTS = "morning|afternoon|evening|night|midnight|noon|lunchtime|midday|dawn|dusk"

WEEKDAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day(?![a-z])|(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\.(?=,? \w))"
)
WEEKDAY_BEFORE_DATE = (
    r"(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun))(?![a-z])\.?)"
)
MONTH = (
    r"(?:(?:january|february|march|april|may|june|july|august|september|october|november|december)(?![a-z])"
    r"|(?:jan|feb|apr|aug|sept?|oct|nov|dec|mar|jun|jul)(?![a-z])\.?(?= ?\d|,? ?\d{4}))"
)
MONTH_AFTER = (
    r"(?:(?:january|february|march|april|may|june|july|august|september|october|november|december)(?![a-z])"
    r"|(?:jan|feb|apr|aug|sept?|oct|nov|dec|mar|jun|jul)(?![a-z])(?:\.(?= ?[,\d]| [a-z(]))?)"
)
"""A month behind its day, where a short name needs no number after it."""
DAY = (
    r"(?<![\d.,:$€£])(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
    r"(?![\d%]|[.:]\d|,(?!(?:19|20)\d\d(?!\d))\d|[-–](?:year|day|week|month|hour|point|member|nation|mile)|[a-z]| (?:percent|per cent|pct|[ap]\.?m\b))"
)
ORDINAL_DAY = "|".join(sorted(ORDINALS, key=len, reverse=True)).replace("-", "[- ]")
YEAR = r"(?<![\d.,:$€£#])(?:1[0-9]\d\d|20\d\d)(?![\d%]|[.,:]\d|[a-z])"
NUMBER = (
    rf"(?:\d{{1,3}}(?![\d.,:])|an?|one|(?:{'|'.join(TENS)})[- ](?:{'|'.join(SMALL[1:10])})|"
    rf"{'|'.join(sorted(SMALL[2:], key=len, reverse=True))}|{'|'.join(TENS)}|(?:a )?couple of|a (?:hundred|dozen)|"
    r"a (?:few|number of)|several|some|many|few)"
)
UNIT = r"(?:day|week|fortnight|month|quarter|year|decade|century|centurie)"
TO = r"(?: ?[-–—] ?| to | through | until | till | thru )"
LAST_YEAR = r"(?:,? (?:of )?(?P<ry>last|this|next|that|the same|the following|the previous) year(?!['’]s))"

_DIGITS = re.compile(r"\d+")


def month_number(word: str) -> int:
    """Return 1 to 12 for a month's name, its short form or its number."""
    if word.isdecimal():
        return int(word)
    start = word.lower()[:3]
    return next(i for i, m in enumerate(MONTHS, 1) if m[:3] == start)


def weekday_number(word: str) -> int:
    """Return 0 (Monday) to 6 for a weekday's name or its short form."""
    start = word.lower()[:2]
    return next(i for i, d in enumerate(WEEKDAYS) if d[:2] == start)


def day_number(words: str) -> int:
    """Return the number of "7", "7th" or "seventh"."""
    if found := _DIGITS.match(words):
        return int(found.group())
    return ORDINALS.index("-".join(words.lower().replace("-", " ").split())) + 1


def whole_number(words: str) -> int | None:
    """Return the number that the words count; None where they do not say one ("several")."""
    words = " ".join(words.lower().replace("-", " ").split())
    if words.isdecimal():
        return int(words)
    if words in ("a", "an"):
        return 1
    if words.endswith("couple of"):
        return 2
    if words in ("a hundred", "a dozen"):
        return 100 if words == "a hundred" else 12
    total = 0
    for word in words.split():
        if word in SMALL:
            total += SMALL.index(word)
        elif word in TENS:
            total += 10 * (TENS.index(word) + 2)
        else:
            return None
    return total or None


def spoken_year(words: str) -> int | None:
    """Return the year that a newsreader says: "nineteen ninety-seven", "two thousand and four"."""
    parts = words.lower().replace("-", " ").split()
    if parts[:2] == ["two", "thousand"]:
        rest = [p for p in parts[2:] if p != "and"]
        return 2000 + ((whole_number(" ".join(rest)) or 0) if rest else 0)
    century = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}.get(parts[0])
    rest_number = whole_number(" ".join(parts[1:]))
    return century + rest_number if century is not None and rest_number is not None else None
