"""A person's answers: a line each on a pipe, single keys at a terminal."""

from __future__ import annotations

import io
import os
import pty

import pytest

from dragoman.cli.answering import Answers
from dragoman.terms.errors import EditError


def test_a_line_is_an_answer() -> None:
    """The key or its word, and what was said after it; empty lines are passed over, at the end there is none."""
    answers = Answers(io.StringIO("a\n\nReject it was another day\n  quit  \n"))
    assert [answers.next() for _ in range(4)] == [("a", ""), ("r", "it was another day"), ("q", ""), None]


def test_new_values_are_said_with_the_key_or_after_it() -> None:
    """Several values in one line, or one a line up to an empty one."""
    assert Answers(io.StringIO()).changes('stance=rejects "about=a truce of 30 days"') == [
        ("stance", "rejects"),
        ("about", "a truce of 30 days"),
    ]
    answers = Answers(io.StringIO("date=2025-05-15\nplace=\n\na\n"))
    assert answers.changes("") == [("date", "2025-05-15"), ("place", "")]
    assert answers.next() == ("a", "")


@pytest.mark.parametrize("said", ["stance", "stance=rejects 'about"])
def test_what_is_no_value_is_said(said: str) -> None:
    """A missing sign or an open quotation mark is an error in words."""
    with pytest.raises(EditError):
        Answers(io.StringIO()).changes(said)


def test_keys_need_no_end_of_line() -> None:
    """At a terminal each key is an answer as it is pressed; a prompt takes a line."""
    master, slave = pty.openpty()
    with os.fdopen(slave, encoding="utf-8") as terminal:
        answers = Answers(terminal)
        os.write(master, b"A")
        assert answers.next() == ("a", "")
        os.write(master, b"n")
        assert answers.next() == ("n", "")
        os.write(master, b"see the minutes\n")
        assert answers.line("note: ") == "see the minutes"
    os.close(master)
