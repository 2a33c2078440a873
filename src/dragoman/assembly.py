"""The one place where the parts are chosen and joined: which pipeline, which codebook, which executor."""

from __future__ import annotations

import hashlib
import sys
import threading
import warnings
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from importlib.metadata import PackageNotFoundError, distribution
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from dragoman import __version__
from dragoman.cases import create_case, open_case, restore_case
from dragoman.desk.read_chunk import in_chunks, read_chunk
from dragoman.desk.spread import spread
from dragoman.desk.take_in import Provenance
from dragoman.reading.grammar.language import DEFAULT_PIPELINE, Grammar
from dragoman.reading.read import read_reports
from dragoman.resolving.codes import Codebook, load_codebook
from dragoman.resolving.resolve import resolve
from dragoman.settings import Settings, model_key
from dragoman.suggesting.adding import with_suggestions
from dragoman.suggesting.answers import Answers
from dragoman.suggesting.consulting import Asks, Consulting
from dragoman.suggesting.model import Model
from dragoman.suggesting.schema import version
from dragoman.terms.errors import PipelineMissing, Refused, Silent
from dragoman.terms.findings import Findings
from dragoman.terms.report import Report

__all__ = [
    "Reader", "check_parts", "create_case", "make_reader", "open_case", "provenance_of", "read_many", "restore_case",
    "unchanged",
]  # fmt: skip

T = TypeVar("T")
Rendered = list[T | Refused]


@dataclass(frozen=True)
class Reader:
    """A grammar and a codebook, joined: reports in, findings out. `answers` are those that a language model gave before."""

    grammar: Grammar
    codebook: Codebook
    answers: Answers | None = None

    def read(self, reports: Iterable[Report]) -> Iterator[Findings]:
        """Read reports in order, in batches."""
        for report, reading in read_reports(reports, self.grammar):
            findings = resolve(report, reading, self.codebook)
            suggestions = self.answers.get(report) if self.answers is not None else None
            if self.answers is not None and suggestions:
                findings = with_suggestions(findings, reading, self.codebook, suggestions, self.answers.mark)
            yield findings


def make_reader(pipeline: str | None = None, codebook: Path | None = None, *, answers: Answers | None = None) -> Reader:
    """Load the parts. Raises `PipelineMissing` or `CodebookError`."""
    return Reader(Grammar(pipeline or DEFAULT_PIPELINE), load_codebook(codebook), answers)


def _reader(settings: Settings) -> Reader:
    return make_reader(settings.pipeline, settings.codebook, answers=_answers(settings.model))


def _answers(model: Model | None) -> Answers | None:
    return None if model is None else Answers(model.cache, model.name, version())


def _consulting(model: Model, note: Callable[[str], None]) -> Consulting:
    """Return what asks the model about each report: here, in their order, whatever the number of workers."""

    def connect() -> Asks:
        try:
            from dragoman.suggesting.endpoint import Endpoint
        except ImportError as error:
            raise Silent(
                "a model needs one more package: python -m pip install 'dragoman[model]'", lasting=True
            ) from error
        return Endpoint(model, model_key())

    return Consulting(model, Answers(model.cache, model.name, version()), connect, note)


def check_parts(settings: Settings) -> None:
    """Raise `PipelineMissing` or `CodebookError` where the parts are not there, without loading what is heavy."""
    name = settings.pipeline or DEFAULT_PIPELINE
    if not Path(name).exists():
        try:
            distribution(name)
        except (PackageNotFoundError, ValueError) as error:
            raise PipelineMissing(name) from error
    load_codebook(settings.codebook)


def read_many(
    reports: Iterable[Report],
    settings: Settings,
    render: Callable[[Findings], T],
    *,
    reader: Reader | None = None,
    note: Callable[[str], None] = lambda _: None,
) -> Iterator[T | Refused]:
    """Read any number of reports and yield each as `render` makes it, in order.

    With one worker all is done here, with more in as many processes; the results are the same. No part is loaded before
    there is a report; where a `reader` is there already, it is used instead. `render` and what it gives must be fit to be
    sent to a process. What a language model is not asked about, or does not answer, is told to `note`, a line each; where the
    model is needed, it is a `Refused` instead, somewhere among the others.
    """
    if settings.model is None:
        yield from _read_all(reports, settings, render, reader)
        return
    consulting = _consulting(settings.model, note)
    for done in _read_all(consulting.about(reports), settings, render, reader):
        yield from _emptied(consulting.passed_over)
        yield done
    yield from _emptied(consulting.passed_over)


