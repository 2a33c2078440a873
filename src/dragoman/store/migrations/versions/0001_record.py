"""The first schema: reports, readings with all that they gave, and decisions.

The tables stand here as they were then, and not as an import: a migration says what was, whatever came later.
"""

from __future__ import annotations

from typing import Any

from alembic import op
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

revision = "0001"
down_revision = None

_METADATA = MetaData()
_WORD = Text().with_variant(Text(collation="C"), "postgresql")
_WIDE = BigInteger().with_variant(Integer(), "sqlite")

_AHEAD: Any = {"sqlite_where": text("day > published"), "postgresql_where": text("day > published")}


def _word(name: str, *, key: bool = False, null: bool = False) -> Column[str]:
    return Column(name, _WORD, primary_key=key, nullable=null)


def _number(name: str, *, key: bool = False, null: bool = False) -> Column[int]:
    return Column(name, Integer, primary_key=key, nullable=null, autoincrement=False)


Table("meta", _METADATA, _word("name", key=True), _word("value"))

Table(
    "report",
    _METADATA,
    _word("id", key=True),
    _number("published"),
    _word("recorded"),
    Column("slot", BigInteger, nullable=False, unique=True),
    _word("publisher", null=True),
    _word("title", null=True),
    _word("url", null=True),
    _word("path", null=True),
    _word("updated", null=True),
    _word("seal"),
    Index("report_by_day", "published", "id"),
)

Table(
    "body",
    _METADATA,
    _word("report", key=True),
    _word("given"),
    _number("header_start", null=True),
    _number("header_end", null=True),
    _word("warnings"),
    Column("text", LargeBinary, nullable=False),
    Column("raw", LargeBinary, nullable=True),
    _word("body_seal"),
    ForeignKeyConstraint(["report"], ["report.id"]),
)

Table(
    "place",
    _METADATA,
    _word("report", key=True),
    _word("path", key=True),
    _word("recorded"),
    _word("seal"),
    ForeignKeyConstraint(["report"], ["report.id"]),
    sqlite_with_rowid=False,
)

Table(
    "reading",
    _METADATA,
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
    _word("checksum"),
    _word("seal"),
    Index("reading_by_day", "published", "report", "number"),
    ForeignKeyConstraint(["report"], ["report.id"]),
)

Table(
    "supersession",
    _METADATA,
    _word("report", key=True),
    _number("reading", key=True),
    _number("by"),
    _word("recorded"),
    ForeignKeyConstraint(["report", "reading"], ["reading.report", "reading.number"]),
)

Table(
    "finding",
    _METADATA,
    _word("id", key=True),
    _number("reading", key=True),
    _word("report"),
    _word("kind"),
    _number("number"),
    _number("day"),
    _number("published"),
    _number("lead"),
    _word("keys"),
    _word("matter", null=True),
    _word("packed"),
    Index("finding_by_day", "kind", "day", "id"),
    Index("finding_by_publication", "kind", "published", "id"),
    Index("finding_ahead", "lead", "published", "kind", "day", "id", **_AHEAD),
    Index("finding_of_report", "report", "reading"),
    ForeignKeyConstraint(["report", "reading"], ["reading.report", "reading.number"]),
)

Table(
    "mark",
    _METADATA,
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

Table("profile", _METADATA, _word("id", key=True), _word("packed"), _word("keys"), sqlite_with_rowid=False)
Table("profile_key", _METADATA, _word("key", key=True), _word("thing", key=True), sqlite_with_rowid=False)
Table(
    "spelling",
    _METADATA,
    _word("id", key=True),
    _word("matter"),
    _word("about"),
    _word("keys"),
    Index("spelling_of_matter", "matter", "id"),
    sqlite_with_rowid=False,
)
Table("spelling_key", _METADATA, _word("key", key=True), _word("thing", key=True), sqlite_with_rowid=False)
Table(
    "sighting",
    _METADATA,
    _word("thing", key=True),
    _number("published", key=True),
    _word("report", key=True),
    _number("reading", key=True),
    sqlite_with_rowid=False,
)
Table(
    "band",
    _METADATA,
    _word("band", key=True),
    _word("report", key=True),
    _number("reading", key=True),
    Index("band_of_report", "report", "reading"),
    sqlite_with_rowid=False,
)

Table(
    "decision",
    _METADATA,
    Column("seq", _WIDE, primary_key=True, autoincrement=True),
    _word("id"),
    _word("recorded"),
    _word("packed"),
    _word("seal"),
    UniqueConstraint("id"),
)


def upgrade() -> None:
    """Make the tables."""
    _METADATA.create_all(op.get_bind())
