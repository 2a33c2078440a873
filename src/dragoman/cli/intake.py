"""The files of one command -> reports; what is refused or odd is told on standard error as it comes."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from dragoman.sources.take import Options, take
from dragoman.terms.errors import Refused
from dragoman.terms.report import Report


class Intake:
    """Takes in files one after the other and remembers whether any was refused.

    `today` is the clock's: a report from after it is read, with a warning.
    """

    def __init__(self, files: Sequence[Path | str], options: Options, *, today: date) -> None:
        self._files = files
        self._options = options
        self._today = today
        self.refused = 0

    @property
    def status(self) -> int:
        """The exit status: 1 where something was refused."""
        return int(self.refused > 0)

    def reports(self) -> Iterator[Report]:
        """Yield all reports that can be read, in order."""
        for path in self._files:
            for taken in self._take(path):
                if isinstance(taken, Refused):
                    self.refuse(taken)
                else:
                    self._warn(taken, str(path))
                    yield taken

    def _take(self, place: Path | str) -> Iterator[Report | Refused]:
        """Take in a file, or for a command that names its places in words whatever they mean."""
        if isinstance(place, Path):
            return take(place, self._options)
        from dragoman.sources.places import take_all

        return take_all([place], self._options, standard_input=sys.stdin.buffer, note=lambda note: tell(str(note)))

    def refuse(self, refused: Refused) -> None:
        """Tell why something is not read."""
        self.refused += 1
        tell(str(refused))

    def _warn(self, report: Report, path: str) -> None:
        name = report.path or f"{path} (row {report.id})"
        for warning in report.warnings:
            tell(f"{name}: warning: {warning}")
        if report.published > self._today:
            tell(f"{name}: warning: its date, {report.published.isoformat()}, is after today")


def tell(line: str) -> None:
    """Say one line on standard error."""
    one_line = " ".join(line.split())
    print(f"dragoman: {one_line}", file=sys.stderr, flush=True)
