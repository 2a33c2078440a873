"""Asks a model about reports and keeps its answers, within the bounds of a run.

Law: nothing that a model or its server does can stop the reading. A report without an answer is read by the rules alone, and
one line says so; where it makes no sense to go on, one line says that, and the model is not asked again in this run. Where the
model is needed, a report without an answer is passed over instead: each is a refusal with the reason, and none is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from typing import Any, Protocol

from dragoman.suggesting.answers import Answers
from dragoman.suggesting.model import Model
from dragoman.suggesting.schema import suggestions_of
from dragoman.terms.errors import Refused, Silent
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
    """One run with one model. `connect` makes what asks it, not before there is something to ask; `note` tells a line.

    `passed_over` has the reports that were not yielded, since the model is needed and gave no answer; who takes them empties it.
    """

    model: Model
    answers: Answers
    connect: Callable[[], Asks]
    note: Callable[[str], None]
    asked: int = 0
    failed: int = 0
    over: bool = False
    endpoint: Asks | None = None
    why: str = ""
    passed_over: list[Refused] = field(default_factory=list)

    def about(self, reports: Iterable[Report]) -> Iterator[Report]:
        """Yield the reports as they come, each after the model was asked about it."""
        with ExitStack() as stack:
            for report in reports:
                if self._answered(report, stack) or not self.model.needed:
                    yield report
                else:
                    why = f"passed over, its reading stays as it is: {self.why}"
                    self.passed_over.append(Refused(_name(report), why))

    def _answered(self, report: Report, stack: ExitStack) -> bool:
        """Whether there is an answer about a report, after it was asked for where there was none."""
        if self.over and not self.model.needed:
            return False  # nobody wants to know
        if self.answers.get(report) is not None:
            return True
        if self.over:
            return False
        if len(report.text) > LONGEST:  # the report's own doing: it says nothing of the model
            self._tell(report, f"it has more than {LONGEST:,} characters")
            return False
        try:
            self._check_bound()
            self._ask(report, stack)
        except Silent as silent:
            self.failed += 1
            self.over = silent.lasting or self.failed >= PATIENCE
            self._tell(report, silent.why)
            return False
        return True

    def _check_bound(self) -> None:
        """Raise `Silent` where the model was asked as often as it may be."""
        if self.asked >= self.model.reports:
            why = f"the model was asked about as many reports as a run may ({self.model.reports})"
            raise Silent(why, lasting=True)

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

    def _tell(self, report: Report, why: str) -> None:
        """Remember why there is no answer, and say that the rules read alone where they do."""
        self.why = why
        if not self.model.needed:
            those = ", like those after it" if self.over else ""
            self.note(f"{_name(report)}: read by the rules alone{those}: {why}")


def _name(report: Report) -> str:
    return report.path or f"row {report.id}"
