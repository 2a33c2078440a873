"""Sentences about the negotiation, and reports that have none."""

from __future__ import annotations

from dragoman.reading.grammar.language import Grammar
from dragoman.reading.grammar.parse import Parse
from dragoman.reading.layout.page import Page
from dragoman.reading.scene import Scene
from dragoman.reading.talks import find_talk_sentences


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
