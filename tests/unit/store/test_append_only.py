"""Nothing in the record is ever changed or taken away: no statement of the source does so.

Of those who work with it some things change (a password, how far an errand has come); that is kept apart from the record.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[3] / "src" / "dragoman" / "store"
CHANGING = re.compile(
    r"\.(?:update|delete)\(\)|\bimport .*\b(?:update|delete)\b|[\"']\s*(?:UPDATE|DELETE|TRUNCATE|DROP|REPLACE)\b"
    r"|ON CONFLICT.* UPDATE|do_update|op\.(?:drop|alter)"
)
CHANGEABLE = {"roll", "keyring", "sessions", "attempts", "visits", "errands"}
"""What is kept of people and is no record: the audit and the codings are not among it."""


def _may_change(path: Path) -> bool:
    return path.parent.name == "people" and path.stem in CHANGEABLE


def _name(path: Path) -> str:
    return str(path.relative_to(SOURCE))


@pytest.mark.parametrize("path", [p for p in sorted(SOURCE.rglob("*.py")) if not _may_change(p)], ids=_name)
def test_no_statement_changes_a_row(path: Path) -> None:
    """No update, no delete, no dropped table, neither by words nor by SQLAlchemy."""
    assert not CHANGING.search(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", sorted((SOURCE / "people").glob("*.py")), ids=_name)
def test_what_changes_does_not_know_the_record(path: Path) -> None:
    """Who keeps people has none of the tables of the record at hand, and changes nothing by SQL in words."""
    text = path.read_text(encoding="utf-8")
    taken = re.findall(r"dragoman\.store\.(\w+) import (.*)", text)
    assert {module for module, _ in taken} <= {"engine", "strings", "schema"}
    assert [names for module, names in taken if module == "schema"] in ([], ["WIDE, WORD"])
    assert not re.search(r"text\(|exec_driver_sql", text)


@pytest.mark.parametrize(
    "line", ["REPORT.delete()", "from sqlalchemy import update", '"DELETE FROM x"', "insert().on_conflict_do_update()"]
)
def test_what_is_looked_for_is_found(line: str) -> None:
    """The test above would see it."""
    assert CHANGING.search(line)
