"""Days that a predicate is lent by what stands beside it. The texts are published on Wednesday 14 May 2025."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.terms.findings import Findings

Read = Callable[..., Findings]

SAID = [
    ("On Dec. 9 the mayor gave in and told the council that the ferry could sail.", "2024-12-09"),
    ("“They must be stopped,” Marta Soler said in comments released by her office on Thursday.", "2025-05-08"),
    ("“We go on with the dialogue,” the minister, Ivo Lanz, said in a video published on Monday.", "2025-05-12"),
    ("“Bring tents,” Karim Daoud told the crew when the tide turned on Saturday.", "2025-05-10"),
    ("Marta Soler said after meeting with Ivo Lanz on Tuesday that the truce would hold.", "2025-05-13"),
    ("Quizzed at a Friday hearing on the dam, engineer Ivo Lanz said the wall was safe.", "2025-05-09"),
    ("“We have no right to fail again,” Bishop Ivo Lanz said during Sunday Mass in Havana.", "2025-05-11"),
    ("On Tuesday, the premier spoke to Marta Soler and told her that Sudria would walk away.", "2025-05-13"),
    ("The teams dined in Lund on Monday, with envoy Ivo Lanz hinting that the bridge would open.", "2025-05-12"),
    ("On Friday, Marta Soler emerged from the room to announce that the strike was over.", "2025-05-09"),
    ("On Monday, the ministry issued a statement saying that the bridge was open.", "2025-05-12"),
    ("Asked on Monday about the reports, Marta Soler said she had not seen the text.", "2025-05-12"),
    ("In a warning to the rebels, minister Ivo Lanz on Tuesday said nobody should leave.", "2025-05-13"),
    ("Ivo Lanz, speaking last night, blamed the mayor for the flood.", "2025-05-13"),
    ("On Monday the mayor criticised the plan.", "2025-05-12"),
    ("Villagers on Tuesday in the river port of Lund said the dam had burst.", "2025-05-13"),
    ("Marta Soler said on Tuesday she would wait for the ferry in Lund.", "2025-05-13"),
    ("The guild told reporters on Monday the ferry may sail.", "2025-05-12"),
    ("In an interview with the Lund Herald published on Monday, Marta Soler said the ferry may sail.", "2025-05-12"),
    ("Writing on X on Friday, Lanz—who led the team—described the text as “very useful”.", "2025-05-09"),
]
UNDATED = [
    "A week after meeting the envoy on Monday, Marta Soler said the door was open.",
    "Marta Soler, who was born on Monday, said the door was open.",
    "The rebels will attack on Monday and, Marta Soler said, will lose.",
    "Ivo Lanz left on Monday and Marta Soler has said since that the door was open.",
    "The envoys left on Monday and Marta Soler said the door was open.",
    "Marta Soler said that on Monday she would wait for the ferry.",
    "Marta Soler said Friday's ferry would wait.",
    "In an interview with the owner of a book published on Monday, Marta Soler said the ferry may sail.",
    "Marta Soler announced a truce at the pier, effective 2 a.m. local time Sunday.",
    "Since May 2 the port has been shut, Marta Soler said.",
]


@pytest.mark.parametrize(("text", "day"), SAID)
def test_a_saying_is_lent_the_day_of_what_is_done_with_it(read: Read, text: str, day: str) -> None:
    """Joined predicates, occasions, papers and clauses of time date what is said with them."""
    [quotation] = read(text).quotations
    assert quotation.date is not None
    assert quotation.date.start.isoformat() == day


@pytest.mark.parametrize("text", UNDATED)
def test_no_day_is_lent_across_doers_or_times(read: Read, text: str) -> None:
    """Another doer's day, a day to come and a bound date nothing that is said beside them."""
    assert all(quotation.date is None for quotation in read(text).quotations)


