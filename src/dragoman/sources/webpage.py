"""A saved web page (HTML) -> draft: the article's text and what the page's metadata say about it.

The day is the one that the page gives as its first publication. What its sentences mention, when the file was written to
the disk, or when the page was last changed says nothing about that.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from dragoman.sources.days import parse_day
from dragoman.sources.draft import Claim, Draft, Place
from dragoman.sources.files import decode
from dragoman.sources.pageday import days_of_page
from dragoman.terms.errors import Refused

SUFFIXES = (".html", ".htm", ".xhtml")
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?\s*([\w-]+)", re.IGNORECASE)
_SAVED = re.compile(r"saved date:\s*([^\r\n]{8,60})|by HTTrack Website Copier[^,\n]*,\s*([^\n>]{8,40})", re.IGNORECASE)


def is_page(data: bytes, suffix: str) -> bool:
    """Say whether the bytes are a web page: by the name's ending, or by how they begin."""
    return suffix.lower() in SUFFIXES or _HTML.match(data[:2_000]) is not None


def read_page(data: bytes, place: Place, *, fetched: date | None = None) -> Draft:
    """Return the article of a page.

    Raises `Refused` where the page has none.
    """
    html = _decode(data, place)
    found = _extract(html)
    if found is None or not found.text:
        raise Refused(place.name, "is a web page without a text of its own")
    day, changed = days_of_page(html, found.text, latest=fetched or place.latest or _saved_day(html))
    return Draft(
        name=place.name,
        text=found.text,
        path=place.path,
        publisher=found.sitename or None,
        title=found.title or None,
        url=found.url or place.url,
        claims=(Claim("the page", day.isoformat()),) if day else (),
        updated=changed,
        raw=data,
    )


def _extract(html: str) -> Any:
    """Ask trafilatura for the article and its names. The day is not asked of it: it guesses where a page tells none."""
    from trafilatura import bare_extraction

    # given an end, it asks no clock
    days = {"extensive_search": False, "max_date": "2999-12-31"}
    return bare_extraction(html, with_metadata=True, include_comments=False, date_extraction_params=days)


def _decode(data: bytes, place: Place) -> str:
    """Decode a page as UTF-8 or, where it is not, as its server or the page itself says."""
    declared = _CHARSET.search(data[:4_096])
    charset = place.charset or (None if declared is None else declared[1].decode("ascii"))
    return decode(data, place.name, charset=charset)


def _saved_day(html: str) -> date | None:
    """Return the day on which a browser or copier wrote that it saved the page."""
    match = _SAVED.search(html[:4_096])
    if match is None:
        return None
    written = (match[1] or match[2]).strip()
    # "Tue May 20 2025 10:00:00 GMT+0200" and "Tue, 20 May 2025 08:00:00 GMT" are the two forms in use
    return parse_day(written)
