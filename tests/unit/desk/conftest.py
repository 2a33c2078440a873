"""A small case in a real store: two made-up reports on one made-up negotiation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from dragoman.assembly import Reader
from dragoman.desk.moments import later
from dragoman.desk.people import People
from dragoman.record.filing import Filing, file_report
from dragoman.store.opening import create
from dragoman.store.store import Store
from dragoman.terms.report import Report, content_id

FIRST = (
    "LUBRIN, May 12 - Norland Foreign Minister Ana Berg will meet Sudrian Foreign Minister Carl Dahl in Geneva on Friday.\n\n"
    "Berg rejected a 30-day truce on Monday. Dahl demanded a 30-day truce.\n"
)
SECOND = (
    "GENEVA, May 16 - Norland Foreign Minister Ana Berg met Sudrian Foreign Minister Carl Dahl in Geneva on Friday.\n\n"
    "Norland's envoy, Erik Lund, said that the talks were useful. Norland accepted a 30-day truce on Friday.\n"
)


@pytest.fixture(scope="session")
def filings(reader: Reader) -> tuple[Filing, ...]:
    """Both reports as the present reader reads them."""
    texts = ((FIRST, date(2025, 5, 12), "The Harbour Post"), (SECOND, date(2025, 5, 16), "Lenn Valley Observer"))
    reports = [Report(content_id(text), day, text, publisher) for text, day, publisher in texts]
    return tuple(map(file_report, reader.read(reports)))


@pytest.fixture
def new_store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    store = create(f"sqlite:///{tmp_path / 'record.sqlite'}")
    yield store
    store.close()


@pytest.fixture
def store(new_store: Store, filings: tuple[Filing, ...]) -> Store:
    """A store with both reports."""
    new_store.take(filings, recorded="2025-05-20T10:00:00.000000+00:00", reader="older", codebook="older")
    return new_store


@pytest.fixture
def clock() -> Callable[[], str]:
    """A clock that goes on by a second each time it is asked."""
    moments = (f"2025-05-21T10:{n // 60:02}:{n % 60:02}.000000+00:00" for n in range(3600))
    return lambda: next(moments)


class Watch:
    """A watch that stands still until a test moves it."""

    def __init__(self) -> None:
        self.moment = "2026-03-01T08:00:00.000000+00:00"

    def __call__(self) -> str:
        """Return the moment."""
        return self.moment

    def go(self, seconds: int) -> None:
        """Let some seconds pass."""
        self.moment = later(self.moment, seconds)


@pytest.fixture
def watch() -> Watch:
    """The watch by which the people of a case live."""
    return Watch()


@pytest.fixture
def people(new_store: Store, watch: Watch) -> People:
    """The people of an empty case; their passwords are hashed in no time."""
    return People(new_store.people, watch, PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
