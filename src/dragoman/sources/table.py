"""A table with one report a row -> drafts: what its columns are called, and the rows of JSONL.

Rows are yielded as they are read: however long a table is, one row of it is held.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any, BinaryIO

from dragoman.sources.draft import COLUMNS, Claim, Draft, Options, Place
from dragoman.sources.files import decode, lines_of
from dragoman.sources.heading import with_heading
from dragoman.terms.errors import Refused

_SHOWN = 12
"""Columns named in a message."""


def read_jsonl(stream: BinaryIO, place: Place, options: Options) -> Iterator[Draft | Refused]:
    """Yield the rows of a table in their order; a row that is no report is `Refused`, the others are read.

    Keys are COLUMNS or what `options.columns` puts in their place; further ones are passed over.
    """
    rows = 0
    for number, line in enumerate(lines_of(stream), start=1):
        name = f"{place.name}:{number}"
        if line is None:
            rows += 1
            yield Refused(name, "is too long for a row")
        elif line.strip(b" \t\r\n\xef\xbb\xbf"):
            rows += 1
            yield _row(line, name, options.columns)
    if not rows:
        yield Refused(place.name, "is empty")


def _row(line: bytes, name: str, columns: Mapping[str, str]) -> Draft | Refused:
    try:
        written = decode(line, name).removeprefix("\ufeff")
        row = json.loads(written)
    except Refused as refused:
        return refused
    except (ValueError, RecursionError):
        return Refused(name, "is not a row of JSON")
    if not isinstance(row, dict):
        return Refused(name, "is not a row of keys and values")
    return draft_of_row({known: row.get(columns.get(known, known)) for known in COLUMNS}, name)


def fit_columns(there: Collection[str], place: Place, columns: Mapping[str, str]) -> dict[str, str]:
    """Return which of the columns that are `there` holds what, as `columns` says or by their own names in any letter case.

    Raises `Refused` where none holds the text, or one that a person named is not there: a table is not guessed at.
    """
    plain = {name.strip().casefold(): name for name in reversed(list(there))}
    fitted = {}
    for known in COLUMNS:
        asked = columns.get(known, known)
        column = asked if asked in there else plain.get(asked.casefold())
        if column is not None:
            fitted[known] = column
        elif known in columns or known == "text":
            named = ", ".join(list(there)[:_SHOWN]) + (" …" if len(there) > _SHOWN else "")
            raise Refused(place.name, f"has no column {asked!r} but {named}; say which with --column {known}=COLUMN")
    return fitted


def draft_of_row(cells: Mapping[str, Any], name: str) -> Draft | Refused:
    """Return the report of a row whose cells go by the names of COLUMNS; refused where it has no text."""
    text, row = _text(cells.get("text")), _word(cells.get("id"))
    if text is None:
        return Refused(name, "has no text" + (f" (row {row!r})" if row else ""))
    published = _word(cells.get("published"))
    draft = Draft(
        name=name,
        text=text,
        id=row,
        publisher=_word(cells.get("publisher")),
        title=_word(cells.get("title")),
        url=_word(cells.get("url")),
        updated=_word(cells.get("updated")),
    )
    return with_heading(draft if published is None else replace(draft, claims=(Claim("the table", published),)))


def _text(value: Any) -> str | None:
    written = value.decode("utf-8", "replace") if isinstance(value, bytes) else value
    return written if isinstance(written, str) and written.strip() else None


def _word(value: Any) -> str | None:
    """Return a cell as text: a number is its digits, a day ISO; nothing, a list or an empty string is unknown."""
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return str(value) or None
