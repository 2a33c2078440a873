"""What a page of the desk costs over HTTP in a case of a thousand reports and in one of a hundred thousand; fifty readers at once.

    python -m benchmarks.pages                        makes both cases (some minutes); exit 1 where a bound is broken
    python -m benchmarks.pages --cases SMALL LARGE    takes cases that are there, such as those of an earlier run with --keep
    python -m benchmarks.pages --keep FOLDER          makes the cases there and leaves them

The findings are generated (benchmarks/filings.py). Each case is served by a process of `dragoman serve`; a page is asked of the
two in turn, after a warm-up, and the medians are compared. Pages of one thing (an actor, a report) are those that a list links to first.
Changes are those of a week in both, since the last day of a case may have one report or ten.
"""

from __future__ import annotations

import argparse
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from datetime import date, timedelta
from html import unescape
from pathlib import Path

import httpx

from benchmarks.growing import Grown
from benchmarks.speed import Line
from dragoman.cases import create_case

FINDINGS = (9_600, 960_000)
"""Findings of about a thousand and about a hundred thousand reports."""
GROWTH = 3.0
TURNS = 5
READERS, EACH = 50, 4
LISTS = (
    "/", "/timeline", "/docket", "/positions", "/people", "/network", "/reports", "/disagreements", "/obligations",
    "/search?words=talks", "/sources", "/coverage", "/review", "/review/join", "/decisions", "/coding", "/admin", "/admin/audit",
    "/codebook", "/api/docs",
)  # fmt: skip
ONE = {"/proposals/": "/positions", "/actors/": "/people", "/meetings/": "/docket", "/reports/": "/reports"}
"""Pages of one thing, and the list that links to some."""


@contextmanager
def served(case: Path) -> Iterator[httpx.Client]:
    """Serve a case in a process of its own, and give a client for it."""
    command = [sys.executable, "-m", "dragoman", "serve", "--case", str(case), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None, "it was asked for"
        told = re.search(r"http://\S+", process.stdout.readline())
        if told is None:
            raise SystemExit(f"no desk of {case}")
        try:
            with httpx.Client(base_url=told[0], timeout=120, trust_env=False) as client:
                yield client
        finally:
            process.terminate()


def pages_of(client: httpx.Client) -> dict[str, str]:
    """Return the pages of a case by name: the lists, and one of each thing."""
    found = {path: path for path in LISTS}
    last = date.fromisoformat(client.get("/api/v1/coverage?limit=1").json()["last"])
    found["/changes of a week"] = f"/changes?from={last - timedelta(days=7)}&to={last}"
    for start, listed in ONE.items():
        page = client.get(listed).text
        link = re.search(rf'href="({start}[^"?#]+)', page)
        if link is not None:
            found[f"{start}…"] = unescape(link[1])
    return found


def timed(client: httpx.Client, path: str) -> float:
    """Return the seconds of a page. Ends the program where the page does not answer."""
    begun = time.perf_counter()
    answer = client.get(path)
    if answer.status_code != 200:
        raise SystemExit(f"{answer.status_code} for {path}: {answer.text[:500]}")
    return time.perf_counter() - begun


def compared(small: httpx.Client, large: httpx.Client) -> Iterator[Line]:
    """Yield a line for each page: the large case beside the small one."""
    few, many = pages_of(small), pages_of(large)
    for name in few:
        seconds: tuple[list[float], list[float]] = ([], [])
        for turn in range(TURNS + 1):
            for client, path, kept in ((small, few[name], seconds[0]), (large, many[name], seconds[1])):
                spent = timed(client, path)
                if turn:
                    kept.append(spent)
        one, other = map(statistics.median, seconds)
        yield Line(name, other / one, GROWTH, note=f"{1000 * one:.0f} ms, then {1000 * other:.0f} ms")


def crowd(client: httpx.Client) -> Line:
    """Let fifty people read at once, and return how many of their pages failed."""
    paths = list(pages_of(client).values())

    def reader(number: int) -> list[tuple[int, float]]:
        seen = []
        with httpx.Client(base_url=client.base_url, timeout=300, trust_env=False) as own:
            for step in range(EACH):
                begun = time.perf_counter()
                answer = own.get(paths[(number * 7 + step) % len(paths)])
                seen.append((answer.status_code, time.perf_counter() - begun))
        return seen

    with ThreadPoolExecutor(READERS) as pool:
        told = [one for seen in pool.map(reader, range(READERS)) for one in seen]
    codes, seconds = Counter(code for code, _ in told), sorted(spent for _, spent in told)
    note = f"{len(told)} pages, median {statistics.median(seconds):.1f} s, worst {seconds[-1]:.1f} s, {dict(codes)}"
    return Line(f"{READERS} readers at once: errors", float(len(told) - codes[200]), 0.0, note=note)


def made(folder: Path) -> tuple[Path, Path]:
    """Make the two cases in a folder."""
    cases = []
    for findings in FINDINGS:
        case = folder / str(findings)
        create_case(case).close()
        grown, begun = Grown({"SQLite": f"sqlite:///{case / 'record.sqlite'}"}), time.perf_counter()
        try:
            grown.grow(findings)
        finally:
            grown.end()
        print(f"{grown.reports:,} reports in {time.perf_counter() - begun:.0f} s", flush=True)
        cases.append(case)
    return cases[0], cases[1]


def main() -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=Path, nargs=2, metavar=("SMALL", "LARGE"))
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    args = parser.parse_args()
    with ExitStack() as stack:
        folder = args.keep or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        small, large = args.cases or made(folder)
        few, many = stack.enter_context(served(small)), stack.enter_context(served(large))
        lines = []
        for line in compared(few, many):
            print(line, flush=True)
            lines.append(line)
        lines.append(crowd(many))
        print(lines[-1])
    return int(not all(line.kept for line in lines))


if __name__ == "__main__":
    sys.exit(main())
