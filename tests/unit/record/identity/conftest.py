"""What the tests of origins, versions and events share: a store in a file, and the record in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from dragoman.record.bounds import Bounds
from dragoman.record.filing import Filing
from dragoman.store.opening import create
from dragoman.store.store import Store
from dragoman.views.scope import Scope

Kept = Callable[..., Scope]


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    """Keep filings in a fresh store and give the record as of a day."""
    made: list[Store] = []

    def keep(*filings: Filing, as_of: str | None = None) -> Scope:
        store = create(f"sqlite:///{tmp_path / f'{len(made)}.sqlite'}")
        made.append(store)
        store.take(filings, recorded="2026-01-01T00:00:00.000000+00:00", reader="r", codebook="c")
        return Scope(store.shelf(Bounds(as_of=None if as_of is None else date.fromisoformat(as_of))))

    yield keep
    for store in made:
        store.close()
