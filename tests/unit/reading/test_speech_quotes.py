"""Quotation marks: which words stand between which marks."""

from __future__ import annotations

import pytest

from dragoman.reading.speech.quotes import find_quotes, paragraph_starts


def inner(text: str) -> list[str]:
    """Return the words between the marks of each quote."""
    return [quote.inner.of(text) for quote in find_quotes(text, paragraph_starts(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('The envoy said: "We stay." Then he left.', ["We stay."]),
        ("The envoy said: “We stay.” Then he left.", ["We stay."]),
        ("The envoy said: ``We stay.'' Then he left.", ["We stay."]),
        ("The envoy said: ''We stay.'' Then he left.", ["We stay."]),
        ("The envoy said: 'We stay.' Then he left.", ["We stay."]),
        ("The envoy said: ‘We stay.’ Then he left.", ["We stay."]),
        ("The envoy said: «We stay.» Then he left.", ["We stay."]),
        ("The envoy said: „We stay.“ Then he left.", ["We stay."]),
    ],
)
def test_marks_of_every_make_are_paired(text: str, expected: list[str]) -> None:
    """Straight, curly, TeX, doubled, single and foreign marks all hold a quote."""
    assert inner(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The leaders' talks won't open before the envoys' return.",
        "It’s the guards’ post, and they’re at it.",
        "Back in the '90s nobody's word counted.",
        "The wall is 6' 2\" high.",
        "Rock 'n' roll isn't for the ministers' ears.",
    ],
)
def test_apostrophes_are_no_quotes(text: str) -> None:
    """Possessives, short forms and inches open nothing."""
    assert inner(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'It isn't the sides' fault,' he said.", ["It isn't the sides' fault,"]),
        ("He said: 'We don't want the guards' help.' Nobody's surprised.", ["We don't want the guards' help."]),
        ("Talks were ‘brief’ and ‘cold’, aides said.", ["brief", "cold"]),
        ("‘The rebels’ terms are clear,’ she said.", ["The rebels’ terms are clear,"]),
    ],
)
def test_single_quotes_hold_apostrophes(text: str, expected: list[str]) -> None:
    """An apostrophe within single marks does not end the quote."""
    assert inner(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“He told me ‘no’ twice,” she said.", ["He told me ‘no’ twice,"]),
        ("\"He told me 'no' twice,\" she said.", ["He told me 'no' twice,"]),
        ("“She said “never” to me,” he added.", ["She said “never” to me,"]),
    ],
)
def test_quotes_in_quotes_belong_to_the_outer_one(text: str, expected: list[str]) -> None:
    """Only the outermost marks count."""
    assert inner(text) == expected


def test_an_open_quote_ends_with_its_paragraph() -> None:
    """A statement of several paragraphs opens each and closes the last; each piece is a quote that goes on."""
    text = "“We came to talk.\n\n“Nobody else did.\n\n“So we left,” he said."
    quotes = find_quotes(text, paragraph_starts(text))
    assert [q.inner.of(text) for q in quotes] == ["We came to talk.", "Nobody else did.", "So we left,"]
    assert [q.continues for q in quotes] == [False, True, True]
    assert [q.closed for q in quotes] == [False, False, True]


def test_open_quotes_run_together_are_told_apart() -> None:
    """The same on one line, as where a page lost its breaks."""
    assert inner('"We came to talk. "Nobody else did. "So we left."') == [
        "We came to talk.",
        "Nobody else did.",
        "So we left.",
    ]


def test_a_stray_mark_opens_nothing_where_a_quote_follows() -> None:
    """A mark typed before the reporter's words does not swallow the quote in them."""
    assert inner('"The envoy said, "We are done here for today."\n\nHe left.') == ["We are done here for today."]


def test_unclosed_marks_do_not_reach_over_paragraphs() -> None:
    """What is never closed ends with its paragraph."""
    assert inner("He said: “We stay.\n\nThe talks went on.") == ["We stay."]


def test_many_marks_cost_no_more_than_their_number() -> None:
    """Ten thousand marks are read, odd as they are."""
    assert len(inner('"' * 10_000)) < 10_000


@pytest.mark.parametrize("text", ["", '"', "“", "’", "''", '" "', "“”", "‘’ ‘", '"\n\n"', "``", "«»"])
def test_marks_without_words_are_no_quotes(text: str) -> None:
    """Nothing between marks is no quote, and no error."""
    assert inner(text) == []


def test_wrapped_lines_are_one_paragraph() -> None:
    """A line break within a sentence of a wire story is no paragraph."""
    text = 'The minister of trade said in the capital today that "no\nother country has gone as far as we have" and that the\nport would open before the end of the coming month if\nthe unions agree to it.'
    assert inner(text) == ["no\nother country has gone as far as we have"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We tried,” she told Radio Varn’s “Voice of the Hills.” “Nobody came.”", ["We tried,", "Nobody came."]),
        ('She said on "Varn This Week" that nobody came.', []),
        ("She called the mayor’s “Long Night” a farce.", []),
        ("She spoke of the mayor’s “long night” at sea.", ["long night"]),
        ("She wrote on Monday: “Nobody Came.”", ["Nobody Came."]),
    ],
)
def test_the_name_of_a_broadcast_is_no_quote(text: str, expected: list[str]) -> None:
    """A name in capitals behind its owner or "on" is a name, not somebody's words."""
    assert inner(text) == expected
