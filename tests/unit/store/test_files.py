"""An SQLite file that is none, is damaged, can't be written or is full: said in plain words, and nothing is lost."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import takewhile
from pathlib import Path

import pytest
from sqlalchemy import event

from dragoman.record.shelf import Wanted
from dragoman.store.opening import create, open_store
from dragoman.store.store import Store
from dragoman.terms.errors import StoreError
from tests.conformance.filings import BY, many

FILINGS = many(30, seed=9)
ROOT = Path(__file__).parents[3]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with a store of some reports, whose name is a hard one."""
    path = tmp_path / "a record %20?#.sqlite"
    store = create(f"sqlite:///{path}")
    store.take(FILINGS[:20], **BY)
    store.close()
    return path


def test_what_is_no_database_is_said(tmp_path: Path) -> None:
    """A text, an empty file, a folder and a missing folder are no stores, and stay as they are."""
    for name, held in {"text": b"This is a text. " * 100, "empty": b""}.items():
        path = tmp_path / name
        path.write_bytes(held)
        with pytest.raises(StoreError, match=r"no database|no store"):
            open_store(str(path))
        assert path.read_bytes() == held
    with pytest.raises(StoreError, match="no database"):
        create(str(tmp_path / "text"))
    with pytest.raises(StoreError, match="can't be opened"):
        open_store(str(tmp_path))
    with pytest.raises(StoreError, match="folder"):
        create(str(tmp_path / "nowhere" / "record.sqlite"))
    with pytest.raises(StoreError, match="SQLite file or an address"):
        open_store("mysql://somebody@somewhere/x")
    assert not (tmp_path / "nowhere").exists()


def test_a_flipped_byte_is_said(file: Path) -> None:
    """Wherever a bit of the file flips, either nothing that counts has changed or it is said; it never ends in a trace."""
    whole = file.read_bytes()
    store = open_store(str(file))
    with store.shelf() as shelf:
        before = shelf.claims(Wanted())
    store.close()
    silent = 0
    for place in range(37, len(whole), len(whole) // 25):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 16]) + whole[place + 1 :])
        try:
            store = open_store(str(file))
            troubles = list(store.check())
            with store.shelf() as shelf:
                same = shelf.claims(Wanted()) == before
            store.close()
        except StoreError as error:
            troubles, same = [error], True  # type: ignore[list-item]
        except (ValueError, KeyError, TypeError, AttributeError):
            same = False
        assert troubles or same
        silent += not troubles
    assert silent < 20  # the rest of a page that is not in use


def test_a_cut_file_is_said(file: Path) -> None:
    """Half a file is damaged, and that is said."""
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(StoreError, match="damaged"):
        _all_of(file)


def _all_of(file: Path) -> None:
    store = open_store(str(file))
    try:
        with store.shelf() as shelf:
            shelf.claims(Wanted())
    finally:
        store.close()


@contextmanager
def _nobody() -> Iterator[None]:
    """Be a user who may not write everything, for a while."""
    if os.geteuid() != 0:
        yield
        return
    group = os.getegid()
    os.setegid(65534)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(group)


def test_a_file_that_may_not_be_written_is_read(file: Path) -> None:
    """A case on a read-only place answers; adding to it says why it can't."""
    for folder in takewhile(Path(tempfile.gettempdir()).__ne__, file.parents):
        folder.chmod(folder.stat().st_mode | stat.S_IXOTH | stat.S_IROTH)
    file.chmod(0o444)
    file.parent.chmod(0o555)
    with _nobody():
        store = open_store(str(file))
        with store.shelf() as shelf:
            assert shelf.claims(Wanted())
        assert not list(store.check())
        with pytest.raises(StoreError, match="read-only"):
            store.take(FILINGS, **BY)
        store.close()
    file.chmod(0o000)
    with _nobody(), pytest.raises(StoreError, match="may not read"):
        open_store(str(file))
    file.parent.chmod(0o755)


def test_a_full_disk_leaves_whole_reports_only(file: Path) -> None:
    """When there is no room, the batch is not kept and it is said; with room again, it is."""
    store = open_store(str(file))

    def no_room(connection: object, _record: object) -> None:
        connection.execute("PRAGMA max_page_count=1")  # type: ignore[attr-defined]

    store._engine.dispose()
    event.listen(store._engine, "connect", no_room)
    with pytest.raises(StoreError, match="disk is full"):
        store.take(FILINGS, **BY)
    event.remove(store._engine, "connect", no_room)
    store._engine.dispose()
    assert len(store.known([one.id for one in FILINGS])) == 20
    assert len(store.take(FILINGS, **BY)) == 10
    assert not list(store.check())
    store.close()


ADD = """
import sys
from dragoman.store.opening import open_store
from tests.conformance.filings import BY, many
filings = many(300, seed=10)
store = open_store(sys.argv[1])
print("begun", flush=True)
for start in range(0, len(filings), 3):
    print(*store.take(filings[start:start + 3], **BY), flush=True)
"""


@pytest.mark.slow
def test_killed_while_adding_it_holds_whole_batches(tmp_path: Path) -> None:
    """Killed at some moments: what was told as kept is kept, nothing is half there, and going on adds the rest once."""
    path = tmp_path / "record.sqlite"
    create(str(path)).close()
    for pause in (0.0, 0.02, 0.1):
        adding = subprocess.Popen([sys.executable, "-c", ADD, str(path)], stdout=subprocess.PIPE, text=True, cwd=ROOT)
        assert adding.stdout is not None
        adding.stdout.readline()
        time.sleep(pause)
        adding.send_signal(signal.SIGKILL)
        told = set(adding.stdout.read().split())
        adding.wait()
        adding.stdout.close()
        store = open_store(str(path))
        whole = [line for line in told if len(line) == 16]
        assert store.known(whole) == set(whole)
        assert not list(store.check())
        store.close()
    _goes_on(open_store(str(path)))


def _goes_on(store: Store) -> None:
    filings = many(300, seed=10)
    store.take(filings, **BY)
    with store.shelf() as shelf:
        assert len(shelf.claims(Wanted())) == sum(len(one.filed) for one in filings)
    assert not list(store.check())
    store.close()
