"""A web archive (WARC) -> drafts: each HTML page that a server answered with, one after the other."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from email.message import Message
from typing import Any, BinaryIO

from dragoman.sources.draft import Draft, Options, Place
from dragoman.sources.files import LARGEST_FILE
from dragoman.sources.webpage import read_page
from dragoman.terms.errors import Refused

_HTML = ("text/html", "application/xhtml+xml")
_EASTERNMOST = timedelta(hours=14)
"""Where a new day begins first: a page that was there at a moment bears no later day than that which it was there then."""


def read_warc(stream: BinaryIO, place: Place, options: Options) -> Iterator[Draft | Refused]:
    """Yield the pages of an archive in their order; one that has no article is `Refused`, the others are read.

    The moment of each record bounds the day of its page. Other records (requests, pictures, errors, redirects) are passed
    over. A broken archive gives what stands before the break, and then the refusal.
    """
    from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]
    from warcio.exceptions import ArchiveLoadFailed  # type: ignore[import-untyped]

    pages = 0
    try:
        for record in ArchiveIterator(stream):
            if _is_page(record):
                pages += 1
                yield _page(record, place, options)
    except (ArchiveLoadFailed, zlib.error, EOFError, ValueError) as error:
        why = " ".join(str(error).split())[:120] or type(error).__name__
        yield Refused(place.name, f"is broken as a web archive after {pages} of its pages ({why})")
        return
    if not pages:
        yield Refused(place.name, "is a web archive without web pages")


def moment_bound(moment: datetime) -> date:
    """Return the last day that a page may bear which was there at a moment, wherever it was written."""
    return (moment + _EASTERNMOST).date()


def charset_of(content_type: str | None) -> str | None:
    """Return the charset that a `Content-Type` header names."""
    message = Message()
    message["Content-Type"] = content_type or ""
    return message.get_content_charset()


def _is_page(record: Any) -> bool:
    if record.rec_type != "response" or record.http_headers is None:
        return False
    kind = (record.http_headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()
    return record.http_headers.get_statuscode() == "200" and kind in _HTML


def _page(record: Any, place: Place, options: Options) -> Draft | Refused:
    url = record.rec_headers.get_header("WARC-Target-URI")
    name = f"{place.name}, {url}"
    data = record.content_stream().read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        return Refused(name, f"is too large (at most {LARGEST_FILE:,} bytes are read in one page)")
    if _is_cut(record):
        return Refused(name, "is cut off before its end")
    charset = charset_of(record.http_headers.get_header("Content-Type"))
    there = Place(name, place.path, url, charset, _day_of(record))
    try:
        return read_page(data, there, fetched=options.fetched)
    except Refused as refused:
        return refused


def _is_cut(record: Any) -> bool:
    """Say whether the archive ends before the record does."""
    while record.raw_stream.read(65_536):
        pass
    return int(getattr(record.raw_stream, "limit", 0)) > 0


def _day_of(record: Any) -> date | None:
    written = record.rec_headers.get_header("WARC-Date") or ""
    try:
        return moment_bound(datetime.fromisoformat(written))
    except ValueError:
        return None
