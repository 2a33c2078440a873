"""What every resolver of one kind of finding stands on: the report, its marks, its actors, its days, the codebook."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.reading.marks import Reading, Saying
from dragoman.resolving.cast import Cast
from dragoman.resolving.codes import Codebook
from dragoman.terms.report import Report
from dragoman.terms.span import Span
from dragoman.terms.when import When


@dataclass(frozen=True, slots=True)
class Ground:
    """One report on its way to findings. `days[i]` are the days of date phrase `i`, None where none can be named."""

    report: Report
    reading: Reading
    cast: Cast
    days: tuple[When | None, ...]
    codebook: Codebook

    @property
    def text(self) -> str:
        """The report's text."""
        return self.report.text

    def day(self, phrase: int | None) -> When | None:
        """Return the days of a date phrase, None without one."""
        return None if phrase is None else self.days[phrase]

    def saying_around(self, span: Span) -> Saying | None:
        """Return the innermost attribution in whose content the words of `span` stand."""
        around = [(len(c), n) for n, s in enumerate(self.reading.sayings) for c in s.contents if span in c]
        return self.reading.sayings[min(around)[1]] if around else None
