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
from dragoman.terms.span import Span

TEXT = (
    "“The ferry will sail,” Anna Borg murmured. Borg hummed that “the ferry” would sail on Friday. Nobody met. Borg hummed "
    "that the ferry would sail. Nobody met. Norland and Sudria giggled about the ferry. "
    "Norland rejected Sudria's plan. Norland, the Sudrian ministry and Anna Borg shrugged. The envoys of Sudria, Sudria's army and Anna Borg smiled."
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


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("Norland", 1),
        ("Norland and Sudria", 2),
        ("Norland, the Sudrian ministry and Anna Borg", 3),
        ("the Sudrian ministry and Anna Borg", 2),
        ("The envoys of Sudria", 1),
        ("Sudria's army", 1),
        ("Norland and Sudria giggled", 0),
        ("and Sudria giggled about the ferry", 0),
        ("Norland rejected Sudria's plan", 0),
        ("rejected Sudria", 0),
        ("Anna Borg shrugged", 0),
    ],
)
def test_words_that_have_actors_are_not_all_actors(matching: Matching, words: str, count: int) -> None:
    """Words are somebody where nothing is left of them but articles, commas and "and"; to be named in a clause is not to act."""
    start = TEXT.index(words)
    quote = Span(TEXT.rindex(".", 0, start) + 2, TEXT.index(".", start) + 1)
    assert len(matching.actors(words, quote)) == count
    row = {
        "quote": quote.of(TEXT),
        "cue": words.split(maxsplit=1)[0],
        "day": "",
        "stance": "rejects",
        "about": words,
        "toward": "",
    }
    assert len(marks(matching, positions={**row, "conditions": [], "actor": words})) == count


@pytest.mark.parametrize("field", ["speaker", "actor", "target", "toward", "parties"])
def test_no_field_takes_a_clause_for_somebody(matching: Matching, field: str) -> None:
    """A clause that names two is no speaker, doer, target or party, whatever the kind of finding."""
    clause = "Norland rejected Sudria's plan"
    told = {"quote": f"{clause}.", "cue": "rejected", "day": ""}
    rows: dict[str, tuple[str, dict[str, Any]]] = {
        "speaker": ("quotations", {"content": "plan", "speaker": clause}),
        "toward": ("positions", {"actor": "Norland", "stance": "rejects", "about": "plan", "toward": clause}),
        "parties": ("meetings", {"kind": "talks", "status": "held", "place": "", "parties": ["Norland", clause]}),
        "actor": ("incidents", {"sort": "arrest", "status": "happened", "place": "", "target": "", "actor": clause}),
        "target": ("incidents", {"sort": "arrest", "status": "happened", "place": "", "target": clause, "actor": ""}),
    }
    kind, row = rows[field]
    assert marks(matching, **{kind: {**told, **row}}) == ()
    whom: Any = ["Sudria"] if field == "parties" else "Sudria"
    assert len(marks(matching, **{kind: {**told, **row, field: whom}})) == 1


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
