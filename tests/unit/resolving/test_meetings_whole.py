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


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The deal was reached in Paris today in talks between Peru and Chile.", "Paris"),
        ("A Peruvian delegation has arrived in Cairo to take part in talks with Chile.", "Cairo"),
        ("The Peruvian delegation left Cairo on Monday following talks with Chile.", "Cairo"),
        ("Negotiations between Peru and Chile will return on Saturday to Muscat.", "Muscat"),
        ("Peru and Chile agreed to hold talks on the outskirts of Quito on Friday.", "Quito"),
        ("Peru and Chile agreed to hold talks on the future of Quito on Friday.", None),
        ("The guild left Cairo on Monday before talks between Peru and Chile.", None),
    ],
)
def test_the_clause_around_talks_tells_where_they_are(read: Read, text: str, place: str | None) -> None:
    """Talks are where their deal is reached, where sides come to them or leave after them; what they are about is elsewhere."""
    assert [m.place for m in read(f"The truce holds. {text}").meetings if m.kind == "talks"] == [place]


def test_who_meets_beside_a_gathering_meets_there_and_then(read: Read) -> None:
    """The day and place of a gathering are those of a meeting on its sidelines."""
    text = (
        "The kings of Norway and Sweden will meet on the sidelines of this year's gathering of leaders, hosted by Singapore "
        "on June 14-15."
    )
    (found,) = (m for m in read(f"{TRUCE} {text}").meetings if len(m.parties) > 1)
    assert found.place == "Singapore"
    assert found.date is not None
    assert found.date.start == date(2025, 6, 14)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Peru freed all captives as a prelude to a March 10 opening of negotiations with Chile.", date(2025, 3, 10)),
        ("Peru ordered new negotiations with Chile on March 10.", None),
        ("At this week's May 16-18 negotiations, Peru and Chile are to discuss the border.", date(2025, 5, 16)),
        ("Peru cast doubt on Monday on the negotiations with Chile scheduled for Friday.", date(2025, 5, 16)),
    ],
)
def test_a_day_in_front_of_talks_is_theirs(read: Read, text: str, day: date | None) -> None:
    """What was planned for a day keeps it; the day of planning or doubting is not that of the talks."""
    found = [m.date.start if m.date else None for m in read(f"The truce holds. {text}").meetings]
    assert found == [day]


def test_a_state_of_two_words_is_a_place_with_both(read: Read) -> None:
    """Who goes to North Korea is in no other Korea."""
    (found,) = read(f"{TRUCE} Minister Ana Ruiz made a visit to North Korea on Monday.").meetings
    assert found.place == "North Korea"
