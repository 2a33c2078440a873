"""A store is made once, opened only where it fits, and brought from every older schema to the newest."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from dragoman.store import migrating
from dragoman.store.engine import engine_of
from dragoman.store.opening import create, migrate, open_store
from dragoman.store.people.tables import PEOPLE
from dragoman.store.schema import METADATA, VERSION
from dragoman.store.store import Store
from dragoman.terms.errors import StoreError
from tests.conformance.conftest import Address
from tests.conformance.filings import BY, everything, many

FILINGS = many(70, seed=6)
# How a store of each older schema is made out of one of the newest: by undoing its step.
_PEOPLE = [f"DROP TABLE {table.name}" for table in reversed(PEOPLE.sorted_tables)]
UNDO = {
    "0001": [*_PEOPLE, "DROP TABLE words", "DROP TABLE passage", "UPDATE alembic_version SET version_num = '0001'"],
    "0002": [*_PEOPLE, "UPDATE alembic_version SET version_num = '0002'"],
}


def _execute(url: str, *statements: str) -> None:
    engine = engine_of(url)
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


def test_a_store_is_made_only_once(store: Store) -> None:
    """Making a store where there is one fails and leaves that one as it is."""
    store.take(FILINGS[:3], **BY)
    with pytest.raises(StoreError, match="there is a store already"):
        create(store.url)
    assert store.known([one.id for one in FILINGS]) == {one.id for one in FILINGS[:3]}


def test_where_no_store_is_none_is_opened(address: Address) -> None:
    """An address without a store says how one is made."""
    url = address()
    for open_it in (open_store, migrate):
        with pytest.raises(StoreError, match="dragoman init"):
            open_it(url)


def test_the_tables_of_somebody_else_are_left_alone(address: Address) -> None:
    """A database with other tables of such names is refused."""
    url = address()
    _execute(url, "CREATE TABLE report (id integer)")
    with pytest.raises(StoreError, match="something else"):
        create(url)
    with pytest.raises(StoreError, match="there is no store"):
        open_store(url)
    _execute(url, "DROP TABLE report")


@pytest.mark.parametrize("version", UNDO)
def test_every_older_schema_is_migrated_with_its_answers(store: Store, version: str) -> None:
    """A store of an older schema is not opened but migrated; then all answers are those of before, and it is whole."""
    store.take(FILINGS, **BY)
    with store.shelf() as shelf:
        before = everything(shelf, FILINGS)
    _execute(store.url, *UNDO[version])
    with pytest.raises(StoreError, match="dragoman doctor --migrate"):
        open_store(store.url)
    assert [trouble.where for trouble in store.check()] == ["schema"]
    ran = migrate(store.url)
    assert [name.split()[0] for name in ran] == [known for known in _versions() if known > version]
    again = open_store(store.url)
    with again.shelf() as shelf:
        assert everything(shelf, FILINGS) == before
    assert not list(again.check())
    with again.people.reading() as book:
        assert not book.roll.any()
    again.close()
    assert migrate(store.url) == ()


def _versions() -> list[str]:
    return sorted(path.name[:4] for path in (Path(migrating.__file__).parent / "migrations" / "versions").glob("0*.py"))


def test_every_step_has_its_test() -> None:
    """Each schema but the newest is one that the test above migrates from; the newest is what the code asks for."""
    assert [*sorted(UNDO), VERSION] == _versions()


def test_the_migrations_make_the_tables_that_the_code_knows(store: Store) -> None:
    """Tables, columns and indexes after all steps are those of schema.py and people/tables.py."""
    engine = engine_of(store.url)
    for metadata in (METADATA, PEOPLE):
        ours = metadata.tables
        known = {"include_name": lambda name, kind, _, ours=ours: kind != "table" or name in ours}
        with engine.connect() as connection:
            assert compare_metadata(MigrationContext.configure(connection, opts=known), metadata) == []
    engine.dispose()


def test_a_newer_schema_is_left_alone(store: Store) -> None:
    """A store made by a newer version is neither opened nor migrated."""
    _execute(store.url, "UPDATE alembic_version SET version_num = '9999'")
    for open_it in (open_store, migrate):
        with pytest.raises(StoreError, match="newer version"):
            open_it(store.url)
    assert [trouble.where for trouble in store.check()] == ["schema"]
