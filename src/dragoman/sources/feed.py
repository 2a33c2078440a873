"""A saved RSS or Atom feed -> drafts, one an entry."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from dragoman.sources.draft import Claim, Draft, Place
from dragoman.sources.fragment import text_of
from dragoman.terms.errors import Refused

SUFFIXES = (".rss", ".atom", ".rdf")
_FEED = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?.{0,500}?\?>\s*|<!--.{0,2000}?-->\s*|<!DOCTYPE\s+rss\b[^>]{0,500}>\s*)*"
    rb"<(?:rss|feed|rdf:RDF|atom:feed)\b",
    re.IGNORECASE | re.DOTALL,
)
_PIECE = re.compile(
    rb"<!\[CDATA\[.*?\]\]>|<!--.*?-->|<(?:\w+:)?(?P<open>item|entry)(?=[\s>])|</(?:\w+:)?(?P<close>item|entry)\s*>",
    re.DOTALL,
)
_DC_DATE = re.compile(rb"<dc:date[\s>]")
_CHANGED = re.compile(rb"<(?:\w+:)?(?:updated|modified)[\s>]")


def is_feed(data: bytes, suffix: str) -> bool:
    """Say whether the bytes are an RSS or Atom feed: by the name's ending, or by how they begin."""
    return suffix.lower() in SUFFIXES or _FEED.match(data[:8_000]) is not None


def read_feed(data: bytes, place: Place) -> Iterator[Draft | Refused]:
    """Yield the entries of a feed in their order; what the feed leaves unfinished is `Refused`.

    The text is an entry's full content, else its summary. The day is that of its publication; the day on which it was
    changed is none. `raw` are the entry's own bytes, where they can be told from the rest.
    """
    import feedparser  # type: ignore[import-untyped]

    # a stream, since anything else may be taken for an address or a file; relative addresses are made whole below
    feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not feed.version and not feed.entries:
        raise Refused(place.name, "is not a feed that can be read")
    if not feed.entries:
        raise Refused(place.name, "is a feed without entries")
    pieces = _cut(data)
    cut_off = bool(feed.bozo) and len(pieces) == len(feed.entries) - 1
    told = len(pieces) in (len(feed.entries), len(feed.entries) - cut_off)
    for number, entry in enumerate(feed.entries):
        name = f"{place.name}, entry {number + 1}"
        if cut_off and number == len(pieces):
            yield Refused(name, "is cut off before its end")
        else:
            yield _draft(entry, feed.feed, place, name=name, raw=pieces[number] if told else None)


def _cut(data: bytes) -> list[bytes]:
    """Return the bytes of each entry from its first tag to its last."""
    pieces: list[bytes] = []
    start = None
    for match in _PIECE.finditer(data):
        if match["open"] and start is None:
            start = match.start()
        elif match["close"] and start is not None:
            pieces.append(data[start : match.end()])
            start = None
    return pieces


def _draft(entry: Any, feed: Any, place: Place, *, name: str, raw: bytes | None) -> Draft | Refused:
    text = _text(entry)
    if not text:
        return Refused(name, "has no text")
    published, updated = entry.get("published"), None
    if "updated" in entry:  # asked for one that is not there, feedparser answers with `published`
        updated = entry["updated"]
    if published is None and raw is not None and _DC_DATE.search(raw) and not _CHANGED.search(raw):
        # feedparser takes the one date of RSS 1.0 for a change
        published, updated = updated, None
    return Draft(
        name=name,
        text=text,
        path=place.path,
        publisher=_title(entry.get("source") or {}) or _title(feed),
        title=_title(entry),
        url=absolute(entry.get("link"), feed.get("link"), place.url),
        claims=(Claim("the feed", published),) if published else (),
        updated=updated,
        raw=raw,
    )


def absolute(link: Any, *bases: Any) -> str | None:
    """Return an entry's address made whole by the first of `bases` that is itself whole; None where there is no link."""
    if not isinstance(link, str) or not link:
        return None
    base = next((b for b in bases if isinstance(b, str) and "://" in b), "")
    try:
        return urljoin(base, link)
    except ValueError:
        return link


def _text(entry: Any) -> str:
    contents = [piece for piece in entry.get("content", ()) if piece.get("value")]
    if contents:
        return max((_plain(piece) for piece in contents), key=len)
    summary = entry.get("summary_detail") or {"value": entry.get("summary", ""), "type": "text/html"}
    return _plain(summary)


def _title(thing: Any) -> str | None:
    detail = thing.get("title_detail") or {"value": thing.get("title") or ""}
    return " ".join(_plain(detail).split()) or None


def _plain(detail: Any) -> str:
    value: str = detail.get("value") or ""
    return text_of(value) if "html" in (detail.get("type") or "") else value.strip()
