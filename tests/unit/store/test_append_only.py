"""Nothing in the store is ever changed or taken away: no statement of the source does so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[3] / "src" / "dragoman" / "store"
CHANGING = re.compile(
    r"\.(?:update|delete)\(\)|\bimport .*\b(?:update|delete)\b|[\"']\s*(?:UPDATE|DELETE|TRUNCATE|DROP|REPLACE)\b"
    r"|ON CONFLICT.* UPDATE|do_update|op\.(?:drop|alter)"
)


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_statement_changes_a_row(path: Path) -> None:
    """No update, no delete, no dropped table, neither by words nor by SQLAlchemy."""
    assert not CHANGING.search(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "line", ["REPORT.delete()", "from sqlalchemy import update", '"DELETE FROM x"', "insert().on_conflict_do_update()"]
)
def test_what_is_looked_for_is_found(line: str) -> None:
    """The test above would see it."""
    assert CHANGING.search(line)
