"""Reports -> the record: what is not known yet is read and kept, a few at a time, each few as a whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

from dragoman.record.filing import Filing
from dragoman.record.ids import report_id
from dragoman.terms.errors import Refused
from dragoman.terms.report import Report

ASKED_AT_ONCE = 64
"""Reports about which the store is asked together whether it has them."""
KEPT_AT_ONCE = 32
"""Filings kept in one transaction: few enough that a killed run loses little, enough that keeping costs little."""

ReadMany = Callable[[Iterable[Report]], Iterator[Filing | Refused]]


class Keeps(Protocol):
    """What keeps filings."""

    def known(self, ids: Collection[str]) -> frozenset[str]:
        """Return which reports are kept already."""
        ...

    def take(self, filings: Sequence[Filing], *, recorded: str, reader: str, codebook: str) -> tuple[str, ...]:
        """Keep filings in one transaction and return the ids of those that were new."""
        ...

    def place(self, reports: Iterable[Report], *, recorded: str) -> int:
        """Keep under which further paths known reports were found, and return how many were new."""
        ...


@dataclass(frozen=True, slots=True)
class Provenance:
    """With what something was read: the reader (program, code, pipeline) and the codebook, each with its version."""

    reader: str
    codebook: str


@dataclass(slots=True)
class Tally:
    """What became of the reports so far: counts."""

    new: int = 0
    known: int = 0
    refused: int = 0
    findings: int = 0


def take_in(
    reports: Iterable[Report], store: Keeps, read: ReadMany, provenance: Provenance, now: Callable[[], str]
) -> Iterator[Filing | Refused | Report]:
    """Read and keep reports; yield each as it is done: a `Filing` kept, a `Report` that was known, a `Refused`.

    `now` gives the moment of recording (ISO, UTC). What was yielded is kept, whatever happens after.
    """
    asked = _Unknown(reports, store)
    pending: list[Filing] = []
    for found in read(asked):
        yield from asked.passed_over(now)
        if isinstance(found, Refused):
            yield found
            continue
        pending.append(found)
        if len(pending) >= KEPT_AT_ONCE:
            yield from _keep(pending, store, provenance, now)
            asked.settle(pending)
            pending = []
    yield from _keep(pending, store, provenance, now)
    asked.settle(pending)
    asked.finish()
    yield from asked.passed_over(now)


def _keep(
    filings: list[Filing], store: Keeps, provenance: Provenance, now: Callable[[], str]
) -> Iterator[Filing | Report]:
    if not filings:
        return
    new = store.take(filings, recorded=now(), reader=provenance.reader, codebook=provenance.codebook)
    there = [filing.report for filing in filings if filing.id not in new]
    if there:  # somebody else took them in meanwhile, perhaps from another path
        store.place(there, recorded=now())
    yield from (filing if filing.id in new else filing.report for filing in filings)


class _Unknown:
    """The reports that the store does not have yet, each once; the others are remembered until they are told."""

    def __init__(self, reports: Iterable[Report], store: Keeps) -> None:
        self._reports = iter(reports)
        self._store = store
        self._under_way: set[str] = set()
        self._refused: set[str] = set()
        self._known: list[tuple[str, Report]] = []

    def __iter__(self) -> Iterator[Report]:
        while some := [(report_id(report), report) for report in islice(self._reports, ASKED_AT_ONCE)]:
            known = set(self._store.known([key for key, _ in some])) | self._under_way
            for key, report in some:
                if key in known:
                    self._known.append((key, report))
                else:
                    known.add(key)
                    self._under_way.add(key)
                    yield report

    def passed_over(self, now: Callable[[], str]) -> Iterator[Report]:
        """Yield the known reports that were met since the last time, their paths kept; those under way wait for themselves."""
        there = [(key, report) for key, report in self._known if key not in self._under_way]
        self._known = [(key, report) for key, report in self._known if key in self._under_way]
        if there:
            self._store.place([report for key, report in there if key not in self._refused], recorded=now())
        yield from (report for _, report in there)

    def settle(self, filings: Iterable[Filing]) -> None:
        """Forget reports that are kept now: from here on the store knows them."""
        self._under_way -= {filing.id for filing in filings}

    def finish(self) -> None:
        """Say that nothing is read any more: what is still under way was refused."""
        self._refused, self._under_way = self._under_way, set()
