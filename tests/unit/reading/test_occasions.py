"""Days of occasions, told beside an act, before it or after it. The texts are published on Wednesday 14 May 2025."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.terms.findings import Findings

Read = Callable[..., Findings]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("“The ferry sails,” Ivo Lanz told reporters. He spoke on Tuesday in Lund.", "2025-05-13"),
        ("“The ferry sails,” Ivo Lanz told reporters. He made the remarks on Tuesday in Lund.", "2025-05-13"),
        ("Ivo Lanz said the ferry would sail. Marta Soler spoke on Tuesday.", None),
        ("Ivo Lanz said the ferry would sail. He spoke after the fair began on May 5.", None),
        ("According to a statement released by the mayor on Monday, the ferry will sail.", "2025-05-12"),
        ("According to sailors quoted by the Courier on Monday, the ferry will sail.", "2025-05-12"),
        ("According to sailors who met the mayor on Monday, the ferry will sail.", None),
        ("The ferry will sail, Ivo Lanz said in a letter dated May 5.", "2025-05-05"),
        ("Ivo Lanz phoned the mayor on Friday. In the call, he said the ferry would sail.", "2025-05-09"),
        ("Ivo Lanz phoned the mayor on Friday. In a letter, he said the ferry would sail.", None),
        ("Handing out pictures of the fair held on Saturday, Ivo Lanz said: “It was cold.”", None),
        ("Posting pictures of the fair held on Saturday, Ivo Lanz said: “It was cold.”", "2025-05-10"),
    ],
)
def test_a_saying_has_the_day_of_its_occasion(read: Read, text: str, day: str | None) -> None:
    """The next sentence may tell when it was said, the one before when the call was in which it was said."""
    told = next(q for q in read(text).quotations if "phoned" not in q.cue).date
    assert (told.start.isoformat() if told is not None else None) == day


def test_no_saying_is_of_a_day_to_come(read: Read) -> None:
    """What is said has been said when the report comes out."""
    found = read("The guild heads to Lund for the fair on Friday, with Ivo Lanz saying it would be warm.").quotations
    assert all(q.date is None or q.date.start <= q.date.start.replace(day=14) for q in found)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Norland and Veria take part in two days of talks with a UN envoy starting Thursday.", "2025-05-15"),
        ("Ostia is hosting talks between Norland and Veria in Lund on Thursday.", "2025-05-15"),
    ],
)
def test_talks_have_the_day_on_which_they_begin(read: Read, text: str, day: str) -> None:
    """A day behind the words of the talks, or behind "starting", is theirs."""
    assert day in {m.date.start.isoformat() for m in read(text).meetings if m.date is not None}


def test_a_caption_has_the_day_at_its_end(read: Read) -> None:
    """What a picture shows was done on the day that closes its words."""
    [incident] = read(
        "Marchers protest against the guild outside a fair held in Lund, August 10, 2024. (Photo)"
    ).incidents[:1]
    assert incident.date is not None
    assert incident.date.start.isoformat() == "2024-08-10"


def test_who_also_agrees_agrees_on_that_day(read: Read) -> None:
    """A second agreement with "also" is of the day of the first."""
    found = read(
        "At talks in Lund on 2 May, Norland and Veria agreed on an exchange of maps. The two sides also agreed on an exchange of prisoners."
    ).agreements
    assert {a.date.start.isoformat() for a in found if a.date is not None} == {"2025-05-02"}
