"""Descriptions without a name stand for who held the office around the day of the report."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.record.identity.actors.offices import single_office
from tests.unit.record.identity.actors.conftest import cast_of, make

OLD = make("Olga Stanek", "Foreign Minister", land="Kestria", first="2024-01-10", last="2024-06-20")
NEW = make("Pavel Orlik", "Foreign Minister", land="Kestria", first="2024-09-01", last="2025-03-01")
SAID = make("foreign minister", "foreign minister", land="Kestria", first="2024-01-01", last="2025-12-31")


def meant(day: str, *profiles: object) -> str:
    """Return the name of whom the description means in a report of a day."""
    cast = cast_of([SAID, *profiles])  # type: ignore[list-item]
    return cast.of(SAID.actor, date.fromisoformat(day)).name


@pytest.mark.parametrize(
    ("day", "who"),
    [
        ("2024-03-01", "Olga Stanek"),
        ("2024-07-10", "Olga Stanek"),
        ("2024-08-20", "Pavel Orlik"),
        ("2025-02-01", "Pavel Orlik"),
        ("2025-11-01", "Pavel Orlik"),
        ("2024-07-25", "foreign minister"),
        ("2030-01-01", "foreign minister"),
    ],
)
def test_an_office_is_resolved_by_the_day(day: str, who: str) -> None:
    """Whom reports nearest that day give the office holds it; between two holders, and years later, nobody is guessed."""
    assert meant(day, OLD, NEW) == who


def test_two_holders_around_a_day_are_doubtful() -> None:
    """Where reports of one month give the office to two, the description stays alone and both pairs are shown."""
    rival = make("Mika Tal", "Minister of Foreign Affairs", land="Kestria", first="2025-02-20")
    cast = cast_of([SAID, NEW, rival])
    assert cast.of(SAID.actor, date(2025, 2, 20)).name == "foreign minister"
    said = make("foreign minister", "FM", land="Kestria", first="2025-02-20")
    identity = cast_of([said, NEW, rival]).of(said.actor, said.last)
    assert [link.rule for link in identity.doubtful] == ["office", "office"]


@pytest.mark.parametrize("role", ["interim foreign minister", "deputy foreign minister", "former foreign minister"])
def test_interim_deputy_and_former_are_other_offices(role: str) -> None:
    """Who stands in, comes second or held it once does not hold the office."""
    assert meant("2025-02-01", make("Pavel Orlik", role, land="Kestria", first="2025-02-01")) == "foreign minister"


def test_the_same_office_of_another_land_is_another() -> None:
    """The office has a seat."""
    assert (
        meant("2025-02-01", make("Rhea Oz", "Foreign Minister", land="Orvania", first="2025-02-01"))
        == "foreign minister"
    )


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Foreign Minister", "Minister of Foreign Affairs"),
        ("FM", "foreign minister"),
        ("Secretary of State", "top diplomat"),
        ("Defense Minister", "defence secretary"),
        ("Prime Minister", "premier"),
        ("acting president", "interim president"),
    ],
)
def test_offices_have_many_names(a: str, b: str) -> None:
    """What reports call one office in different words is one."""
    assert single_office(a) == single_office(b) is not None


@pytest.mark.parametrize("role", ["envoy", "spokesman", "official", "deputy minister", "former president", "minister"])
def test_what_several_are_is_no_single_office(role: str) -> None:
    """An office that several hold at a time tells of nobody."""
    assert single_office(role) is None


def test_a_leader_is_the_only_head_that_is_told() -> None:
    """ "The French leader" is the head of state where no head of government is told, and doubtful where one is."""
    said = make("French leader", "leader", state="FRA")
    head, premier = make("Rene Olm", "President", state="FRA"), make("Guy Tass", "Prime Minister", state="FRA")
    assert cast_of([said, head]).of(said.actor, said.last).name == "Rene Olm"
    assert cast_of([said, head, premier]).of(said.actor, said.last).name == "French leader"


def test_a_description_is_a_member_of_who_it_means() -> None:
    """The identity of a person names the descriptions that mean it, so that their claims are found."""
    said = make("foreign minister", "foreign minister", land="Kestria", first="2025-02-01")
    identity = cast_of([said, NEW]).of(NEW.actor, NEW.last)
    assert said.actor.id in identity.members
    assert [link.rule for link in identity.links] == ["office"]


def test_two_spellings_of_a_holder_are_one_holder() -> None:
    """A holder that reports spell in two ways is no second one."""
    other = make("Pavel Orlik", "foreign minister", first="2025-02-01", land="Kestria")
    assert meant("2025-02-01", NEW, other) == "Pavel Orlik"
