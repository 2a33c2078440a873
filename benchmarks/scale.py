"""What a page costs in a case of ten thousand findings and in one of a million, on both databases; what taking reports in costs.

    python -m benchmarks.scale                     10,000, 100,000 and 1,000,000 findings; exit 1 where a bound is broken
    python -m benchmarks.scale --stages 10000 100000
    python -m benchmarks.scale --plans plans.txt   the query plans of the largest case to a file instead of the screen

The findings are generated (benchmarks/filings.py) and kept by the code that keeps those of read reports; each case grows from
stage to stage, its reports arriving mostly, but not always, in the order of their publication. A page is one answer of fifty
items from a new connection's snapshot: the median of several, after a warm-up.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.adding import cost_of_adding
from benchmarks.growing import Grown, Kept
from benchmarks.plans import Listener, plans_of
from benchmarks.speed import Line
from benchmarks.whole import view_of
from benchmarks.world import A_DAY, FIRST, negotiation_of
from dragoman.record.bounds import Bounds
from dragoman.store.opening import create, open_store
from dragoman.store.store import Store
from dragoman.views.question import Question
from dragoman.views.scope import Scope
from tests.postgres import Cluster

STAGES = (10_000, 100_000, 1_000_000)
GROWTH = 2.0
"""A page of the largest case, times one of the smallest."""
MEMORY = 1.10
"""The most memory held while taking in all reports, times that of the first thousand."""
WARM, TURNS = 1, 3
SERVER = {"shared_buffers": "1GB", "max_wal_size": "8GB", "work_mem": "16MB", "maintenance_work_mem": "256MB"}


@dataclass(frozen=True)
class Ask:
    """One page: which view, of what, within which bounds."""

    name: str
    view: str
    question: Question
    bounds: Bounds = field(default_factory=Bounds)
    more: tuple[tuple[str, Any], ...] = ()

    def of(self, store: Store) -> Any:
        """Return the answer."""
        with store.shelf(self.bounds) as shelf:
            return view_of(self.view)(Scope(shelf), self.question, **dict(self.more))


@dataclass(frozen=True)
class Figure:
    """The time of a page in seconds, and how many statements it took."""

    seconds: float
    statements: int


def asks(reports: int) -> list[Ask]:
    """Return the pages that are asked of a case of so many reports: at its end, from its middle, as of its middle."""
    days = reports // A_DAY
    middle, last = FIRST + timedelta(days=days // 2), FIRST + timedelta(days=days - 1)
    then = Bounds(as_of=middle)
    found = []
    for view in ("timeline", "docket", "positions"):
        found += [
            Ask(f"{view}, first page", view, Question()),
            Ask(f"{view}, from the middle", view, Question(first=middle)),
            Ask(f"{view}, as of the middle", view, Question(), then),
        ]
    found += [
        Ask("changes, a day in the middle", "changes", Question(first=middle - timedelta(days=1), last=middle)),
        Ask("changes, the last day", "changes", Question(first=last - timedelta(days=1), last=last)),
        Ask("changes, as of the middle", "changes", Question(first=middle - timedelta(days=1), last=middle), then),
    ]
    town = negotiation_of(days // 2, 0).towns[0]
    for words, called in (("said", "a common word"), (town, "a rare word"), ("troops stormed", "two words")):
        found.append(Ask(f"search, {called}", "search", Question(), more=(("words", words),)))
    found += [
        Ask("search, from the middle", "search", Question(first=middle), more=(("words", "said"),)),
        Ask("search, as of the middle", "search", Question(), then, (("words", "said"),)),
    ]
    return [ask for ask in found if view_of(ask.view) is not None]


def measured(url: str, reports: int) -> dict[str, Figure]:
    """Ask every page of a case and return the figures by the name of the page."""
    store, listener = open_store(url), Listener()
    figures = {}
    try:
        for ask in asks(reports):
            for _ in range(WARM):
                ask.of(store)
            with listener:
                seconds = [_timed(ask, store) for _ in range(TURNS)]
            figures[ask.name] = Figure(statistics.median(seconds), len(listener.taken()) // TURNS)
    finally:
        store.close()
    return figures


def _timed(ask: Ask, store: Store) -> float:
    begun = time.perf_counter()
    ask.of(store)
    return time.perf_counter() - begun


def pages(stages: list[int], urls: dict[str, str], show_plans: Callable[[str], None]) -> list[Line]:
    """Grow the cases, ask the pages at each stage, and return the lines with bounds."""
    grown = Grown(urls)
    figures: dict[str, list[dict[str, Figure]]] = {name: [] for name in urls}
    told: dict[str, Kept] = {}
    try:
        for stage in stages:
            begun = time.perf_counter()
            told = grown.grow(stage)
            spent = ", ".join(f"{name} {kept.seconds:.0f} s" for name, kept in told.items())
            print(
                f"{stage:,} findings of {grown.reports:,} reports kept in {time.perf_counter() - begun:.0f} s ({spent})"
            )
            for name, url in urls.items():
                figures[name].append(measured(url, grown.reports))
            sys.stdout.flush()
    finally:
        grown.end()
    lines = []
    for name, url in urls.items():
        _print_table(name, stages, figures[name])
        lines += [_grown(name, page, figures[name]) for page in figures[name][0]]
        first, most = told[name].first, told[name].most
        note = f"{first >> 20} MB in the first 1,000 reports, {most >> 20} MB in {grown.reports:,}"
        lines.append(Line(f"{name}: memory of keeping", most / first, MEMORY, note=note))
        show_plans(f"\nQuery plans on {name}\n")
        for ask in asks(grown.reports):
            show_plans(f"\n{ask.name}\n" + "\n".join(plans_of(url, ask.of)))
    return lines


def _grown(name: str, page: str, figures: list[dict[str, Figure]]) -> Line:
    first, last = figures[0][page].seconds, figures[-1][page].seconds
    return Line(f"{name}: {page}", last / first, GROWTH, note=f"{1000 * first:.1f} ms, then {1000 * last:.1f} ms")


def _print_table(name: str, stages: list[int], figures: list[dict[str, Figure]]) -> None:
    print(f"\n{name:32}" + "".join(f"{stage:>22,}" for stage in stages))
    for page in figures[0]:
        cells = (f"{1000 * f[page].seconds:9.1f} ms {f[page].statements:5} st." for f in figures)
        print(f"  {page:30}" + "".join(f"{cell:>22}" for cell in cells))
    print(flush=True)


def main() -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stages", type=int, nargs="+", default=list(STAGES))
    parser.add_argument("--only", choices=("sqlite", "postgresql"))
    parser.add_argument("--plans", type=Path)
    parser.add_argument("--without-adding", action="store_true", help="leave out what adding costs beside reading")
    args = parser.parse_args()
    begun = time.perf_counter()
    plans: list[str] = []
    lines: list[Line] = []
    with ExitStack() as stack:
        fresh: dict[str, Callable[[], str]] = {}
        if args.only != "postgresql":
            folder = stack.enter_context(tempfile.TemporaryDirectory())
            fresh["SQLite"] = partial(_file, folder)
        if args.only != "sqlite":
            fresh["PostgreSQL"] = stack.enter_context(Cluster(**SERVER)).database_url
        if not args.without_adding:
            lines += cost_of_adding(fresh)
            print(*lines, sep="\n", flush=True)
        urls = {name: make() for name, make in fresh.items()}
        for url in urls.values():
            create(url).close()
        lines += pages(args.stages, urls, plans.append)
    if args.plans:
        args.plans.write_text("\n".join(plans), encoding="utf-8")
    else:
        print("\n".join(plans))
    print(*lines, sep="\n")
    print(f"{time.perf_counter() - begun:.0f} s in all")
    return int(not all(line.kept for line in lines))


def _file(folder: str) -> str:
    return f"sqlite:///{tempfile.mkdtemp(dir=folder)}/record.sqlite"


if __name__ == "__main__":
    sys.exit(main())
