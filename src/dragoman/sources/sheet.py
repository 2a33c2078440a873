"""A table of separated values (CSV, TSV) with one report a row -> drafts. The first line names the columns."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import BinaryIO

from dragoman.sources.draft import Draft, Options, Place
from dragoman.sources.files import LONGEST_LINE, decode, lines_of
from dragoman.sources.table import draft_of_row, fit_columns
from dragoman.terms.errors import Refused

_SEPARATORS = ",;\t"


def read_csv(stream: BinaryIO, place: Place, options: Options) -> Iterator[Draft | Refused]:
    """Yield the rows of a table in their order; a row that is no report is `Refused`, the others are read.

    The separator is the one of comma, semicolon and tabulator that the first line has most of. A row with another number
    of cells than the first line is refused: nobody knows which cell is cut.
    """
    lines = _texts(stream, place)
    first = next(lines, "")
    rows = _Rows(first, lines)
    head = [name.strip() for name in rows.next_row() or []]
    if not any(head):
        raise Refused(place.name, "is empty")
    fitted = {known: head.index(column) for known, column in fit_columns(head, place, options.columns).items()}
    empty = True
    for number, row in rows:
        empty = False
        name = f"{place.name}:{number}"
        if isinstance(row, str):
            yield Refused(name, row)
        elif len(row) != len(head):
            yield Refused(name, f"has {len(row)} cells where the first line has {len(head)}")
        else:
            yield draft_of_row({known: row[at] or None for known, at in fitted.items()}, name)
    if empty:
        yield Refused(place.name, "is empty")


class _Rows:
    """The rows of a table, each with the number of the line on which it begins; blank lines are none."""

    def __init__(self, first: str, rest: Iterator[str]) -> None:
        csv.field_size_limit(LONGEST_LINE)
        separator = max(_SEPARATORS, key=first.count)
        self._reader = csv.reader(_chain(first, rest), delimiter=separator)

    def next_row(self) -> list[str] | None:
        """Return the next row, None at the end or where it cannot be read."""
        return next((row for _, row in self if isinstance(row, list)), None)

    def __iter__(self) -> Iterator[tuple[int, list[str] | str]]:
        """Yield rows; what cannot be taken apart is told in words, and the rows after it are read."""
        while True:
            number = self._reader.line_num + 1
            try:
                row = next(self._reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield number, f"is not a row of cells ({error})"
                continue
            if row:
                yield number, row


def _texts(stream: BinaryIO, place: Place) -> Iterator[str]:
    for number, line in enumerate(lines_of(stream), start=1):
        if line is None:
            raise Refused(f"{place.name}:{number}", "is too long for a row; the table is not read on from here")
        yield decode(line, place.name).removeprefix("\ufeff") if number == 1 else line.decode("utf-8", "replace")


def _chain(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest
