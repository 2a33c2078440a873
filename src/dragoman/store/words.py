"""Full text behind one door: FTS5 on SQLite, tsvector on PostgreSQL. The same words find the same passages on both.

The words of a text are cut here, not by the databases, whose own ways of cutting differ: letters and digits, without case
and accents. What a person searches for is cut in the same way, so no sign in it can be taken for a query's grammar.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from sqlalchemy import ColumnElement, Connection, bindparam, cast, column, literal_column, table
from sqlalchemy.dialects.postgresql import TSQUERY

from dragoman.store.engine import is_sqlite
from dragoman.store.inserting import copy_rows

_WORD = re.compile(r"[^\W_]+")
_PART = re.compile(r'"([^"]*)"|(\S+)')
_LONGEST = 200
_MOST = 100_000  # characters of one passage that are indexed: PostgreSQL takes no more than a megabyte
WORDS = table("words", column("rowid"), column("place"))
"""The index: its place is the `rowid` on SQLite and the column `place` on PostgreSQL."""


def cut(text: str) -> list[str]:
    """Return the words of a text in their order, in lower case and without accents."""
    folded = text.lower()
    if not folded.isascii():
        folded = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return [word[:_LONGEST] for word in _WORD.findall(folded)]


def phrases(words: str) -> list[list[str]]:
    """Return what a person searches for: words, and phrases in quotation marks. "30-day" is a phrase of two words."""
    parts = (cut(quoted or bare) for quoted, bare in _PART.findall(words))
    return [part for part in parts if part]


def entries(place: int, passage: str, *, placed: bool) -> set[tuple[object, ...]]:
    """Return what the index holds of a passage: each word with the place, and if `placed` with where in it the word stands."""
    words = cut(passage[:_MOST])
    return {(word, place, where) for where, word in enumerate(words)} if placed else {(word, place) for word in words}


def index_words(connection: Connection, passages: Sequence[tuple[int, str]]) -> None:
    """Add the words of passages, each with its place, to the index."""
    if not passages:
        return
    words = ((place, cut(passage[:_MOST])) for place, passage in passages)
    if is_sqlite(connection):
        statement = "INSERT INTO words (rowid, held) VALUES (?, ?)"
        connection.exec_driver_sql(statement, [(place, " ".join(some)) for place, some in words])
    else:
        copy_rows(connection, "words", ("place", "held"), ((place, _vector(some)) for place, some in words))


def _vector(words: list[str]) -> str:
    where: dict[str, list[str]] = {}
    for number, word in enumerate(words, 1):
        where.setdefault(word, []).append(str(number))
    return " ".join(f"'{word}':{','.join(numbers)}" for word, numbers in where.items())


def indexed(connection: Connection) -> Iterator[tuple[object, ...]]:
    """Yield the entries of the index, on SQLite with where in the passage the word stands."""
    if is_sqlite(connection):
        connection.exec_driver_sql(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, words, instance)"
        )
        asked = "SELECT term, doc, offset FROM vocabulary"
    else:
        asked = "SELECT lexeme, place FROM words, unnest(held)"
    rows = connection.exec_driver_sql(asked, execution_options={"yield_per": 5000})
    yield from map(tuple, rows)


def place_column(connection: Connection) -> ColumnElement[int]:
    """Return the column of the index that holds the places."""
    return WORDS.c.rowid if is_sqlite(connection) else WORDS.c.place


def holds(connection: Connection, wanted: list[list[str]]) -> ColumnElement[bool]:
    """Return the condition that a passage holds all the phrases."""
    if is_sqlite(connection):
        query = " AND ".join(f'"{" ".join(phrase)}"' for phrase in wanted)
        return literal_column("words.held").op("MATCH")(bindparam("query", query))
    query = " & ".join("(" + " <-> ".join(f"'{word}'" for word in phrase) + ")" for phrase in wanted)
    return literal_column("words.held").op("@@")(cast(bindparam("query", query), TSQUERY))
