"""Answers are a function of the set of reports: not of their order, their batches, or of what is published later."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.assembly import Reader
from dragoman.exports.answers.encode import as_json
from dragoman.record.bounds import Bounds
from dragoman.record.filing import Filing, file_report
from dragoman.sources.take import Options, take
from dragoman.store.opening import create
from dragoman.terms.report import Report
from dragoman.views.question import Question
from dragoman.views.scope import Scope

ROOT = Path(__file__).parents[2]
REPORTS = sorted((ROOT / "src/dragoman/samples/lenn").iterdir()) + sorted((ROOT / "tests/journeys/lagoon").iterdir())
VIEWS = ("timeline", "docket", "positions", "disagreements", "obligations", "coverage")
ALL = Question(limit=10_000)


@pytest.fixture(scope="module")
def filings(reader: Reader) -> tuple[Filing, ...]:
    """What is kept of two cases of twelve reports each, read once."""
    taken = [report for path in REPORTS for report in take(path, Options())]
    reports = [report for report in taken if isinstance(report, Report)]
    return tuple(file_report(found) for found in reader.read(reports))


def _answers(folder: Path, batches: Sequence[Sequence[Filing]], bounds: Bounds = Bounds()) -> dict[str, str]:  # noqa: B008
    """Return all views of a new case that takes in the batches one after the other."""
    store = create(f"sqlite:///{folder / 'record.sqlite'}")
    try:
        for number, batch in enumerate(batches):
            store.take(batch, recorded=f"2026-01-01T00:00:{number:02}.000000+00:00", reader="r", codebook="c")
        with store.shelf(bounds) as shelf:
            return {view: _answer(view, shelf, bounds) for view in (*VIEWS, "changes")}
    finally:
        store.close()


def _answer(view: str, shelf: Any, bounds: Bounds) -> str:
    scope = Scope(shelf)
    answer: Callable[..., Any] = getattr(import_module(f"dragoman.views.{view}"), view)
    question = Question(limit=10_000, first=date(2025, 6, 5), last=date(2026, 3, 12)) if view == "changes" else ALL
    return as_json(view, answer(scope, question), bounds, scope.today)


@pytest.fixture(scope="module")
def expected(filings: tuple[Filing, ...], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The answers of a case that took in everything at once, in the order of the folders."""
    return _answers(tmp_path_factory.mktemp("case"), [filings])


@given(data=st.data())
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_order_and_the_batches_do_not_matter(
    filings: tuple[Filing, ...], expected: dict[str, str], data: st.DataObject
) -> None:
    """Any permutation, cut into any batches, gives the same bytes in every view, identities included."""
    order = data.draw(st.permutations(filings))
    cuts = data.draw(st.lists(st.integers(0, len(order)), max_size=5))
    edges = sorted({0, len(order), *cuts})
    with TemporaryDirectory() as folder:
        answers = _answers(Path(folder), [order[a:b] for a, b in pairwise(edges)])
    assert answers == expected


def _days(filings: Sequence[Filing]) -> Iterator[date]:
    yield from sorted({filing.report.published for filing in filings})


def test_an_answer_as_of_a_day_knows_nothing_of_later_reports(filings: tuple[Filing, ...], tmp_path: Path) -> None:
    """It equals the answer of a case that holds nothing published later, byte for byte, on every day of both cases."""
    for number, day in enumerate(_days(filings)):
        bounds = Bounds(as_of=day)
        folders = [tmp_path / f"{number}-{which}" for which in ("whole", "known")]
        for folder in folders:
            folder.mkdir()
        known = [filing for filing in filings if filing.report.published <= day]
        assert _answers(folders[0], [filings], bounds) == _answers(folders[1], [known], bounds), day


def test_answers_are_cited(expected: dict[str, str], filings: tuple[Filing, ...]) -> None:
    """Every quote in every view stands at its place in the text of its report."""
    texts = {filing.id: filing.report.text for filing in filings}
    quotes = [quote for answer in expected.values() for quote in _quotes(json.loads(answer))]
    assert len(quotes) > 100
    for quote in quotes:
        assert texts[quote["report"]][quote["start"] : quote["end"]] == quote["quote"]


def _quotes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if {"report", "start", "end", "quote"} <= value.keys():
            yield value
        for held in value.values():
            yield from _quotes(held)
    elif isinstance(value, list):
        for held in value:
            yield from _quotes(held)
