"""Answers are kept by content, and a file is believed no more than a model."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.suggesting.answers import Answers
from dragoman.suggesting.schema import Suggestion
from dragoman.terms.report import Report

SUGGESTION = Suggestion(
    "meetings",
    {
        "quote": "They met.",
        "cue": "met",
        "kind": "talks",
        "status": "held",
        "parties": ("They",),
        "place": "",
        "day": "",
    },
)


@pytest.fixture
def answers(tmp_path: Path) -> Answers:
    """An empty folder of answers, for a model with an awkward name."""
    return Answers(tmp_path / "kept", "../a/model:8b", "1")


def test_what_is_kept_comes_back(answers: Answers, report: Report) -> None:
    """The suggestions are the same; also none at all is an answer."""
    assert answers.get(report) is None
    answers.keep(report, (SUGGESTION,))
    assert answers.get(report) == (SUGGESTION,)
    answers.keep(report, ())
    assert answers.get(report) == ()
    assert [path.parent for path in answers.folder.iterdir()] == [answers.folder]


def test_another_text_model_or_prompt_is_another_answer(answers: Answers, report: Report) -> None:
    """The name of a report is no part of it, its text is."""
    answers.keep(report, (SUGGESTION,))
    assert answers.get(replace(report, id="other", path=None)) == (SUGGESTION,)
    assert answers.get(replace(report, text=report.text + " ")) is None
    assert replace(answers, model="b").get(report) is None
    assert replace(answers, prompt="2").get(report) is None


@pytest.mark.parametrize("damage", ["", "[]", "{", '{"answer": {"meetings": []}}', "\x00", "[" * 100_000], ids=len)
def test_a_damaged_file_counts_as_none(answers: Answers, report: Report, damage: str) -> None:
    """What can't be read, or belongs to another report, is asked for again."""
    answers.keep(report, (SUGGESTION,))
    (file,) = answers.folder.iterdir()
    file.write_text(damage, encoding="utf-8")
    assert answers.get(report) is None


def test_a_file_can_only_propose(answers: Answers, report: Report) -> None:
    """What does not fit the table is dropped out of a file too."""
    answers.keep(report, (SUGGESTION,))
    (file,) = answers.folder.iterdir()
    kept = json.loads(file.read_text(encoding="utf-8"))
    kept["answer"]["meetings"].append({"quote": "x"})
    file.write_text(json.dumps(kept), encoding="utf-8")
    assert answers.get(report) == (SUGGESTION,)
