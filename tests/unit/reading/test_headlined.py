"""Days of what a headline tells. The texts are published on Wednesday 14 May 2025."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.terms.findings import Findings

Read = Callable[..., Findings]


def test_a_headline_has_the_day_of_its_story(read: Read) -> None:
    """The first sentence that tells the same gives its day to the headline's deed."""
    text = "Norland jets strike Veria's capital\n\nNorland jets struck a barracks in the capital of Veria on Monday."
    days = {i.date.start.isoformat() if i.date else None for i in read(text).incidents}
    assert days == {"2025-05-12"}


@pytest.mark.parametrize(
    "text",
    [
        "Norland jets strike Veria's capital\n\nA poll was held in Ostia on Monday.",
        "Norland jets strike Veria's capital\n\nNorland will vote on Veria's capital budget on Monday.",
        "Norland jets strike Veria's capital\n\nNorland jets toured Veria's capital on Monday.",
        "Norland jets strike Veria's capital. Norland and Veria met in their capital on Monday.",
    ],
)
def test_other_sentences_give_a_headline_no_day(read: Read, text: str) -> None:
    """What tells something else, what lies ahead, and what follows a sentence of the story lend no day."""
    assert all(i.date is None for i in read(text).incidents)


def test_a_headline_that_names_the_event_as_its_subject(read: Read) -> None:
    """The story that tells the event of a headline's subject by another verb gives its day."""
    text = "Norland airstrikes hit Veria's port\n\nNorland launched airstrikes on Veria's port on Monday."
    days = {i.date.start.isoformat() if i.date else None for i in read(text).incidents}
    assert days == {"2025-05-12"}
