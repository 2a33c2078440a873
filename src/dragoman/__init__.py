"""Dragoman reads dated news reports about a negotiation and keeps a cited, dated record of it.

    >>> import dragoman
    >>> from datetime import date
    >>> findings = dragoman.read("The envoys met in Geneva on Monday.", published=date(2025, 5, 14))
    >>> findings.meetings[0].place
    'Geneva'

The heavy parts (a language pipeline) are loaded with the first reading and kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.assembly import Reader
    from dragoman.terms.errors import Refused
    from dragoman.terms.findings import Findings

__version__ = "0.1.0"
__all__ = ["__version__", "read", "read_files"]


def read(
    text: str,
    *,
    published: date | None = None,
    publisher: str | None = None,
    title: str | None = None,
    url: str | None = None,
    pipeline: str | None = None,
    codebook: Path | None = None,
) -> Findings:
    """Read one text and return what it says, each finding with its evidence.

    `published` is the day of publication, against which "on Thursday" is resolved; without it the text's own header line
    or front matter must tell it, else `dragoman.terms.errors.Refused` is raised. Any other text is read, however odd.
    """
    from dragoman.sources.take import Draft, Options, take_text

    day = published.date() if isinstance(published, datetime) else published
    draft = Draft(name="text", text=text, publisher=publisher, title=title, url=url)
    report = take_text(draft, Options(published=day))
    return next(iter(_reader(pipeline, codebook).read([report])))


def read_files(
    paths: Iterable[str | Path],
    *,
    published: date | None = None,
    pipeline: str | None = None,
    codebook: Path | None = None,
    workers: int = 1,
) -> Iterator[Findings | Refused]:
    """Read texts, tables and pages in order; what cannot be read comes as a `Refused` with the reason, after the others.

    More than one of `workers` are processes of their own: a script that asks for them must guard its start with
    `if __name__ == "__main__":`.
    """
    from dragoman.assembly import read_many, unchanged
    from dragoman.settings import Settings
    from dragoman.sources.take import Options, take
    from dragoman.terms.errors import Refused
    from dragoman.terms.report import Report

    refused: list[Refused] = []

    def reports() -> Iterator[Report]:
        for path in paths:
            for taken in take(Path(path), Options(published=published)):
                if isinstance(taken, Refused):
                    refused.append(taken)
                else:
                    yield taken

    yield from read_many(reports(), Settings(pipeline=pipeline, codebook=codebook, workers=workers), unchanged)
    yield from refused


@cache
def _reader(pipeline: str | None, codebook: Path | None) -> Reader:
    from dragoman.assembly import make_reader

    return make_reader(pipeline, codebook)
