"""The patterns of the lexicon of furniture, with their short names for people, outlets, times and days filled in."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from dragoman.reading.layout.dateline import outlets
from dragoman.reading.lexicon import load
from dragoman.terms.span import Span

_NAME = r"[A-ZÀ-Þ][\w.'’-]*(?: (?:(?:de|da|van|von|der|bin|al|el|le|la|di|du) )?[A-ZÀ-Þ][\w.'’-]*){1,3}"
_CREDIT = (
    r"(?:AFP|AP(?: Photos?)?|Reuters|REUTERS|Getty(?: Images)?|EPA(?:-EFE)?|Bloomberg|POLITICO|CNN|Shutterstock|Anadolu(?: Agency)?"
    r"|Sputnik|TASS|Xinhua|dpa|DPA|UPI|NurPhoto|LightRocket|SOPA Images|Alamy(?: Stock Photo)?|Landov|[Pp]ool|POOL|Kyodo|ZUMA(?: Press)?"
    r"|BBC|NPR|WireImage|Sipa(?: USA)?|Maxar(?: Technologies)?|Planet Labs|[Hh]andout|File|FILE|Corbis|Redux|Zuma|KCNA|Yonhap)"
)
"""Whose pictures papers print."""
_TIME = (
    r"(?:\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.m\.|[ap]m|AM|PM|h)?(?: ?\(?(?:GMT|UTC|BST|E[SD]?T|CES?T|P[SD]?T|IST|local time)"
    r"(?: ?[+-]\d{1,2})?\)?)?)"
)
_MONTHS = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = (
    rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    rf"(?:{_MONTHS} \d{{1,2}}|\d{{1,2}} {_MONTHS})(?:,? \d{{4}})?|\d{{4}}-\d\d-\d\d|\d\d?/\d\d?/\d{{2,4}})"
)


@cache
def _shorthand() -> dict[str, str]:
    names = sorted((o for o in outlets() if len(o) > 1), key=lambda o: (-len(o), o))
    return {
        "<names>": rf"(?:{_NAME}(?:(?:,| and| &|, and) {_NAME}){{0,5}})",
        "<name>": rf"(?:{_NAME})",
        "<outlet>": f"(?i:{'|'.join(map(re.escape, names))})",
        "<credit>": _CREDIT,
        "<time>": f"(?:{_TIME})",
        "<day>": f"(?:{_DAY})",
    }


def entries(where: str) -> list[dict[str, Any]]:
    """Return the lexicon's entries of one place of a paragraph, in its order."""
    return [e for e in load("furniture")["entry"] if e["where"] == where]


def filled(pattern: str) -> str:
    """Return an entry's pattern with its short names written out."""
    for short, long in _shorthand().items():
        pattern = pattern.replace(short, long)
    return pattern


def stripped(copy: str, start: int, end: int) -> Span | None:
    """Return the span without white space at its ends, None where nothing is left."""
    words = copy[start:end]
    left = len(words) - len(words.lstrip())
    if left == len(words):
        return None
    return Span(start + left, start + len(words.rstrip()))
