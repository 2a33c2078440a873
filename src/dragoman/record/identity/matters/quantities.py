"""Tokens -> numbers with their units, and the tokens that they are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dragoman.reading.figures.numerals import SCALES, SMALL, TENS
from dragoman.record.identity.matters.words import Token

_UNITS = {
    "hour": "hour", "day": "day", "week": "week", "month": "month", "year": "year",
    "percent": "percent", "pct": "percent", "%": "percent", "cent": "percent", "pc": "percent",
    "dollar": "money", "euro": "money", "rouble": "money", "ruble": "money", "pound": "money", "dlrs": "money", "usd": "money",
}  # fmt: skip
_IN_DAYS = {"hour": 1 / 24, "day": 1.0, "week": 7.0}
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()


@dataclass(frozen=True, slots=True, order=True)
class Quantity:
    """A number and its unit: hour, day, week, month, year, percent, money or count; `each` where it is told of both sides."""

    value: float
    unit: str
    each: bool = False

    @property
    def days(self) -> Quantity:
        """The same span of time in days; months and years have no fixed number of them and stay."""
        scale = _IN_DAYS.get(self.unit)
        return self if scale is None else Quantity(round(self.value * scale, 3), "day")


def quantities_of(tokens: Sequence[Token]) -> tuple[tuple[Quantity, ...], frozenset[int]]:
    """Return the numbers of a matter and the places of their words. "from 40" in "to 38 from 40" is what was before: no number."""
    found: list[Quantity] = []
    used: set[int] = set()
    each = any(token.low == "each" for token in tokens)
    n = 0
    while n < len(tokens):
        value, end = _number(tokens, n)
        long = tokens[n].low in ("week", "month", "year", "day") and n + 1 < len(tokens) and tokens[n + 1].low == "long"
        if value is None and not long:
            n += 1
            continue
        unit, after = ("count", end) if value is not None else (tokens[n].low, n + 2)
        if value is not None:
            unit, after = _unit(tokens, n, end)
        used |= set(range(n, after))
        if not (n and tokens[n - 1].low == "from" and found):
            found.append(Quantity(1.0 if value is None else value, unit, each))
        n = after
    paired = len(found) == 2 and found[0] == found[1] and "for" in {token.low for token in tokens}
    return tuple(sorted({Quantity(q.value, q.unit, q.each or paired) for q in found})), frozenset(used)


def _number(tokens: Sequence[Token], n: int) -> tuple[float | None, int]:
    """Return the number that begins at a token, in digits or words, and where it ends."""
    digits = tokens[n].low.rstrip("%").replace(",", "")
    if digits.replace(".", "", 1).isdigit():
        value, n = float(digits), n + (0 if tokens[n].low.endswith("%") else 1)
    elif tokens[n].low in TENS:
        value, n = float(TENS[tokens[n].low]), n + 1
        if n < len(tokens) and 0 < SMALL.get(tokens[n].low, 0) < 10:
            value, n = value + SMALL[tokens[n].low], n + 1
    elif tokens[n].low in SMALL and tokens[n].low != "one":
        value, n = float(SMALL[tokens[n].low]), n + 1
    else:
        return None, n
    while n < len(tokens) and len(tokens[n].low) > 2 and tokens[n].low in SCALES:
        value, n = value * SCALES[tokens[n].low], n + 1
    return value, n


def _unit(tokens: Sequence[Token], start: int, end: int) -> tuple[str, int]:
    """Return the unit of a number and where it ends: "30 days", "five per cent", "$3 million"."""
    if start and tokens[start - 1].low in ("$", "€", "£"):
        return "money", max(end, start + 1)
    if end < len(tokens) and tokens[end].low.endswith("%"):
        return "percent", end + 1
    at = end + 1 if end < len(tokens) and tokens[end].low == "per" else end
    for base in sorted(tokens[at].bases) if at < len(tokens) else ():
        if base in _UNITS:
            return _UNITS[base], at + 1
    return "count", max(end, start + 1)


def round_of(tokens: Sequence[Token]) -> int | None:
    """Return which round is told: 2 of "a second round of talks"."""
    for token, after in pairwise(tokens):
        if token.low in _ORDINALS and after.bases & {"round", "phase", "stage", "session"}:
            return _ORDINALS.index(token.low) + 1
    return None
