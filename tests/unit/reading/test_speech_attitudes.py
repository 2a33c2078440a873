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
