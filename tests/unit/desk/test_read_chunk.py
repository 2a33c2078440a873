"""Chunks, and what a fault in one report costs the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import Executor as AnyExecutor
from concurrent.futures import Future
from datetime import date
from typing import Any

from dragoman.desk.read_chunk import CHUNK, CHUNK_CHARACTERS, in_chunks, read_chunk
from dragoman.desk.spread import AHEAD, spread
from dragoman.terms.errors import Refused
from dragoman.terms.findings import Coverage, Findings
from dragoman.terms.report import Report


def report(text: str) -> Report:
    """Return a report whose text is its id."""
    return Report(id=text[:9], published=date(2025, 5, 14), text=text, path=f"{text[:9]}.txt")


def found(of: Report) -> Findings:
    """Return findings of nothing."""
    return Findings(of, (), (), (), (), (), (), (), (), (), Coverage((), ()))


class Reader:
    """Reads all but the texts that say so."""

    def read(self, reports: Iterable[Report]) -> Iterator[Findings]:
        """Read reports, and fail where a text is bad."""
        for one in reports:
            if one.text.startswith("bad"):
                raise ValueError("no good")
            yield found(one)


class Inline(AnyExecutor):
    """Does the work at once and counts how much was under way."""

    def __init__(self) -> None:
        self.given = 0

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Do it."""
        self.given += 1
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


def test_chunks_keep_order_and_size() -> None:
    """Chunks have a fixed number of reports, fewer where these are long, and lose none."""
    short = [report(str(n)) for n in range(CHUNK * 2 + 5)]
    chunks = list(in_chunks(short))
    assert [len(c) for c in chunks] == [CHUNK, CHUNK, 5]
    assert [r for c in chunks for r in c] == short
    long = [report("x" * (CHUNK_CHARACTERS // 2 + 1)) for _ in range(5)]
    assert [len(c) for c in in_chunks(long)] == [2, 2, 1]
    assert list(in_chunks([])) == []


def test_a_fault_in_one_report_does_not_cost_the_others() -> None:
    """The report that fails is refused in words, the others are read."""
    good, bad, fine = report("good"), report("bad one"), report("fine")
    results = read_chunk([good, bad, fine], Reader())
    assert results == [
        found(good),
        Refused("bad one.txt", "could not be read, by a fault of Dragoman: ValueError: no good"),
        found(fine),
    ]


def test_work_is_spread_in_order_and_drawn_only_as_needed() -> None:
    """Results come in the order of the pieces; no more pieces are drawn than the workers can have under way."""
    drawn = []

    def pieces() -> Iterator[int]:
        for n in range(100):
            drawn.append(n)
            yield n

    executor = Inline()
    results = spread(lambda n: n * n, pieces(), executor, workers=2)
    assert next(results) == 0
    assert len(drawn) == AHEAD * 2
    assert list(results) == [n * n for n in range(1, 100)]
    assert executor.given == 100
