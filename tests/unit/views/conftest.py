"""A case made of a few filings, and views that are asked of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from dragoman.desk.decide import Hand
from dragoman.record.bounds import Bounds
from dragoman.record.filing import Filing
from dragoman.store.opening import create
from dragoman.store.store import Store
from dragoman.views.question import Question
from dragoman.views.scope import Scope
from tests.conformance.filings import BY


@dataclass
class Case:
    """A store with some reports; each question is asked of the record as it is then."""

    store: Store

    def ask(self, view: Callable[..., Any], bounds: Bounds = Bounds(), own: Any = None, **asked: Any) -> Any:  # noqa: B008 - bounds never change
        """Return the answer of a view; `own` are its own arguments."""
        with self.store.shelf(bounds) as shelf:
            return view(Scope(shelf), Question(**asked), **(own or {}))

    def hand(self, by: str = "ana") -> Hand:
        """Return a person who decides, with a clock that goes on."""
        moments = (f"2026-04-01T10:{n // 60:02}:{n % 60:02}.000000+00:00" for n in range(3600))
        return Hand(self.store, by, lambda: next(moments))


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Callable[..., Case]]:
    """Make a case of filings; those that are given later are recorded a month later."""
    with ExitStack() as stack:

        def make(*filings: Filing, later: tuple[Filing, ...] = ()) -> Case:
            store = create(f"sqlite:///{tmp_path / 'record.sqlite'}")
            stack.callback(store.close)
            store.take(filings, **BY)
            if later:
                store.take(later, **{**BY, "recorded": "2026-02-01T00:00:00Z"})
            return Case(store)

        yield make
