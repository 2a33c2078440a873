"""Actors found by what somebody types, and nearest names for what nobody has."""

from __future__ import annotations

import pytest

from tests.unit.record.identity.actors.conftest import ProfileShelf, cast_of, make

HELD = [
    make("Volodymyr Zelenskyy", "President", state="UKR"),
    make("Zelensky", state="UKR"),
    make("Russia", kind="state", state="RUS"),
    make("Vladimir Putin", "President", state="RUS"),
    make("AP", kind="media"),
    make("Kestria", kind="state", land="Kestria"),
    make("Xi Jinping", "President", state="CHN"),
    make("Sergei Ivanov", state="RUS", first="2024-01-01"),
    make("Igor Ivanov", state="RUS", first="2025-01-01"),
]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Zelenskiy", ["Volodymyr Zelenskyy"]),
        ("volodymyr zelensky", ["Volodymyr Zelenskyy"]),
        ("Moscow", ["Russia"]),
        ("Kremlin", ["Russia"]),
        ("RUS", ["Russia"]),
        ("russia", ["Russia"]),
        ("Kestria", ["Kestria"]),
        ("Associated Press", ["AP"]),
        ("Xi", ["Xi Jinping"]),
        ("Ivanov", ["Igor Ivanov", "Sergei Ivanov"]),
        ("Russian president", ["Vladimir Putin"]),
        ("president of Ukraine", ["Volodymyr Zelenskyy"]),
        ("US president", []),
        ("Nobody", []),
        ("", []),
    ],
)
def test_find(typed: str, names: list[str]) -> None:
    """A name in any spelling finds who has it; several are told the last seen first."""
    assert [identity.name for identity in cast_of(HELD).find(typed)] == names


def test_find_by_the_id_of_any_member() -> None:
    """The id of an identity and that of each member find it."""
    cast = cast_of(HELD)
    identity = cast.find("Zelensky")[0]
    for typed in (identity.id, *identity.members, *(f"a{member}" for member in identity.members)):
        assert cast.find(typed) == (identity,)


def test_near_names() -> None:
    """A name with a slip has its nearest names."""
    assert cast_of(HELD).near("Zelesnky")[0] in ("Zelensky", "Volodymyr Zelenskyy")
    assert cast_of(HELD).near("Qqqq") == ()


def test_learning_asks_a_few_times() -> None:
    """What many actors need comes in a few queries, and nothing more is asked for them afterwards."""
    shelf = ProfileShelf([make(f"Ann{n} Family{n}", "Foreign Minister", state="UKR") for n in range(50)])
    from dragoman.record.decisions import Rulings
    from dragoman.record.identity.actors.cast import Cast

    cast = Cast(shelf, Rulings())  # type: ignore[arg-type]
    cast.learn(p.actor for p in shelf.held.values())
    asked = shelf.asked
    for profile in shelf.held.values():
        cast.of(profile.actor, profile.last)
    assert (asked <= 6, shelf.asked) == (True, asked)
