"""The one place where the parts are chosen and joined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.reading.language import DEFAULT_PIPELINE, Grammar
from dragoman.reading.read import read_reports
from dragoman.resolving.codes import Codebook, load_codebook
from dragoman.resolving.resolve import resolve
from dragoman.terms.findings import Findings
from dragoman.terms.report import Report


@dataclass(frozen=True)
class Reader:
    """A grammar and a codebook, joined: reports in, findings out."""

    grammar: Grammar
    codebook: Codebook

    def read(self, reports: Iterable[Report]) -> Iterator[Findings]:
        """Read reports in order, in batches."""
        for report, reading in read_reports(reports, self.grammar):
            yield resolve(report, reading, self.codebook)


def make_reader(pipeline: str = DEFAULT_PIPELINE) -> Reader:
    """Load the parts."""
    return Reader(Grammar(pipeline), load_codebook())
