"""A saved web page (HTML) -> draft: the article's text and what the page's metadata say about it.

The day is the original one of the page's own metadata. What the words of the page mention, when the file was saved by the
system, or when it was last changed says nothing about its publication.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from dragoman.sources.days import parse_day
from dragoman.sources.draft import Claim, Draft
from dragoman.sources.files import decode
from dragoman.terms.errors import Refused

SUFFIXES = (".html", ".htm", ".xhtml")
_NO_END = "2999-12-31"
"""In place of the fetch, where nobody tells it: the extractor would take the clock's today."""
_NO_START = "1500-01-01"
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?\s*([\w-]+)", re.IGNORECASE)
_SAVED = re.compile(r"saved date:\s*([^\r\n]{8,60})|by HTTrack Website Copier[^,\n]*,\s*([^\n>]{8,40})", re.IGNORECASE)


def is_page(data: bytes, suffix: str) -> bool:
    """Say whether the bytes are a web page: by the name's ending, or by how they begin."""
    return suffix.lower() in SUFFIXES or _HTML.match(data[:2_000]) is not None


def read_page(data: bytes, path: str, *, fetched: date | None = None) -> Draft:
    """Return the article of a page.

    Raises `Refused` where the page has none.
    """
    html = _decode(data, path)
    latest = fetched or _saved_day(html)
    found = _extract(html, latest)
    if found is None or not found.text:
        raise Refused(path, "is a web page without a text of its own")
    return Draft(
        name=path,
        text=found.text,
        path=path,
        publisher=found.sitename or None,
        title=found.title or None,
        url=found.url or None,
        claims=(Claim("the page", found.date),) if found.date else (),
    )


def _extract(html: str, latest: date | None) -> Any:
    """Ask trafilatura for the article; its classes carry no types."""
    from trafilatura import bare_extraction

    days = {
        "original_date": True,
        "extensive_search": False,
        "min_date": _NO_START,
        "max_date": latest.isoformat() if latest else _NO_END,
    }
    return bare_extraction(html, with_metadata=True, include_comments=False, date_extraction_params=days)


def _decode(data: bytes, path: str) -> str:
    """Decode a page as UTF-8 or, where it is not, as it says itself."""
    declared = _CHARSET.search(data[:4_096])
    if declared is not None:
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            try:
                return data.decode(declared[1].decode("ascii"), "replace")
            except LookupError:
                pass
    return decode(data, path)


def _saved_day(html: str) -> date | None:
    """Return the day on which a browser or copier wrote that it saved the page."""
    match = _SAVED.search(html[:4_096])
    if match is None:
        return None
    written = (match[1] or match[2]).strip()
    # "Tue May 20 2025 10:00:00 GMT+0200" and "Tue, 20 May 2025 08:00:00 GMT" are the two forms in use
    return parse_day(written)
