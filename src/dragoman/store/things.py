"""Profiles and matters within bounds, with the first and the last day on which they were told.

Both days come from one step each along the index of sightings, so a state that stands in every report costs no more than
a name that stands in one.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, select

from dragoman.record.bounds import Bounds
from dragoman.record.ids import profile_id
from dragoman.record.keys import matter_id
from dragoman.record.packing import made
from dragoman.record.shelf import Matter, Profile
from dragoman.store.asking import among
from dragoman.store.inserting import chunks
from dragoman.store.rows import spelling_id
from dragoman.store.schema import PROFILE, PROFILE_KEY, SIGHTING, SPELLING, SPELLING_KEY
from dragoman.store.seals import decoding, named_by
from dragoman.store.strings import given, kept
from dragoman.store.visible import current, published
from dragoman.terms.findings import Actor


@dataclass(frozen=True, slots=True)
class Asked:
    """Which things are asked for, by key or id; sightings in the reports `without` do not count."""

    keys: Collection[str]
    ids: Collection[str]
    without: Collection[str] = ()


def profiles(connection: Connection, bounds: Bounds, asked: Asked) -> tuple[Profile, ...]:
    """Return the profiles that have one of the keys or ids and were told within the bounds, by id."""
    wanted = {kept(key) for key in asked.ids} | _under(connection, PROFILE_KEY, asked.keys)
    found: list[Profile] = []
    for part in chunks(wanted):
        rows = connection.execute(_sighted(connection, PROFILE, bounds, asked).where(PROFILE.c.id.in_(part)))
        found += [_profile(row) for row in rows.all() if row.first is not None]
    return tuple(sorted(found, key=lambda profile: profile.actor.id))


def matters(connection: Connection, bounds: Bounds, asked: Asked) -> tuple[Matter, ...]:
    """Return the matters that have one of the keys or ids and were told within the bounds, by id.

    A matter stands in the words in which it was published first. A key counts where it is that of a spelling that was told.
    """
    under, told = _under(connection, SPELLING_KEY, asked.keys), set(asked.ids)
    wanted = set(told)
    for part in chunks(under):
        wanted.update(connection.scalars(select(SPELLING.c.matter).where(SPELLING.c.id.in_(part))))
    spelled: dict[str, list[tuple[int, str, int]]] = {}
    for part in chunks(wanted):
        rows = connection.execute(_sighted(connection, SPELLING, bounds, asked).where(SPELLING.c.matter.in_(part)))
        for row in rows.all():
            if row.first is not None:
                spelled.setdefault(row.matter, []).append(_spelling(row))
                told |= {row.matter} if row.id in under else set()
    return tuple(_matter(matter, spelled[matter]) for matter in sorted(spelled.keys() & told))


@decoding
def _profile(row: Any) -> Profile:
    actor = made(Actor, json.loads(row.packed))
    named_by(row.id, profile_id(actor))
    named_by(row.id, actor.id)
    return Profile(actor, date.fromordinal(row.first), date.fromordinal(row.last))


@decoding
def _spelling(row: Any) -> tuple[int, str, int]:
    about = given(row.about)
    named_by(row.id, spelling_id(about))
    named_by(row.matter, matter_id(about))
    return row.first, about, row.last


@decoding
def _matter(matter: str, spellings: list[tuple[int, str, int]]) -> Matter:
    first, about, _ = min(spellings)
    return Matter(matter, about, date.fromordinal(first), date.fromordinal(max(last for *_, last in spellings)))


def _under(connection: Connection, table: Table, keys: Collection[str]) -> set[str]:
    found: set[str] = set()
    for part in chunks({kept(key) for key in keys}):
        found.update(connection.scalars(select(table.c.thing).where(table.c.key.in_(part))).all())
    return found


def _sighted(connection: Connection, table: Table, bounds: Bounds, asked: Asked) -> Any:
    """Return a question for things with their first and last sighting; both are None for one that was not told."""
    seen = select(SIGHTING.c.published).where(
        SIGHTING.c.thing == table.c.id, *current(SIGHTING, bounds), *published(SIGHTING, bounds)
    )
    if asked.without:
        seen = seen.where(~among(connection, SIGHTING.c.report, {kept(report) for report in asked.without}))
    seen = seen.correlate(table).limit(1)
    first = seen.order_by(SIGHTING.c.published).scalar_subquery()
    last = seen.order_by(SIGHTING.c.published.desc()).scalar_subquery()
    return select(table, first.label("first"), last.label("last"))
