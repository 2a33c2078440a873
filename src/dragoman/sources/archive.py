"""A web archive (WARC) -> drafts: each HTML page that a server answered with, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import redirect_stderr
from datetime import date, datetime, timedelta
from email.message import Message
from io import SEEK_END, StringIO
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

    pages = 0
    records = ArchiveIterator(stream)
    records.close = lambda: None  # it closes itself at its end, which is looked at below
    while not isinstance(record := _next(records), str):
        if record is None:
            break
        if _is_page(record):
            pages += 1
            yield _page(record, place, options)
    if isinstance(record, str):
        yield Refused(place.name, f"is broken as a web archive after {pages} of its pages ({record})")
    elif _ends_early(records, stream):
        yield Refused(place.name, f"is a web archive that ends early, after {pages} of its pages")
    elif records.err_count:
        yield Refused(place.name, "is damaged as a web archive: it has records of a wrong length")
    elif not pages:
        yield Refused(place.name, "is a web archive without web pages")


def _next(records: Any) -> Any:
    """Return the next record, None at the end, and in words why there is no going on.

    The library tells of damage on standard error; that is kept quiet here, and said by what the record lacks.
    """
    with redirect_stderr(StringIO()):
        try:
            return next(records, None)
        except Exception as error:  # noqa: BLE001 - what a damaged archive raises in the library is of many kinds
            return _words(error)


def _ends_early(records: Any, stream: BinaryIO) -> bool:
    """Say whether the archive breaks off: in a packed piece, or without the empty lines that end a record."""
    if (packed := records.reader.decompressor) is not None:
        return not packed.eof
    stream.seek(-4, SEEK_END)
    return stream.read(4) != b"\r\n\r\n"


def _words(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__


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
    try:
        with redirect_stderr(StringIO()):
            data = record.content_stream().read(LARGEST_FILE + 1)
            cut = _is_cut(record)
    except Exception as error:  # noqa: BLE001 - as above: the others are read
        return Refused(name, f"cannot be unpacked ({_words(error)})")
    if len(data) > LARGEST_FILE:
        return Refused(name, f"is too large (at most {LARGEST_FILE:,} bytes are read in one page)")
    if cut:
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
