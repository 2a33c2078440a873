"""The store that each test of the suite gets: a fresh one, in both databases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dragoman.store.opening import create
from dragoman.store.store import Store

Address = Callable[[], str]


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest) -> str:
    """Which database the test runs on."""
    return str(request.param)


@pytest.fixture
def address(database: str, tmp_path: Path, request: pytest.FixtureRequest) -> Address:
    """Give addresses of places where no store is yet, as many as a test asks for."""
    return address_in(database, tmp_path, request)


@pytest.fixture
def other_address(database: str, tmp_path: Path, request: pytest.FixtureRequest) -> Address:
    """Give addresses in the other database."""
    return address_in("postgres" if database == "sqlite" else "sqlite", tmp_path, request)


def address_in(database: str, folder: Path, request: pytest.FixtureRequest) -> Address:
    """Return what gives fresh addresses in a database."""
    if database == "postgres":
        make: Address = request.getfixturevalue("database_url")
        return make
    numbers = iter(range(1000))
    return lambda: f"sqlite:///{folder / f'record {next(numbers)}.sqlite'}"


@pytest.fixture
def stores(address: Address) -> Iterator[Callable[[], Store]]:
    """Make stores, as many as a test asks for; they are closed after it."""
    made: list[Store] = []

    def make() -> Store:
        made.append(create(address()))
        return made[-1]

    yield make
    for store in made:
        store.close()


@pytest.fixture
def store(stores: Callable[[], Store]) -> Store:
    """A fresh store."""
    return stores()
