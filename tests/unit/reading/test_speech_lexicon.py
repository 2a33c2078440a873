"""The lexicon of speech: each entry's example has a saying by one of its words, its counter-example has none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dragoman.reading.lexicon import load
from dragoman.reading.speech.cues import cues
from dragoman.terms.findings import Findings

ENTRIES: list[dict[str, Any]] = [*load("speech")["entry"], *load("attitudes")["entry"]]
IDS = [f"{n}-{entry['words'][0]}" for n, entry in enumerate(ENTRIES)]


@pytest.mark.parametrize("entry", ENTRIES, ids=IDS)
def test_the_example_holds_a_saying(read: Callable[..., Findings], entry: dict[str, Any]) -> None:
    """The example is understood as its entry means it."""
    assert read(entry["example"]).quotations


@pytest.mark.parametrize("entry", ENTRIES, ids=IDS)
def test_the_counter_example_holds_none(read: Callable[..., Findings], entry: dict[str, Any]) -> None:
    """The same words, and nobody's words."""
    assert not read(entry["counter"]).quotations


def test_a_word_of_two_entries_has_both_uses() -> None:
    """The first entry that gives a use of a word wins."""
    assert {"clause", "infinitive"} <= set(cues().verbs["threaten"])
    assert cues().verbs["call"]["for"].act == "appeal"
    assert cues().verbs["call"]["predicate"].act is None
