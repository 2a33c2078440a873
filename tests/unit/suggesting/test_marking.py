"""Words of a suggestion become marks where they stand."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dragoman.assembly import Reader
from dragoman.reading.marks import Saying
from dragoman.reading.read import read_reports
from dragoman.resolving.resolve import resolve
from dragoman.suggesting.marking import marks_of
from dragoman.suggesting.matching import Matching
from dragoman.suggesting.schema import suggestions_of
from dragoman.terms.report import Report

TEXT = (
    "“The ferry will sail,” Anna Borg murmured. Borg hummed that “the ferry” would sail on Friday. Nobody met. Borg hummed "
    "that the ferry would sail. Nobody met. Norland and Sudria giggled about the ferry."
)


@pytest.fixture(scope="module")
def matching(reader: Reader) -> Matching:
    """The report in which words are found again."""
    report = Report("x", date(2025, 5, 14), TEXT)
    reading = next(iter(read_reports([report], reader.grammar)))[1]
    return Matching(reading, resolve(report, reading, reader.codebook))


def marks(matching: Matching, **lists: Any) -> tuple[Any, ...]:
    """Return the marks of one suggestion."""
    suggestions = suggestions_of({kind: [row] for kind, row in lists.items()})
    assert suggestions
    return marks_of(suggestions[0], matching, "model:canned/1")


@pytest.mark.parametrize(
    ("quote", "cue", "content", "kept", "type_"),
    [
        ("“The ferry will sail,” Anna Borg murmured.", "murmured", "“The ferry will sail,”", "The ferry will sail,", "direct"),
        ("“The ferry will sail,” Anna Borg murmured.", "murmured", "The ferry will sail,", "The ferry will sail,", "direct"),
        ("Borg hummed that “the ferry” would sail on Friday.", "hummed", "“the ferry” would sail", "“the ferry” would sail", "mixed"),
        ("Borg hummed that the ferry would sail.", "hummed", "the ferry would sail", "the ferry would sail", "indirect"),
    ],
)  # fmt: skip
def test_quotation_marks_tell_the_type(
    matching: Matching, quote: str, cue: str, content: str, kept: str, type_: str
) -> None:
    """What stands between quotation marks is direct, whether the model copies them or not; the outer ones are no part of it."""
    row = {"quote": quote, "cue": cue, "content": content, "speaker": "Borg", "day": ""}
    (mark,) = marks(matching, quotations=row)
    assert isinstance(mark, Saying)
    assert ([span.of(TEXT) for span in mark.contents], mark.type) == ([kept], type_)


def test_a_position_for_each_that_is_named(matching: Matching) -> None:
    """Several actors in the words of one actor hold a position each; a quotation has one speaker."""
    row = {"quote": "Norland and Sudria giggled about the ferry.", "cue": "giggled", "day": ""}
    position = {**row, "actor": "Norland and Sudria", "stance": "supports", "about": "the ferry", "toward": ""}
    assert len(marks(matching, positions={**position, "conditions": ["the ferry", "a bridge"]})) == 2
    assert marks(matching, quotations={**row, "speaker": "Norland and Sudria", "content": "the ferry"}) == ()


def test_the_place_of_a_quote_is_one_that_has_all_its_words(matching: Matching) -> None:
    """Of words that stand in the report twice, the first place that fits counts."""
    row = {
        "quote": "Borg hummed that the ferry would sail.",
        "cue": "hummed",
        "speaker": "Borg",
        "content": "the ferry",
    }
    (mark,) = marks(matching, quotations={**row, "day": "on Friday"})
    assert (mark.spans[0].start, mark.date) == (TEXT.rindex("Borg hummed"), None)
