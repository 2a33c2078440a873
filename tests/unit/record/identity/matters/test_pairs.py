"""Pairs of matters, as two reports put them: one proposal, two, or left to a person."""

from __future__ import annotations

import tomllib
from itertools import chain
from pathlib import Path

import pytest

from dragoman.record.identity.matters.likeness import liken
from dragoman.record.identity.matters.sense import sense_of

PAIRS = tomllib.loads(Path(__file__).with_name("pairs.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("one", "other", "verdict"), list(chain(*PAIRS.values())))
def test_pairs_are_what_a_reader_takes_them_for(one: str, other: str, verdict: str) -> None:
    """Each pair gives the verdict that a person wrote beside it, whichever comes first, with a reason."""
    found = liken(sense_of(one), sense_of(other))
    assert found.verdict == verdict, found.why
    assert liken(sense_of(other), sense_of(one)).verdict == verdict
    assert found.why


@pytest.mark.parametrize("about", sorted({about for pair in chain(*PAIRS.values()) for about in pair[:2]}))
def test_a_matter_is_never_against_itself(about: str) -> None:
    """Words that name a topic are the same as themselves."""
    assert liken(sense_of(about), sense_of(about)).verdict == "same"
