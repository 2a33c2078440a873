"""A run with a model has bounds, and nothing that the model does stops the reading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dragoman.suggesting.answers import Answers
from dragoman.suggesting.consulting import LONGEST, Asks, Consulting
from dragoman.suggesting.model import Model
from dragoman.terms.errors import Silent
from dragoman.terms.report import Report

NOTHING: dict[str, Any] = {"positions": []}


class Canned:
    """What asks a model, with answers of our own: an error is raised."""

    def __init__(self, *answers: object) -> None:
        self.answers = list(answers)
        self.texts: list[str] = []
        self.closed = False

    def ask(self, text: str) -> Any:
        """Answer the next answer."""
        self.texts.append(text)
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def close(self) -> None:
        """Remember it."""
        self.closed = True


@pytest.fixture
def run(tmp_path: Path, report: Report) -> Callable[..., list[str]]:
    """Return the lines that are told of a run over `count` reports; all of them come through, in order."""

    def consult(
        canned: Canned, *, count: int = 1, folder: Path = tmp_path, text: str = "", most: int = 100
    ) -> list[str]:
        model = Model("http://localhost/v1", "canned", folder / "kept", reports=most)
        reports = [replace(report, path=f"{n}.txt", text=text or f"{report.text} {n}") for n in range(count)]
        told: list[str] = []
        connect: Callable[[], Asks] = lambda: canned  # noqa: E731
        consulting = Consulting(model, Answers(model.cache, model.name, "1"), connect, told.append)
        assert list(consulting.about(reports)) == reports
        return told

    return consult


def test_an_answer_is_asked_for_once(run: Callable[..., list[str]]) -> None:
    """What is kept needs no model the next time; the connection is closed."""
    canned = Canned(NOTHING, NOTHING)
    assert run(canned, count=2) == []
    assert (len(canned.texts), canned.closed) == (2, True)
    assert run(Canned(), count=2) == []


def test_a_failure_costs_its_own_report(run: Callable[..., list[str]]) -> None:
    """An error, nonsense and a fault of a library are each one line; what is asked after them is asked."""
    canned = Canned(Silent("it sleeps"), {"x": 1}, NOTHING, ValueError("a fault"))
    assert run(canned, count=4) == [
        "0.txt: read by the rules alone: it sleeps",
        "1.txt: read by the rules alone: the model's answer is no list of findings",
        "3.txt: read by the rules alone: asking the model failed (ValueError)",
    ]


def test_a_model_that_keeps_failing_is_left_alone(run: Callable[..., list[str]]) -> None:
    """After three reports in a row, or at once where the next fares no better, it is not asked again in the run."""
    canned = Canned(*[Silent("it sleeps")] * 3)
    assert run(canned, count=9)[-1] == "2.txt: read by the rules alone, like those after it: it sleeps"
    canned = Canned(Silent("it is not there", lasting=True))
    assert run(canned, count=9) == ["0.txt: read by the rules alone, like those after it: it is not there"]


def test_a_run_has_a_bound(run: Callable[..., list[str]]) -> None:
    """Reports over the bound are read by the rules, and one line says so."""
    told = run(Canned(NOTHING, NOTHING), count=5, most=2)
    assert told == [
        "2.txt: read by the rules alone, like those after it: the model was asked about as many reports as a run may (2)"
    ]


def test_a_long_report_is_not_sent(run: Callable[..., list[str]]) -> None:
    """A report over the bound of a report is read by the rules, and one line says so."""
    assert run(Canned(), text="They met. " * LONGEST) == [
        "0.txt: read by the rules alone: it has more than 40,000 characters"
    ]


def test_without_a_place_for_answers_no_model_is_asked_again(run: Callable[..., list[str]], tmp_path: Path) -> None:
    """An answer that can't be kept would be paid for again and again."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    (line,) = run(Canned(NOTHING), count=3, folder=tmp_path / "file")
    assert line.startswith("0.txt: read by the rules alone, like those after it: answers cannot be kept in ")


def test_what_can_not_be_opened_stops_nothing(report: Report, tmp_path: Path) -> None:
    """A client that breaks before it asks costs a line, like one that breaks while it asks."""

    def connect() -> Asks:
        raise RuntimeError("a fault")

    told: list[str] = []
    answers = Answers(tmp_path, "canned", "1")
    consulting = Consulting(Model("http://localhost/v1", "canned", tmp_path), answers, connect, told.append)
    assert list(consulting.about([report])) == [report]
    assert told == ["talks.txt: read by the rules alone: asking the model failed (RuntimeError)"]


def test_where_the_model_is_needed_nothing_is_read_without_it(report: Report, tmp_path: Path) -> None:
    """Silence, a bound, an end of patience: the report is passed over with the reason; what is answered or kept is read."""
    told: list[str] = []
    model = Model("http://localhost/v1", "canned", tmp_path, reports=5, needed=True)
    answers = Answers(model.cache, model.name, "1")
    reports = [replace(report, path=f"{n}.txt", text=f"{report.text} {n}") for n in range(8)]
    reports[2] = replace(reports[2], text="They met. " * LONGEST)
    answers.keep(reports[7], ())
    canned = Canned(NOTHING, Silent("it sleeps"), Silent("it sleeps"), NOTHING, NOTHING)
    consulting = Consulting(model, answers, lambda: canned, told.append)
    assert list(consulting.about(reports)) == [reports[0], reports[4], reports[5], reports[7]]
    passed = "passed over, its reading stays as it is:"
    assert [str(refused) for refused in consulting.passed_over] == [
        f"1.txt: {passed} it sleeps",
        f"2.txt: {passed} it has more than 40,000 characters",
        f"3.txt: {passed} it sleeps",
        f"6.txt: {passed} the model was asked about as many reports as a run may (5)",
    ]
    assert told == []


def test_each_report_is_told_after_a_needed_model_is_left_alone(report: Report, tmp_path: Path) -> None:
    """Nobody at the address: it is tried once, and every report without a kept answer is passed over."""
    model = Model("http://localhost/v1", "canned", tmp_path, needed=True)
    reports = [replace(report, path=f"{n}.txt", text=f"{report.text} {n}") for n in range(3)]
    canned = Canned(Silent("it is not there", lasting=True))
    consulting = Consulting(model, Answers(model.cache, model.name, "1"), lambda: canned, print)
    assert list(consulting.about(reports)) == []
    assert [refused.path for refused in consulting.passed_over] == ["0.txt", "1.txt", "2.txt"]
    assert len(canned.texts) == 1
