"""Days and sides of talks: rounds that are counted, meetings on several days, talks inside of which something was done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dragoman.terms.findings import Findings

Read = Callable[..., Findings]

TOLD = "Talks between Peru and Chile began. Talks between Peru and Chile are slow. "


def days(findings: Findings) -> list[tuple[date, date] | None]:
    """The days of the meetings of a text."""
    return [None if m.date is None else (m.date.start, m.date.end) for m in findings.meetings]


def test_days_that_lie_apart_are_of_two_meetings(read: Read) -> None:
    """Two days that "and" joins and that are no neighbours tell of two meetings."""
    found = days(read("Peru and Chile held talks in Oslo on March 6 and April 2."))
    assert found == [(date(2025, 3, 6), date(2025, 3, 6)), (date(2025, 4, 2), date(2025, 4, 2))]


@pytest.mark.parametrize("text", ["on March 6 and 7", "on Monday and Tuesday"])
def test_days_that_follow_each_other_are_of_one_meeting(read: Read, text: str) -> None:
    """Two neighbouring days are those of one meeting, from the first to the last."""
    ((first, last),) = [d for d in days(read(f"Envoys of Peru and Chile met in Oslo {text}.")) if d is not None]
    assert (last - first).days == 1


@pytest.mark.parametrize(
    "text",
    [
        "Several rounds of talks had been held in Quito.",
        "The first round of peace talks took place in Quito.",
        "The envoys came home after negotiations in Quito.",
        "Lists were handed over during consultations in Quito in 2018.",
    ],
)
def test_talks_that_nothing_tells_apart_are_of_the_sides_told(read: Read, text: str) -> None:
    """Counted rounds and plain talks at a place are between the sides told most before them."""
    found = [m for m in read(TOLD + text).meetings if m.place == "Quito"]
    assert [{p.name for p in m.parties} for m in found] == [{"Peru", "Chile"}]


@pytest.mark.parametrize("text", ["Talks on fish were held in Quito.", "Two rounds of wage talks were held in Quito."])
def test_talks_told_apart_are_nobodys(read: Read, text: str) -> None:
    """Talks about a matter of their own are not those of the sides told before."""
    assert not [m.parties for m in read(TOLD + text).meetings if m.place == "Quito" and m.parties]


@pytest.mark.parametrize(
    "text",
    [
        "On Monday, Peru and Chile failed to agree on a truce during the second round of talks in Oslo.",
        "Peru and Chile reached a deal on Monday at talks in Oslo.",
    ],
)
def test_what_sides_do_together_in_talks_dates_the_talks(read: Read, text: str) -> None:
    """Those who reach a deal, or fail to, inside of talks are their sides, and the day is that of the talks."""
    (found,) = [m for m in read(text).meetings if m.place == "Oslo"]
    assert {p.name for p in found.parties} == {"Peru", "Chile"}
    assert found.date is not None
    assert found.date.start == date(2025, 5, 12)


def test_who_meets_the_counterpart_in_a_list(read: Read) -> None:
    """A counterpart inside of a list is the one named behind it, and no second name of the first."""
    text = "Chilean President Juan Ruiz, his Peruvian counterpart Pedro Lopez and French President Jean Dupont met in Oslo."
    (found,) = read(text).meetings
    assert {p.name for p in found.parties} == {"Juan Ruiz", "Pedro Lopez", "Jean Dupont"}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("A Chilean team met with a delegation of FLN leaders in Lima. The FLN wants a truce.", {"Chile", "FLN"}),
        ("Negotiators from Peru met their Chilean counterparts in Oslo. Peru wants peace.", {"Peru", "Chile"}),
        (
            "Mediators will consult with Hamas' Doha-based negotiating team. Hamas wants a truce.",
            {"Mediators", "Hamas"},
        ),
    ],
)
def test_for_whom_unnamed_teams_stand(read: Read, text: str, parties: set[str]) -> None:
    """Leaders, negotiators and teams stand for the side that is named with them, and the place is where they met."""
    assert [{p.name for p in m.parties} for m in read(text).meetings] == [parties]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Peru wants a truce until a meeting is held between President Ana Ruiz and King Luis Prado.", "proposed"),
        ("Peru is prepared to hold talks with Chile in Oslo.", "proposed"),
        ("The truce would please many ahead of next month's summit of Peru and Chile.", "scheduled"),
        ("The pact is a prelude to the opening of peace talks between Peru and Chile.", "scheduled"),
        ("King Otto Berg, who will not be part of the talks between Peru and Chile, wants a truce.", "scheduled"),
        ("EU leaders have struggled at the start of a two-day summit to agree on the truce.", "held"),
        ("The first session of talks between Peru and Chile was moved to a hotel.", "scheduled"),
    ],
)
def test_what_words_around_make_of_a_meeting(read: Read, text: str, status: str) -> None:
    """What waits for a meeting, leads up to it, or tells only of one who stays away leaves it as it is."""
    (found,) = read(text).meetings
    assert found.status == status


@pytest.mark.parametrize(
    "text",
    [
        "A decree prevents direct talks between Ana Ruiz and Luis Prado.",
        "The envoy Ana Ruiz was suspended from the truce talks with Chile.",
    ],
)
def test_what_keeps_from_talks_tells_of_none(read: Read, text: str) -> None:
    """A ban, or a person sent away, tells of no meeting that was or will be."""
    assert not read(text).meetings


@pytest.mark.parametrize(
    "text",
    [
        (
            "Foreign Minister Ana Ruiz of Peru will meet Chilean officials on Friday. "
            "Chilean envoy Luis Prado will meet the Peruvian delegation on Friday."
        ),
        (
            "Peruvian President Ana Ruiz called for a conversation with Chilean President Luis Prado. "
            "The timing of the phone call of Peru and Chile is open."
        ),
    ],
)
def test_persons_and_their_sides_meet_once(read: Read, text: str) -> None:
    """Two tellings of one day are of one meeting where the one names the persons and the other the sides alone."""
    found = read(f"The truce talks go on. {text}").meetings
    assert [{p.name for p in m.parties} for m in found if len(m.parties) > 1] == [{"Ana Ruiz", "Luis Prado"}]


def test_two_pairs_of_one_day_meet_apart(read: Read) -> None:
    """Other persons of the same sides are at another meeting."""
    text = "Peruvian President Ana Ruiz met Chilean President Luis Prado on Monday. "
    more = "Peruvian envoy Eva Lind met Chilean envoy Tom Roe on Monday."
    assert len(read(f"The truce talks go on. {text}{more}").meetings) == 2


def test_the_call_is_the_one_told_before(read: Read) -> None:
    """A call that words point back to lends its day to the one told, and is no call for a truce."""
    text = "President Juan Ruiz of Chile and King Otto Berg spoke by phone about the truce. "
    more = "The king joked during the Monday afternoon conversation. The call for a truce went unheard."
    (found,) = read(text + more).meetings
    assert found.date is not None
    assert found.date.start == date(2025, 5, 12)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Chilean Prime Minister Jan Novak went to Moscow on Monday.", "held"),
        ("Chilean Prime Minister Jan Novak plans to go to Moscow in June.", "scheduled"),
        ("Chilean Prime Minister Jan Novak left for Moscow on Monday by the invitation of the king.", "under-way"),
    ],
)
def test_going_to_a_foreign_capital_is_a_visit(read: Read, text: str, status: str) -> None:
    """Who holds an office and goes, or leaves by an invitation, to another state's capital visits it."""
    (found,) = (m for m in read(f"The truce talks go on. {text}").meetings if m.parties)
    assert (found.kind, found.place, found.status) == ("visit", "Moscow", status)


@pytest.mark.parametrize("text", ["went to war with Peru.", "went to Lima, where she was born.", "goes to church."])
def test_going_elsewhere_is_none(read: Read, text: str) -> None:
    """Who goes to no other state's place visits nobody."""
    assert not [m for m in read(f"The truce talks go on. Peruvian Minister Ana Ruiz {text}").meetings if m.parties]


def test_the_way_to_a_meeting_is_no_visit_of_its_own(read: Read) -> None:
    """Who goes somewhere on a day and meets somebody there on that day is told once."""
    text = (
        "Chilean President Jan Novak will go to Moscow on Friday. Novak will meet King Otto Berg in Moscow on Friday."
    )
    assert [m.kind for m in read(f"The truce talks go on. {text}").meetings if m.parties] == ["talks"]
