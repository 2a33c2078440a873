"""Finds numbers in a text, in digits and in words, with what compares them: "more than two dozen", "20 to 30 million".

Works on the bare text, so that it needs no grammar. A number in a longer string ("F-16", "45-day", "29th", "30km", "50%")
is none. Where words name only a least ("dozens"), the value is twice their unit and the comparator is `>=`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from dragoman.reading.lexicon import load
from dragoman.terms.findings import Comparator
from dragoman.terms.span import Span

SMALL = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split()
    )
}
TENS = {
    word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
SCALES = {
    "dozen": 12, "score": 20, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "mln": 10**6, "mn": 10**6, "m": 10**6, "bln": 10**9, "bn": 10**9, "tn": 10**12, "k": 1000,
}  # fmt: skip
SIGNS = r"(?:dlrs?|rs\.?|usd|eur|gbp|inr)(?=\s?\d)|(?:US|AU|A|C|CA|HK|NZ|R|S)?\$|£|€|¥|₹|₽|₪|₩|₴|₺|₦"
SIGN_WORDS = ("dlr", "dlrs", "rs", "usd", "eur", "gbp", "inr")
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[\u00a0\u202f]\d{3})+|\d{1,3}(?:\s000)+|\d+(?:\.\d+)?"
_UNIT = "|".join(w for w in SMALL if w != "zero")
_WORD = rf"(?:{'|'.join(TENS)})(?:[-\s](?:{_UNIT}))?|{_UNIT}"
_SCALE = "dozen|hundred|thousand|million|billion|trillion|mln|bln|mn|bn|tn"
_HUNDREDS = rf"(?:an?|{_WORD})\shundred(?:\sand)?\s(?:{_WORD})"
MEMBERED = "nation|country|member|man|woman|person|strong"
"""What a number stands before with a hyphen to say how many belong: "the 40-*nation* league", "a 3,000-*strong* army"."""
_SHORT = r"(?:million|thousand|billion|trillion|mln|bln|mn|bn|tn|m|k)"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number with its bounds where it is a range, and the words that compare it. `span` includes those words.

    `core` is the number alone, `sign` a currency sign; `vague` is true where no exact number is named.
    """

    span: Span
    core: Span
    value: float
    low: float | None = None
    high: float | None = None
    comparator: Comparator = "="
    sign: str | None = None
    vague: bool = False


@cache
def words_for(part: str) -> dict[str, str]:
    """Return the words of one part of the lexicon with their senses."""
    return {w: e["sense"] for e in load("figures")["entry"] if e["part"] == part for w in e["words"]}


def _alternatives(part: str) -> str:
    spaced = sorted(words_for(part), key=len, reverse=True)
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in spaced)


_PEOPLED = (
    r"(?:(?:people|refugees|civilians|workers|children|others|residents|women|men|voters)\b|"
    r"(?:are|were|ha[sd]|have|(?:have|had) been) (?:\w+ly )?(?:homeless|displaced|dead|fled|killed|hungry|starving|uprooted|stranded|left|died)\b)"
)
"""What tells that "1.3m" counts people: the same letters are metres and kilometres."""


@cache
def _number() -> re.Pattern[str]:
    several, plural = _alternatives("several"), _alternatives("plural")
    return re.compile(
        rf"(?<![\w./:$#])(?<![A-Za-z][-–‑])(?<!\d['’′])(?:"
        rf"(?P<sign>{SIGNS})\s?(?:{_DIGITS})(?:[\s-]?{_SHORT}\b)?"
        rf"|(?:{_DIGITS})(?:[\s-]?(?:{_SCALE})s?\b)*"
        rf"|(?:{_DIGITS})[mk](?=\s{_PEOPLED})"
        rf"|{_HUNDREDS}(?:[\s-](?:{_SCALE})\b)*"
        rf"|(?:half\san?|{several}|an?)\s(?:{_SCALE})\b(?:\s(?:{_SCALE})\b)*"
        rf"|(?P<plural>(?:(?:tens|hundreds|thousands|dozens)\sof\s)?(?:{plural}))\b"
        rf"|(?:{_WORD})\b(?:[\s-](?:{_SCALE})\b)*"
        rf")(?![\w%°])(?![-–‑](?!worth|(?:{MEMBERED})\b)[A-Za-z])(?![.:/,]\d)(?!\s%)(?!['’′]\d)",
        re.IGNORECASE,
    )


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        rf"\b({_alternatives('before')})(?:\s+(?:a\s+total\s+of|an?\s+additional|another))?\s*$", re.IGNORECASE
    )


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"\s*({_alternatives('after')})\b", re.IGNORECASE)


LONGEST = 60
"""No number that is told to readers is longer; a run of digits is no number."""
JOINS = re.compile(r"\s?[-–—‑]\s?|\s+(?:to|or)\s+|\s+and\s+", re.IGNORECASE)
DISPUTED = re.compile(
    r"\b(?:talks?|negotiations?|disputes?|deals?|row|clash(?:es)?|disagreements?|fight|argu\w+|hand\w*|turn\w*|taken?|taking|took)"
    r"\s+over\s*$",
    re.IGNORECASE,
)
"""Before these, "over" compares nothing: "talks over 50 hostages", "handed over 30 men"."""


