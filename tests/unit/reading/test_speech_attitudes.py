"""What is spoken of without a sentence, and what somebody has in mind: attributions where no sides deal with each other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.terms.findings import Findings

Read = Callable[..., Findings]

SIDES = "Negotiators of both sides met at the negotiating table. The negotiations go on, the mediators said."

ATTITUDES = [
    ("The mayor plans to open a second bridge.", "to open a second bridge"),
    ("The mayor was worried about the old bridge.", "the old bridge"),
    ("The mayor's announcement of a new road came late.", "a new road"),
    ("The mayor opposed the new road.", "the new road"),
]


@pytest.mark.parametrize(("text", "content"), ATTITUDES)
def test_an_attitude_is_an_attribution(read: Read, text: str, content: str) -> None:
    """What somebody plans, fears or opposes is told of him."""
    assert [q.content for q in read(text).quotations] == [content]


@pytest.mark.parametrize(("text", "content"), ATTITUDES)
def test_where_sides_deal_with_each_other_it_is_a_position(read: Read, text: str, content: str) -> None:
    """The same words in a report of negotiations are left to the positions."""
    assert content not in [q.content for q in read(f"{text}\n\n{SIDES}").quotations]


def test_a_thing_spoken_of_is_told_anywhere(read: Read) -> None:
    """To mention a thing is to speak, among negotiators too."""
    contents = [q.content for q in read(f"The mayor mentioned a leak under the bridge.\n\n{SIDES}").quotations]
    assert "a leak under the bridge" in contents


NOT_TOLD = [
    "The mayor may mention a leak under the bridge.",
    "The mayor did not mention a leak under the bridge.",
    "The mayor declined to say when the bridge would open.",
    "Nobody mentioned the leak.",
    "The carpenters left at noon, underlining the want of timber.",
]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_is_not_told_is_none(read: Read, text: str) -> None:
    """What may be mentioned, was not, or is shown by a deed, is nobody's words."""
    assert read(text).quotations == ()


CALLED = [
    ("Marta Soler called Prelec a “stubborn liar” on Monday.", "Prelec a “stubborn liar"),
    ("The bridge, the mayor said, would open in May.", "The bridge would open in May"),
    ("The mayor said the work would end in May, although no stone had been laid.", "the work would end in May"),
]


@pytest.mark.parametrize(("text", "content"), CALLED)
def test_contents_are_whole(read: Read, text: str, content: str) -> None:
    """The thing and its name, both halves of a split sentence, and no aside of the report."""
    assert any(q.content.startswith(content) for q in read(text).quotations)


TAKEN = [
    # a notion with its clause
    ("The mayor dismissed the idea that the bridge could be moved.", "the idea that the bridge could be moved"),
    # a clause that the grammar hangs on the paper
    (
        "The ministry said in a statement Soler had spoken to Prelec on Tuesday.",
        "Soler had spoken to Prelec on Tuesday",
    ),
    # an hour ends the sentence before
    ("Buses ran from 10 a.m. to 4 p.m. The oldest was 58, delegate Yusra Haddad said.", "The oldest was 58"),
]


@pytest.mark.parametrize(("text", "content"), TAKEN)
def test_clauses_in_unusual_places(read: Read, text: str, content: str) -> None:
    """A content is found where the grammar hides it."""
    assert content in [q.content for q in read(text).quotations]


def test_quoted_by_somebody(read: Read) -> None:
    """Who is quoted speaks, and not who quotes him."""
    (found,) = read("“They come and go,” a clerk quoted the mayor as saying.").quotations
    assert found.speaker is not None
    assert found.speaker.name == "mayor"


def test_an_outlet_that_passes_words_on_says_nothing_itself(read: Read) -> None:
    """What an agency reports that somebody said is one quotation, with the agency as its channel."""
    (found,) = read("Reuters reported that President Marta Soler said the bridge had fallen.").quotations
    assert found.speaker is not None
    assert found.via is not None
    assert (found.speaker.name, found.via.name) == ("Marta Soler", "Reuters")


def test_deeds_and_places_do_not_speak(read: Read) -> None:
    """What a raid underlines, or a place to which somebody came with a vow, is not said by them."""
    speakers = [q.speaker for q in read("The raid underlined that the truce was thin.").quotations]
    assert speakers == []
    (vow,) = read("Ana Prelec came into the hall vowing to mend the bridge.").quotations
    assert vow.speaker is not None
    assert vow.speaker.name == "Ana Prelec"
