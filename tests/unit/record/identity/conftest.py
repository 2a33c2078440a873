"""What the tests of origins, versions and events share: a store in a file, and the record in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from shutil import copyfile

import pytest

from dragoman.record.bounds import Bounds
from dragoman.record.filing import Filing
from dragoman.store.opening import create, open_store
from dragoman.store.store import Store
from dragoman.views.scope import Scope

Kept = Callable[..., Scope]


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store without a report, made once: to copy a file is quicker than to make a schema."""
    path = tmp_path_factory.mktemp("empty") / "record.sqlite"
    create(f"sqlite:///{path}").close()
    return path


@pytest.fixture
def kept(tmp_path: Path, empty: Path) -> Iterator[Kept]:
    """Keep filings in a fresh store and give the record as of a day."""
    made: list[Store] = []

    def keep(*filings: Filing, as_of: str | None = None) -> Scope:
        path = tmp_path / f"{len(made)}.sqlite"
        copyfile(empty, path)
        store = open_store(f"sqlite:///{path}")
        made.append(store)
        store.take(filings, recorded="2026-01-01T00:00:00.000000+00:00", reader="r", codebook="c")
        return Scope(store.shelf(Bounds(as_of=None if as_of is None else date.fromisoformat(as_of))))

    yield keep
    for store in made:
        store.close()
