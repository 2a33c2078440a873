"""A Parquet table with one report a row -> drafts. The only place that knows pyarrow, which not everyone has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from dragoman.sources.draft import Draft, Options, Place
from dragoman.sources.table import draft_of_row, fit_columns
from dragoman.terms.errors import Refused

_ROWS = 256
"""Rows decoded at a time."""


def read_parquet(stream: BinaryIO, place: Place, options: Options) -> Iterator[Draft | Refused]:
    """Yield the rows of a table in their order; a row that is no report is `Refused`, the others are read.

    Only the columns that are wanted are decoded, some rows at a time. No thread is started: workers may be forked while
    a table is being read.
    """
    table = _open(stream, place)
    fitted = fit_columns(table.schema_arrow.names, place, options.columns)
    if not table.metadata.num_rows:
        yield Refused(place.name, "is empty")
    first = 1
    for group in range(table.num_row_groups):
        number = first
        for row in _rows(table, group, sorted(set(fitted.values()))):
            name = f"{place.name}:{number}"
            if isinstance(row, str):
                yield Refused(
                    name, f"is broken from here to row {first + table.metadata.row_group(group).num_rows - 1} ({row})"
                )
            else:
                yield draft_of_row({known: row[column] for known, column in fitted.items()}, name)
            number += 1
        first += table.metadata.row_group(group).num_rows


def _open(stream: BinaryIO, place: Place) -> Any:
    try:
        import pyarrow as pa  # type: ignore[import-untyped]
        import pyarrow.parquet as pq  # type: ignore[import-untyped]
    except ImportError as error:
        how = "python -m pip install 'dragoman[parquet]'"
        raise Refused(place.name, f"is a Parquet table, which needs pyarrow; install it with: {how}") from error
    try:
        return pq.ParquetFile(stream, pre_buffer=False)
    except (pa.ArrowException, OSError, ValueError) as error:
        raise Refused(place.name, f"is not a Parquet table that can be read ({_first_line(error)})") from error


def _rows(table: Any, group: int, columns: list[str]) -> Iterator[dict[str, Any] | str]:
    """Yield the rows of one group, and where the rest of it cannot be decoded the reason."""
    import pyarrow as pa

    batches = table.iter_batches(batch_size=_ROWS, row_groups=[group], columns=columns, use_threads=False)
    while True:
        try:
            batch = next(batches, None)
            rows = [] if batch is None else batch.to_pylist()
        except (pa.ArrowException, OSError, ValueError, OverflowError) as error:
            yield _first_line(error)
            return
        if batch is None:
            return
        yield from rows


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)[:120]
