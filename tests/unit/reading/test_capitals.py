"""Headlines in capitals: the reading copy has them in the case of the story, at the same offsets."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.reading.grammar.language import Grammar
from dragoman.reading.layout.page import lay_out
from dragoman.terms.report import Report
from tests.unit.resolving.test_cast_news import cast_of

STORY = "\n\nThe hostages left on Monday after talks in Norland. The IMF and the Arab prisoners of Lenn were told, Ana Ruiz said."


def copy_of(text: str) -> str:
    """The reading copy of a text."""
    return lay_out(Report(id="t", published=date(2025, 5, 14), text=text)).copy


CHANGED = [
    ("Hostage Talks Advance As Norland Frees Arab Prisoners", "Hostage talks advance as Norland frees Arab prisoners"),
    ("STRIKE TALKS COLLAPSE IN LENN", "Strike talks collapse in Lenn"),
    ("IMF Loan For Norland Agreed At Talks", "IMF loan for Norland agreed at talks"),
    ("Zubrowka Talks Resume After Walkout By Miners", "Zubrowka talks resume after walkout by miners"),
]


@pytest.mark.parametrize(("headline", "copy"), CHANGED)
def test_a_loud_headline(headline: str, copy: str) -> None:
    """Its plain words are small, its names as the story has them; what the story never has stays."""
    assert copy_of(headline + STORY) == copy + STORY


@pytest.mark.parametrize(
    "line",
    [
        "Norland frees Arab prisoners as talks advance",
        "The Lenn Valley Times",
        "Talks Resume.",
        "Ana Ruiz, Jon Berg, Omar Sato, Leyla Aksoy",
        "Talks",
    ],
)
def test_other_lines(line: str) -> None:
    """A headline in sentence case, names, sentences and single words stay as they are."""
    assert copy_of(line + STORY) == line + STORY


def test_the_words_of_the_report_stay(grammar: Grammar) -> None:
    """What is found in such a headline is cited as the report writes it."""
    text = "Miners Union And Norland Agree On Wage Deal" + STORY
    cast, _ = cast_of(grammar, text)
    assert all(text[m.start : m.end] == m.quote for a in cast.actors for m in a.mentions)
    assert "Norland Agree" not in [a.name for a in cast.actors]
