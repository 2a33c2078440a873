"""The tables of those who work with a record, as the newest migration leaves them. The record does not know them, nor does its backup.

A secret is kept as what it can be recognised by: a password as argon2 makes it, a cookie and a token as SHA-256. `attempt` and
the names in it are there to slow down who guesses; who types a password into the field of the name leaves only a hash of it.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKeyConstraint, Index, Integer, LargeBinary, MetaData, Table, UniqueConstraint

from dragoman.store.schema import WIDE, WORD

PEOPLE = MetaData()


def _word(name: str, *, key: bool = False, null: bool = False) -> Column[str]:
    return Column(name, WORD, primary_key=key, nullable=null)


def _number(name: str, *, null: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=null)


def _seq() -> Column[int]:
    return Column("seq", WIDE, primary_key=True, autoincrement=True)


MEMBER = Table(
    "member",
    PEOPLE,
    _word("name", key=True),
    _word("folded"),  # no two members are told apart by capitals or the width of letters alone
    _word("password"),
    _word("role"),
    _word("created"),
    _word("disabled", null=True),
    UniqueConstraint("folded"),
)

TOKEN = Table(
    "token",
    PEOPLE,
    _word("id", key=True),
    _word("digest"),
    _word("name"),
    _word("member"),
    _word("scopes"),
    _word("created"),
    _word("expires", null=True),
    _word("revoked", null=True),
    _word("used", null=True),
    UniqueConstraint("digest"),
    ForeignKeyConstraint(["member"], ["member.name"]),
)

SESSION = Table(
    "session",
    PEOPLE,
    _word("cookie", key=True),
    _word("member"),
    _word("csrf"),
    _word("opened"),
    _word("seen"),
    _word("expires"),
    ForeignKeyConstraint(["member"], ["member.name"]),
)

ATTEMPT = Table(
    "attempt",
    PEOPLE,
    _seq(),
    _word("name"),
    _word("address"),
    _word("moment"),
    Index("attempt_by_name", "name", "moment"),
    Index("attempt_by_address", "address", "moment"),
)

# Of those below, a name may be that of one who works on the machine itself and is no member.
VISIT = Table("visit", PEOPLE, _word("member", key=True), _word("began", key=True), _word("seen"))

DEED = Table(
    "deed",
    PEOPLE,
    _seq(),
    _word("member", null=True),
    _word("how"),
    _word("moment"),
    _word("what"),
    _word("thing", null=True),
    _word("address", null=True),
    _word("detail", null=True),
    Index("deed_of_member", "member", "seq"),
    Index("deed_by_what", "what", "seq"),
)

ERRAND = Table(
    "errand",
    PEOPLE,
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
    Column("payload", LargeBinary, nullable=True),
    UniqueConstraint("member", "key"),
    Index("errand_by_opening", "opened", "id"),
    Index("errand_by_state", "state", "opened", "id"),
)

CODING = Table(
    "coding",
    PEOPLE,
    _seq(),
    _word("sample"),
    _word("claim"),
    _word("coder"),
    _word("verdict"),
    _word("moment"),
    _word("change"),
    _word("note", null=True),
    Index("coding_of_sample", "sample", "coder", "claim", "seq"),
)
