"""A saved JSON Feed -> drafts, one an item."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from dragoman.sources.draft import Claim, Draft, Place
from dragoman.sources.feed import absolute
from dragoman.sources.files import decode
from dragoman.sources.fragment import text_of
from dragoman.terms.errors import Refused

_VERSION = b"jsonfeed.org/version"
_HEAD = 8_000


def is_json_feed(data: bytes) -> bool:
    """Say whether the bytes are a JSON Feed: an object that names the version of the format near one of its ends."""
    plain = data[:_HEAD].replace(b"\\/", b"/")
    return plain.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and (
        _VERSION in plain or _VERSION in data[-_HEAD:].replace(b"\\/", b"/")
    )


def read_json_feed(data: bytes, place: Place) -> Iterator[Draft | Refused]:
    """Yield the items of a feed in their order.

    The text is an item's own text, else that of its HTML, else its summary. `raw` is the item as JSON, without the spaces
    between its parts.
    """
    try:
        feed = json.loads(decode(data, place.name).removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise Refused(place.name, "is not a feed that can be read") from error
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list) or not items:
        raise Refused(place.name, "is a feed without entries")
    for number, item in enumerate(items, start=1):
        name = f"{place.name}, entry {number}"
        yield _draft(item, feed, place, name) if isinstance(item, dict) else Refused(name, "is no item of a feed")


def _draft(item: dict[str, Any], feed: dict[str, Any], place: Place, name: str) -> Draft | Refused:
    text = _word(item, "content_text") or text_of(_word(item, "content_html") or "") or _word(item, "summary")
    if not text:
        return Refused(name, "has no text")
    published = _word(item, "date_published")
    return Draft(
        name=name,
        text=text,
        path=place.path,
        publisher=_word(feed, "title"),
        title=_word(item, "title"),
        url=absolute(item.get("url") or item.get("external_url"), feed.get("home_page_url"), place.url),
        claims=(Claim("the feed", published),) if published else (),
        updated=_word(item, "date_modified"),
        raw=json.dumps(item, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"),
    )


def _word(of: dict[str, Any], key: str) -> str | None:
    value = of.get(key)
    return value if isinstance(value, str) and value.strip() else None
