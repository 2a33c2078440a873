"""Sentences about the negotiation, and reports that have none."""

from __future__ import annotations

import pytest

from dragoman.reading.language import Grammar
from dragoman.reading.page import Page
from dragoman.reading.parse import Parse
from dragoman.reading.scene import Scene
from dragoman.reading.talks import find_talk_sentences, is_negotiation


def parsed(grammar: Grammar, text: str) -> Parse:
    """Parse a text without furniture."""
    return next(iter(grammar.parse([Page(copy=text)])))


def test_sentences_about_the_talks(grammar: Grammar) -> None:
    """Sentences with words of negotiation are found, the others are not."""
    text = "Envoys met for a second round of talks. The weather was mild. Both ministers studied the proposal."
    found = find_talk_sentences(Scene(parsed(grammar, text), (), ()))
    assert [span.of(text) for span in found] == [
        "Envoys met for a second round of talks.",
        "Both ministers studied the proposal.",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The rebels and the government signed a truce.", True),
        ("The union called off the strike after talks with employers.", True),
        ("A deal was reached in Doha.", True),
        ("The club agreed a fee for the midfielder. The striker stays until the end of the season.", False),
        ("The studio cast the actress for the sequel. The director of the film agreed.", False),
        ("Shareholders backed the takeover. The merger deal lifts profit and revenue.", False),
    ],
)
def test_public_and_private_bargains(grammar: Grammar, text: str, told: bool) -> None:
    """States, unions and armed groups negotiate; clubs, studios and firms bargain."""
    assert is_negotiation(parsed(grammar, text)) is told
