"""What stands near the words of a report."""

from __future__ import annotations

from dragoman.terms.span import Span
from dragoman.views.cited import nearby

TEXT = " date 2026-03-08 The envoys of both banks met at noon.\nNobody spoke of the dam after that meeting in Valletta."


def words_near(words: str, reach: int) -> str:
    """Return what stands near some words of the text."""
    start = TEXT.index(words)
    return nearby(TEXT, Span(start, start + len(words)), reach).of(TEXT)


def test_no_word_is_cut() -> None:
    """A word that is only half within reach is left out; the words themselves never are."""
    assert words_near("the dam", 9) == "spoke of the dam after"
    assert words_near("the dam", 2) == "the dam"
    assert words_near("dam", 0) == "dam"


def test_only_the_paragraph_and_never_what_stands_before_the_story() -> None:
    """The line of the publication day is no part of what is told."""
    assert words_near("both banks", 500) == "The envoys of both banks met at noon."
    assert words_near("the dam", 500) == "Nobody spoke of the dam after that meeting in Valletta."


def test_words_of_the_heading_are_shown_all_the_same() -> None:
    """Whoever cites the heading sees it."""
    assert words_near("2026-03-08", 5) == "date 2026-03-08 The"
