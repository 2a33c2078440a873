"""Two texts -> the stretches in which they differ, sentence by sentence and line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate
from typing import Literal

MOST = 600
"""Sentences of each text that are compared: the comparison takes the product of both in time."""
_SENTENCE = re.compile(r"[^\n]*?(?:[.!?][\"”’)\]]*(?=\s)[^\S\n]*|\n+|\Z)")

Change = Literal["same", "gone", "new"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text: in both texts (`same`), only in the older (`gone`) or only in the newer (`new`).

    `start` and `end` are its place in the newer text; of what is gone, the place where it stood. The stretches that are not
    `gone` are the newer text, those that are not `new` the older, but for white space.
    """

    change: Change
    text: str
    start: int
    end: int


def difference(older: str, newer: str) -> tuple[tuple[Segment, ...], bool]:
    """Return how one text became the other, and whether the texts were cut because they are too long to be compared whole."""
    before, after = sentences(older), sentences(newer)
    cut = max(len(before), len(after)) > MOST
    return tuple(_segments(before[:MOST], after[:MOST])), cut


def sentences(text: str) -> list[str]:
    """Return the sentences and lines of a text, each with the white space behind it; together they are the text."""
    return [found[0] for found in _SENTENCE.finditer(text) if found[0]]


def _segments(before: list[str], after: list[str]) -> Iterator[Segment]:
    ends = [0, *accumulate(map(len, after))]
    # what follows a sentence, a space or the end of the text, makes no other sentence of it
    matcher = SequenceMatcher(None, [one.strip() for one in before], [one.strip() for one in after], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield Segment("same", "".join(after[c:d]), ends[c], ends[d])
            continue
        if a < b:
            yield Segment("gone", "".join(before[a:b]), ends[c], ends[c])
        if c < d:
            yield Segment("new", "".join(after[c:d]), ends[c], ends[d])
