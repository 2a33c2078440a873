"""The speed runs: our reading beside the bare language pipeline, in turn, in one run, on the same texts.

    python -m benchmarks.speed            500 reports, five turns; exit 1 where a bound is broken
    python -m benchmarks.speed --quick    100 reports, three turns

"Bare" is `nlp.pipe` with every component of the language package as it is shipped, in batches of 64; loading is left out.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psutil

from benchmarks.texts import reports
from dragoman.reading.grammar.language import DEFAULT_PIPELINE

COST = 1.15  # reading in one process, times the bare pipeline
GAIN = 0.95  # what two workers bring, times what two processes bring to the bare pipeline
HELP = 0.30  # the time of `dragoman --help`, times that of importing spaCy
GROWTH = 1.05  # memory after four times the reports, times that after the first part
BATCH = 64


@dataclass(frozen=True)
class Line:
    """One figure beside its bound."""

    name: str
    value: float
    bound: float
    least: bool = False
    note: str = ""

    @property
    def kept(self) -> bool:
        """Return whether the bound is kept."""
        return self.value >= self.bound if self.least else self.value <= self.bound

    def __str__(self) -> str:
        sign = ">=" if self.least else "<="
        return (
            f"{'ok  ' if self.kept else 'FAIL'}  {self.name:34} {self.value:6.3f} {sign} {self.bound:.2f}   {self.note}"
        )


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Return the seconds that `work` takes, by the wall clock and of this process."""
    wall, own = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - wall, time.process_time() - own


def in_turn(turns: int, *works: Callable[[], object]) -> list[list[tuple[float, float]]]:
    """Time each work `turns` times, taking turns, so that a slow moment of the machine meets all of them."""
    times: list[list[tuple[float, float]]] = [[] for _ in works]
    for _ in range(turns):
        for work, kept in zip(works, times, strict=True):
            kept.append(timed(work))
    return times


def speed(count: int, turns: int) -> Line:
    """Measure one process, bare and ours, with all parts loaded."""
    import spacy

    from dragoman.assembly import make_reader

    nlp, reader, made = spacy.load(DEFAULT_PIPELINE), make_reader(), list(reports(count))
    texts = [report.text for report in made]
    for warm in (nlp.pipe(texts[:20]), reader.read(made[:20])):
        list(warm)
    measured = in_turn(turns, lambda: list(nlp.pipe(texts, batch_size=BATCH)), lambda: list(reader.read(made)))
    bare, ours = (statistics.median(wall for wall, _ in times) for times in measured)
    own = [statistics.median(own for _, own in times) for times in measured]
    size = sum(map(len, texts)) // count
    print(
        f"{count} reports of {size} characters, {turns} turns: bare {1000 * bare / count:.1f} ms each, ours {1000 * ours / count:.1f} ms"
    )
    return Line("reading / bare, one process", ours / bare, COST, note=f"by processor time {own[1] / own[0]:.3f}")


def workers(count: int, turns: int) -> Line:
    """Measure what a second process brings, bare and ours: loading left out of both, the start of the processes in both."""
    import spacy

    from dragoman.assembly import make_reader, read_many
    from dragoman.exports.json import as_json
    from dragoman.settings import Settings

    nlp, reader, made = spacy.load(DEFAULT_PIPELINE), make_reader(), list(reports(count))
    texts = [report.text for report in made]
    for warm in (nlp.pipe(texts[:20]), reader.read(made[:20])):
        list(warm)
    walls = [
        statistics.median(wall for wall, _ in times)
        for times in in_turn(
            turns,
            lambda: list(nlp.pipe(texts, batch_size=BATCH)),
            lambda: list(nlp.pipe(texts, batch_size=BATCH, n_process=2)),
            lambda: list(read_many(made, Settings(workers=1), as_json, reader=reader)),
            lambda: list(read_many(made, Settings(workers=2), as_json, reader=reader)),
        )
    ]
    bare, ours = walls[0] / walls[1], walls[2] / walls[3]
    note = f"bare {bare:.2f} times faster, ours {ours:.2f}"
    return Line("gain of two workers / of bare", ours / bare, GAIN, least=True, note=note)


def memory(count: int, _turns: int) -> Line:
    """Measure the most memory that one process holds over its first `count` reports, and over the last of four times as many."""
    out = subprocess.run(
        [sys.executable, "-m", "benchmarks.speed", "--memory", str(count)], check=True, capture_output=True, text=True
    )
    first, last = (int(n) for n in out.stdout.split())
    return Line("memory, four times the reports", last / first, GROWTH, note=f"{first >> 20} MB, then {last >> 20} MB")


def print_memory(count: int) -> None:
    """Read four times `count` reports; print the most bytes held during the first and during the last quarter."""
    from dragoman.assembly import make_reader

    process = psutil.Process()
    held = [process.memory_info().rss for _ in make_reader().read(reports(4 * count))]
    print(max(held[:count]), max(held[-count:]))


def help_time(_count: int, turns: int) -> Line:
    """Measure `dragoman --help` beside an import of spaCy."""
    command = str(Path(sys.executable).with_name("dragoman"))
    spacy, ours = in_turn(
        turns,
        lambda: subprocess.run([sys.executable, "-c", "import spacy"], check=True),
        lambda: subprocess.run([command, "--help"], check=True, stdout=subprocess.DEVNULL),
    )
    walls = [statistics.median(w for w, _ in times) for times in (spacy, ours)]
    return Line("dragoman --help / import spacy", walls[1] / walls[0], HELP, note=f"{walls[1]:.2f} s, {walls[0]:.2f} s")


def main() -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="fewer reports and turns")
    parser.add_argument("--one", action="store_true", help="leave the runs with two processes out")
    parser.add_argument("--memory", type=int, metavar="N", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.memory:
        print_memory(args.memory)
        return 0
    count, turns = (100, 3) if args.quick else (500, 5)
    parts = [speed, workers, memory, help_time]
    lines = []
    for part in parts if not args.one else [speed, memory, help_time]:
        lines.append(part(count, turns))
        print(lines[-1], flush=True)
    return 0 if all(line.kept for line in lines) else 1


if __name__ == "__main__":
    sys.exit(main())
