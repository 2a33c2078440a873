"""Talks of which a report does not tell whose they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

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


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The rebels struck again after negotiations broke down.", "held"),
        ("Nurses walked out after months of stalled negotiations.", "held"),
        ("Tavia said talks were still ongoing.", "under-way"),
    ],
)
def test_talks_that_were_are_told_once_is_enough(read: Read, text: str, status: str) -> None:
    """Talks that took place or go on are a meeting, also where one word tells of them and none whose they are."""
    assert [(m.kind, m.status) for m in read(f"Diplomats are tired of the truce. {text}").meetings] == [
        ("talks", status)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Critics of the talks between Peru and Chile are many. Talks between Peru and Chile will begin on Friday.",
        "Ana Ruiz, the envoy for the talks between Peru and Chile, is tired. Peru and Chile will hold talks on Friday.",
        "Peru and Chile will hold talks on Friday. The king worried about the talks between Peru and Chile.",
    ],
)
def test_talks_told_in_passing_are_those_told_elsewhere(read: Read, text: str) -> None:
    """What is told by the way tells nothing of its time: it is the meeting of the same sides of which other words tell more."""
    assert [m.status for m in read(text).meetings] == ["scheduled"]


def test_talks_in_passing_of_others_stay_apart(read: Read) -> None:
    """Talks of other sides told by the way are no part of those."""
    text = "Critics of the talks between Kenya and Oman are many. Talks between Peru and Chile will begin on Friday."
    assert sorted(m.status for m in read(text).meetings) == ["held", "scheduled"]


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile are engaged in tough negotiations over the border.",
        "Peru and Chile said at a meeting in Oslo that the truce would hold.",
    ],
)
def test_sides_that_sit_or_speak_together_are_the_parties(read: Read, text: str) -> None:
    """Those who are engaged in talks, or speak as one at a meeting, are its parties."""
    assert [sorted(p.name for p in m.parties) for m in read(text).meetings] == [["Chile", "Peru"]]


def test_who_speaks_alone_at_a_meeting_is_not_its_only_side(read: Read) -> None:
    """What two persons say at a meeting of others makes them no sides of it."""
    text = "At a meeting of the clans on Monday, Ana Ruiz and Luis Prado said that prices rose."
    assert not [m for m in read(text).meetings if len(m.parties) == 2]


def test_of_talks_to_come_and_by_the_way_the_told_ones_count(read: Read) -> None:
    """A summit with its days outweighs words that only touch it."""
    text = "The Malta summit on June 8 and June 9 on a truce will open a road. The goal of the summit is peace."
    assert [m.status for m in read(text).meetings] == ["scheduled"]


def test_what_a_meeting_did_tells_that_it_was(read: Read) -> None:
    """A meeting that gave hope has been; what is called for has not."""
    text = "A meeting of Peru and Chile in Oslo in March gave hope for a truce. Peru calls for a meeting with Oman."
    assert sorted(m.status for m in read(text).meetings) == ["held", "proposed"]
