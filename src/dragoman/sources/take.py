"""Any path -> reports: chooses the source by the file's kind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dragoman.sources.admit import admit, choose_day, to_report
from dragoman.sources.draft import Draft, Options
from dragoman.sources.files import decode, read_bytes
from dragoman.sources.heading import with_heading
from dragoman.sources.table import read_table
from dragoman.sources.webpage import is_page, read_page
from dragoman.terms.errors import Refused
from dragoman.terms.report import Report

__all__ = ["Draft", "Options", "take", "take_text"]


def take(path: Path, options: Options) -> Iterator[Report | Refused]:
    """Yield the reports of one file in order, each as a `Report` or, with the reason, `Refused`."""
    try:
        for draft in _drafts(path, options):
            yield _admitted(draft, options)
    except Refused as refused:
        yield refused


def take_text(draft: Draft, options: Options) -> Report:
    """Return the report of a text that is already at hand: any text, also one that a file would be refused for.

    Raises `Refused` only where no day of publication is told.
    """
    headed = with_heading(draft)
    published, conflicts = choose_day(headed, options)
    return to_report(headed, published, conflicts)


def _drafts(path: Path, options: Options) -> Iterator[Draft | Refused]:
    if path.suffix.lower() in (".jsonl", ".ndjson"):
        yield from read_table(path)
        return
    data = read_bytes(path)
    if is_page(data, path.suffix):
        yield read_page(data, str(path), fetched=options.fetched)
    else:
        yield with_heading(Draft(name=str(path), text=decode(data, str(path)), path=str(path)))


def _admitted(draft: Draft | Refused, options: Options) -> Report | Refused:
    if isinstance(draft, Refused):
        return draft
    try:
        return admit(draft, options)
    except Refused as refused:
        return refused
