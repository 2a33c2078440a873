"""Talks of which a report does not tell whose they are."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.terms.findings import Findings

Read = Callable[[str], Findings]


def test_talks_told_again_and_again_without_sides_are_one_meeting(read: Read) -> None:
    """A report that speaks of talks throughout and names no sides tells of one meeting of nobody known."""
    text = "The talks have stalled. Diplomats are tired. The latest round of talks brought no truce."
    assert [([p.name for p in m.parties], m.kind) for m in read(text).meetings] == [([], "talks")]


def test_talks_of_nobody_at_a_place_are_told(read: Read) -> None:
    """Where talks took place is told, also where nobody tells who sat in them."""
    found = read("The envoys are tired. Formal peace talks started in Pretoria on Tuesday.").meetings
    assert [(m.place, m.status) for m in found] == [("Pretoria", "held")]


def test_talks_in_passing_are_no_meeting(read: Read) -> None:
    """One word about talks, without a place, a day or sides, tells of no meeting."""
    assert not read("The general hopes that talks bring peace.").meetings


def test_talks_of_known_sides_leave_nothing_over(read: Read) -> None:
    """Where sides are named, talks without sides are theirs and not others."""
    text = "Peru and Chile held talks in Oslo on Monday. The talks went on for hours. The talks were hard."
    assert [sorted(p.name for p in m.parties) for m in read(text).meetings] == [["Chile", "Peru"]]


def test_who_mediates_is_no_side(read: Read) -> None:
    """Under somebody's mediation others talk."""
    found = read("Peru and Chile held talks in Oslo under Kenyan and Omani mediation.").meetings
    assert [sorted(p.name for p in m.parties) for m in found] == [["Chile", "Peru"]]
    assert {p.name for p in found[0].mediators} == {"Kenya", "Oman"}
