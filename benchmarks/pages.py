"""What a page of the desk costs over HTTP in a case of a thousand reports and in one of a hundred thousand; fifty readers at once.

    python -m benchmarks.pages                        makes both cases in SQLite (an hour); exit 1 where a bound is broken
    python -m benchmarks.pages --postgresql           makes them in a PostgreSQL of its own, which is gone at the end
    python -m benchmarks.pages --findings 9600 96000  other sizes
    python -m benchmarks.pages --cases SMALL LARGE    takes cases that are there, whatever database they name; they get some notes more
    python -m benchmarks.pages --keep FOLDER          makes the cases there and leaves them (SQLite only)

The findings are generated (benchmarks/filings.py). Each case is served by a process of `dragoman serve`; a page is asked of the
two in turn, after a warm-up, and the medians are compared. A *first look* is one after something was added to the record (a note is
written before each), a *second look* the next one. Pages of one thing (an actor, a report) are those that a list links to first.
Changes are those of a week in both, since the last day of a case may have one report or ten. At the end fifty people read all pages
of the large case at once, after a note.
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
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from datetime import date, timedelta
from html import unescape
from pathlib import Path

import httpx

from benchmarks.growing import Grown
from benchmarks.scale import SERVER
from benchmarks.speed import Line
from dragoman.cases import create_case
from tests.postgres import Cluster

FINDINGS = (9_600, 960_000)
"""Findings of about a thousand and about a hundred thousand reports."""
GROWTH = 3.0
TURNS = 3
LEAST = 0.03
"""Seconds below which nobody minds what a page costs: what grows from less counts as if it grew from this."""
READERS = 50
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


def a_claim(client: httpx.Client) -> str:
    """Return the id of a finding of a case."""
    found: str = client.get("/api/v1/timeline?limit=1").json()["items"][0]["id"]
    return found


def add_to(client: httpx.Client, claim: str) -> None:
    """Add something to the record, so that whatever is remembered of it is forgotten."""
    note = {"verb": "note", "thing": "claim", "things": [claim], "why": f"seen {time.time_ns()}"}
    answer = client.post("/api/v1/decisions", json=note)
    if answer.status_code != 201:
        raise SystemExit(f"{answer.status_code} for a note: {answer.text[:500]}")


def compared(small: httpx.Client, large: httpx.Client) -> Iterator[Line]:
    """Yield two lines for each page, of the first look and of the second: the large case beside the small one."""
    few, many = pages_of(small), pages_of(large)
    claims = a_claim(small), a_claim(large)
    for name in few:
        seconds: tuple[list[list[float]], ...] = ([], [])
        for turn in range(TURNS + 1):
            for client, claim, path, kept in zip((small, large), claims, (few[name], many[name]), seconds, strict=True):
                add_to(client, claim)
                spent = [timed(client, path) for _ in ("first", "second")]
                if turn:
                    kept.append(spent)
        for look, which in enumerate(("first look", "second look")):
            one, other = (statistics.median(spent[look] for spent in told) for told in seconds)
            note = f"{1000 * one:.0f} ms, then {1000 * other:.0f} ms"
            yield Line(f"{name}: {which}", max(other, LEAST) / max(one, LEAST), GROWTH, note=note)


def crowd(client: httpx.Client) -> Line:
    """Let fifty people read all pages at once, each beginning elsewhere, and return how many of their pages failed."""
    paths = list(pages_of(client).values())
    add_to(client, a_claim(client))

    def reader(number: int) -> list[tuple[int, float]]:
        seen = []
        with httpx.Client(base_url=client.base_url, timeout=300, trust_env=False) as own:
            for step in range(len(paths)):
                begun = time.perf_counter()
                answer = own.get(paths[(number * 7 + step) % len(paths)])
                seen.append((answer.status_code, time.perf_counter() - begun))
        return seen

    begun = time.perf_counter()
    with ThreadPoolExecutor(READERS) as pool:
        told = [one for seen in pool.map(reader, range(READERS)) for one in seen]
    codes, seconds = Counter(code for code, _ in told), sorted(spent for _, spent in told)
    note = (
        f"{len(told)} pages in {time.perf_counter() - begun:.0f} s, median {statistics.median(seconds):.1f} s, "
        f"95 in 100 within {seconds[len(seconds) * 95 // 100]:.1f} s, worst {seconds[-1]:.1f} s, {dict(codes)}"
    )
    return Line(f"{READERS} readers at once: errors", float(len(told) - codes[200]), 0.0, note=note)


def made(folder: Path, sizes: Sequence[int], database: Callable[[], str] | None) -> list[Path]:
    """Make the cases in a folder, each in a database of its own or in its folder."""
    cases = []
    for findings in sizes:
        case, url = folder / str(findings), None if database is None else database()
        create_case(case, url).close()
        name = "SQLite" if url is None else "PostgreSQL"
        grown, begun = Grown({name: url or f"sqlite:///{case / 'record.sqlite'}"}), time.perf_counter()
        try:
            grown.grow(findings)
        finally:
            grown.end()
        print(f"{name}: {grown.reports:,} reports in {time.perf_counter() - begun:.0f} s", flush=True)
        cases.append(case)
    return cases


def main() -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=Path, nargs=2, metavar=("SMALL", "LARGE"))
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    parser.add_argument("--findings", type=int, nargs=2, metavar=("FEW", "MANY"), default=FINDINGS)
    parser.add_argument("--postgresql", action="store_true")
    args = parser.parse_args()
    with ExitStack() as stack:
        folder = args.keep or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        server = stack.enter_context(Cluster(**SERVER)) if args.postgresql and not args.cases else None
        small, large = args.cases or made(folder, args.findings, None if server is None else server.database_url)
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
