"""Sums of money that leave their currency to the sum before them: "6.5 billion euros, up from *5.2 billion*"."""

from __future__ import annotations

from dragoman.reading.figures.counting import LARGE, Counted, Place
from dragoman.reading.figures.numerals import Numeral
from dragoman.reading.grammar.parse import Parse

SCALED = frozenset({"million", "billion", "trillion", "mln", "bln"})
ENDS = frozenset({"IN", "DT", ",", ".", ":", "CC", "JJ", "RB", "TO", "''", "-RRB-"})
"""Tags of what may stand behind a sum; a noun there is what is counted."""


def same_money(parse: Parse, numeral: Numeral, place: Place, money: Counted) -> Counted | None:
    """Return a sum without its currency that goes on with the one before: "6.5 billion euros, up from *5.2 billion*"."""
    after = parse.tag[place.last + 1 : place.last + 2]
    ends = not after or after[0] in ENDS
    scaled = parse.lower[place.last] in SCALED and numeral.sign is None and numeral.value >= LARGE
    return Counted(place.top, money.unit.split()[0], "money") if scaled and ends else None
