"""Meetings in wider wording: ways, venues, separate talks, talks that name nobody, days that lie ahead."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from dragoman.terms.findings import Findings, Meeting

Read = Callable[..., Findings]

PARTIES = [
    (
        "Peru's Foreign Minister Ana Prelec and Chile's Foreign Minister Oleh Savka met in Oslo.",
        {"Ana Prelec", "Oleh Savka"},
    ),
    ("Peru, Chile to hold talks in Oslo", {"Peru", "Chile"}),
    ("Iran, US to meet in Oman on Saturday", {"Iran", "US"}),
    (
        "Since meeting with President Ana Ruiz in Lima on Monday, King Otto Berg's tone has softened.",
        {"Otto Berg", "Ana Ruiz"},
    ),
    (
        "King Otto Berg told President Ana Ruiz at a meeting in Oslo that the truce held.",
        {"Otto Berg", "Ana Ruiz"},
    ),
    ("During her visit to Peru, Queen Eva Lind said that the truce held.", {"Eva Lind", "Peru"}),
    (
        "Togo took part in a round of negotiations with Benin and the African Union.",
        {"Togo", "Benin", "African Union"},
    ),
    ("President Luis Prado called President Ana Ruiz on Friday about the ceasefire.", {"Luis Prado", "Ana Ruiz"}),
]


@pytest.mark.parametrize(("text", "parties"), PARTIES)
def test_who_meets(read: Read, text: str, parties: set[str]) -> None:
    """All parties are told, wherever the grammar puts them."""
    found = read(text).meetings
    assert [m for m in found if {p.name for p in m.parties} == parties], shown(found)


def test_separate_talks_are_told_one_by_one(read: Read) -> None:
    """Separate talks with two are two meetings; joint talks with two are one."""
    apart = read("The US held separate talks with Israel and Lebanon.").meetings
    assert [{p.name for p in m.parties} for m in apart] == [{"US", "Israel"}, {"US", "Lebanon"}]
    met = read("The US envoy met separately with Serbia and Kosovo.").meetings
    assert len(met) == 2, shown(met)
    assert len(read("The US held talks with Israel and Lebanon.").meetings) == 1


def test_a_way_of_an_official_abroad_is_a_visit(read: Read) -> None:
    """A minister who flies to a capital visits it; a man without an office, or one at home, does not; talks are told alone."""
    found = read("Foreign Minister Luis Prado flew to Havana on Tuesday. The ceasefire talks go on.").meetings
    assert [m.kind for m in found if m.place == "Havana"] == ["visit"], shown(found)
    quiet = "Luis Prado flew to Havana on Tuesday. The ceasefire talks go on."
    assert not [m for m in read(quiet).meetings if m.kind == "visit"]
    home = "Cuban President Luis Prado flew to Havana on Tuesday. The ceasefire talks go on."
    assert not [m for m in read(home).meetings if m.kind == "visit"]
    talks = read("Foreign Minister Luis Prado arrived in Havana for talks with Peru.").meetings
    assert [m.kind for m in talks] == ["talks"], shown(talks)


def test_a_capital_before_talks_is_their_venue(read: Read) -> None:
    """The Vienna talks are in Vienna, and Austria is no party; Russia-Ukraine talks are between the two."""
    found = read("Peru and Chile resumed the Vienna talks on Friday.").meetings
    assert [({p.name for p in m.parties}, m.place) for m in found] == [({"Peru", "Chile"}, "Vienna")], shown(found)
    joined = read("The Russia-Ukraine talks ended on Friday.").meetings
    assert len(joined[0].parties) == 2, shown(joined)


def test_the_day_of_an_offer_is_the_meetings_where_it_lies_ahead(read: Read) -> None:
    """Talks proposed "on June 12" are on that day if it is to come, and on no known day if it is over."""
    ahead = read("Peru proposed a meeting with Chile in Lima on June 12.").meetings
    assert ahead[0].date is not None
    assert str(ahead[0].date.start) == "2025-06-12"
    over = read("On May 12 Peru proposed a meeting with Chile in Lima.").meetings
    assert over[0].date is None, shown(over)


def test_since_a_day_when_sides_were_brought_together(read: Read) -> None:
    """The day of a meeting after which there was none is its own, without a bound."""
    text = "Peru and Chile have held no talks since they were brought together by a bishop in Lima in May 2021."
    found = [m for m in read(text).meetings if m.status == "held" and m.date is not None]
    assert [(str(m.date.start), m.date.bound) for m in found if m.date] == [("2021-05-01", None)], shown(found)


def test_talks_that_name_nobody_are_those_of_the_sides_told_most(read: Read) -> None:
    """A round told without its sides is between those whose talks the report tells; without any it is nobody's."""
    text = "Talks between Peru and Chile began. Talks between Peru and Chile are slow. In April 2024 the third round ended in a quarrel."
    found = [m for m in read(text).meetings if m.date is not None]
    assert [{p.name for p in m.parties} for m in found] == [{"Peru", "Chile"}], shown(found)
    assert not read("Diplomats are tired of truces. In April 2024 the third round ended in a quarrel.").meetings


def test_who_tells_of_a_call_does_not_take_part(read: Read) -> None:
    """A spokesman who tells of a call with somebody is no party of it."""
    found = read("A spokesman told of a short call with President Luis Prado about the truce.").meetings
    assert not [m for m in found if any("spokesman" in p.name for p in m.parties)], shown(found)


def test_what_talks_are_for_is_no_second_meeting(read: Read) -> None:
    """To meet in order to talk is one meeting."""
    found = read("President Luis Prado and King Otto Berg met in Ankara to talk about the truce.").meetings
    assert len(found) == 1, shown(found)


def test_a_refusal_does_not_undo_what_is_set(read: Read) -> None:
    """Talks set for a day stay set, where a side was told to have refused talks in another sentence."""
    text = "Talks between Mali and the rebels are set to begin in Accra on Friday. Mali has refused to negotiate with the rebels."
    assert "scheduled" in {m.status for m in read(text).meetings}


def test_levels_of_summits_and_counterparts(read: Read) -> None:
    """A summit of states is of leaders; a counterpart holds the same office."""
    summit = read("A summit between Mali and Niger is scheduled for Thursday.").meetings
    assert summit[0].level == "leaders"
    text = "Foreign Minister Luis Prado and his Chilean counterpart Eva Lind met in Lima."
    assert read(text).meetings[0].level == "ministers"


def test_the_state_visited_hosts(read: Read) -> None:
    """Who visits a state is received by it."""
    found = read("President Luis Prado paid a visit to Japan on Monday for truce talks.").meetings
    hosts = [m.host.name for m in found if m.kind == "visit" and m.host is not None]
    assert hosts == ["Japan"], shown(found)


def shown(found: Sequence[Meeting]) -> str:
    """The meetings in words, for a failed test."""
    return "\n".join(f"{m.kind} {m.status} {[p.name for p in m.parties]} {m.place} {m.date}" for m in found) or "none"
