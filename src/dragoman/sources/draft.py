"""What a source found, before it is known whether it is a report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from dragoman.terms.span import Span

COLUMNS = ("id", "published", "text", "publisher", "title", "url", "updated")
"""What a table's row can tell of a report."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the person says about the reports beside the files themselves.

    `published` is the publication day of all of them; `fetched` the day on which pages were saved: no page is taken to be
    published after it. `columns` says which column of a table holds what, for tables that call it otherwise: the names
    are those of COLUMNS (`{"text": "body", "published": "pubDate"}`).
    """

    published: date | None = None
    fetched: date | None = None
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Claim:
    """Somewhere a publication day is written: where, and the words."""

    where: str
    written: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A text with all that stands around it. `name` is how messages call it: the path, or path and line of a table.

    `updated` is when the article says that it was changed, as it is written there; `raw` the bytes of a page or an entry.
    """

    name: str
    text: str
    path: str | None = None
    id: str | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    header: Span | None = None
    claims: tuple[Claim, ...] = ()
    warnings: tuple[str, ...] = ()
    updated: str | None = None
    raw: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Place:
    """Where bytes came from, and what was told of them there. `name` is how messages call it.

    `charset` is what a server says they are written in, `latest` the day on which they were there already: nothing in them
    was published after it.
    """

    name: str
    path: str | None = None
    url: str | None = None
    charset: str | None = None
    latest: date | None = None
