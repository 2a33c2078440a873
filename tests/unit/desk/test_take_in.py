"""Reports are kept once, a few at a time; what was yielded is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path

import pytest

from dragoman.desk.take_in import KEPT_AT_ONCE, Provenance, take_in
from dragoman.record.claims import Card
from dragoman.record.filing import Filing, file_report
from dragoman.store.opening import create
from dragoman.store.store import Store
from dragoman.terms.errors import Refused
from dragoman.terms.findings import Coverage, Findings
from dragoman.terms.report import Report

PROVENANCE = Provenance("reader 1", "codebook 1")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store in a file."""
    store = create(f"sqlite:///{tmp_path / 'record.sqlite'}")
    yield store
    store.close()


def _report(number: int) -> Report:
    return Report(id=str(number), published=date(2026, 3, 8), text=f"Nothing was said on day {number} of the talks.")


def _read(reports: Iterable[Report]) -> Iterator[Filing | Refused]:
    """Read without a language pipeline: every report is quiet, one is at fault."""
    for report in reports:
        nothing = Findings(report, (), (), (), (), (), (), (), (), (), Coverage((), ()))
        yield Refused("13", "could not be read") if report.id == "13" else file_report(nothing)


def _now() -> str:
    return "2026-03-09T08:00:00.000000+00:00"


def _take(store: Store, reports: Iterable[Report]) -> list[Filing | Refused | Report]:
    return list(take_in(reports, store, _read, PROVENANCE, _now))


def test_reports_are_kept_and_those_at_fault_told(store: Store) -> None:
    """Each comes back as it is done."""
    done = _take(store, [_report(n) for n in range(12, 15)])
    assert [type(one) for one in done] == [Refused, Filing, Filing]
    with store.shelf() as shelf:
        assert len(list(shelf.cards())) == 2


def test_a_known_report_is_not_read_again(store: Store) -> None:
    """It comes back as a report; the others of its batch are kept."""
    _take(store, [_report(1)])
    done = _take(store, [_report(1), _report(2)])
    assert sorted(type(one).__name__ for one in done) == ["Filing", "Report"]
    with store.shelf() as shelf:
        assert len(list(shelf.cards())) == 2


def test_the_same_report_twice_in_one_run_is_one(store: Store) -> None:
    """However far apart the two stand."""
    far = [_report(n) for n in range(20, 20 + 3 * KEPT_AT_ONCE)]
    done = _take(store, [_report(1), _report(1), *far, _report(1)])
    assert sum(isinstance(one, Filing) for one in done) == 1 + len(far)


def test_what_was_yielded_is_kept(store: Store) -> None:
    """A run that is broken off loses nothing that it told."""
    run = take_in((_report(n) for n in range(20, 220)), store, _read, PROVENANCE, _now)
    told = list(islice(run, 40))
    del run
    with store.shelf() as shelf:
        kept = {card.id for card in shelf.cards()}
    assert {one.id for one in told if isinstance(one, Filing)} <= kept


def test_a_report_under_several_paths_has_the_least_of_them(store: Store) -> None:
    """In whatever order the paths come, in one run or in several; a path that is known adds nothing."""
    found = {path: replace(_report(1), path=path) for path in ("c/1.txt", "b/1.txt", "a/1.txt")}
    _take(store, [found["c/1.txt"], _report(2), found["b/1.txt"]])
    assert [card.path for card in _cards(store)] == ["b/1.txt", None]
    _take(store, [found["a/1.txt"], found["b/1.txt"]])
    assert [card.path for card in _cards(store)] == ["a/1.txt", None]
    assert store.place(found.values(), recorded=_now()) == 0
    assert list(store.check()) == []


def test_a_refused_report_under_two_paths_is_told_and_not_kept(store: Store) -> None:
    """The second of the two has no report to which its path could be kept."""
    found = [replace(_report(13), path=path) for path in ("a/13.txt", "b/13.txt")]
    assert [type(one) for one in _take(store, [*found, _report(14)])] == [Refused, Filing, Report]
    assert [card.path for card in _cards(store)] == [None]


def _cards(store: Store) -> list[Card]:
    with store.shelf() as shelf:
        return sorted(shelf.cards(), key=lambda card: card.path is None)
