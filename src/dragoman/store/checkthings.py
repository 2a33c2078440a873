"""Profiles and the ways of writing matters, compared with their names, their keys and what tells of them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Table, select, tuple_

from dragoman.record.ids import profile_id
from dragoman.record.keys import matter_id
from dragoman.record.packing import made
from dragoman.store.inserting import CHUNK
from dragoman.store.rows import spelling_id
from dragoman.store.schema import PROFILE, PROFILE_KEY, SIGHTING, SPELLING, SPELLING_KEY
from dragoman.store.seals import BROKEN
from dragoman.store.strings import given, kept
from dragoman.store.trouble import Trouble
from dragoman.terms.findings import Actor

_PAIRS = CHUNK // 2


def check_things(connection: Connection) -> Iterator[Trouble]:
    """Yield which profiles and spellings are damaged, are told of and aren't there, or are not found under their keys."""
    for table, keys, fits in ((PROFILE, PROFILE_KEY, _profile_fits), (SPELLING, SPELLING_KEY, _spelling_fits)):
        asked = select(table).order_by(table.c.id).limit(_PAIRS)
        after = ""
        while page := connection.execute(asked.where(table.c.id > after)).all():
            after = page[-1].id
            yield from _page(connection, page, keys, fits)
    for table, sign in ((PROFILE, False), (SPELLING, True)):
        there = select(table.c.id).where(table.c.id == SIGHTING.c.thing).exists()
        told = select(SIGHTING.c.thing).where(SIGHTING.c.thing.startswith("w") == sign, ~there).distinct()
        for key in connection.scalars(told.order_by(SIGHTING.c.thing)):
            yield Trouble(f"{table.name} {key}", "a report tells of it, and it isn't kept")


def _page(connection: Connection, page: Sequence[Any], keys: Table, fits: Any) -> Iterator[Trouble]:
    under: list[tuple[str, str]] = []
    for row in page:
        try:
            same = fits(row)
            under += [(kept(key), row.id) for key in json.loads(row.keys)]
        except BROKEN:
            same = False
        if not same:
            yield Trouble(f"{keys.name.removesuffix('_key')} {row.id}", "its id does not come from its content")
    for start in range(0, len(under), _PAIRS):
        some = under[start : start + _PAIRS]
        there = connection.execute(select(keys.c.key, keys.c.thing).where(tuple_(keys.c.key, keys.c.thing).in_(some)))
        for key, thing in sorted(set(some) - {tuple(row) for row in there}):
            yield Trouble(f"{keys.name.removesuffix('_key')} {thing}", f"it isn't found under its key {key}")


def _profile_fits(row: Any) -> bool:
    actor = made(Actor, json.loads(row.packed))
    return bool(profile_id(actor) == actor.id == given(row.id))


def _spelling_fits(row: Any) -> bool:
    about = given(row.about)
    return bool(spelling_id(about) == row.id and matter_id(about) == row.matter)
