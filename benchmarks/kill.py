"""Kills `add` at random moments, runs it again, and looks whether anything is lost, doubled or different.

    python -m benchmarks.kill              200 moments on each database; exit 1 where something is wrong
    python -m benchmarks.kill --times 20   fewer
    python -m benchmarks.kill --only sqlite

Each moment is a SIGKILL to a process that runs the real taking-in (reading, filing, keeping), forked from one that has the
language pipeline loaded already. Every second case takes reports that are read beforehand, so that the moment falls into the
keeping. A case is killed until a run gets through; after each kill the case must be sound and hold whole reports only, at the
end it must answer as one that nobody disturbed.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random

from benchmarks.whole import sizes, whole
from dragoman.assembly import make_reader, read_many
from dragoman.desk.take_in import Provenance, ReadMany, take_in
from dragoman.record.filing import Filing, file_report
from dragoman.record.ids import report_id
from dragoman.settings import Settings
from dragoman.store.opening import create, open_store
from dragoman.terms.errors import Refused
from dragoman.terms.report import Report
from tests.postgres import Cluster

SEED = 9
REPORTS = 150
MOST = 6
"""Kills of one case."""
PROVENANCE = Provenance(reader="kill", codebook="kill")
LANDS = ("Norland", "Sudria", "Orvania", "Kestria", "Halden")
NAMES = ("Ana Berg", "Olaf Trend", "Mira Soll", "Jon Vask", "Ida Renn")
DEEDS = (
    "rejects the truce",
    "demands an exchange of {n} prisoners",
    "accepts {n} monitors",
    "will meet {other} in Geneva",
)


@dataclass(frozen=True)
class Expected:
    """What an undisturbed run gives, and how long it takes."""

    answers: dict[str, str]
    findings: dict[str, int]
    seconds: float


def reports(count: int = REPORTS) -> list[Report]:
    """Return reports of one sentence each, some of them nearly the same."""
    made = []
    for n in range(count):
        land, other = LANDS[n % 5], LANDS[(n + 1 + n // 5) % 5]
        deed = DEEDS[n % 4].format(n=10 + n // 7, other=other)
        text = f"{land} Foreign Minister {NAMES[n % 5]} said on Monday that {land} {deed}, the {n}th report says."
        day = date(2025, 5, 14) + timedelta(days=n % 30)
        made.append(Report(id=f"kill-{n}", published=day, text=text, publisher=f"Paper {n % 3}"))
    return made


def add(url: str, made: Iterable[Report], read: ReadMany) -> None:
    """Take reports into a case, as the command does."""
    store = open_store(url)
    try:
        for done in take_in(made, store, read, PROVENANCE, _now):
            assert not isinstance(done, Refused), str(done)
    finally:
        store.close()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def undisturbed(url: str, made: list[Report], read: ReadMany) -> Expected:
    """Take the reports in without a kill."""
    begun = time.perf_counter()
    add(url, made, read)
    seconds = time.perf_counter() - begun
    store = open_store(url)
    try:
        return Expected(whole(store), sizes(store), seconds)
    finally:
        store.close()


def killed(after: float, work: Callable[[], None]) -> bool:
    """Run `work` in a process and kill it after some seconds; say whether that came before its end."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the threads of the linear algebra sleep
        child = os.fork()
    if not child:
        try:
            work()
        except BaseException as error:  # noqa: BLE001 - told by the exit status
            print(f"the process failed: {type(error).__name__}: {error}", file=sys.stderr, flush=True)
            os._exit(3)
        os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise RuntimeError("a run that nobody had killed yet failed")
    return os.WIFSIGNALED(status)


def faults(url: str, expected: Expected, *, complete: bool) -> Iterator[str]:
    """Yield what is wrong with a case: after a kill it may lack reports, but never a part of one."""
    store = open_store(url)
    try:
        yield from (f"doctor: {trouble}" for trouble in store.check())
        for report, count in sizes(store).items():
            if expected.findings.get(report) != count:
                yield f"report {report} has {count} findings instead of {expected.findings.get(report)}"
        if complete:
            have = whole(store)
            yield from (f"{name} differ" for name, hashed in expected.answers.items() if have.get(name) != hashed)
    finally:
        store.close()


def run(name: str, fresh: Callable[[], str], times: int, reader: ReadMany, draw: Random) -> int:
    """Kill `times` times; return how many faults there were."""
    made = reports()
    at_hand = {report_id(r): f for r, f in zip(made, reader(made), strict=True)}

    def handed(some: Iterable[Report]) -> Iterator[Filing | Refused]:
        return (at_hand[report_id(report)] for report in some)

    reads: tuple[ReadMany, ReadMany] = (reader, handed)
    expected = [undisturbed(fresh(), made, read) for read in reads]
    wrong, kills, cases, begun = [], 0, 0, time.perf_counter()
    while kills < times:
        cases += 1
        url, read, wanted = fresh(), reads[cases % 2], expected[cases % 2]
        for _ in range(min(MOST, times - kills)):
            if not killed(draw.uniform(0, wanted.seconds), partial(add, url, made, read)):
                break
            kills += 1
            wrong += [f"case {cases}, kill {kills}: {fault}" for fault in faults(url, wanted, complete=False)]
        add(url, made, read)
        wrong += [f"case {cases}, at its end: {fault}" for fault in faults(url, wanted, complete=True)]
    seconds = time.perf_counter() - begun
    print(
        f"{'FAIL' if wrong else 'ok  '}  {name}: {kills} kills of {cases} cases in {seconds:.0f} s, {len(wrong)} faults"
    )
    for fault in wrong:
        print(f"      {fault}")
    sys.stdout.flush()
    return len(wrong)


def main() -> int:
    """Run on both databases."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--only", choices=("sqlite", "postgresql"))
    args = parser.parse_args()
    loaded = make_reader()
    reader: ReadMany = partial(read_many, settings=Settings(), render=file_report, reader=loaded)
    wrong = 0
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        if args.only != "postgresql":
            wrong += run("SQLite", lambda: _file(folder), args.times, reader, Random(args.seed))
        if args.only != "sqlite":
            cluster = stack.enter_context(Cluster())
            wrong += run("PostgreSQL", lambda: _database(cluster), args.times, reader, Random(args.seed))
    return int(bool(wrong))


def _file(folder: Path) -> str:
    return _created(f"sqlite:///{tempfile.mkdtemp(dir=folder)}/record.sqlite")


def _database(cluster: Cluster) -> str:
    return _created(cluster.database_url("kill"))


def _created(url: str) -> str:
    create(url).close()
    return url


if __name__ == "__main__":
    sys.exit(main())
