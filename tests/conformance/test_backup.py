"""The whole record in one file: made again from it in either database, it gives the same answers."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dragoman.record.bounds import Bounds
from dragoman.record.decisions import Decision
from dragoman.store.opening import open_store, restore
from dragoman.store.store import Store
from dragoman.terms.errors import StoreError
from tests.conformance.conftest import Address
from tests.conformance.filings import BY, EARLY, LATER, everything, many, read_anew

FILINGS = many(12, seed=3)


@pytest.fixture
def filled(store: Store) -> Store:
    """A store with reports, a second reading and decisions."""
    later = BY | {"recorded": LATER, "reader": "reader 2"}
    store.take(FILINGS[:8], **BY)
    store.take(FILINGS[8:], **later)
    store.reread([read_anew(one) for one in FILINGS[:2]], **later)
    store.decide(Decision("d2", "A. Reader", EARLY, "note", "claim", ("x",), "why\x00not"))
    store.decide(Decision("d1", "A. Reader", LATER, "undo", "decision", ("d2",)))
    return store


@pytest.mark.parametrize("where", ["same", "other"])
def test_a_restored_record_gives_the_same_answers(
    filled: Store, where: str, address: Address, other_address: Address, tmp_path: Path
) -> None:
    """In the same or the other database: now and as it was known before; a backup of it is the same bytes."""
    url = (address if where == "same" else other_address)()
    filled.backup(tmp_path / "one")
    restore(tmp_path / "one", url)
    again = open_store(url)
    for bounds in (Bounds(), Bounds(known_at=EARLY)):
        with filled.shelf(bounds) as shelf, again.shelf(bounds) as other:
            assert everything(shelf, FILINGS) == everything(other, FILINGS)
    assert list(filled.reports(Bounds())) == list(again.reports(Bounds()))
    assert not list(again.check())
    again.backup(tmp_path / "two")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    again.decide(Decision("d3", "A. Reader", LATER, "accept", "claim", ("x",)))
    with again.shelf() as shelf:
        assert [decision.id for decision in shelf.decisions()] == ["d2", "d1", "d3"]
    again.close()


def test_an_empty_record_can_be_kept_too(store: Store, address: Address, tmp_path: Path) -> None:
    """A backup of a store without reports makes a store without reports."""
    store.backup(tmp_path / "one")
    url = address()
    restore(tmp_path / "one", url)
    again = open_store(url)
    again.decide(Decision("d1", "A. Reader", EARLY, "accept", "claim", ("x",)))
    assert not list(again.check())
    again.close()


def test_a_backup_of_an_older_schema_is_brought_to_the_newest(filled: Store, address: Address, tmp_path: Path) -> None:
    """What a backup of the first schema lacks is made anew, with the same answers."""
    filled.backup(tmp_path / "new")
    lines = [json.loads(line) for line in gzip.decompress((tmp_path / "new").read_bytes()).splitlines()]
    _write(tmp_path / "old", _without_passages([{**lines[0], "schema": "0001"}, *lines[1:-1]]))
    url = address()
    restore(tmp_path / "old", url)
    again = open_store(url)
    with filled.shelf() as shelf, again.shelf() as other:
        assert everything(shelf, FILINGS) == everything(other, FILINGS)
    again.close()


def _without_passages(lines: list[Any]) -> Iterator[Any]:
    table = None
    for line in lines:
        table = line.get("table", table) if isinstance(line, dict) else table
        if table != "passage":
            yield line


def _write(path: Path, lines: Iterator[Any]) -> None:
    text = "".join(json.dumps(line, separators=(",", ":")) + "\n" for line in lines).encode()
    last = json.dumps({"sha256": hashlib.sha256(text).hexdigest()}).encode() + b"\n"
    path.write_bytes(gzip.compress(text + last))


def test_a_damaged_backup_is_refused_and_nothing_made(filled: Store, address: Address, tmp_path: Path) -> None:
    """Cut off, changed, not a backup, from a newer version or not there: it is said, and no store is left behind."""
    whole = tmp_path / "whole"
    filled.backup(whole)
    packed = whole.read_bytes()
    text = gzip.decompress(packed)
    newer = tmp_path / "newer"
    _write(newer, iter([{"form": "dragoman backup 1", "schema": "9999"}]))
    for name, held in {
        "cut": packed[:-100],
        "changed": gzip.compress(text.replace(b"Kestria", b"Kestrio", 1)),
        "short": gzip.compress(text[: text.rindex(b"{")]),
        "text": b"a text",
        "empty": b"",
        "packed text": gzip.compress(b"a text"),
        "flipped": packed[:500] + bytes([packed[500] ^ 1]) + packed[501:],
    }.items():
        (tmp_path / name).write_bytes(held)
        with pytest.raises(StoreError, match=r"no whole backup|can't be read"):
            restore(tmp_path / name, address())
    with pytest.raises(StoreError, match="newer version"):
        restore(newer, address())
    with pytest.raises(StoreError, match="can't be read"):
        restore(tmp_path / "nothing", address())
    with pytest.raises(StoreError, match="there is a store already"):
        restore(whole, filled.url)
    with pytest.raises(StoreError, match="never overwrites"):
        filled.backup(whole)
    assert not list(filled.check())
    assert not list(tmp_path.glob("*.part"))
