"""One table says which role may do what, and nobody may do more."""

from __future__ import annotations

from itertools import pairwise

import pytest

from dragoman.desk.access import ALL, MEANS, RIGHTS, ROLES, Right, Role, Visitor, local, may, require, same
from dragoman.terms.errors import Forbidden

WANTED: dict[Role, set[Right]] = {
    "reader": {"read"},
    "coder": {"read", "code", "add"},
    "adjudicator": {"read", "code", "add", "adjudicate"},
    "admin": {"read", "code", "add", "adjudicate", "admin"},
}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("right", ALL)
def test_each_role_has_its_rights(role: Role, right: Right) -> None:
    """A right is had or refused, never anything else; the refusal names it."""
    visitor = Visitor("ana", role, RIGHTS[role], "session")
    assert may(visitor, right) is (right in WANTED[role])
    if right in WANTED[role]:
        require(visitor, right)
        return
    with pytest.raises(Forbidden) as caught:
        require(visitor, right)
    assert caught.value.what == right
    assert f"the role {role} has the right to read" in str(caught.value)


def test_a_role_has_all_that_the_one_below_has() -> None:
    """The roles stand in rising order, and every right says what it lets one do."""
    for lower, higher in pairwise(ROLES):
        assert RIGHTS[lower] < RIGHTS[higher]
    assert tuple(MEANS) == ALL


def test_the_table_can_not_be_changed() -> None:
    """Nobody is given a right while the program runs."""
    with pytest.raises(TypeError):
        RIGHTS["reader"] = RIGHTS["admin"]  # type: ignore[index]


def test_a_token_is_refused_as_a_token() -> None:
    """Who lacks a right because of a token's scopes is told so."""
    visitor = Visitor("ana", "admin", frozenset(), "token", "t1")
    with pytest.raises(Forbidden, match="this token has the right to nothing"):
        require(visitor, "read")


def test_who_works_on_the_machine_may_do_all() -> None:
    """The files of the case are theirs anyway."""
    assert all(may(local("ana"), right) for right in ALL)


@pytest.mark.parametrize(
    ("one", "other", "alike"), [("a", "a", True), ("a", "b", False), ("é", "é", True), ("", "a", False)]
)
def test_secrets_are_compared(one: str, other: str, alike: bool) -> None:
    """Any characters may be compared."""
    assert same(one, other) is alike
