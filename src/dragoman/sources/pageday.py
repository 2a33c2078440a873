"""The day on which a web page was first published, and when it was last changed, as the page itself says.

Asked in turn: the article's linked data (JSON-LD), the page's meta tags, its `time` elements and dated labels, its own
address. Days of change are kept apart: a page that tells only when it was last changed tells no day of publication.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser
from typing import Any

from dragoman.sources.days import parse_day

_META = (
    *("article:published_time", "og:article:published_time", "og:published_time", "article:published", "datepublished"),
    *("parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created", "dcterms.issued", "dcterms.date"),
    *(
        "citation_publication_date",
        "publication_date",
        "publication-date",
        "publish-date",
        "publish_date",
        "publishdate",
    ),
    *("published", "pubdate", "published-date", "published_time", "article_date_original", "originalpublicationdate"),
    *(
        "cxenseparse:recs:publishtime",
        "rnews:datepublished",
        "bt:pubdate",
        "dc.date",
        "dc.date.created",
        "date",
        "created",
    ),
)
_RANK = {name: rank for rank, name in enumerate(_META)}
_META_CHANGED = (
    *("article:modified_time", "og:article:modified_time", "article:modified", "og:updated_time", "datemodified"),
    *("dcterms.modified", "dc.date.modified", "rnews:datemodified"),
)
_LINKED_DATA_RANKS = 3
_RANK_CHANGED = {name: rank for rank, name in enumerate(_META_CHANGED, start=_LINKED_DATA_RANKS)}
_ARTICLE = re.compile(r"(?:Article|Posting|Report)$")
_PAGE = re.compile(r"(?:WebPage|ItemPage|VideoObject|CreativeWork)$")
_LABEL = re.compile(
    r"(?:^|[\s_-])(?:date|dateline|published|publish|pubdate|posted|timestamp|time|entry-date)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"updat|modif|changed|edited|correct", re.IGNORECASE)
_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?:/|-|$|\.)")
_PUBLISHED = re.compile(r"^(?:first |originally )?(?:published|posted|date|issued)(?: on| at)?:? *", re.IGNORECASE)
_ONLY_A_DAY = re.compile(r"[\w,. -]{0,14}\d[\w,.: -]{0,24}\d(?:[ ,|·-]+\d\d?[:.]\d\d.{0,12})?")
_VOID = frozenset(
    {"meta", "link", "br", "img", "input", "hr", "source", "wbr", "area", "base", "col", "embed", "track"}
)
_LONGEST_LABEL = 80


def day_of_page(html: str, text: str = "", *, latest: date | None = None) -> date | None:
    """Return the day that the page gives first in the order above, none after `latest`; None where it gives none.

    `text` is the article's text: a line of it near its edges that holds nothing but a day, or is labelled "Published",
    is asked last.
    """
    return days_of_page(html, text, latest=latest)[0]


def days_of_page(html: str, text: str = "", *, latest: date | None = None) -> tuple[date | None, str | None]:
    """Return the day of publication, as `day_of_page` finds it, and the moment of the last change as it is written.

    A change is told by linked data or meta tags; one after `latest` is not taken either.
    """
    clues = _Clues()
    clues.feed(html.replace("<![", "&lt;!["))  # the standard parser fails on malformed declarations
    clues.close()
    changed = next((written for written in clues.changes() if _until(latest, written) is not None), None)
    days = (_until(latest, written) for written in (*clues.in_order(), *_day_lines(text)))
    return next((day for day in days if day is not None), None), changed


def _until(latest: date | None, written: str) -> date | None:
    day = parse_day(written)
    return day if day is not None and (latest is None or day <= latest) else None


def _day_lines(text: str) -> Iterator[str]:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for line in (*lines[:8], *lines[8:][-3:]):
        label = _PUBLISHED.match(line)
        if len(line) <= _LONGEST_LABEL and (label or _ONLY_A_DAY.fullmatch(line)):
            yield line[label.end() :] if label else line


@dataclass(slots=True)
class _Label:
    """An element that may show a day, while its words are gathered."""

    tag: str
    depth: int
    words: list[str] = field(default_factory=list)


class _Clues(HTMLParser):
    """Gathers all that a page says of its days, by the place where it says so."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._meta: list[tuple[int, str]] = []
        self._changes: list[tuple[int, str]] = []
        self._data: list[tuple[int, str]] = []
        self._times: list[str] = []
        self._labels: list[str] = []
        self._addresses: list[str] = []
        self._script: list[str] | None = None
        self._label: _Label | None = None

    def in_order(self) -> Iterator[str]:
        """Yield the written days, the most trustworthy first."""
        yield from (written for _, written in sorted(self._data, key=lambda d: d[0]))
        yield from (written for _, written in sorted(self._meta, key=lambda m: m[0]))
        yield from self._times
        yield from self._labels
        for address in self._addresses:
            if match := _ADDRESS.search(address):
                yield "-".join(match.groups())

    def changes(self) -> Iterator[str]:
        """Yield the written moments of change, the most trustworthy first."""
        yield from (written for _, written in sorted(self._changes, key=lambda c: c[0]))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the tag says."""
        values = {name: value or "" for name, value in attrs}
        if tag == "meta":
            self._note_meta(values)
        elif tag == "link" and values.get("rel") == "canonical":
            self._addresses.insert(0, values.get("href", ""))
        elif tag == "script" and "ld+json" in values.get("type", ""):
            self._script = []
        elif self._label is not None:
            self._label.depth += tag == self._label.tag
        elif tag not in _VOID:
            self._note_element(tag, values)

    def handle_endtag(self, tag: str) -> None:
        """Close what the tag had opened."""
        if tag == "script" and self._script is not None:
            self._note_data("".join(self._script))
            self._script = None
        elif self._label is not None and tag == self._label.tag:
            self._label.depth -= 1
            if not self._label.depth:
                self._note_label(self._label)
                self._label = None

    def handle_data(self, data: str) -> None:
        """Gather the words of a script or a label."""
        if self._script is not None:
            self._script.append(data)
        elif self._label is not None:
            self._label.words.append(data)
            if sum(map(len, self._label.words)) > _LONGEST_LABEL:
                self._label = None

    def _note_meta(self, values: dict[str, str]) -> None:
        name = (values.get("property") or values.get("name") or values.get("itemprop") or "").lower()
        if name in _RANK:
            self._meta.append((_RANK[name], values.get("content", "")))
        elif name in _RANK_CHANGED:
            self._changes.append((_RANK_CHANGED[name], values.get("content", "")))
        elif name == "og:url":
            self._addresses.append(values.get("content", ""))

    def _note_element(self, tag: str, values: dict[str, str]) -> None:
        if values.get("itemprop", "").lower() in _RANK_CHANGED:
            rank = _RANK_CHANGED[values["itemprop"].lower()]
            self._changes.append((rank, values.get("datetime") or values.get("content", "")))
        about = " ".join(values.get(name, "") for name in ("itemprop", "class", "id", "data-testid"))
        if _CHANGED.search(about):
            return
        if tag == "time" and values.get("datetime"):
            self._times.append(values["datetime"])
        elif tag == "abbr" and "published" in about:
            self._times.append(values.get("title", ""))
        elif "datepublished" in about.lower() and values.get("content"):
            self._times.insert(0, values["content"])
        elif tag == "time" or _LABEL.search(about) or "datepublished" in about.lower():
            self._label = _Label(tag, 1)

    def _note_label(self, label: _Label) -> None:
        words = " ".join("".join(label.words).split())
        if words and not _CHANGED.search(words):
            self._labels.append(_PUBLISHED.sub("", words))

    def _note_data(self, script: str) -> None:
        try:
            data = json.loads(script)
        except (ValueError, RecursionError):
            return
        for thing in _things(data):
            kinds = thing.get("@type")
            names = [k for k in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(k, str)]
            for key, found in (("datePublished", self._data), ("dateModified", self._changes)):
                if isinstance(written := thing.get(key), str):
                    found.append((_weight(names), written))


def _weight(kinds: list[str]) -> int:
    if any(_ARTICLE.search(k) for k in kinds):
        return 0
    return 1 if any(_PAGE.search(k) for k in kinds) else 2


def _things(data: Any) -> Iterator[dict[str, Any]]:
    """Yield the things that a page's linked data describes: those at the top, in a list or a graph."""
    if isinstance(data, list):
        for piece in data:
            yield from _things(piece)
    elif isinstance(data, dict):
        yield data
        if isinstance(graph := data.get("@graph"), list):
            yield from (piece for piece in graph if isinstance(piece, dict))
        if isinstance(main := data.get("mainEntity"), dict):
            yield main