def test_a_stance_has_the_day_of_the_vote(read: Read) -> None:
    """ "Voted Monday to reject" dates the rejection."""
    [position] = read("Norland and Sudria negotiate.\n\nThe union voted Monday to reject the offer of talks.").positions
    assert position.date is not None
    assert position.date.start.isoformat() == "2025-05-12"


def test_who_announces_what_he_does_does_it_then(read: Read) -> None:
    """A day of announcing dates what the announcer himself does, not what was done before."""
    [incident] = read("On Sunday, the rebels announced that they freed ten prisoners.").incidents
    assert incident.date is not None
    assert incident.date.start.isoformat() == "2025-05-11"
    [incident] = read("On Sunday, the rebels announced that they had freed ten prisoners.").incidents
    assert incident.date is None


@pytest.mark.parametrize(
    "text",
    [
        "On Monday, the militia staged an attack on the port of Lund.",
        "The port was shut by a Norland raid on the pier Monday.",
    ],
)
def test_a_deed_in_a_noun_has_the_day_of_its_cause_or_the_one_behind_it(read: Read, text: str) -> None:
    """A day that the grammar hung on the verb above dates what the noun names."""
    days = [i.date.start.isoformat() if i.date else None for i in read(text).incidents]
    assert "2025-05-12" in days


def test_one_paper_has_one_day(read: Read) -> None:
    """What "it said" next comes from the statement of that day; another body's words do not."""
    first = "A Norland ministry statement issued on Monday said that the envoy had left. "
    texts = {"He was to meet “the other side” there, it said.": "2025-05-12", "The union said the offer stood.": None}
    for more, day in texts.items():
        found = read(first + more).quotations[-1].date
        assert (found.start.isoformat() if found is not None else None) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On Monday, President Marta Soler flew to Lund and held talks with Ivo Lanz of Norland.", "2025-05-12"),
        ("Norland and Sudria will hold three days of talks in Lund beginning on Monday.", "2025-05-19"),
        ("The accord was reached on Friday after officials from Norland and Sudria met at the border.", "2025-05-09"),
        ("The accord was reached on Friday, a year after officials from Norland and Sudria met in Lund.", None),
        ("On Monday, President Marta Soler of Norland called for a return to negotiations with Sudria.", None),
        ("Unlike the round on May 5, the talks between Norland and Sudria are led by Ostia.", None),
        ("The talks were the first since March 2022, when Norland and Sudria met in Lund.", "2022-03-01"),
    ],
)
def test_a_meeting_has_the_day_on_which_it_is_held(read: Read, text: str, day: str | None) -> None:
    """Not one that it is compared with; one that a clause of time hangs on."""
    assert {m.date.start.isoformat() if m.date else None for m in read(text).meetings} == {day}


def test_a_single_day_is_shared_by_what_one_doer_does(read: Read) -> None:
    """Of two deeds of one doer a day behind the first dates both; of two doers, the first alone."""
    [found] = read("The guild opened the pier on Monday and said the ferry would sail.").quotations
    assert found.date is not None
    assert found.date.start.isoformat() == "2025-05-12"
    [found] = read("The guild opened the pier on Monday and the mayor said the ferry would sail.").quotations
    assert found.date is None


@pytest.mark.parametrize(
    "day", ["the militia's Oct. 7, 2023, attack on Lund", "Veria's October 7, 2023, attack on Lund"]
)
def test_a_full_date_in_front_is_of_the_noun(read: Read, day: str) -> None:
    """A year between commas does not part the day from what it describes."""
    [incident] = read(f"The war in Norland began with {day}.").incidents
    assert incident.date is not None
    assert incident.date.start.isoformat() == "2023-10-07"


def test_a_year_behind_the_first_verb_is_its_own(read: Read) -> None:
    """Of two deeds of one doer the second has no year by a year that stands behind the first."""
    positions = read("Chad attacked Ober in 2019 and rejected the truce.").positions
    assert [p.date.start.year for p in positions if p.date is not None and p.stance == "rejects"] in ([], [2025])