def find_numerals(text: str) -> Iterator[Numeral]:
    """Yield the numbers of a text in order, ranges joined."""
    matches = list(_numbers(text))
    skip = -1
    for n, match in enumerate(matches):
        if n == skip:
            continue
        after = matches[n + 1] if n + 1 < len(matches) else None
        if after is not None and (joint := JOINS.fullmatch(text, match.end(), after.start())):
            ranged = _range(text, match, after, joint.group().strip().lower())
            if ranged is not None:
                skip = n + 1
                yield ranged
                continue
            if joint.group().strip() in ("-", "–", "‑") and joint.group().strip() == joint.group():
                skip = n + 1  # "1-0", "555-1234": no count
                continue
        yield _numeral(text, match)


STARTS = re.compile(r"[A-Z]{0,2}[$£€¥₹₽₪₩₴₺₦]|\d[\d.,]*|[A-Za-z]+")


@cache
def _first_words() -> frozenset[str]:
    """The words with which a number in words begins."""
    phrases = (*SMALL, *TENS, *words_for("several"), *words_for("plural"), "half", "a", "an", "tens", *SIGN_WORDS)
    return frozenset(phrase.split()[0] for phrase in phrases)


def _numbers(text: str) -> Iterator[re.Match[str]]:
    """Match the pattern only where a number can begin: five times as fast as to search with it."""
    number, words, end = _number(), _first_words(), 0
    for start in STARTS.finditer(text):
        if start.start() >= end and (not start[0].isalpha() or start[0].lower() in words):
            match = number.match(text, start.start())
            if match is not None and len(match.group()) <= LONGEST:
                end = match.end()
                yield match


def _numeral(text: str, match: re.Match[str]) -> Numeral:
    value, vague = _value(match)
    comparator, span = _compared(text, Span(match.start(), match.end()))
    if vague and comparator == "=":
        comparator = ">="
    return Numeral(span, Span(match.start(), match.end()), value, None, None, comparator, match["sign"], vague)


def _range(text: str, first: re.Match[str], second: re.Match[str], joint: str) -> Numeral | None:
    """Join two numbers: "20-30", "20 to 30 million", "between 20 and 30". None where they are no range."""
    left = text[max(0, first.start() - 9) : first.start()].lower()
    between = left.rstrip().endswith("between")
    if (joint == "and") != between or left.endswith("from ") or (second["sign"] and not first["sign"]):
        return None
    low, high = _value(first)[0], _value(second)[0]
    scale = re.search(rf"({_SHORT})$", second.group(), re.IGNORECASE)
    if scale and low < 1000 and not re.search(r"[a-z]", first.group(), re.IGNORECASE):
        low *= SCALES[scale[1].lower()]
    if low >= high:
        return None
    core = Span(first.start(), second.end())
    if between:
        start = first.start() - (len(left) - left.rindex("between"))
        comparator, span = _compared(text, Span(start, second.end()))
    else:
        comparator, span = _compared(text, core)
    return Numeral(span, core, high, low, high, comparator, first["sign"])


def _compared(text: str, span: Span) -> tuple[Comparator, Span]:
    """Return the comparator of a number, and its span with the words that say so."""
    left = text[max(0, span.start - 40) : span.start]
    if (before := _before().search(left)) and not DISPUTED.search(left):
        sense = words_for("before")[" ".join(before[1].lower().split())]
        return sense, Span(span.start - len(left) + before.start(), span.end)  # type: ignore[return-value]
    if after := _after().match(text, span.end, span.end + 30):
        sense = words_for("after")[" ".join(after[1].lower().split())]
        return sense, Span(span.start, after.end())  # type: ignore[return-value]
    return "=", span


def _value(match: re.Match[str]) -> tuple[float, bool]:
    """Return the number that the words name, and whether they name only a least."""
    total, current, vague = Decimal(0), Decimal(0), False
    words = re.findall(
        r"\d(?:[\d,.\u00a0\u202f]|\s000)*|[a-z]+", match.group().lower().removeprefix((match["sign"] or "").lower())
    )
    for word in words:
        if word[0].isdigit():
            current = Decimal(re.sub(r"[,\s]", "", word).rstrip("."))
        elif word in SMALL or word in TENS:
            current += SMALL.get(word) or TENS.get(word) or 0
        elif word == "half":
            current = Decimal("0.5")
        elif word in ("several", "few", "couple"):
            current, vague = Decimal(2), True
        else:
            vague = vague or (word.endswith("s") and match["plural"] is not None)
            total, current = _scaled(total, current, _scale(word, current))
    return float(total + current), vague


def _scale(word: str, current: Decimal) -> int:
    """The factor of a scale word; in the plural it stands for two of them ("dozens": 24), "tens of" for twenty."""
    if word in SCALES or word not in ("tens", *words_for("plural")):
        return SCALES.get(word, SCALES.get(word.rstrip("s"), 1))
    one = 10 if word == "tens" else SCALES[word.removesuffix("s")]
    return one if current else 2 * one


def _scaled(total: Decimal, current: Decimal, factor: int) -> tuple[Decimal, Decimal]:
    """Multiply what was told so far: "two hundred" stays open for "and fifty", "two thousand" is closed."""
    if factor < 1000:
        return total, Decimal(factor) * (current or 1)
    return total + Decimal(factor) * (current or 1), Decimal(0)
