"""How two texts differ, sentence by sentence."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.views import diffing
from dragoman.views.diffing import difference, sentences

OLD = "The talks were set. Nobody came.\n\nThe bridge was open."
NEW = "The talks were set. Two envoys came.\n\nThe bridge was open. It was raining."


def test_what_went_and_what_came() -> None:
    """A sentence that was changed is gone and new; what stayed is the same; a new one stands where it was put."""
    segments, cut = difference(OLD, NEW)
    assert not cut
    assert [(s.change, s.text.strip()) for s in segments] == [
        ("same", "The talks were set."),
        ("gone", "Nobody came."),
        ("new", "Two envoys came."),
        ("same", "The bridge was open."),
        ("new", "It was raining."),
    ]


@given(st.text("ab. \n!", max_size=60), st.text("ab. \n!", max_size=60))
def test_the_stretches_are_the_texts(older: str, newer: str) -> None:
    """What is not gone is the newer text at its places, what is not new the older one, but for white space."""
    segments, _ = difference(older, newer)
    assert "".join(s.text for s in segments if s.change != "gone") == newer
    assert "".join("".join(s.text for s in segments if s.change != "new").split()) == "".join(older.split())
    assert all(newer[s.start : s.end] == s.text for s in segments if s.change != "gone")


def test_a_text_of_very_many_sentences_is_cut() -> None:
    """The answer says that not all was compared."""
    segments, cut = difference("One. " * (diffing.MOST + 1), "One. " * diffing.MOST)
    assert cut
    assert "".join(s.text for s in segments).count("One.") == diffing.MOST


def test_sentences_are_the_text() -> None:
    """White space belongs to the sentence before it; nothing is lost."""
    assert sentences('He said: "No." Then he left.\n\nAll.') == ['He said: "No." ', "Then he left.", "\n\n", "All."]
