"""Cuts a text where evidence begins or ends, so that overlapping evidence can be shown on one line of text.

Every character of the text is in exactly one segment; joined, the segments are the text.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.terms.span import Span


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text under the same labels. `starts` are the labels of which it is the first stretch."""

    start: int
    text: str
    labels: tuple[str, ...]
    starts: tuple[str, ...]


def cut(text: str, labelled: Iterable[tuple[Span, str]]) -> tuple[Segment, ...]:
    """Cut a text at the edges of labelled spans. Labels stand in the order in which they were given."""
    opening, closing = defaultdict(list), defaultdict(list)
    rank: dict[str, int] = {}
    for span, label in labelled:
        rank.setdefault(label, len(rank))
        opening[span.start].append(label)
        closing[span.end].append(label)
    edges = sorted({0, len(text), *opening, *closing})
    active: dict[str, int] = {}
    out = []
    for start, end in itertools.pairwise(edges):
        for label in closing[start]:
            active[label] -= 1
            if not active[label]:
                del active[label]
        for label in opening[start]:
            active[label] = active.get(label, 0) + 1
        labels = tuple(sorted(active, key=rank.__getitem__))
        out.append(Segment(start, text[start:end], labels, tuple(sorted(opening[start], key=rank.__getitem__))))
    return tuple(out)
