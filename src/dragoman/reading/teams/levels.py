"""The level at which somebody represents a side, from the words for the office: "presidential aide" -> senior officials."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import get_args

from dragoman.terms.findings import Level

RANK: tuple[Level, ...] = get_args(Level)
"""The levels, highest first."""

# What follows these words is whom the office serves, not the office: "adviser to the president".
_SERVED = re.compile(r"\s(?:to|for|under|of the|of|and)\s|,")
# A former minister represents nobody by that office; a deputy stands one step below.
_FORMER = re.compile(r"\b(?:former|ex|retired|then|late|previous|outgoing)\b[\s-]+")
_DEPUTY = re.compile(r"\b(?:deputy|vice|assistant|junior)\b")


@cache
def _offices() -> tuple[re.Pattern[str], dict[str, Level]]:
    """The words for offices as one pattern, longest first, and the level of each."""
    raw = files("dragoman.reading").joinpath("lexicon/levels.toml").read_text(encoding="utf-8")
    levels: dict[str, Level] = {}
    for entry in tomllib.loads(raw)["entry"]:
        levels.update(dict.fromkeys(entry["words"], entry["level"]))
    longest = sorted(levels, key=lambda words: (-len(words), words))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest)) + r")(?!\w)"), levels


@cache
def level_of(role: str) -> Level | None:
    """Return the level of an office in the report's words, None where they name no known office."""
    pattern, levels = _offices()
    role = _FORMER.sub("", " ".join(role.lower().replace("’", "'").split())) if not _FORMER.match(role.lower()) else ""
    found = list(pattern.finditer(role))
    if not found:
        return None
    cut = _SERVED.search(role)
    own = [m for m in found if cut is None or m.start() < cut.start()] or found[:1]
    level = levels[own[-1].group()]
    deputy = level == "ministers" and "deputy" not in own[-1].group() and "vice" not in own[-1].group()
    return "senior-officials" if deputy and _DEPUTY.search(role[: own[-1].start()]) else level


def highest(levels: list[Level | None]) -> Level | None:
    """Return the highest of some levels, None where none is known."""
    known = [level for level in levels if level is not None]
    return min(known, key=RANK.index) if known else None
