"""States by their code, bodies by what they are called, ministries and armies by their land."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.record.identity.actors.cast import side
from tests.unit.record.identity.actors.conftest import cast_of, ids_of, make

SAME = [
    (make("Russia", kind="state", state="RUS"), make("Russian Federation", kind="state", state="RUS")),
    (make("Russia", kind="state", state="RUS"), make("Moscow", kind="government", state="RUS")),
    (make("Kremlin", kind="government", state="RUS"), make("Russian government", kind="government", state="RUS")),
    (make("U.S.", kind="state", state="USA"), make("United States", kind="state", state="USA")),
    (make("USA", kind="state", state="USA"), make("Washington", kind="government", state="USA")),
    (make("Kestria", kind="state", land="Kestria"), make("Kestrian government", kind="government", land="Kestria")),
    (make("AP", kind="media"), make("Associated Press", kind="media")),
    (make("UN", kind="igo"), make("United Nations", kind="igo")),
    (make("UN mission", kind="group"), make("United Nations mission", kind="group")),
    (make("Hamas", kind="armed-group"), make("Hamas", kind="armed-group", state="PSE")),
    (
        make("Russian Defense Ministry", kind="government", state="RUS"),
        make("ministry of defence", kind="government", state="RUS"),
    ),
    (
        make("Kestrian Foreign Ministry", kind="government", land="Kestria"),
        make("Ministry of Foreign Affairs", kind="government", land="Kestria"),
    ),
    (make("Israel Defense Forces", kind="military", state="ISR"), make("Israeli army", kind="military", state="ISR")),
    (make("KTA", kind="media"), make("Kestrian Telegraph Agency", kind="media")),
]
OTHERS = [
    (make("Russia", kind="state", state="RUS"), make("Ukraine", kind="state", state="UKR")),
    (make("Russia", kind="state", state="RUS"), make("Russian Foreign Ministry", kind="government", state="RUS")),
    (make("Russia", kind="state", state="RUS"), make("Russian officials", kind="group", state="RUS")),
    (
        make("Foreign Ministry", kind="government", state="RUS"),
        make("Foreign Ministry", kind="government", state="UKR"),
    ),
    (make("foreign ministry", kind="government"), make("Foreign Ministry", kind="government", state="UKR")),
    (make("Hamas", kind="armed-group", state="PSE"), make("Hamas representatives", kind="group", state="PSE")),
    (make("security council", kind="group", land="Orvania"), make("UN Security Council", kind="igo")),
    (make("Pentagon officials", kind="group", state="USA"), make("U.S. officials", kind="group", state="USA")),
    (make("DPC", kind="company"), make("Du Pont Co.", kind="company")),
    (make("Labour Party", kind="group", state="GBR"), make("Labour Party", kind="group", state="NZL")),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_one_under_two_names(a: object, b: object, one: Callable[..., bool]) -> None:
    """A state and its government are one by the code; a body is one under its short and its full name."""
    assert one(a, b)


@pytest.mark.parametrize(("a", "b"), OTHERS)
def test_what_is_not_one(a: object, b: object, one: Callable[..., bool]) -> None:
    """A ministry is not its state, and not that of another; what needs a land to be told is nobody's without one."""
    assert not one(a, b)


def test_letters_of_two_names_join_neither() -> None:
    """Letters that can be short for two names are doubtful."""
    short = make("KTA", kind="group")
    names = [make("Kestrian Telegraph Agency", kind="media"), make("Kestrian Tea Association", kind="group")]
    identity = cast_of([short, *names]).of(short.actor, short.last)
    assert (identity.members, len(identity.doubtful)) == ((short.actor.id,), 2)


def test_a_state_is_called_by_its_usual_name() -> None:
    """The identity of a state has its usual name and is a state, whatever reports call it."""
    moscow = make("Moscow", kind="government", state="RUS")
    identity = cast_of([moscow]).of(moscow.actor, moscow.last)
    assert (identity.name, side(identity)) == ("Russia", "RUS")


def test_sides() -> None:
    """The side of an actor is its state, else its land, else its own name."""
    actors = [
        make("Vladimir Putin", state="RUS"),
        make("Dana Corwin", land="Orvania"),
        make("Hamas", kind="armed-group"),
    ]
    cast = cast_of(actors)
    assert [side(cast.of(p.actor, p.last)) for p in actors] == ["RUS", "Orvania", "hamas"]


def test_a_body_without_a_state_is_unnamed() -> None:
    """ "officials" are nobody in particular."""
    officials, hamas = make("officials", kind="group"), make("Hamas", kind="armed-group")
    cast = cast_of([officials, hamas])
    assert [cast.of(p.actor, p.last).named for p in (officials, hamas)] == [False, True]
    assert len(set(ids_of(cast, officials, hamas))) == 2
