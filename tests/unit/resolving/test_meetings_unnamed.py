"""Meetings that name nobody: only words that point back or go on are given the sides told before them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.terms.findings import Findings

Read = Callable[..., Findings]

TOLD = "Talks between Peru and Chile began. Talks between Peru and Chile are slow. "


@pytest.mark.parametrize(
    "text", ["Fisheries talks were held in Brussels in March 2024.", "A meeting was held in Oslo."]
)
def test_talks_of_nobody_stay_nobodys(read: Read, text: str) -> None:
    """Talks that point to none told before are not those of the sides told most."""
    assert not [m.parties for m in read(TOLD + text).meetings if m.place in ("Brussels", "Oslo") and m.parties]


def test_words_that_go_on_are_those_of_the_sides_told_before(read: Read) -> None:
    """ "The next round" is between the sides told most before it."""
    found = [m for m in read(TOLD + "The next round will be held in Oslo.").meetings if m.place == "Oslo"]
    assert [{p.name for p in m.parties} for m in found] == [{"Peru", "Chile"}]


def test_sides_told_later_are_not_at_the_table(read: Read) -> None:
    """What the report tells only afterwards gives no parties to what it told before."""
    found = read("Diplomats are tired of truces. The last round broke down in April 2024. " + TOLD).meetings
    assert not [m for m in found if m.date is not None]


def test_a_way_home_is_no_visit(read: Read) -> None:
    """Who travels to his own capital visits nobody."""
    found = read("Swedish Prime Minister Jon Berg travelled to Stockholm on Monday. The truce talks go on.").meetings
    assert not [m for m in found if m.kind == "visit"]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Swedish Prime Minister Jon Berg travelled to Lviv on Monday.", "Jon Berg"),
        ("A Chilean delegation arrived in Lima on Monday.", "Chile"),
        ("Negotiators from Chile flew to Quito on Monday.", "Chile"),
        ("Swedish Foreign Minister Ida Holm is due in Oslo on Friday.", "Ida Holm"),
    ],
)
def test_a_way_of_those_who_go_for_others_is_a_visit(read: Read, text: str, party: str) -> None:
    """Ministers and delegations visit where they go, also a town of which nobody tells whose it is."""
    found = [m for m in read(text + " The truce talks go on.").meetings if m.kind == "visit"]
    assert [[p.name for p in m.parties] for m in found] == [[party]]


def test_a_way_of_nobody_in_office_is_no_visit(read: Read) -> None:
    """Refugees and farmers travel, but visit nobody; neither does a delegation that does not go."""
    text = "Ana Prelec, a farmer, left for Egypt on Monday. No Chilean delegation flew to Lima. The truce talks go on."
    assert not [m for m in read(text).meetings if m.kind == "visit"]


def test_who_is_thanked_at_a_summit_need_not_be_there(read: Read) -> None:
    """Only those who speak with each other at a meeting sit in it."""
    found = read("At a summit in Geneva, President Luis Prado thanked Oman for the truce.").meetings
    assert not [m for m in found if "Oman" in {p.name for p in m.parties}]


def test_whose_visit_it_is_is_no_host(read: Read) -> None:
    """The visit "of" a state leads to none that is told."""
    found = read("The visit of Norway to the truce talks was put off.").meetings
    assert not [m for m in found if m.host is not None and m.host.name == "Norway"]


def test_a_summit_of_rebels_is_not_of_leaders(read: Read) -> None:
    """Only a summit of states or governments is of leaders."""
    found = read("A summit between Mali and the rebels is scheduled for Thursday.").meetings
    assert found
    assert not [m for m in found if m.level == "leaders"]


@pytest.mark.parametrize(
    "told",
    [
        "The trade war between Peru and Chile hurts ports.",
        "Peru and Chile signed a deal on copper.",
        "Peru wants a deal with Chile on trade.",
        "A hostage deal between Peru and Chile is near.",
    ],
)
def test_talks_of_nobody_are_those_of_the_sides_that_deal_with_each_other(read: Read, told: str) -> None:
    """Where a report names no sides of its talks, they are those between which it tells of a deal, a war or a pact."""
    found = read(f"{told} After weeks of talks in Oslo the negotiators went home.").meetings
    assert [{p.name for p in m.parties} for m in found if m.place == "Oslo"] == [{"Peru", "Chile"}]


@pytest.mark.parametrize(
    "told",
    [
        "The war in Peru goes on.",
        "The trade war between Peru and Chile hurts. The trade war between Mali and Ghana hurts.",
    ],
)
def test_sides_that_may_be_others_are_none(read: Read, told: str) -> None:
    """A state at war with nobody known, or two pairs told as often, give no sides to the talks of nobody."""
    found = read(f"{told} After weeks of talks in Oslo the negotiators went home.").meetings
    assert [m.parties for m in found if m.place == "Oslo"] == [()]


def test_a_place_of_talks_is_not_lent_to_those_under_way(read: Read) -> None:
    """Talks of nobody that were in a town are told beside those that go on, though both are of the same sides."""
    text = "Peru and Chile are in talks about a trade deal. The mood rose after talks in Oslo last week."
    assert [m.place for m in read(text).meetings] == [None, "Oslo"]


def test_the_heads_of_several_delegations_meet(read: Read) -> None:
    """Who leads the delegations sits in the talks; a single delegation of nobody known tells of no two sides."""
    held = "led by Secretary Ana Ruiz of Peru and Minister Luis Prado held truce talks in Quito."
    assert [{p.name for p in m.parties} for m in read(f"Delegations {held}").meetings] == [{"Ana Ruiz", "Luis Prado"}]
    alone = read("A delegation from Mali led by Ana Ruiz held truce talks in Quito.").meetings
    assert "Ana Ruiz" not in {p.name for m in alone for p in m.parties}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya is working to resume truce talks in Nairobi.",
        "The council discussed the truce talks in Nairobi.",
    ],
)
def test_who_works_on_talks_or_discusses_them_need_not_sit_in_them(read: Read, text: str) -> None:
    """Talks that somebody works on or speaks of are those of others."""
    assert not [p.name for m in read(text).meetings for p in m.parties if p.name in ("Kenya", "council")]


def test_who_resumes_talks_sits_in_them(read: Read) -> None:
    """Beside a partner that is told, who works to resume talks is the other side."""
    found = read("Kenya is working to resume truce talks with Mali.").meetings
    assert {p.name for m in found for p in m.parties} == {"Kenya", "Mali"}


@pytest.mark.parametrize(
    "text",
    [
        "Premier Ana Ruiz talked on Monday about the hardship of the truce talks.",
        "Premier Ana Ruiz will meet with reporters on Friday.",
    ],
)
def test_who_talks_alone_or_to_the_press_meets_nobody(read: Read, text: str) -> None:
    """One person who talks of something, or meets those who only listen, has no meeting."""
    found = read(f"The truce talks go on. {text}").meetings
    assert not [m for m in found if "Ana Ruiz" in {p.name for p in m.parties}]


def test_the_seat_of_a_government_is_a_place_by_its_whole_name(read: Read) -> None:
    """A guest goes to the White House; who governs there goes home."""
    guest = read("President Ana Ruiz of Peru flew to the White House on Monday. The truce talks go on.").meetings
    assert [m.place for m in guest if m.kind == "visit"] == ["White House"]
    home = read("U.S. President Jon Berg returned to the White House on Monday. The truce talks go on.").meetings
    assert not [m for m in home if m.kind == "visit"]


def test_creditors_sit_at_the_table(read: Read) -> None:
    """Those to whom money is owed are a side of talks; money owed is none."""
    found = read("Talks between Peruvian officials and bank creditors on debt ended in Lima.").meetings
    assert [[p.name for p in m.parties] for m in found] == [["Peru", "bank creditors"]]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz plans to see Luis Prado in May for their second summit in Lima.",
        "A deal between President Ana Ruiz and Premier Luis Prado is to be signed at their summit in Lima.",
    ],
)
def test_their_summit_is_that_of_the_two_persons_before(read: Read, text: str) -> None:
    """ "Their" summit is that of the only two persons whom its sentence names before it, list or not."""
    found = [m for m in read(f"{text} The truce talks go on.").meetings if m.kind == "summit"]
    assert [{p.name for p in m.parties} for m in found] == [{"Ana Ruiz", "Luis Prado"}]


def test_their_summit_is_nobodys_after_three(read: Read) -> None:
    """Of three persons nobody knows which two are meant."""
    text = "Ana Ruiz saw Luis Prado and told Jon Berg of their summit in Lima. The truce talks go on."
    assert not [m for m in read(text).meetings if m.kind == "summit" and m.parties]
