"""What a source found, before it is known whether it is a report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragoman.terms.span import Span


@dataclass(frozen=True, slots=True)
class Options:
    """What the person says about the reports beside the files themselves.

    `published` is the publication day of all of them; `fetched` the day on which pages were saved: no page is taken to be
    published after it.
    """

    published: date | None = None
    fetched: date | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """Somewhere a publication day is written: where, and the words."""

    where: str
    written: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A text with all that stands around it. `name` is how messages call it: the path, or path and line of a table."""

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
