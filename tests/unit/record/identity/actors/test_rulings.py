"""What people ruled on actors outranks every rule."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.record.decisions import in_force
from tests.unit.record.identity.actors.conftest import cast_of, ids_of, make, ruling

A, B = make("John Smith", state="USA"), make("John Smith", state="GBR")
BARE = make("Smith", state="USA")
SERGEI, IGOR = make("Sergei Ivanov", state="RUS"), make("Igor Ivanov", state="RUS")
IVANOV = make("Ivanov", state="RUS")


def test_merged_by_a_person(one: Callable[..., bool]) -> None:
    """Two that no rule brings together are one where somebody said so; the link says who."""
    assert one(A, B, BARE, decided=(ruling("merge", A, B),))
    identity = cast_of([A, B], in_force((ruling("merge", A, B),))).of(A.actor, A.last)
    assert [(link.rule, link.why) for link in identity.links] == [("decision", "Ada said so on 2025-06-01")]
    assert identity.doubtful == ()


def test_split_by_a_person() -> None:
    """A member that somebody took out stands alone, the others stay, and the pair is no longer doubtful."""
    zelensky, other, bare = (
        make("Ivo Zelensky", state="UKR"),
        make("Ivo Zelenskyy", state="UKR"),
        make("Zelensky", state="UKR"),
    )
    cast = cast_of([zelensky, other, bare], in_force((ruling("split", zelensky, other),)))
    ids = ids_of(cast, zelensky, other, bare)
    assert ids[0] != ids[1]
    assert cast.of(other.actor, other.last).doubtful == ()


def test_split_of_a_surname(one: Callable[..., bool]) -> None:
    """A surname that somebody took out of its person joins nobody and draws nobody away."""
    plain = make("Smith", "senator", state="USA")
    assert not one(A, BARE, decided=(ruling("split", A, BARE),))
    assert one(A, plain, beside=(BARE,), decided=(ruling("split", A, BARE),))


def test_a_ruling_narrows_the_candidates(one: Callable[..., bool]) -> None:
    """A surname that can be two persons is the other one where somebody ruled one out."""
    assert not one(SERGEI, IVANOV, beside=(IGOR,))
    assert one(SERGEI, IVANOV, beside=(IGOR,), decided=(ruling("split", IGOR, IVANOV),))


def test_two_that_are_one_are_one_candidate(one: Callable[..., bool]) -> None:
    """Where somebody said that two are one, their surname is no longer ambiguous."""
    assert one(SERGEI, IGOR, IVANOV, decided=(ruling("merge", SERGEI, IGOR),))


def test_the_later_ruling_counts(one: Callable[..., bool]) -> None:
    """A merge after a split brings together again."""
    assert one(A, B, decided=(ruling("split", A, B), ruling("merge", A, B, number=2)))
    assert not one(A, B, decided=(ruling("merge", A, B), ruling("split", A, B, number=2)))


def test_a_description_can_be_ruled_on() -> None:
    """A description that somebody gave to a person is that person on every day; one taken away is never."""
    said = make("foreign minister", "foreign minister", land="Kestria", first="2024-01-01", last="2030-01-01")
    new = make("Pavel Orlik", "Foreign Minister", land="Kestria", first="2024-01-01", last="2024-03-01")
    merged = cast_of([said, new], in_force((ruling("merge", new, said),)))
    assert merged.of(said.actor, said.last).name == "Pavel Orlik"
    parted = cast_of([said, new], in_force((ruling("split", new, said),)))
    assert parted.of(said.actor, said.first).name == "foreign minister"


def test_apart_outweighs_a_chain_of_togethers() -> None:
    """Two that somebody parted stay apart though both were put with a third; the earlier merge stands."""
    third = make("J. Smyth", state="CAN")
    rulings = in_force(
        (ruling("merge", A, third), ruling("merge", B, third, number=2), ruling("split", A, B, number=3))
    )
    ids = ids_of(cast_of([A, B, third], rulings), A, B, third)
    assert ids[0] != ids[1]
    assert ids[2] == ids[0]
