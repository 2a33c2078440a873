"""What the tests share: one loaded grammar, a way to read a sentence, a PostgreSQL server."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date

import pytest

from dragoman.assembly import Reader, make_reader
from dragoman.reading.grammar.language import Grammar
from dragoman.terms.findings import Findings
from dragoman.terms.report import Report, content_id
from tests.postgres import Cluster, NoPostgres


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `make golden` write the expected files anew."""
    parser.addoption("--regenerate", action="store_true", help="write golden files and lists anew instead of comparing")


LONG = frozenset({"browser", "journeys", "properties"})
"""Folders whose files take minutes: begun first, so that no process is left alone with one of them at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the long files first; what is shuffled stays so among its like."""
    items.sort(key=lambda item: LONG.isdisjoint(item.path.parts))


@pytest.fixture(scope="session")
def reader() -> Reader:
    """A reader with the default pipeline and codebook, loaded once."""
    return make_reader()


@pytest.fixture(scope="session")
def grammar(reader: Reader) -> Grammar:
    """The loaded grammar."""
    return reader.grammar


@pytest.fixture(scope="session")
def read(reader: Reader) -> Callable[..., Findings]:
    """Read one text as a report published on the given day (Wednesday 14 May 2025 unless told)."""

    def read_text(text: str, published: str = "2025-05-14") -> Findings:
        report = Report(id=content_id(text), published=date.fromisoformat(published), text=text)
        return next(iter(reader.read([report])))

    return read_text


@pytest.fixture(scope="session")
def postgres() -> Iterator[Cluster]:
    """A PostgreSQL server of our own, for the whole run. Where there is none the test is skipped, but never in CI."""
    try:
        cluster = Cluster()
    except NoPostgres as error:
        if os.environ.get("CI") == "true":
            pytest.fail(f"CI must not pass without it: {error}")
        pytest.skip(str(error))
    with cluster:
        yield cluster


@pytest.fixture
def database_url(postgres: Cluster) -> Iterator[Callable[[str], str]]:
    """Make a fresh, empty database and return its address, as often as a test asks; they are gone after the test."""
    made: list[str] = []

    def make(name: str = "case") -> str:
        made.append(postgres.database_url(name))
        return made[-1]

    yield make
    for url in made:
        postgres.clear(url)
