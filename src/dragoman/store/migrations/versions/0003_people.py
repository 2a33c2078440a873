"""Those who work with the record: members, tokens, sessions, the audit, errands, codings; beside the record, not in it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_METADATA = sa.MetaData()
_WORD = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_WIDE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _word(name: str, *, key: bool = False, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, _WORD, primary_key=key, nullable=null)


def _number(name: str, *, null: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=null)


def _seq() -> sa.Column[int]:
    return sa.Column("seq", _WIDE, primary_key=True, autoincrement=True)


sa.Table(
    "member",
    _METADATA,
    _word("name", key=True),
    _word("folded"),
    _word("password"),
    _word("role"),
    _word("created"),
    _word("disabled", null=True),
    sa.UniqueConstraint("folded"),
)

sa.Table(
    "token",
    _METADATA,
    _word("id", key=True),
    _word("digest"),
    _word("name"),
    _word("member"),
    _word("scopes"),
    _word("created"),
    _word("expires", null=True),
    _word("revoked", null=True),
    _word("used", null=True),
    sa.UniqueConstraint("digest"),
    sa.ForeignKeyConstraint(["member"], ["member.name"]),
)

sa.Table(
    "session",
    _METADATA,
    _word("cookie", key=True),
    _word("member"),
    _word("csrf"),
    _word("opened"),
    _word("seen"),
    _word("expires"),
    sa.ForeignKeyConstraint(["member"], ["member.name"]),
)

sa.Table(
    "attempt",
    _METADATA,
    _seq(),
    _word("name"),
    _word("address"),
    _word("moment"),
    sa.Index("attempt_by_name", "name", "moment"),
    sa.Index("attempt_by_address", "address", "moment"),
)

sa.Table("visit", _METADATA, _word("member", key=True), _word("began", key=True), _word("seen"))

sa.Table(
    "deed",
    _METADATA,
    _seq(),
    _word("member", null=True),
    _word("how"),
    _word("moment"),
    _word("what"),
    _word("thing", null=True),
    _word("address", null=True),
    _word("detail", null=True),
    sa.Index("deed_of_member", "member", "seq"),
    sa.Index("deed_by_what", "what", "seq"),
)

sa.Table(
    "errand",
    _METADATA,
    _word("id", key=True),
    _word("member"),
    _word("what"),
    _word("key", null=True),
    _word("digest"),
    _word("state"),
    _number("total", null=True),
    _number("done"),
    _number("new"),
    _number("known"),
    _number("refused"),
    _word("note", null=True),
    _word("error", null=True),
    _word("opened"),
    _word("finished", null=True),
    sa.Column("payload", sa.LargeBinary, nullable=True),
    sa.UniqueConstraint("member", "key"),
    sa.Index("errand_by_opening", "opened", "id"),
    sa.Index("errand_by_state", "state", "opened", "id"),
)

sa.Table(
    "coding",
    _METADATA,
    _seq(),
    _word("sample"),
    _word("claim"),
    _word("coder"),
    _word("verdict"),
    _word("moment"),
    _word("change"),
    _word("note", null=True),
    sa.Index("coding_of_sample", "sample", "coder", "claim", "seq"),
)


def upgrade() -> None:
    """Make the tables."""
    _METADATA.create_all(op.get_bind())
