"""The day of a written statement is that of all that it says. The texts are published on Wednesday 14 May 2025."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.terms.findings import Findings

Read = Callable[..., Findings]
FIRST = "Norland said in a statement on Monday that the ferry would sail. "


@pytest.mark.parametrize(
    ("more", "day"),
    [
        ("Norland also urged the guild to open the pier.", "2025-05-12"),
        ("“The pier is safe,” the statement read.", "2025-05-12"),
        ("The guild said the pier was not safe.", None),
        ("The guild said the pier was not safe. Norland said that the guild was wrong.", None),
    ],
)
def test_a_statement_lasts_until_another_speaks(read: Read, more: str, day: str | None) -> None:
    """What the same side says next stands in the same paper; another's words, and all after them, do not."""
    found = read(FIRST + more).quotations[-1].date
    assert (found.start.isoformat() if found is not None else None) == day


def test_what_is_only_said_does_not_last(read: Read) -> None:
    """Without a paper a later "said" has no day."""
    found = read("Norland said on Monday that the ferry would sail. Norland said that the pier was safe.").quotations
    assert [q.date is not None for q in found] == [True, False]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ivo Lanz said on Monday that the ferry would sail. He said that the pier was old.", None),
        (
            "President Ana Ruiz said on Monday that the ferry would sail. “The pier is old,” Ruiz told reporters.",
            "2025-05-12",
        ),
        ("Ivo Lanz said on Monday that the ferry would sail. It rained. He said that the pier was old.", None),
        ("Marta Soler said in March that the ferry would sail. “The pier is old,” Soler said.", None),
        ("Ivo Lanz said on Monday that the ferry would sail. “The pier is old,” Marta Soler said.", None),
        ("Ivo Lanz said on Monday they may stay in port next week, urging the guild to wait.", "2025-05-12"),
    ],
)
def test_the_next_words_of_a_speaker_are_of_one_day(read: Read, text: str, day: str | None) -> None:
    """Quoted words in the sentence right behind go on; a plain "he said", what comes later, or from another, does not."""
    found = read(text).quotations[-1].date
    assert (found.start.isoformat() if found is not None else None) == day
