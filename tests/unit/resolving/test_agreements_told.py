"""How agreements are told as facts: with "did", as an infinitive that is none, with partners and a day behind the matter."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.terms.findings import Findings

Read = Callable[..., Findings]


def test_did_agree_is_a_fact(read: Read) -> None:
    """A verb that "did" stresses tells a fact as the past tense does."""
    (found,) = read("Talks stalled, but Peru and Chile did agree to open the road.").agreements
    assert found.about == "open the road"


@pytest.mark.parametrize(
    "text",
    [
        "Pressure grew for a truce to be agreed at talks between Peru and Chile.",
        "The treaty is to be signed by Peru and Chile after their talks.",
    ],
)
def test_what_is_to_be_agreed_is_none(read: Read, text: str) -> None:
    """A passive infinitive names what is wanted or planned."""
    assert not read(text).agreements


def test_partner_and_day_belong_to_the_words(read: Read) -> None:
    """The words of an agreement go on to the partner behind its day."""
    (found,) = read("Chad, having signed a peace deal in May 2016 with the FLN, held talks with Niger.").agreements
    assert found.evidence[0].quote.endswith("a peace deal in May 2016 with the FLN")


def test_what_expires_was_agreed(read: Read) -> None:
    """A pact told anew by the day on which it expires is there; one that would expire is not."""
    talks = "Peru and Chile held talks. "
    assert [a.about for a in read(f"{talks}That is when a two-year pact expires.").agreements] == ["a two-year pact"]
    assert not read(f"{talks}A pact would expire within days.").agreements


def test_a_day_before_when_is_that_of_what_came_about(read: Read) -> None:
    """What came about "on Friday when" the guilds voted after reaching a deal has that day."""
    text = "There was a breakthrough on Friday when the guilds voted to end the strike after reaching a deal with Peru."
    (found,) = read(text).agreements
    assert found.date is not None
    assert found.date.start.isoformat() == "2025-05-09"


def test_subject_behind_a_participle(read: Read) -> None:
    """Those who agree behind "Urged by the minister," are the parties, and not the minister."""
    text = "Prodded by Labor Secretary Ana Ruiz, the Teamsters and United Parcel Service agreed to resume wage talks."
    (found,) = read(text).agreements
    assert {p.name for p in found.parties} == {"Teamsters", "United Parcel Service"}


def test_what_only_tells_the_time_is_no_matter(read: Read) -> None:
    """The matter ends before what goes on meanwhile."""
    (found,) = read("Peru and Chile agreed to resume talks as the strike passed its tenth day.").agreements
    assert found.about == "resume talks"


def test_an_acronym_is_the_accord_that_spells_it_out(read: Read) -> None:
    """What is signed under an acronym is the accord whose words give it."""
    text = "Talks aim to revive the 2015 Iranian nuclear deal, known as the Plan of Action (JCPOA). "
    (found,) = read(text + "In 2015, Iran signed the JCPOA with Oman.").agreements
    assert {p.name for p in found.parties} == {"Iran", "Oman"}


def test_what_is_only_named_in_ing_is_not_kept(read: Read) -> None:
    """To discuss implementing an accord carries none out, and the accord has the day on which it was reached."""
    text = (
        "Peru and Chile discussed ways out, particularly implementing the fish agreement reached in Geneva last year."
    )
    (found,) = read(text).agreements
    assert found.status == "agreed"
    assert found.date is not None
    assert found.date.start.year == 2024


def test_how_long_a_truce_lasts_is_not_its_day(read: Read) -> None:
    """The day until which a truce holds does not tell when it came into force, and to live in peace is no truce."""
    text = "As from 4 May, a new truce takes effect, lasting until 4 July. Peru and Chile agreed to meet in peace."
    assert [a.date.start.isoformat() if a.date else None for a in read(text).agreements] == ["2025-05-04", None]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Peru's prime minister announced a truce on Monday with rebel groups. Peace talks go on.",
            {"Peru", "rebel groups"},
        ),
        ("Prime Minister Ana Ruiz negotiated a peace deal with the European Union.", {"Ana Ruiz", "European Union"}),
        ("The EU envoy announced a truce between Peru and Chile.", {"Peru", "Chile"}),
        ("The peace treaty was negotiated by Peru and Chile.", {"Peru", "Chile"}),
        ("The U.S.-EU peace deal was signed in May.", {"U.S.", "EU"}),
        ("The Peru-Chile-Kenya peace pact was signed in May.", {"Peru", "Chile", "Kenya"}),
        ("Unilever said it has reached a wage deal with the Teamsters after talks.", {"Unilever", "Teamsters"}),
    ],
)
def test_who_announces_or_names_an_agreement(read: Read, text: str, parties: set[str]) -> None:
    """Who announces an accord "with" others is a side of it, who announces one "between" others is none."""
    (found,) = read(text).agreements
    assert {p.name for p in found.parties} == parties


def test_participle_behind_the_sides(read: Read) -> None:
    """A pact between two lands "signed" on a visit is signed, and not the lands."""
    (found,) = read(
        "Talks go on. It stands in a defence pact between the two countries signed during a visit to Oslo."
    ).agreements
    assert found.status == "signed"


@pytest.mark.parametrize(
    "text",
    [
        "Analysts and traders say talks go on; analysts and brokers agreed that Peru would not last.",
        "The envoy did not confirm that Peru and Chile had reached an agreement at the talks.",
        "Peru and Chile, at talks, differ over troops in the first phase of a ceasefire agreement.",
        "At peace talks Peru and Chile differ over what they had agreed to.",
    ],
)
def test_opinions_and_what_is_left_open_are_none(read: Read, text: str) -> None:
    """Onlookers who agree on a view, what is not confirmed, and parts of an accord to come are no agreements."""
    assert not read(text).agreements


def test_the_phase_of_a_particular_truce(read: Read) -> None:
    """A part of an accord told anew shows the accord, where it has sides or a number."""
    (found,) = read("Talks go on. Troops left during the second phase of a 20-point ceasefire agreement.").agreements
    assert found.status == "in-force"


@pytest.mark.parametrize(("kind", "deals"), [("nuclear", 1), ("fisheries", 2)])
def test_a_deal_called_by_its_land_and_by_its_kind(read: Read, kind: str, deals: int) -> None:
    """The Chad pact is the nuclear pact that Chad signed; a pact on another matter is another one."""
    text = f"The Chad pact was praised by the premier. The 2015 {kind} pact was signed by Chad, Niger and Peru. Talks go on."
    assert len(read(text).agreements) == deals


def test_the_land_in_the_name_of_somebodys_deal(read: Read) -> None:
    """Whose deal it is said to be does not hide with whom it was made."""
    (found,) = read("President Holm's Chad deal was denounced by the senators on Monday. Talks go on.").agreements
    assert {p.name for p in found.parties} == {"Holm", "Chad"}
