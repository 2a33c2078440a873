"""Addresses -> stores: made, opened, brought to the newest schema."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from dragoman.store.backup import fill_from, verified
from dragoman.store.engine import engine_of, safe_url
from dragoman.store.migrating import ensure_current, make_schema, refuse_what_is_not_there, upgrade
from dragoman.store.schema import VERSION
from dragoman.store.soundness import refuse_damage
from dragoman.store.store import Store
from dragoman.terms.errors import StoreError


def create(url: str) -> Store:
    """Make a store; raises `StoreError` where there is one already, and leaves that one as it is."""
    engine = engine_of(url)
    make_schema(engine, safe_url(url))
    return Store(url, engine)


def open_store(url: str, *, unchecked: bool = False) -> Store:
    """Open a store; raises `StoreError` where there is none, one that this version can't use, or a damaged one.

    With `unchecked` a damaged one is opened too, as far as it can be: for who wants to know what is wrong with it.
    """
    engine = engine_of(url)
    try:
        refuse_what_is_not_there(engine, safe_url(url))
        if not unchecked:
            refuse_damage(engine, safe_url(url))
        ensure_current(engine, safe_url(url))
    except StoreError:
        engine.dispose()
        raise
    return Store(url, engine)


def migrate(url: str) -> tuple[str, ...]:
    """Bring a store from an older schema to the newest; return the names of the migrations that ran."""
    engine = engine_of(url)
    try:
        return upgrade(engine, safe_url(url))
    finally:
        engine.dispose()


def restore(path: Path, url: str) -> None:
    """Make a store from a backup, which is checked first; raises `StoreError`, and then no store is left behind."""
    schema = verified(path)
    if schema > VERSION:
        raise StoreError(
            str(path), "this backup was made by a newer version of dragoman; install that version to use it"
        )
    engine = engine_of(url)
    try:
        make_schema(engine, safe_url(url), partial(fill_from, path=path), schema)
    finally:
        engine.dispose()
