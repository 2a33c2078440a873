"""Agreements told in passing: taken for known by a noun, by what came of them, by what is done with them; and what is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.terms.findings import Findings

Read = Callable[..., Findings]
TALKS = "Chad and Sudan held talks in Doha on Monday. "


@pytest.mark.parametrize(
    ("text", "status", "parties", "about"),
    [
        ("Chad wants to revive the 2015 river accord.", "agreed", set(), "the 2015 river accord"),
        ("Monitors oversee the truce between Chad and Sudan.", "in-force", {"Chad", "Sudan"}, "the truce"),
        ("A week-long truce allowed lorries into the valley.", "in-force", set(), "A week-long truce"),
        ("They moved on to the second phase of a 12-point truce.", "in-force", set(), "a 12-point truce"),
        ("Implementation of the Doha Declaration has stalled.", "agreed", set(), "the Doha Declaration"),
        ("The river deal with Sudan is set to expire on Friday.", "agreed", {"Sudan"}, "The river deal"),
        ("The herding agreement was established in March.", "agreed", set(), "The herding agreement"),
        (
            "The agreement that was struck in May provides for a new dam.",
            "agreed",
            set(),
            "a new dam",
        ),
    ],
)
def test_accord_taken_for_known(read: Read, text: str, status: str, parties: set[str], about: str) -> None:
    """A noun that takes an accord for known tells one, whatever is wanted of it."""
    (found,) = read(TALKS + text).agreements
    assert found.status == status
    assert {p.name for p in found.parties} == parties
    assert found.about == about


@pytest.mark.parametrize(
    ("text", "parties", "about"),
    [
        (
            "Chad, Mali, Togo, and Niger signed a pact on grazing.",
            {"Chad", "Mali", "Togo", "Niger"},
            "a pact on grazing",
        ),
        ("Chad and Sudan announced a truce on Sunday.", {"Chad", "Sudan"}, "a truce"),
        ("The rebels agreed to a truce with the government.", {"rebels", "government"}, "a truce"),
        (
            "Chad has reached an agreement to buy grain from Sudan.",
            {"Chad", "Sudan"},
            "an agreement to buy grain from Sudan",
        ),
        ("A deal was reached in talks between Chad and Sudan.", {"Chad", "Sudan"}, "A deal"),
        (
            "The ministers of Chad and Sudan agreed after a dinner in Accra on a pact that opened the ford.",
            {"Chad", "Sudan"},
            "a pact",
        ),
        (
            "The owners agreed with the miners on reopening the lower pit.",
            {"miners", "owners"},
            "reopening the lower pit",
        ),
        (
            "Both sides decided that the truce would begin at midnight.",
            {"Chad", "Sudan"},
            "the truce would begin at midnight",
        ),
    ],
)
def test_parties_and_matter_in_other_places(read: Read, text: str, parties: set[str], about: str) -> None:
    """Parties and matter are found in lists, beside the talks and below the meeting that they are told with."""
    (found,) = read(TALKS + text).agreements
    assert {p.name for p in found.parties} == parties
    assert found.about == about


@pytest.mark.parametrize(
    "text",
    [
        "It has been hard for the envoys to reach a pact on fish.",
        "Sudan is open to negotiating a truce.",
        "The sides are negotiating a truce.",
        "A truce is being negotiated.",
        "The rebels announced a three-day unilateral truce.",
        "Chad's envoy may yet succeed in sealing an accord.",
        "The envoy thanked Oman for its work on securing a truce.",
        "The proposed deal would free forty men.",
    ],
)
def test_work_on_a_deal_is_none(read: Read, text: str) -> None:
    """What is still worked on, and what one side declares alone, is no agreement."""
    assert read(TALKS + text).agreements == ()


def test_signing_that_is_set_tells_what_is_agreed(read: Read) -> None:
    """What two sides will sign on a day that is set is agreed; without a day, it is only hoped for."""
    (found,) = read("Chad and Sudan will sign a border treaty on Friday.").agreements
    assert (found.status, {p.name for p in found.parties}) == ("agreed", {"Chad", "Sudan"})
    assert read("Chad and Sudan would sign a border treaty.").agreements == ()


def test_gerund_after_lies_in_the_past(read: Read) -> None:
    """What was reached before something else was decided is a fact."""
    text = TALKS + "The waiters were back at work on Friday after concluding an accord with the owners."
    (found,) = read(text).agreements
    assert found.status == "agreed"
    assert "owners" in {p.name for p in found.parties}


def test_extension_is_not_what_it_extends(read: Read) -> None:
    """The extension of a deal and the deal itself are two agreements."""
    text = "Chad and Sudan agreed on 12 May to extend the grain deal. The grain deal was signed in March."
    assert len(read(text).agreements) == 2


def test_unlike_agreements_are_not_joined(read: Read) -> None:
    """What another agreement is to do is no second telling of one told before about something else."""
    text = "Chad and Niger agreed on Monday to cut tariffs. The agreement to free the fishermen pleased everybody."
    told = next(a for a in read(text).agreements if "tariffs" in a.about)
    assert len(told.evidence) == 1


def test_end_told_by_a_noun(read: Read) -> None:
    """The collapse of an accord and somebody's exit from it are its end; a feared or coming end is none."""
    (fell,) = read(TALKS + "Thousands fled after the collapse of a 2021 herding pact.").agreements
    assert (fell.status, fell.about) == ("ended", "a 2021 herding pact")
    (left,) = read("Chad's withdrawal from the river treaty with Sudan took effect in November 2023.").agreements
    assert (left.status, {p.name for p in left.parties}) == ("ended", {"Chad", "Sudan"})
    assert left.date is not None
    assert str(left.date.start) == "2023-11-01"
    assert all(a.status != "ended" for a in read(TALKS + "They fear the collapse of the 2021 herding pact.").agreements)


