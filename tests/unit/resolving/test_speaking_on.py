"""Speakers whom the report tells in few words: "they added", "the source", those whom an outlet cites, "Quote:"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.terms.findings import Findings

Read = Callable[..., Findings]

SPEAKERS = [
    ("A Chadian source said it was late. The source added that ships had left.", "ships had left", "Chadian source"),
    ("The Sarra Front shelled the port. They said they would go on.", "they would go on", "Sarra Front"),
    ("TASS, citing two guards, reported that the gate was shut.", "the gate was shut", "guards"),
    ("TASS reported, citing two guards, that the gate was shut.", "the gate was shut", "guards"),
    ("Dispatchers delayed the call, saying they lacked the right.", "they lacked the right", "Dispatchers"),
    ("It was quiet until Chad said on Monday that the talks had failed.", "the talks had failed", "Chad"),
    ("Some reports suggested that Ana Berg would be freed.", "Ana Berg would be", "Some reports"),
    ("The representatives of the creditors said it was late.", "it was late", "representatives of the creditors"),
    ("Jon Maas came early. It was about Ana Berg's firm stance. She has said that it was late.", "it was late", "Ana Berg"),
    ("Ana Berg told the radio that Jon Maas was late. Jon Maas can wait, she said.", "Jon Maas can wait", "Ana Berg"),
    ("The gate is shut, per a port official.", "The gate is shut", "port official"),
    ("Ana Berg's message to the port was clear: \"We will wait for you.\"", "We will wait", "Ana Berg"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content", "speaker"), SPEAKERS)
def test_who_speaks(read: Read, text: str, content: str, speaker: str) -> None:
    """The speaker is followed, or goes by the words that the report has."""
    found = next(q for q in read(text).quotations if q.content.startswith(content))
    assert found.speaker is not None
    assert found.speaker.name.removeprefix("two ") == speaker


def test_an_outlet_that_cites_is_the_channel(read: Read) -> None:
    """Whoever is cited speaks, through the outlet."""
    [found] = read("TASS, citing two guards, reported that the gate was shut.").quotations
    assert found.via is not None
    assert found.via.name == "TASS"


def test_the_label_of_a_quote_is_nobody(read: Read) -> None:
    """Behind "Quote:" goes on who spoke before."""
    text = 'Ana Berg said that the port was open.\n\nQuote: "We will wait for all the ships."'
    assert [q.speaker.name if q.speaker else None for q in read(text).quotations] == ["Ana Berg", "Ana Berg"]


def test_both_countries_are_countries(read: Read) -> None:
    """A list of people told last is not "both countries"."""
    text = "Qatar and Egypt want the release of hostages and detainees. Both countries said that it was late."
    [found] = [q for q in read(text).quotations if q.content == "it was late"]
    assert found.speaker is not None
    assert found.speaker.name == "Qatar"


def test_a_sentence_that_points_back_says_nothing(read: Read) -> None:
    """ "This was reported by the ministry" tells by whom the sentence before was told."""
    assert not read("The gate is shut. This was reported by the port's press service, Interfax reports.").quotations


def test_a_quote_behind_its_cue_is_whole(read: Read) -> None:
    """A content starts with the quote that follows its cue at once."""
    text = "Ana Berg stressed “the need of a pact that ends the war, eases the siege, ensures bread and frees the men.”"
    [found] = read(text).quotations
    assert found.content.startswith("the need of a pact")
