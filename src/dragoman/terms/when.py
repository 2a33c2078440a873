"""Days in the world: closed intervals with the words that named them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Granularity = Literal["day", "week", "month", "quarter", "season", "year", "range", "approximate"]
Mod = Literal["start", "mid", "end"]
Bound = Literal["since", "until"]


@dataclass(frozen=True, slots=True)
class When:
    """Inclusive ISO days `start` to `end` (one day has start == end), how exact they are, and the words that said so.

    `mod` marks a part of the interval ("late March"), `bound` an open side ("since 2014": the event lasts from then on).
    `rule` names the rule that resolved the words, for explanations; it takes no part in equality.
    """

    start: date
    end: date
    granularity: Granularity
    text: str
    mod: Mod | None = None
    bound: Bound | None = None
    rule: str = ""
