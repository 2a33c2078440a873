"""Read a few reports with a loaded reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Protocol

from dragoman.terms.errors import Refused
from dragoman.terms.findings import Findings
from dragoman.terms.report import Report

CHUNK = 32
"""Reports read together. Enough for the pipeline to work in batches; few enough that workers end at the same time."""
CHUNK_CHARACTERS = 100_000


class Reads(Protocol):
    """What reads reports."""

    def read(self, reports: Iterable[Report]) -> Iterator[Findings]:
        """Read reports in order."""
        ...


def in_chunks(reports: Iterable[Report]) -> Iterator[tuple[Report, ...]]:
    """Yield the reports in the chunks in which they are read.

    They do not depend on the number of workers, so that the same batches meet the same arithmetic.
    """
    chunk: list[Report] = []
    size = 0
    for report in reports:
        chunk.append(report)
        size += len(report.text)
        if len(chunk) >= CHUNK or size >= CHUNK_CHARACTERS:
            yield tuple(chunk)
            chunk, size = [], 0
    if chunk:
        yield tuple(chunk)


def read_chunk(reports: Sequence[Report], reader: Reads) -> list[Findings | Refused]:
    """Read the reports together; where that fails, one by one, so that the fault of one does not cost the others."""
    try:
        return list(reader.read(reports))
    except Exception:  # noqa: BLE001 - told below, with the report that it belongs to
        return [_read_one(report, reader) for report in reports]


def _read_one(report: Report, reader: Reads) -> Findings | Refused:
    try:
        return next(iter(islice(reader.read([report]), 1)))
    except Exception as error:  # noqa: BLE001 - becomes the report's refusal, in words
        name = report.path or f"row {report.id}"
        return Refused(name, f"could not be read, by a fault of Dragoman: {type(error).__name__}: {error}")