def _emptied(passed_over: list[Refused]) -> Iterator[Refused]:
    while passed_over:
        yield passed_over.pop(0)


def _read_all(
    reports: Iterable[Report], settings: Settings, render: Callable[[Findings], T], reader: Reader | None
) -> Iterator[T | Refused]:
    chunks = in_chunks(reports)
    first = next(chunks, None)
    if first is None:
        return
    chunks = _with_first(first, chunks)
    if settings.workers == 1:
        reader = reader or _reader(settings)
        for chunk in chunks:
            yield from _rendered(chunk, reader, render)
        return
    try:
        with _executor(settings, reader) as executor:
            for rendered in spread(partial(_read_here, render=render), chunks, executor, workers=settings.workers):
                yield from rendered
    finally:
        _readers.clear()


def _executor(settings: Settings, reader: Reader | None) -> ProcessPoolExecutor:
    """Return processes that have a reader each.

    Where it is safe, they are forked from this process with the parts already loaded, which costs neither time nor memory
    again. Where other threads run (they might hold a lock at the moment of the fork) and on systems that do not bear it,
    they start anew and load their own.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        context = get_context("spawn")
        return ProcessPoolExecutor(settings.workers, mp_context=context, initializer=_start, initargs=(settings,))
    _readers[:] = [reader or _reader(settings)]
    executor = ProcessPoolExecutor(settings.workers, mp_context=get_context("fork"))
    with warnings.catch_warnings():
        # Python 3.12 and later count the sleeping threads of the linear algebra, which bear a fork
        warnings.simplefilter("ignore", DeprecationWarning)
        executor.submit(_ready).result()
    return executor


def _ready() -> bool:
    return bool(_readers)


def provenance_of(settings: Settings) -> Provenance:
    """Return with what reports are read under these settings: version, a hash of the reading code, pipeline, codebook."""
    name = settings.pipeline or DEFAULT_PIPELINE
    number = "" if Path(name).exists() else f" {distribution(name).version}"
    answers = _answers(settings.model)
    suggester = "" if answers is None else f" {answers.mark}"
    return Provenance(
        reader=f"dragoman {__version__} code {_code_hash(answers is not None)} {name}{number}{suggester}",
        codebook=f"{load_codebook(settings.codebook).name} {_codebook_hash(settings.codebook)}",
    )


@cache
def _code_hash(suggesting: bool) -> str:
    """Hash the files that decide what a report gives: the reading and resolving code with its lexicons, and with a model that too."""
    root = Path(__file__).parent
    folders = ("terms", "reading", "resolving", *(("suggesting",) if suggesting else ()))
    parts = [path for part in folders for path in (root / part).rglob("*")]
    return _hash_files(root, [path for path in parts if path.suffix in (".py", ".toml")])


@cache
def _codebook_hash(codebook: Path | None) -> str:
    folder = Path(__file__).parent / "resolving" / "codebook"
    return (
        _hash_files(folder, list(folder.glob("*.toml")))
        if codebook is None
        else _hash_files(codebook.parent, [codebook])
    )


def _hash_files(root: Path, paths: list[Path]) -> str:
    hashed = hashlib.sha256()
    for path in sorted(paths):
        hashed.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return hashed.hexdigest()[:12]


def unchanged(findings: Findings) -> Findings:
    """Render nothing: for those who want the findings themselves."""
    return findings


def _with_first(first: tuple[Report, ...], rest: Iterator[tuple[Report, ...]]) -> Iterator[tuple[Report, ...]]:
    yield first
    yield from rest


def _rendered(chunk: tuple[Report, ...], reader: Reader, render: Callable[[Findings], T]) -> Rendered[T]:
    return [found if isinstance(found, Refused) else render(found) for found in read_chunk(chunk, reader)]


_readers: list[Reader] = []
"""The reader of a worker process, loaded once: by itself, or before it was forked."""


def _start(settings: Settings) -> None:
    _readers[:] = [_reader(settings)]


def _read_here(chunk: tuple[Report, ...], *, render: Callable[[Findings], T]) -> Rendered[T]:
    return _rendered(chunk, _readers[0], render)
