"""Cases of very many findings, kept by the code that keeps those of read reports: one process for each database."""

from __future__ import annotations

import multiprocessing
import pickle
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.queues import Queue
from typing import Any

import psutil

from benchmarks.filings import count_for, findings_of, in_order_of_arrival
from dragoman.desk.take_in import Provenance, take_in
from dragoman.record.filing import Filing, file_report
from dragoman.record.ids import report_id
from dragoman.store.engine import engine_of
from dragoman.store.opening import open_store
from dragoman.terms.report import Report

BATCH = 64
PROVENANCE = Provenance(reader="scale", codebook="scale")
MOMENT = "2026-11-22T00:00:00.000000+00:00"


@dataclass(frozen=True)
class Kept:
    """What one keeper tells: reports so far, seconds of the stage, most bytes held in the first thousand and over all."""

    reports: int
    seconds: float
    first: int
    most: int


class Arrival:
    """Filings that come from another process, as the taking-in wants them: reports, and for each what was read of it."""

    def __init__(self, feed: Queue[bytes | None]) -> None:
        self._feed = feed
        self._at_hand: dict[str, Filing] = {}
        self.waited = 0.0

    def reports(self) -> Iterator[Report]:
        """Yield the reports of one stage."""
        while True:
            begun = time.perf_counter()
            packed = self._feed.get()
            self.waited += time.perf_counter() - begun
            if packed is None:
                return
            filings: list[Filing] = pickle.loads(packed)  # noqa: S301 - from the process that started this one
            self._at_hand.update((filing.id, filing) for filing in filings)
            yield from (filing.report for filing in filings)

    def read(self, reports: Iterable[Report]) -> Iterator[Filing]:
        """Yield what was read of reports."""
        return (self._at_hand.pop(report_id(report)) for report in reports)


def keep(url: str, feed: Queue[bytes | None], told: Queue[Kept]) -> None:
    """Run in a process: keep the filings that come in, stage by stage; tell the time and the memory of each."""
    process, kept, first, most = psutil.Process(), 0, 0, 0
    while True:
        begun, arrival, store = time.perf_counter(), Arrival(feed), open_store(url)
        for _ in take_in(arrival.reports(), store, arrival.read, PROVENANCE, lambda: MOMENT):
            kept += 1
            if kept % 100 == 0:
                most = max(most, process.memory_info().rss)
                first = most if kept <= 1000 else first
        store.close()
        told.put(Kept(kept, time.perf_counter() - begun - arrival.waited, first, most))


class Grown:
    """The cases of both databases, grown from stage to stage by a process each."""

    def __init__(self, urls: dict[str, str]) -> None:
        self.urls = urls
        self.reports = 0
        context = multiprocessing.get_context("spawn")
        self._feeds: dict[str, Any] = {name: context.Queue(8) for name in urls}
        self._told: dict[str, Any] = {name: context.Queue() for name in urls}
        self._keepers = [
            context.Process(target=keep, args=(url, self._feeds[name], self._told[name]), daemon=True)
            for name, url in urls.items()
        ]
        for keeper in self._keepers:
            keeper.start()

    def grow(self, findings: int) -> dict[str, Kept]:
        """Add reports until there are about so many findings; return what each keeper tells."""
        wanted = count_for(findings)
        order = in_order_of_arrival(self.reports, wanted)
        for start in range(0, len(order), BATCH):
            packed = pickle.dumps([file_report(findings_of(n)) for n in order[start : start + BATCH]])
            for feed in self._feeds.values():
                feed.put(packed)
        for feed in self._feeds.values():
            feed.put(None)
        self.reports = wanted
        told = {name: queue.get() for name, queue in self._told.items()}
        for url in self.urls.values():
            _tidy(url)
        return told

    def end(self) -> None:
        """End the processes."""
        for keeper in self._keepers:
            keeper.terminate()
            keeper.join()


def _tidy(url: str) -> None:
    """Do on PostgreSQL at once what its autovacuum does within minutes."""
    if url.startswith("postgresql"):
        engine = engine_of(url).execution_options(isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.exec_driver_sql("VACUUM ANALYZE")
        engine.dispose()
