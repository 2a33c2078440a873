"""Words of a report on the command line: as they stand there, and where they stand once."""

from __future__ import annotations

import pytest

from dragoman.cli.find import _span
from dragoman.terms.errors import DecisionError

TEXT = "The envoy left. The envoy came back."


def test_words_that_stand_once() -> None:
    """Their place is theirs alone."""
    start, end = _span(TEXT, "came back")
    assert TEXT[start:end] == "came back"


@pytest.mark.parametrize(("words", "why"), [("The envoy", "more than once"), ("went away", "do not stand")])
def test_words_that_tell_no_place(words: str, why: str) -> None:
    """It is told, so that more of them are written."""
    with pytest.raises(DecisionError, match=why):
        _span(TEXT, words)
