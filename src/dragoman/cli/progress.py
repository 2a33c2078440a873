"""A progress bar on standard error, for long work at a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

LONG = 20
"""Reports: with fewer no bar is worth its flicker."""

SOON = 0.1
"""Seconds between two looks of the bar."""


@contextmanager
def progress(files: Sequence[Path]) -> Iterator[Callable[[], None]]:
    """Give a function to call once for each report that is done.

    A bar is shown where a person watches standard error and standard output goes elsewhere (at a terminal the output
    itself shows how far the work is).
    """
    total = _count(files) if sys.stderr.isatty() and not sys.stdout.isatty() else 0
    if total < LONG:
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    # no thread of its own: workers may be forked while it is shown
    with Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False) as bar:
        task = bar.add_task("reading", total=total)
        last = monotonic()

        def step() -> None:
            nonlocal last
            bar.advance(task)
            if monotonic() - last >= SOON:
                last = monotonic()
                bar.refresh()

        bar.refresh()
        yield step


def _count(files: Sequence[Path]) -> int:
    """Count the reports: a table has one on each line, any other file is one."""
    return sum(_lines(path) if path.suffix.lower() in {".jsonl", ".ndjson"} else 1 for path in files)


def _lines(path: Path) -> int:
    try:
        with path.open("rb") as file:
            return sum(1 for line in file if line.strip())
    except (OSError, ValueError):
        return 1
