"""The whole record in one file, the same for both databases: a gzip of lines of JSON, the last of which is their SHA-256.

The first line names the form and the schema; then each table's name and columns, and its rows in the order of their key.
The same record gives the same bytes, wherever it is kept. The full-text index is made anew from the passages.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from sqlalchemy import Column, Connection, MetaData, Table, inspect, select, text

from dragoman.store.engine import is_sqlite
from dragoman.store.filling import refill_words
from dragoman.store.inserting import insert
from dragoman.store.schema import METADATA, VERSION
from dragoman.terms.errors import StoreError

_FORM = "dragoman backup 1"
_AT_ONCE = 2000


def write_backup(connection: Connection, path: Path) -> None:
    """Write the record into a new file; raises `StoreError` where there is a file already or none can be written."""
    if path.exists():
        raise StoreError(str(path), "is there already; a backup never overwrites a file")
    part = path.with_name(path.name + ".part")
    try:
        with part.open("wb") as file:
            _write(file, _lines(connection))
            file.flush()
            os.fsync(file.fileno())
        part.rename(path)
    except OSError as error:
        raise StoreError(str(path), f"the backup can't be written: {error.strerror or error}") from error
    finally:
        part.unlink(missing_ok=True)


def _write(file: BinaryIO, lines: Iterator[Any]) -> None:
    digest = hashlib.sha256()
    with gzip.GzipFile(filename="", fileobj=file, mode="wb", compresslevel=6, mtime=0) as packed:
        for line in lines:
            written = json.dumps(line, separators=(",", ":")).encode() + b"\n"
            digest.update(written)
            packed.write(written)
        packed.write(json.dumps({"sha256": digest.hexdigest()}).encode() + b"\n")


def _lines(connection: Connection) -> Iterator[Any]:
    yield {"form": _FORM, "schema": VERSION}
    for kept in METADATA.sorted_tables:
        yield {"table": kept.name, "columns": [c.name for c in kept.columns]}
        asked = select(kept).order_by(*kept.primary_key.columns)
        for row in connection.execute(asked, execution_options={"yield_per": _AT_ONCE}):
            yield [_plain(value) for value in row]


def _plain(value: Any) -> Any:
    return {"base64": b64encode(value).decode()} if isinstance(value, bytes | memoryview) else value


def _value(plain: Any) -> Any:
    return b64decode(plain["base64"]) if isinstance(plain, dict) else plain


def verified(path: Path) -> str:
    """Return the schema of a backup; raises `StoreError` where the file is none, or not whole."""
    try:
        return _verified(path)
    except OSError as error:
        raise StoreError(str(path), f"can't be read: {error.strerror or error}") from error
    except (EOFError, ValueError, zlib.error) as error:
        raise StoreError(str(path), "is no whole backup of dragoman: it was cut off or changed") from error


def _verified(path: Path) -> str:
    digest, last = hashlib.sha256(), b""
    with gzip.open(path) as file:
        first = file.readline()
        head = json.loads(first)
        if not isinstance(head, dict) or head.get("form") != _FORM:
            raise ValueError(first)
        digest.update(first)
        for line in file:
            digest.update(last)
            last = line
    if json.loads(last) != {"sha256": digest.hexdigest()}:
        raise ValueError(last)
    return str(head["schema"])


def fill_from(connection: Connection, path: Path) -> None:
    """Fill empty tables of the backup's schema from the file."""
    there = set(inspect(connection).get_table_names())
    with gzip.open(path) as file:
        lines = (json.loads(line) for line in islice(file, 1, None))
        into: Table | None = None
        many: list[tuple[Any, ...]] = []
        for line in lines:
            if isinstance(line, dict) or len(many) >= _AT_ONCE:
                if into is not None:
                    insert(connection, into, many)
                many = []
            if isinstance(line, list):
                many.append(tuple(map(_value, line)))
            elif "table" in line:
                if line["table"] not in there:
                    raise StoreError(str(path), f"has a table {line['table']} that its schema doesn't know")
                into = Table(line["table"], MetaData(), *map(Column, line["columns"]))
    if "passage" in there:
        refill_words(connection)
    if not is_sqlite(connection):
        connection.execute(
            text(
                "SELECT setval(pg_get_serial_sequence('decision', 'seq'), coalesce(max(seq), 1), max(seq) IS NOT NULL) FROM decision"
            )
        )
