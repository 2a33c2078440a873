"""Whatever is changed behind the store's back is said by its check."""

from __future__ import annotations

import zlib
from collections.abc import Callable

import pytest
from sqlalchemy import Connection, text

from dragoman.record.decisions import Decision
from dragoman.store.engine import engine_of
from dragoman.store.store import Store
from tests.conformance.filings import BY, EARLY, many

FILINGS = many(8, seed=4)


def _change_text(connection: Connection) -> None:
    key, body = connection.execute(text("SELECT report, text FROM body ORDER BY length(text) DESC")).first()  # type: ignore[misc]
    changed = zlib.compress(zlib.decompress(body).replace(b"on", b"no", 1))
    connection.execute(text("UPDATE body SET text = :text WHERE report = :key"), {"text": changed, "key": key})


def _change_bytes(connection: Connection) -> None:
    key, body = connection.execute(text("SELECT report, text FROM body ORDER BY length(text) DESC")).first()  # type: ignore[misc]
    changed = body[:40] + bytes([body[40] ^ 4]) + body[41:]
    connection.execute(text("UPDATE body SET text = :text WHERE report = :key"), {"text": changed, "key": key})


CHANGES: dict[str, str | Callable[[Connection], None]] = {
    "another text": _change_text,
    "a flipped byte in a text": _change_bytes,
    "another day of publication": "UPDATE report SET published = published + 1 WHERE id = (SELECT max(id) FROM report)",
    "another publisher": "UPDATE report SET publisher = 'Somebody' WHERE id = (SELECT max(id) FROM report)",
    "another quote": "UPDATE finding SET packed = replace(packed, 'Kestria', 'Kestrix')",
    "another stance": "UPDATE finding SET packed = replace(packed, 'demands', 'rejects')",
    "broken JSON": "UPDATE finding SET packed = substr(packed, 2)",
    "another day of a finding": "UPDATE finding SET day = day + 1",
    "another lead": "UPDATE finding SET lead = lead + 1",
    "a lost finding": "DELETE FROM finding WHERE id = (SELECT max(id) FROM finding)",
    "a lost mark": "DELETE FROM mark WHERE id = (SELECT max(id) FROM mark)",
    "another mark": "UPDATE mark SET day = day + 1 WHERE id = (SELECT max(id) FROM mark)",
    "a mark too many": "INSERT INTO mark SELECT DISTINCT 'p:nobody', kind, day, id, reading, published, report, lead FROM mark",
    "a lost sighting": "DELETE FROM sighting WHERE thing = (SELECT max(thing) FROM sighting)",
    "a lost profile": "DELETE FROM profile WHERE id = (SELECT max(id) FROM profile)",
    "another profile": "UPDATE profile SET packed = replace(packed, 'Mira', 'Mara')",
    "another matter": "UPDATE spelling SET about = 'nothing' WHERE id = (SELECT max(id) FROM spelling)",
    "a lost matter": "DELETE FROM spelling WHERE id = (SELECT max(id) FROM spelling)",
    "a lost band": "DELETE FROM band WHERE band = (SELECT max(band) FROM band)",
    "a superseded reading": "INSERT INTO supersession SELECT report, number, number + 1, recorded FROM reading",
    "another signature": "UPDATE reading SET unread_spans = '[[0, 3]]' WHERE unread = 0",
    "a lost passage": "DELETE FROM passage WHERE place = (SELECT max(place) FROM passage)",
    "another passage": "UPDATE passage SET stop = stop - 1",
    "a broken decision": "UPDATE decision SET packed = '{}'",
    "an older schema": "UPDATE alembic_version SET version_num = '0001'",
}


def test_a_whole_record_has_no_troubles(store: Store) -> None:
    """Nothing is said where nothing is wrong, with or without reports."""
    assert not list(store.check())
    store.take(FILINGS, **BY)
    assert not list(store.check())


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_said(store: Store, name: str) -> None:
    """Each change of a row, by whoever got at the database, is found, and said with its place."""
    store.take(FILINGS, **BY)
    store.decide(Decision("d1", "A. Reader", EARLY, "accept", "claim", ("x",)))
    change = CHANGES[name]
    engine = engine_of(store.url)
    with engine.begin() as connection:
        if isinstance(change, str):
            connection.execute(text(change))
        else:
            change(connection)
    engine.dispose()
    troubles = list(store.check())
    assert troubles
    assert all(str(trouble) == f"{trouble.where}: {trouble.what}" for trouble in troubles)


def test_a_lost_word_of_the_index_is_said(store: Store, database: str) -> None:
    """The full-text index is compared word by word with the texts."""
    store.take(FILINGS, **BY)
    engine = engine_of(store.url)
    lost = {
        "sqlite": "INSERT INTO words(words, rowid, held) SELECT 'delete', place, 'kestria' FROM passage",
        "postgres": "UPDATE words SET held = ts_delete(held, 'kestria')",
    }
    with engine.begin() as connection:
        connection.execute(text(lost[database]))
    engine.dispose()
    assert [trouble.where for trouble in store.check()] == ["full-text index"]
