"""A table with one report a line (JSONL) -> drafts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from dragoman.sources.draft import Claim, Draft
from dragoman.sources.files import decode, read_lines
from dragoman.sources.heading import with_heading
from dragoman.terms.errors import Refused


def read_table(path: Path) -> Iterator[Draft | Refused]:
    """Yield the rows of a table in their order; a row that is no report is `Refused`, the others are read.

    Keys: `id`, `published`, `text`, and where known `publisher`, `title`, `url`; further ones are passed over.
    """
    rows = 0
    for number, line in enumerate(read_lines(path), start=1):
        if line.strip(b" \t\r\n\xef\xbb\xbf"):
            rows += 1
            yield _row(line, name=f"{path}:{number}")
    if not rows:
        yield Refused(str(path), "is empty")


def _row(line: bytes, *, name: str) -> Draft | Refused:
    try:
        written = decode(line, name).removeprefix("\ufeff")
        row = json.loads(written)
    except Refused as refused:
        return refused
    except (ValueError, RecursionError):
        return Refused(name, "is not a row of JSON")
    if not isinstance(row, dict):
        return Refused(name, "is not a row of keys and values")
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        return Refused(name, "has no text" + (f" (row {row['id']!r})" if _word(row.get("id")) else ""))
    draft = Draft(
        name=name,
        text=text,
        id=_word(row.get("id")),
        publisher=_word(row.get("publisher")),
        title=_word(row.get("title")),
        url=_word(row.get("url")),
    )
    published = _word(row.get("published"))
    return with_heading(draft if published is None else replace(draft, claims=(Claim("the table", published),)))


def _word(value: Any) -> str | None:
    """Return a cell as text: a number is its digits; nothing, a list or an empty string is unknown."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return str(value) or None
