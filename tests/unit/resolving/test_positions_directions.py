"""What somebody says they will do is an acceptance by its direction alone: what eases a conflict, and no threat."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.terms.findings import Findings

Read = Callable[..., Findings]


@pytest.mark.parametrize(
    "text",
    [
        "Mali said it would halt its raids on the islands.",
        "Mali said it would withdraw its troops from the valley.",
        "Mali said it would extend the truce by a week.",
        "Mali said it would lift the blockade.",
    ],
)
def test_what_eases_a_conflict_is_accepted(read: Read, text: str) -> None:
    """Words that end strife accept, by themselves or by their object."""
    assert [p.stance for p in read(text).positions] == ["accepts"]


@pytest.mark.parametrize(
    "text",
    [
        "Mali said it would withdraw from the accord.",
        "Mali said it would suspend its grain exports.",
        "Mali said it would extend its offensive to the coast.",
        "Mali said it would halt the payments.",
        "Mali said it would return to the coast.",
    ],
)
def test_threats_are_no_acceptances(read: Read, text: str) -> None:
    """The same words with another object accept nothing."""
    assert not [p for p in read(text).positions if p.stance == "accepts"]
