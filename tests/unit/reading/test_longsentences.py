"""Overlong sentences are cut; others are left as they are."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.reading.grammar.longsentences import LONGEST, PIECE, cut_long
from dragoman.terms.findings import Findings


def test_a_sentence_of_a_story_stays() -> None:
    """A sentence up to the longest keeps its bounds and its grammar."""
    heads, deps = [1, 1, *([1] * (LONGEST - 2))], ["dep"] * LONGEST
    assert cut_long([(0, LONGEST)], heads, deps, []) == [(0, LONGEST)]
    assert set(heads) == {1}


def test_a_list_without_end_is_cut() -> None:
    """A chain of 2,000 words is cut into pieces that hold their grammar within themselves, and no name is cut."""
    count = 2000
    heads, deps = [0, *range(count - 1)], ["conj"] * count
    pieces = cut_long([(0, count)], heads, deps, [(PIECE - 1, PIECE + 1, "ORG")])
    assert pieces[0] == (0, PIECE - 1)
    assert [a for a, _ in pieces[1:]] == [b for _, b in pieces[:-1]]
    assert pieces[-1][1] == count
    assert all(a <= heads[i] < b for a, b in pieces for i in range(a, b))
    assert all(b - a <= LONGEST for a, b in pieces)


def test_a_list_without_end_is_read(read: Callable[..., Findings]) -> None:
    """A thousand names on one line are one actor, every mention exact."""
    findings = read("Norland, " * 1000)
    assert all(findings.report.text[m.start : m.end] == m.quote for a in findings.actors for m in a.mentions)
