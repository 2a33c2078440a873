"""Parquet tables: columns, kinds of cells, broken files, a missing library, how little is held."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]
import pytest

from dragoman.sources.take import Options, take
from dragoman.terms.errors import Refused
from dragoman.terms.report import Report

Took = Callable[..., list[Report | Refused]]


def put(folder: Path, columns: dict[str, Any], **options: Any) -> Path:
    """Write a table and return its path."""
    path = folder / "a.parquet"
    pq.write_table(pa.table(columns), path, **options)
    return path


def test_cells_of_many_kinds(tmp_path: Path) -> None:
    """Days, moments, words of a dictionary, bytes and numbers are cells; an unknown one is unknown."""
    path = put(
        tmp_path,
        {
            "id": pa.array([1, 2]),
            "text": pa.array([b"They met.", b"They parted."], pa.binary()),
            "published": pa.array([date(2025, 5, 14), date(2025, 5, 15)]),
            "publisher": pa.array(["P", None]).dictionary_encode(),
            "updated": pa.array([datetime(2025, 5, 15, 8, tzinfo=UTC), None]),
            "more": pa.array([[1], [2]]),
        },
    )
    first, second = take(path, Options())
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert (first.id, first.text, first.published, first.publisher) == ("1", "They met.", date(2025, 5, 14), "P")
    assert (first.updated, first.path, first.raw) == ("2025-05-15T08:00:00+00:00", None, None)
    assert (second.publisher, second.updated) == (None, None)


def test_columns_are_mapped(tmp_path: Path) -> None:
    """What a person says of the columns counts; without a text the table is refused once."""
    path = put(tmp_path, {"body": ["They met.", "They parted."], "day": ["2025-05-14", "2025-05-15"]})
    taken = list(take(path, Options(columns={"text": "body", "published": "day"})))
    assert [t.text for t in taken if isinstance(t, Report)] == ["They met.", "They parted."]
    (refused,) = take(path, Options())
    assert isinstance(refused, Refused)
    assert "has no column 'text' but body, day" in refused.why


def test_bad_rows_are_refused_and_the_others_read(tmp_path: Path) -> None:
    """The number of the row and the reason are told."""
    rows = {
        "text": ["", None, "They met.", "They parted."],
        "published": ["2025-05-14", "2025-05-14", None, "2025-05-14"],
    }
    path = put(tmp_path, rows)
    taken = list(take(path, Options()))
    assert [t.path.rpartition(":")[2] for t in taken if isinstance(t, Refused)] == ["1", "2", "3"]
    assert [t.text for t in taken if isinstance(t, Report)] == ["They parted."]


def test_a_table_without_rows_is_empty(tmp_path: Path) -> None:
    """Columns alone are no table."""
    path = put(tmp_path, {"text": pa.array([], pa.string()), "published": pa.array([], pa.string())})
    (refused,) = take(path, Options())
    assert isinstance(refused, Refused)
    assert refused.why == "is empty"


def test_what_is_no_table_is_refused(took: Took) -> None:
    """A text under a false ending is refused."""
    (refused,) = took("a.parquet", "They met.")
    assert isinstance(refused, Refused)
    assert "is not a Parquet table that can be read" in refused.why


def test_a_damaged_group_of_rows_does_not_stop_the_others(tmp_path: Path) -> None:
    """The rows that cannot be decoded are told by their numbers; those before and after them are read."""
    words = [f"They met in round {n}, and nobody said a word about it." for n in range(300)]
    options = {"row_group_size": 100, "compression": "gzip", "use_dictionary": False}
    path = put(tmp_path, {"text": words, "published": ["2025-05-14"] * 300}, **options)
    data = bytearray(path.read_bytes())
    at = pq.ParquetFile(path).metadata.row_group(1).column(0).data_page_offset
    data[at + 40 : at + 200] = bytes(160)
    path.write_bytes(data)
    taken = list(take(path, Options()))
    (refused,) = (t for t in taken if isinstance(t, Refused))
    assert refused.path == f"{path}:101"
    assert "is broken from here to row 200" in refused.why
    assert [t.text for t in taken if isinstance(t, Report)] == [*words[:100], *words[200:]]


def test_without_the_library_it_says_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Parquet is an extra: the refusal names the command."""
    path = put(tmp_path, {"text": ["They met."], "published": ["2025-05-14"]})
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (refused,) = take(path, Options())
    assert isinstance(refused, Refused)
    assert "python -m pip install 'dragoman[parquet]'" in refused.why


def test_a_long_table_is_not_held(tmp_path: Path) -> None:
    """Rows of many groups are decoded some at a time: what is held does not grow with their number."""

    def peak(rows: int) -> int:
        day = ["2025-05-14"] * rows
        path = put(
            tmp_path, {"text": [f"They met {n}." * 200 for n in range(rows)], "published": day}, row_group_size=500
        )
        highest, before = 0, pa.total_allocated_bytes()
        for taken in take(path, Options()):
            assert isinstance(taken, Report)
            highest = max(highest, pa.total_allocated_bytes() - before)
        return highest

    assert peak(5_000) <= 1.5 * peak(1_000)
