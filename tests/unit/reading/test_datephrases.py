"""Date phrases: which words are one, taken apart how, and in which direction the grammar points them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.reading.dates.phrases import find_dates
from dragoman.reading.grammar.language import Grammar
from dragoman.reading.grammar.parse import Parse
from dragoman.reading.layout.page import Page
from dragoman.reading.lexicon import load
from dragoman.reading.marks import DatePhrase

Find = Callable[[str], tuple[DatePhrase, ...]]


def bare(text: str) -> Parse:
    """Words without any grammar, each its own root."""
    words, start, at = text.split(), [], 0
    for word in words:
        at = text.index(word, at)
        start.append(at)
        at += len(word)
    blank = [""] * len(words)
    return Parse(
        text=text,
        start=start,
        end=[s + len(w) for s, w in zip(start, words, strict=True)],
        word=words,
        tag=blank,
        dep=blank,
        head=list(range(len(words))),
        lemma=[w.lower() for w in words],
        entity=blank,
        entities=[],
        sentences=[(0, len(words))] if words else [],
    )


@pytest.fixture(scope="session")
def find(grammar: Grammar) -> Find:
    """Read one text and give its date phrases."""
    return lambda text: find_dates(next(iter(grammar.parse([Page(copy=text)]))))


@pytest.mark.parametrize(
    ("text", "words", "pattern", "parts"),
    [
        ("They left on 7 October 2023.", "7 October 2023", "day", {"d": "7", "m": "10", "y": "2023"}),
        ("They left on Oct. 7.", "Oct. 7", "day", {"d": "7", "m": "10"}),
        ("They left on the third of May.", "the third of May", "day", {"d": "3", "m": "5"}),
        ("They left in mid-June.", "mid-June", "month", {"mod": "mid", "m": "6"}),
        ("They left twenty-one days ago.", "twenty-one days ago", "ago", {"n": "21", "unit": "day", "dir": "ago"}),
        ("They left at the end of the month.", "the end of the month", "period", {"edge": "end", "unit": "month"}),
        ("They left on Tuesday of last week.", "Tuesday of last week", "weekday", {"w": "1", "week": "last"}),
        ("Sales rose in the third quarter.", "the third quarter", "quarter", {"q": "third"}),
        ("They left in the summer of 2015.", "the summer of 2015", "season", {"s": "summer", "y": "2015"}),
        ("They had left by Christmas.", "Christmas", "holiday", {"name": "day 12 25"}),
    ],
)
def test_taken_apart(text: str, words: str, pattern: str, parts: dict[str, str], find: Find) -> None:
    """A phrase keeps its exact words and gives its parts in plain form."""
    (phrase,) = find(text)
    assert phrase.span.of(text) == words
    assert phrase.pattern == pattern
    assert parts.items() <= dict(phrase.parts).items()


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The council met on Friday.", "past"),
        ("The council has met since Friday.", "past"),
        ("The council will meet on Friday.", "future"),
        ("The council is to meet on Friday.", "future"),
        ("The council is meeting on Friday.", "future"),
        ("The council may meet on Friday.", "future"),
        ("The council would have met on Friday.", "past"),
        ("The council agreed to meet on Friday.", "future"),
        ("The council failed to meet on Friday.", "past"),
        ("He said the council would meet on Friday.", "future"),
        ("He said the council had met on Friday.", "past"),
        ("The text adopted on Friday is short.", "past"),
        ("The session planned for Friday is open.", "future"),
        ("Friday's deadline is near.", "future"),
        ("Friday's bombing is condemned by all.", "past"),
        ("Friday", None),
    ],
)
def test_direction(text: str, tense: str | None, find: Find) -> None:
    """The nearest predicate or noun points the phrase, not the reporting verb; without one it points nowhere."""
    (phrase,) = find(text)
    assert phrase.tense == tense


def test_words_without_grammar() -> None:
    """A text of which the grammar says nothing still gives its dates, without a direction."""
    phrases = find_dates(bare("Monday 3 May 2021 and then 2014-05-06 and tomorrow"))
    assert [p.span.start for p in phrases] == [0, 27, 42]
    assert {p.tense for p in phrases} == {None}


def test_phrases_do_not_cross_paragraphs(find: Find) -> None:
    """A date ends with its paragraph: a caption's "May" does not take the next paragraph's number."""
    text = "Talks in early May\n\n12 people came."
    assert [p.span.of(text) for p in find(text)] == ["early May"]


def test_no_text_no_dates() -> None:
    """An empty text has none."""
    assert find_dates(bare("")) == ()


def test_feasts_by_example(find: Find) -> None:
    """Each feast of the lexicon is found in its example and not in its counter-example."""
    for entry in load("holidays")["entry"]:
        assert "holiday" in {p.pattern for p in find(entry["example"])}, entry["words"]
        assert "holiday" not in {p.pattern for p in find(entry["counter"])}, entry["words"]


def test_senses_by_example(find: Find) -> None:
    """Each sense of the tense lexicon turns the date of its example another way than that of its counter-example."""
    for entry in load("tenses")["entry"]:
        example, counter = find(entry["example"]), find(entry["counter"])
        ways = [[p.tense for p in phrases] for phrases in (example, counter)]
        assert ways[0] != ways[1] or [p.pattern for p in example] != [p.pattern for p in counter], (
            entry["sense"],
            ways,
        )