@pytest.mark.parametrize(
    ("text", "status", "about"),
    [
        ("A grain swap agreed in Doha in May has yet to begin.", "agreed", "A grain swap"),
        ("The herders and the farmers settled on a toll of nine goats.", "agreed", "a toll of nine goats"),
        ("The river council approved a two-year extension of the pact.", "agreed", "a two-year extension of the pact"),
        ("JCPOA II, which JCPOA lawyers wrote, expires in December.", "in-force", "JCPOA II"),
        ("Chad freed nine sailors as part of a deal with Sudan.", "agreed", "freed nine sailors"),
    ],
)
def test_agreements_in_other_frames(read: Read, text: str, status: str, about: str) -> None:
    """What is agreed is told by a participle, by a settling, an extension, a lapse or the deed that it led to."""
    assert (status, about) in {(a.status, a.about) for a in read(TALKS + text).agreements}


def test_paper_told_before_is_meant_by_it(read: Read) -> None:
    """The "it" that was signed is the accord of the sentence before."""
    (found,) = read(TALKS + "The herding accord opens the valley. It was signed in Doha on 30 April.").agreements
    assert found.status == "signed"
    assert found.date is not None
    assert str(found.date.start) == "2025-04-30"


@pytest.mark.parametrize(
    ("text", "parties", "about"),
    [
        ("Critics of the Lakeside climate accord spoke first.", set(), "the Lakeside climate accord"),
        ("Senators praised the Chad nuclear deal, which cut its stocks.", {"Chad"}, "the Chad nuclear deal"),
        ("It went past the limit of a 2015 river deal made with its neighbours.", set(), "a 2015 river deal"),
    ],
)
def test_accord_known_by_its_name(read: Read, text: str, parties: set[str], about: str) -> None:
    """An accord that goes by the name of a place or a land, or by its year, is told wherever it stands."""
    (found,) = read("Envoys met in Rome for talks. " + text).agreements
    assert ({p.name for p in found.parties}, found.about) == (parties, about)


@pytest.mark.parametrize(
    "text",
    [
        "They hope to reach a deal with Chad. Critics of the Chad deal met in Rome.",
        "The Chad deal that the ministry is drafting divides the port.",
        "The Lakeside Partnership agreement, which would cover timber, is at issue.",
        "Farmers marched for the Blue New Deal.",
        "The duty breaks the General Agreement on Tariffs and Trade.",
    ],
)
def test_name_of_a_hope_or_a_programme(read: Read, text: str) -> None:
    """A deal that is still sought has a name before it is there; a programme or a body may be called a deal."""
    assert read("Envoys met in Rome for talks. " + text).agreements == ()


def test_name_with_another_form_of_the_land(read: Read) -> None:
    """A land and its adjective are one word of a name, and an agreement is told to have ended in one record with itself."""
    text = "Envoys met in Rome. Critics of the Chad nuclear deal left. Friends of the Chadian nuclear deal stayed. Mali withdrew from the Chadian deal."
    (found,) = read(text).agreements
    assert (found.status, len(found.evidence)) == ("ended", 3)


def test_two_halves_of_one_pact(read: Read) -> None:
    """Where each telling names one side, the agreement has both."""
    text = "Envoys met in Rome. Mali signed a pact to sell timber on Monday. The agreement with Chad took effect on Friday."
    (found,) = read(text).agreements
    assert {p.name for p in found.parties} == {"Mali", "Chad"}


@pytest.mark.parametrize("later", ["The Chad-Mali agreement is hailed", "Critics of the Malian pact spoke"])
def test_agreement_called_by_its_sides(read: Read, later: str) -> None:
    """What is called only by the sides of an agreement told before is that agreement."""
    (found,) = read(f"Talks ended in Rome. Chad and Mali signed a fishing pact on Monday. {later}.").agreements
    assert (found.about, len(found.evidence)) == ("a fishing pact", 2)


@pytest.mark.parametrize(
    "text",
    [
        "The deal still has to be passed by the senate and signed by President Prado.",
        "Those negotiating the river deal met on Monday.",
        "Chad began negotiating a river deal with Mali.",
    ],
)
def test_what_has_yet_to_be_done(read: Read, text: str) -> None:
    """What has to be signed or is being negotiated is no agreement."""
    assert read("Envoys met in Rome for talks. " + text).agreements == ()


def test_broken_where_it_is_told(read: Read) -> None:
    """An agreement that is told to be broken and made in one phrase is one record."""
    (found,) = read("Envoys met in Rome for talks. Chad is breaking a pact with Mali signed in May.").agreements
    assert found.status == "violated"


def test_same_group_by_other_words(read: Read) -> None:
    """A headline calls a group by fewer words than the story does; a hyphen makes no other matter."""
    text = "Jon Berg, Opposition Leaders Reach Deal. Jon Berg and leaders of the armed opposition reached a deal on Friday. Talks went on."
    assert len(read(text).agreements) == 1
    assert (
        len(read("Envoys met. Chad hailed a 2011 debt-ceiling deal. It is a 2011 debt ceiling deal.").agreements) == 1
    )
