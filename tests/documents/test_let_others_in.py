"""The how-to about members: its tables are those of the code."""

from __future__ import annotations

import re
from pathlib import Path

from dragoman.desk.access import ALL, MEANS, RIGHTS

PAGE = (Path(__file__).parents[2] / "docs" / "how-to" / "let-others-in.md").read_text(encoding="utf-8")


def test_the_table_of_roles_is_the_one_that_holds() -> None:
    """Each role with its rights, in their order."""
    rows = dict(re.findall(r"^\| (\w+) \| (`.*) \|$", PAGE, re.MULTILINE))
    assert {role: tuple(re.findall(r"`(\w+)`", rights)) for role, rights in rows.items()} == {
        role: tuple(right for right in ALL if right in rights) for role, rights in RIGHTS.items()
    }


def test_each_right_is_told_as_pages_tell_it() -> None:
    """In the same words."""
    assert dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", PAGE, re.MULTILINE)) == dict(MEANS)
