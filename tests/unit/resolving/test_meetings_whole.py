"""One meeting told in several places of a report is one record, with the day, the place and the status that any of them tells."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dragoman.terms.findings import Findings

Read = Callable[..., Findings]
TRUCE = "The truce holds, and both sides want peace."


def test_a_visit_told_by_the_way_has_the_day_and_the_status_of_its_way(read: Read) -> None:
    """Whose trip "comes" or "follows" after something has not been there yet: the way to it tells when it is."""
    text = (
        "Foreign Minister Jean Ruiz will travel to Peru on Friday, officials said. Ruiz's visit comes amid a quarrel."
    )
    (found,) = read(f"{TRUCE} {text}").meetings
    assert (found.kind, found.status, found.place) == ("visit", "scheduled", "Peru")
    assert found.date is not None
    assert found.date.start == date(2025, 5, 16)


def test_two_journeys_of_one_traveller_stay_two(read: Read) -> None:
    """Who was in one land and will go to another makes two visits."""
    text = (
        "Foreign Minister Jean Ruiz will travel to Peru on Friday. Ruiz's visit to Kenya in April ended in a quarrel."
    )
    found = read(f"{TRUCE} {text}").meetings
    assert sorted((m.place, m.status) for m in found) == [("Kenya", "held"), ("Peru", "scheduled")]


def test_a_visit_by_somebody_is_that_persons(read: Read) -> None:
    """Who calls off the visit of another is no visitor; who makes visits in the plural is told of no one visit."""
    text = "Canada cancelled a visit by Foreign Minister Ana Joly to Peru. The paper did not mention the Joly visit."
    (found,) = read(f"{TRUCE} {text}").meetings
    assert ([p.name for p in found.parties], found.status) == (["Ana Joly", "Peru"], "cancelled")


@pytest.mark.parametrize(
    ("text", "day", "place"),
    [
        ("Peru and Chile held two days of talks in Lima that ended on Saturday.", date(2025, 5, 10), "Lima"),
        ("An initial round of negotiations between Peru and Chile that wrapped up in Lima on Monday gave hope.",
         date(2025, 5, 12), "Lima"),
        ("Talks between Peru and Chile, which got under way in Lima on Monday, are tense.", date(2025, 5, 12), "Lima"),
        ("Peru and Chile held talks, which are scheduled to end on Friday.", None, None),
    ],
)  # fmt: skip
def test_a_clause_of_a_meeting_tells_its_day_and_place(
    read: Read, text: str, day: date | None, place: str | None
) -> None:
    """When and where it took place stands in the clause behind; the day on which it is to end is not that of it."""
    (found,) = read(f"The truce holds. {text}").meetings
    assert (found.date.start if found.date else None, found.place) == (day, place)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Peru and Chile are in negotiations over the January budget.", None),
        ("Negotiations between Peru and Chile ahead of a June 3 deadline go on.", None),
        ("Peru and Chile held negotiations over the border on Monday.", date(2025, 5, 12)),
    ],
)
def test_the_day_of_a_matter_is_not_that_of_the_talks(read: Read, text: str, day: date | None) -> None:
    """A month in what is talked about, or a deadline, dates no talks."""
    (found,) = read(f"The truce holds. {text}").meetings
    assert (found.date.start if found.date else None) == day


def test_a_summit_of_two_states_is_that_of_their_leaders(read: Read) -> None:
    """Leaders who are to meet and the summit of their states are one; the summit of others is another."""
    text = (
        "President Emmanuel Macron will meet Russian leader Vladimir Putin in June. The France-Russia summit could end the "
        "quarrel, he said at the end of the G7 summit in Rome."
    )
    kinds = [(m.kind, {p.name for p in m.parties}) for m in read(f"{TRUCE} {text}").meetings if m.parties]
    assert kinds[0] == ("summit", {"Emmanuel Macron", "Vladimir Putin"})
    assert not any("France" in names for _, names in kinds)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "President Ana Ruiz said the logistics for her planned meeting with King Otto Berg are going well.",
            "scheduled",
        ),
        ("President Ana Ruiz will press the case when she meets King Otto Berg in Lima.", "scheduled"),
        ("President Ana Ruiz pressed the case when she met King Otto Berg in Lima.", "held"),
    ],
)
def test_what_is_planned_is_not_held(read: Read, text: str, status: str) -> None:
    """A planned meeting is to come whatever goes on around it, and so is one told in the present behind "when"."""
    assert [m.status for m in read(f"The truce holds. {text}").meetings] == [status]


def test_towns_apart_are_of_two_meetings(read: Read) -> None:
    """A summit in one capital is not the one told before in another town."""
    text = "The kings of Norway and Sweden will meet at a summit in Venice in June. The Tokyo summit failed last year."
    told = [" ".join(e.quote for e in m.evidence) for m in read(f"{TRUCE} {text}").meetings]
    assert any("Venice" in words for words in told)
    assert not any("Venice" in words and "Tokyo" in words for words in told)


def test_the_next_round_stands_without_its_sides(read: Read) -> None:
    """Talks that are set for a day and a place are told, though nobody says whose they are."""
    text = "The next round of talks is set for Friday in Geneva. The minister met the king of Norway on Monday."
    assert ("Geneva", "scheduled") in [(m.place, m.status) for m in read(f"The truce holds. {text}").meetings]
