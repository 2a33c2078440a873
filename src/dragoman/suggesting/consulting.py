"""Asks a model about reports and keeps its answers, within the bounds of a run.

Law: nothing that a model or its server does can stop the reading. A report without an answer is read by the rules alone, and
one line says so; where it makes no sense to go on, one line says that, and the model is not asked again in this run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from typing import Any, Protocol

from dragoman.suggesting.answers import Answers
from dragoman.suggesting.model import Model
from dragoman.suggesting.schema import suggestions_of
from dragoman.terms.errors import Silent
from dragoman.terms.report import Report

LONGEST = 40_000
"""Characters of a report, about ten thousand tokens: what is longer is a collection, and would cost as much as twenty reports."""
PATIENCE = 3
"""Reports in a row without an answer, after which a model is left alone."""


class Asks(Protocol):
    """What asks a model."""

    def ask(self, text: str) -> Any:
        """Return an answer. Raises `Silent`."""
        ...

    def close(self) -> None:
        """Close what is open."""
        ...


@dataclass
class Consulting:
    """One run with one model. `connect` makes what asks it, not before there is something to ask; `note` tells a line."""

    model: Model
    answers: Answers
    connect: Callable[[], Asks]
    note: Callable[[str], None]
    asked: int = 0
    failed: int = 0
    over: bool = False
    endpoint: Asks | None = None

    def about(self, reports: Iterable[Report]) -> Iterator[Report]:
        """Yield the reports as they come, each after the model was asked about it."""
        with ExitStack() as stack:
            for report in reports:
                if not self.over and self.answers.get(report) is None and self._within(report):
                    try:
                        self._ask(report, stack)
                    except Silent as silent:
                        self._without(report, silent)
                yield report

    def _within(self, report: Report) -> bool:
        """Whether a report is within the bounds; where it is not, that is told."""
        if len(report.text) > LONGEST:
            self.note(f"{_name(report)}: read by the rules alone: it has more than {LONGEST:,} characters")
            return False
        if self.asked >= self.model.reports:
            self.over = True
            self.note(
                f"{_name(report)}: read by the rules alone, like those after it: the model was asked about as many reports "
                f"as a run may ({self.model.reports})"
            )
        return not self.over

    def _ask(self, report: Report, stack: ExitStack) -> None:
        self.asked += 1
        try:
            if self.endpoint is None:
                self.endpoint = self.connect()
                stack.callback(self._close, self.endpoint)
            answer = self.endpoint.ask(report.text)
        except Silent:
            raise
        except Exception as error:
            raise Silent(f"asking the model failed ({type(error).__name__})") from error
        suggestions = suggestions_of(answer)
        if suggestions is None:
            raise Silent("the model's answer is no list of findings")
        try:
            self.answers.keep(report, suggestions)
        except OSError as error:
            raise Silent(f"answers cannot be kept in {self.answers.folder} ({error.strerror})", lasting=True) from error
        self.failed = 0

    def _close(self, endpoint: Asks) -> None:
        self.endpoint = None
        with suppress(Exception):  # nothing is lost with a connection that does not close
            endpoint.close()

    def _without(self, report: Report, silent: Silent) -> None:
        self.failed += 1
        self.over = silent.lasting or self.failed >= PATIENCE
        those = ", like those after it" if self.over else ""
        self.note(f"{_name(report)}: read by the rules alone{those}: {silent.why}")


def _name(report: Report) -> str:
    return report.path or f"row {report.id}"
