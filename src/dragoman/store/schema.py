"""The tables of the record as the newest migration leaves them. Rows are added, never changed and never taken away.

What is no part of the record (members, sessions, errands) stands in people/tables.py. Days are integers (`date.toordinal`), moments ISO texts in UTC, texts compressed bytes. Ids and keys are compared byte by byte
on both databases (`COLLATE "C"`): a language's collation would order the same rows in another way.
A report may be read again: `reading` is the number of the reading within its report, and what was derived by a reading
(findings, marks, sightings, bands) carries it. `supersession` says which readings count no more, and since when.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

VERSION = "0003"
"""The schema that this code reads and writes: the newest migration."""

METADATA = MetaData()
WORD = Text().with_variant(Text(collation="C"), "postgresql")
WIDE = BigInteger().with_variant(Integer(), "sqlite")

_AHEAD: Any = {"sqlite_where": text("day > published"), "postgresql_where": text("day > published")}


def _word(name: str, *, key: bool = False, null: bool = False) -> Column[str]:
    return Column(name, WORD, primary_key=key, nullable=null)


def _number(name: str, *, key: bool = False, null: bool = False) -> Column[int]:
    return Column(name, Integer, primary_key=key, nullable=null, autoincrement=False)


META = Table("meta", METADATA, _word("name", key=True), _word("value"))

REPORT = Table(
    "report",
    METADATA,
    _word("id", key=True),
    _number("published"),
    _word("recorded"),
    Column("slot", BigInteger, nullable=False, unique=True),  # its place among passages: day, then a hash (places.py)
    _word("publisher", null=True),
    _word("title", null=True),
    _word("url", null=True),
    _word("path", null=True),
    _word("updated", null=True),
    _word("seal"),  # of the row (seals.py), as those below
    Index("report_by_day", "published", "id"),
)

BODY = Table(
    "body",
    METADATA,
    _word("report", key=True),
    _word("given"),  # the id that the report came with
    _number("header_start", null=True),
    _number("header_end", null=True),
    _word("warnings"),
    Column("text", LargeBinary, nullable=False),
    Column("raw", LargeBinary, nullable=True),
    _word("body_seal"),
    ForeignKeyConstraint(["report"], ["report.id"]),
)

# Where else a report was found. `report.path` is the first; an answer shows the least of all, in whatever order they came.
PLACE = Table(
    "place",
    METADATA,
    _word("report", key=True),
    _word("path", key=True),
    _word("recorded"),
    _word("seal"),
    ForeignKeyConstraint(["report"], ["report.id"]),
    sqlite_with_rowid=False,
)

READING = Table(
    "reading",
    METADATA,
    _word("report", key=True),
    _number("number", key=True),
    _number("published"),
    _word("recorded"),
    _word("reader"),
    _word("codebook"),
    _number("findings"),
    _number("unread"),
    _word("unread_spans"),
    Column("signature", LargeBinary, nullable=False),
    _word("checksum"),  # of all that the reading gave (checksums.py)
    _word("seal"),
    Index("reading_by_day", "published", "report", "number"),
    ForeignKeyConstraint(["report"], ["report.id"]),
)

SUPERSESSION = Table(
    "supersession",
    METADATA,
    _word("report", key=True),
    _number("reading", key=True),
    _number("by"),
    _word("recorded"),
    ForeignKeyConstraint(["report", "reading"], ["reading.report", "reading.number"]),
)

FINDING = Table(
    "finding",
    METADATA,
    _word("id", key=True),
    _number("reading", key=True),
    _word("report"),
    _word("kind"),
    _number("number"),
    _number("day"),
    _number("published"),
    _number("lead"),  # how far ahead of its publication it tells (leads.py)
    _word("keys"),
    _word("matter", null=True),
    _word("packed"),
    Index("finding_by_day", "kind", "day", "id"),
    Index("finding_by_publication", "kind", "published", "id"),
    Index("finding_ahead", "lead", "published", "kind", "day", "id", **_AHEAD),
    Index("finding_of_report", "report", "reading"),
    ForeignKeyConstraint(["report", "reading"], ["reading.report", "reading.number"]),
)

# All columns stand in the key and in each index: a page of marks is read from one index alone, on both databases.
MARK = Table(
    "mark",
    METADATA,
    _word("key", key=True),
    _word("kind", key=True),
    _number("day", key=True),
    _word("id", key=True),
    _number("reading", key=True),
    _number("published", key=True),
    _word("report", key=True),
    _number("lead", key=True),
    Index("mark_by_publication", "key", "kind", "published", "id", "reading", "report", "day"),
    Index("mark_ahead", "key", "lead", "published", "kind", "day", "id", "reading", "report", **_AHEAD),
    sqlite_with_rowid=False,
)

# `keys` are those under which it stands in `profile_key`, so that one that is lost there is missed.
PROFILE = Table("profile", METADATA, _word("id", key=True), _word("packed"), _word("keys"), sqlite_with_rowid=False)
PROFILE_KEY = Table("profile_key", METADATA, _word("key", key=True), _word("thing", key=True), sqlite_with_rowid=False)
# One matter (the folded words) may be written in more than one way; each way is a row with its own keys and sightings.
SPELLING = Table(
    "spelling",
    METADATA,
    _word("id", key=True),
    _word("matter"),
    _word("about"),
    _word("keys"),
    Index("spelling_of_matter", "matter", "id"),
    sqlite_with_rowid=False,
)
SPELLING_KEY = Table(
    "spelling_key", METADATA, _word("key", key=True), _word("thing", key=True), sqlite_with_rowid=False
)
SIGHTING = Table(
    "sighting",
    METADATA,
    _word("thing", key=True),
    _number("published", key=True),
    _word("report", key=True),
    _number("reading", key=True),
    sqlite_with_rowid=False,
)
BAND = Table(
    "band",
    METADATA,
    _word("band", key=True),
    _word("report", key=True),
    _number("reading", key=True),
    Index("band_of_report", "report", "reading"),
    sqlite_with_rowid=False,
)

DECISION = Table(
    "decision",
    METADATA,
    Column("seq", WIDE, primary_key=True, autoincrement=True),
    _word("id"),
    _word("recorded"),
    _word("packed"),
    _word("seal"),
    UniqueConstraint("id"),
)

PASSAGE = Table(
    "passage",
    METADATA,
    Column("place", WIDE, primary_key=True, autoincrement=False),
    _word("report"),
    _number("published"),
    _number("start"),
    _number("stop"),
    Index("passage_of_report", "report"),
    ForeignKeyConstraint(["report"], ["report.id"]),
)
