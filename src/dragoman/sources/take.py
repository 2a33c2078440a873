"""Any file, or bytes that are at hand -> reports: chooses the source by the kind."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from dragoman.sources.admit import admit, choose_day, to_report
from dragoman.sources.archive import read_warc
from dragoman.sources.draft import Draft, Options, Place
from dragoman.sources.feed import SUFFIXES as FEED_SUFFIXES
from dragoman.sources.feed import is_feed, read_feed
from dragoman.sources.files import decode, opened, read_bytes
from dragoman.sources.heading import with_heading
from dragoman.sources.jsonfeed import is_json_feed, read_json_feed
from dragoman.sources.parquet import read_parquet
from dragoman.sources.sheet import read_csv
from dragoman.sources.table import read_jsonl
from dragoman.sources.webpage import SUFFIXES as PAGE_SUFFIXES
from dragoman.sources.webpage import is_page, read_page
from dragoman.terms.errors import Refused
from dragoman.terms.report import Report

__all__ = ["Draft", "Options", "take", "take_bytes", "take_stream", "take_text"]

Drafts = Iterator[Draft | Refused]
PIECEWISE: dict[str, Callable[[BinaryIO, Place, Options], Drafts]] = {
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".csv": read_csv,
    ".tsv": read_csv,
    ".parquet": read_parquet,
    ".warc": read_warc,
    ".warc.gz": read_warc,
}
"""What is read piece by piece, by the ending of the name."""
_STARTS = ((b"WARC/1.", ".warc"), (b"PAR1", ".parquet"))
KNOWN_SUFFIXES = frozenset((*PIECEWISE, *PAGE_SUFFIXES, *FEED_SUFFIXES, ".txt", ".text", ".md", ".xml", ".json"))
"""Endings that say what a file is. One of another ending may still be a text, a page or a feed."""


def take(path: Path, options: Options) -> Iterator[Report | Refused]:
    """Yield the reports of one file in order, each as a `Report` or, with the reason, `Refused`."""
    yield from _admitted(_of_file(path, options), options)


def take_bytes(data: bytes, place: Place, options: Options, *, suffix: str = "") -> Iterator[Report | Refused]:
    """Yield the reports of bytes that arrived otherwise than by a file. `suffix` is the ending that a file would have."""
    if not data:
        yield Refused(place.name, "is empty")
        return
    yield from _admitted(_of_bytes(data, place, options, suffix), options)


def take_stream(stream: BinaryIO, place: Place, options: Options, *, suffix: str) -> Iterator[Report | Refused]:
    """Yield the reports of a stream of one of the kinds that are read piece by piece."""
    yield from _admitted(PIECEWISE[suffix](stream, place, options), options)


def take_text(draft: Draft, options: Options) -> Report:
    """Return the report of a text that is already at hand: any text, also one that a file would be refused for.

    Raises `Refused` only where no day of publication is told.
    """
    headed = with_heading(draft)
    published, conflicts = choose_day(headed, options)
    return to_report(headed, published, conflicts)


def suffix_of(name: str) -> str:
    """Return the ending of a name that tells its kind, in small letters; both where there are two (`.warc.gz`)."""
    suffixes = [suffix.lower() for suffix in Path(name).suffixes[-2:]]
    both = "".join(suffixes)
    return both if both in PIECEWISE else "".join(suffixes[-1:])


def _of_file(path: Path, options: Options) -> Drafts:
    suffix, place = suffix_of(path.name), Place(str(path), path=str(path))
    if suffix in PIECEWISE:
        with opened(path) as stream:
            yield from PIECEWISE[suffix](stream, place, options)
    else:
        yield from _of_bytes(read_bytes(path), place, options, suffix)


def _of_bytes(data: bytes, place: Place, options: Options, suffix: str) -> Drafts:
    known = next((kind for start, kind in _STARTS if data.startswith(start)), suffix)
    if known in PIECEWISE:
        yield from PIECEWISE[known](io.BytesIO(data), place, options)
    elif is_page(data, suffix):
        yield read_page(data, place, fetched=options.fetched)
    elif is_feed(data, suffix):
        yield from read_feed(data, place)
    elif is_json_feed(data):
        yield from read_json_feed(data, place)
    else:
        text = decode(data, place.name, charset=place.charset)
        yield with_heading(Draft(name=place.name, text=text, path=place.path, url=place.url))


def _admitted(drafts: Drafts, options: Options) -> Iterator[Report | Refused]:
    try:
        for draft in drafts:
            yield draft if isinstance(draft, Refused) else _admit(draft, options)
    except Refused as refused:
        yield refused


def _admit(draft: Draft, options: Options) -> Report | Refused:
    try:
        return admit(draft, options)
    except Refused as refused:
        return refused
