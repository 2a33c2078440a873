"""Who sits in a meeting: in a call, on a visit, under a pair's name; who only listens sits in none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.terms.findings import Findings

Read = Callable[..., Findings]


@pytest.mark.parametrize(
    "text",
    [
        "In a call on Monday, which was also joined by Ida Holm, President Luis Prado urged Premier Ana Ruiz to accept a truce.",
        "President Luis Prado assured Prime Minister Ana Ruiz in a phone call that the truce would hold.",
    ],
)
def test_who_is_addressed_in_a_call_is_at_its_other_end(read: Read, text: str) -> None:
    """A call in which somebody urges or assures another is between the two."""
    assert [(m.kind, {p.name for p in m.parties}) for m in read(text).meetings] == [
        ("call", {"Luis Prado", "Ana Ruiz"})
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The premier's aides told reporters on a call on Monday that the truce would hold.",
        "In a call for a truce on Monday, the bishop named both sides.",
    ],
)
def test_a_call_with_the_press_or_for_something_is_none(read: Read, text: str) -> None:
    """What is told to reporters by phone, or called for, is no meeting."""
    assert not [m for m in read(text).meetings if m.kind == "call"]


def test_who_is_spoken_with_by_office_is_a_side(read: Read) -> None:
    """Who speaks with the leaders of others meets them; who speaks with reporters does not."""
    (found,) = read("President Ana Ruiz spoke with union leaders about the strike and a contract.").meetings
    assert {p.name for p in found.parties} == {"Ana Ruiz", "union leaders"}
    assert not read("President Ana Ruiz spoke with reporters about the strike and a contract.").meetings


def test_reporters_who_listen_are_no_side(read: Read) -> None:
    """Nobody negotiates with the reporters whom he tells something."""
    text = '"The truce holds," the envoy Ana Ruiz told reporters in a discussion on Monday.'
    assert not [m for m in read(text).meetings if any(p.name == "reporters" for p in m.parties)]


def test_a_tour_by_somebody_in_office_is_a_visit_wherever_it_leads(read: Read) -> None:
    """A minister's tour is told without a named place as well; a singer's is none."""
    text = "Peruvian Foreign Minister {} wrapped up a tour of the Gulf, pushing for a truce."
    assert [(m.kind, m.parties[0].name) for m in read(text.format("Ana Ruiz")).meetings] == [("visit", "Ana Ruiz")]
    assert not read("The singer Ana Ruiz wrapped up a tour of the Gulf before the truce.").meetings


def test_whose_visit_it_is_stands_before_it(read: Read) -> None:
    """Who says something of another's visit is not on it."""
    text = "Prime Minister Luis Prado met Peruvian President Ana Ruiz on the truce. Prado called Ruiz's visit to Malta a success."
    assert [[p.name for p in m.parties] for m in read(text).meetings if m.kind == "visit"] == [["Ana Ruiz", "Malta"]]


def test_a_pair_joined_by_a_hyphen_is_two(read: Read) -> None:
    """The "Baker-Holt negotiations" are between the two whom the report names."""
    text = "Ann Baker and Paul Holt want a truce. The Baker-Holt negotiations ended on Monday."
    assert [{p.name for p in m.parties} for m in read(text).meetings] == [{"Ann Baker", "Paul Holt"}]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("It was a bruising start to the summit of Peru and Chile in Lima.", "held"),
        ("Peru demanded the start of talks with Chile on a truce.", "proposed"),
    ],
)
def test_a_start_is_what_its_clause_says(read: Read, text: str, status: str) -> None:
    """The start of a meeting that was bruising has been; one that is demanded is yet to come."""
    assert [m.status for m in read(text).meetings] == [status]


@pytest.mark.parametrize(
    ("text", "status", "parties"),
    [
        (
            "Peru and Chile will return to the negotiating table on Friday over the truce.",
            "scheduled",
            {"Peru", "Chile"},
        ),
        (
            "Mediators urged Peru and Chile to return to the negotiating table for a truce.",
            "proposed",
            {"Peru", "Chile"},
        ),
        ("President Ana Ruiz called on Chile to start talks with Peru on a truce.", "proposed", {"Chile", "Peru"}),
    ],
)
def test_a_return_to_the_table_is_what_is_said_of_it(read: Read, text: str, status: str, parties: set[str]) -> None:
    """Who returns to the negotiating table meets there; who is urged or called on to do so may."""
    assert [(m.status, {p.name for p in m.parties}) for m in read(text).meetings] == [(status, parties)]


def test_what_lies_on_the_table_is_no_meeting(read: Read) -> None:
    """A text on the negotiating table is no meeting."""
    assert not read("A full text of the treaty was on the negotiating table.").meetings


def test_who_stays_away_leaves_the_meeting_of_others_as_it_is(read: Read) -> None:
    """Talks to which somebody does not come take place without him."""
    text = "Peru and Chile will hold talks on the truce on Friday. Oman's king Otto Berg said he would not attend the talks."
    assert [m.status for m in read(text).meetings] == ["scheduled"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ana Ruiz and Luis Prado held a joint press conference in Lima after the truce.", 1),
        ("Ana Ruiz and Luis Prado held a press conference in Lima after the truce.", 0),
    ],
)
def test_a_joint_press_conference_is_a_meeting(read: Read, text: str, count: int) -> None:
    """Who faces the press together has met; the press itself is no side."""
    assert [m.kind for m in read(text).meetings] == ["other"] * count


def test_a_body_meets_by_itself(read: Read) -> None:
    """A meeting of a council's members is one; a lone member is none of its own."""
    text = "The miners' strike goes on. A meeting of union leaders on the contract ended in uproar."
    assert [[p.name for p in m.parties] for m in read(text).meetings] == [["union leaders"]]


def test_a_visit_takes_place_and_day_from_the_way_to_it(read: Read) -> None:
    """Where a visit led and when is told by the way; the visit of another has his own."""
    text = "Foreign Minister Ana Ruiz left for Egypt on Tuesday. Her visit to the region is about the truce."
    (found,) = read(text).meetings
    assert (found.kind, found.place) == ("visit", "Egypt")
    assert found.date is not None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "President Luis Prado will not attend the meeting with Premier Ana Ruiz on Friday, his spokesman said.",
            ["declined"],
        ),
        ("President Luis Prado will not attend the talks with Kenyan officials on Friday, his spokesman said.", []),
    ],
)
def test_who_does_not_come_to_one_other_declines_to_meet(read: Read, text: str, told: list[str]) -> None:
    """Two can't meet when one stays away; talks with many go on without him."""
    assert [m.status for m in read(text).meetings] == told


def test_whom_the_talks_are_about_is_no_side(read: Read) -> None:
    """Hostage talks are held about a hostage; an envoy's talks are held by an envoy."""
    found = read("Mediators hope that stalled hostage and ceasefire talks between Qatar and Sudan will resume.")
    assert [sorted(p.name for p in m.parties) for m in found.meetings] == [["Qatar", "Sudan"]]
    found = read("The envoy's talks with Sudan broke down on Friday.")
    assert [sorted(p.name for p in m.parties) for m in found.meetings] == [["Sudan", "envoy"]]


@pytest.mark.parametrize(("where", "place"), [("the White House", "White House"), ("North Korea", "North Korea")])
def test_a_place_is_told_with_all_of_its_words(read: Read, where: str, place: str) -> None:
    """A name of two words is not cut to its last."""
    found = read(f"The presidents of Chad and Niger will hold talks in {where} on Friday.")
    assert [m.place and m.place.removeprefix("the ") for m in found.meetings] == [place]
