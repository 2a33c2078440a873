"""A news report as it was taken in."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date

from dragoman.terms.span import Span


@dataclass(frozen=True, slots=True)
class Report:
    """One news text with its publication date.

    `text` is the decoded text unchanged; every offset anywhere counts its code points. `header` is the span of what
    stands before the story and tells about it (a `date YYYY-MM-DD` line, front matter): kept in the text, never read.
    `warnings` are lines for a person: odd but readable input. `updated` is when the article itself says that it was last
    changed (an ISO moment, or a day where it tells no more), None where it does not say. `raw` are the bytes out of which
    the text of a page, a feed's entry or an archive's record was taken; None where the text itself is what arrived.
    """

    id: str
    published: date
    text: str
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    path: str | None = None
    header: Span | None = None
    warnings: tuple[str, ...] = ()
    updated: str | None = None
    raw: bytes | None = field(default=None, repr=False)


def content_id(text: str) -> str:
    """Return the id of a text: the first 16 hexadecimal digits of its SHA-256."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
