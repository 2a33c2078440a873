"""Full-text search: passages and the index of their words, filled from the reports that are kept."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from dragoman.store.inserting import insert
from dragoman.store.rows import passage_rows, report_of
from dragoman.store.words import index_words

revision = "0002"
down_revision = "0001"

_WIDE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_WORD = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_METADATA = sa.MetaData()
sa.Table("report", _METADATA, sa.Column("id", _WORD, primary_key=True))
_PASSAGE = sa.Table(
    "passage",
    _METADATA,
    sa.Column("place", _WIDE, primary_key=True, autoincrement=False),
    sa.Column("report", _WORD, nullable=False),
    sa.Column("published", sa.Integer, nullable=False),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("stop", sa.Integer, nullable=False),
    sa.ForeignKeyConstraint(["report"], ["report.id"]),
    sa.Index("passage_of_report", "report"),
)
_SOME = sa.text("SELECT * FROM report JOIN body ON body.report = report.id WHERE id > :after ORDER BY id LIMIT 50")


def upgrade() -> None:
    """Make the tables and fill them, a few reports in memory at a time."""
    connection = op.get_bind()
    _PASSAGE.create(connection)
    if connection.dialect.name == "sqlite":
        op.execute("CREATE VIRTUAL TABLE words USING fts5(held, content='', tokenize='ascii')")
    else:
        op.execute("CREATE TABLE words (place bigint PRIMARY KEY, held tsvector NOT NULL)")
        op.execute("CREATE INDEX words_found ON words USING gin (held)")
    after = ""
    while rows := connection.execute(_SOME, {"after": after}).mappings().all():
        after = rows[-1]["id"]
        pairs = [pair for row in rows for pair in passage_rows(row["id"], report_of(row), row["slot"])]
        insert(connection, _PASSAGE, [row for row, _ in pairs])
        index_words(connection, [(row[0], words) for row, words in pairs])
