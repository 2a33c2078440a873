"""Named persons: spellings are one, namesakes stay apart, a surname joins the only one that it can be."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.record.identity.actors.conftest import cast_of, ids_of, make

SPELLED = [
    ("Volodymyr Zelensky", "Volodymyr Zelenskyy", "UKR"),
    ("Volodymyr Zelenskiy", "Volodymyr Zelenskyi", "UKR"),
    ("Volodymyr Zelenskyy", "Zelensky", "UKR"),
    ("Recep Tayyip Erdogan", "Recep Tayyip Erdoğan", "TUR"),
    ("Recep Tayyip Erdoğan", "Tayyip Erdogan", "TUR"),
    ("Benjamin Netanyahu", "Netanyahu", "ISR"),
    ("Vladimir Putin", "V. Putin", "RUS"),
    ("Mohammed bin Salman", "Crown Prince Muhammad bin Salman", "SAU"),
    ("Bashar al-Assad", "Bashar Assad", "SYR"),
    ("Viktor Yanukovych", "Viktor Yanukovich", "UKR"),
    ("Sergey Lavrov", "Sergei Lawrow", "RUS"),
    ("Xi Jinping", "Xi", "CHN"),
    ("Joseph Biden", "Joe Biden", "USA"),
    ("James Charles Kopp", "James C. Kopp", "USA"),
    ("N.Y. Slepian", "N. Y. Slepian", "USA"),
]


@pytest.mark.parametrize(("full", "other", "state"), SPELLED)
def test_spellings_and_short_forms_are_one(full: str, other: str, state: str, one: Callable[..., bool]) -> None:
    """What sounds alike, is short for a name, or is its surname alone, is one person of one state."""
    assert one(make(full, state=state), make(other, state=state))


def test_a_link_says_its_rule_and_why() -> None:
    """Each member of an identity has a reason in words."""
    first, other = make("Dana Corwin", land="Orvania"), make("Corwin", land="Orvania", first="2025-05-20")
    identity = cast_of([first, other]).of(other.actor, other.last)
    assert [(link.one, link.other, link.rule) for link in identity.links] == [
        (first.actor.id, other.actor.id, "family name")
    ]
    assert "the surname Corwin and the state Orvania" in identity.links[0].why


def test_spelling_says_how_both_sound() -> None:
    """Two spellings are explained by what both are folded to."""
    identity = cast_of([make("Ivo Zelensky", state="UKR"), make("Ivo Zelenskyy", state="UKR")]).find("Zelenskiy")[0]
    assert "spelled alike: ivo selenski" in identity.links[0].why


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (make("Sergei Ivanov", state="RUS"), make("Igor Ivanov", state="RUS")),
        (make("John Smith", state="USA"), make("John Smith", state="GBR")),
        (make("Mahmoud Abbas", state="PSE"), make("Mohammed Abbas", state="PSE")),
        (make("Ivan Petrov", "President", state="BGR"), make("Ivan Petrov", "striker", state="BGR")),
        (make("Alexander Lukash", state="BLR"), make("Alexandra Lukash", state="BLR")),
        (make("Donald J. Tarn", state="USA"), make("Jana Tarn", state="USA")),
        (make("Elian Ruiz"), make("grandmother of Elian Ruiz")),
    ],
)
def test_namesakes_stay_apart(a: object, b: object, one: Callable[..., bool]) -> None:
    """Another first name, another state or an office of another walk of life at the same time is another person."""
    assert not one(a, b)


def test_namesakes_are_shown_to_a_person() -> None:
    """One full name in two states is a doubtful pair."""
    a, b = make("John Smith", state="USA"), make("John Smith", state="GBR")
    cast = cast_of([a, b])
    assert [link.rule for link in cast.of(a.actor, a.last).doubtful] == ["namesakes"]
    assert cast.of(a.actor, a.last).doubtful == cast.of(b.actor, b.last).doubtful


def test_a_former_walk_of_life_is_no_namesake(one: Callable[..., bool]) -> None:
    """Who was an actor years ago can be president now."""
    assert one(
        make("Ivo Petrov", "actor", state="BGR", first="2015-01-01"),
        make("Ivo Petrov", "President", state="BGR", first="2024-01-01"),
    )


def test_a_surname_that_two_have_joins_neither() -> None:
    """With two candidates a bare surname stays alone, and both pairs are doubtful."""
    bare = make("Ivanov", state="RUS")
    cast = cast_of([make("Sergei Ivanov", state="RUS"), make("Igor Ivanov", state="RUS"), bare])
    identity = cast.of(bare.actor, bare.last)
    assert identity.members == (bare.actor.id,)
    assert [link.rule for link in identity.doubtful] == ["one of several"] * 2


def test_a_surname_fits_by_state(one: Callable[..., bool]) -> None:
    """Of two bearers of a surname the one of the same state is meant."""
    russian, bare = make("Sergei Ivanov", state="RUS"), make("Ivanov", state="RUS")
    assert one(russian, bare, beside=(make("Boyko Ivanov", state="BGR"),))


def test_a_surname_of_another_walk_does_not_fit(one: Callable[..., bool]) -> None:
    """ "Ivanov, a striker" is not the minister."""
    assert not one(make("Sergei Ivanov", "Defense Minister", state="RUS"), make("Ivanov", "striker", state="RUS"))


def test_a_surname_alone_reaches_a_year_and_no_farther(one: Callable[..., bool]) -> None:
    """A bare surname without state and office is nobody who was told only years before."""
    full = make("Philip Hammond", "Foreign Secretary", state="GBR", first="2014-08-05")
    assert one(full, make("Hammond", first="2015-03-01"))
    assert not one(full, make("Hammond", first="2024-03-01"))


def test_of_two_the_one_in_the_office_is_meant(one: Callable[..., bool]) -> None:
    """ "President Tarn" is the president of those who have the surname, if told in that office within a year."""
    president = make("George W. Tarn", "President", state="USA", first="2008-09-20")
    brother = make("Jeb Tarn", state="USA", first="2008-01-07")
    assert one(president, make("Tarn", "president", state="USA", first="2008-12-12"), beside=(brother,))
    assert not one(president, make("Tarn", "president", state="USA", first="1989-11-02"), beside=(brother,))


def test_a_surname_of_long_ago_is_doubtful() -> None:
    """The president of twenty years before is another, or so a person must say."""
    later, before = (
        make("George W. Tarn", "President", state="USA", first="2008-09-20"),
        make("Tarn", "President", state="USA", first="1989-11-02"),
    )
    identity = cast_of([later, before]).of(before.actor, before.last)
    assert (len(identity.members), [link.rule for link in identity.doubtful]) == (1, ["long ago"])


def test_a_full_name_fits_all_full_names(one: Callable[..., bool]) -> None:
    """What can be short for one full name and not for another of the same person is doubtful."""
    anna, both, maria = (make(name, state="ESP") for name in ("Anna Lopez", "Anna Maria Lopez", "Maria Lopez"))
    assert len(set(ids_of(cast_of([anna, both, maria]), anna, both, maria))) == 2
    assert one(both, maria)


def test_a_word_before_a_name_is_not_its_name() -> None:
    """A longer name that came once does not give the name to one whom all others call otherwise."""
    told = [make("Dana Corwin", role, land="Orvania") for role in (None, "Defense Minister", "minister")]
    odd = make("Embattled Dana Corwin", land="Orvania")
    assert cast_of([*told, odd]).of(odd.actor, odd.last).name == "Dana Corwin"


def test_what_is_weak_bridges_nobody() -> None:
    """A full name without a state, and the surname, leave two namesakes of different states two."""
    strong = [make("John Smith", state="USA"), make("John Smith", state="GBR")]
    weak = [make("John Smith"), make("Smith"), make("Smith", "senator")]
    cast = cast_of([*strong, *weak])
    assert len(set(ids_of(cast, *strong))) == 2
    assert not set(ids_of(cast, *strong)) & set(ids_of(cast, *weak))


def test_rivals_do_not_meet_in_one_without_a_state() -> None:
    """Two short names of different states do not both join the full name of none."""
    full = make("Anna Maria Lopez")
    rivals = [make("Maria Lopez", state="ESP"), make("Maria Lopez", state="MEX")]
    assert len(set(ids_of(cast_of([full, *rivals]), full, *rivals))) == 3


def test_a_person_of_the_state_is_not_the_state(one: Callable[..., bool]) -> None:
    """The president acts for the state and is somebody of his own."""
    assert not one(make("Russia", kind="state", state="RUS"), make("Vladimir Putin", "President", state="RUS"))


def test_two_of_one_surname_in_one_office_are_doubtful() -> None:
    """Another first name in the same office at the same time is a question for a person."""
    a = make("Badr al-Busaidi", "Foreign Minister", state="OMN")
    b = make("Sayyid Busaidi", "foreign minister", state="OMN")
    identity = cast_of([a, b]).of(a.actor, a.last)
    assert (len(identity.members), [link.rule for link in identity.doubtful]) == (1, ["one office"])


def test_names_that_only_look_alike_are_doubtful() -> None:
    """A likeness of spelling proposes, and never merges."""
    a, b = make("Serhiy Ivanenko", state="UKR"), make("Sergei Ivanenko", state="UKR")
    identity = cast_of([a, b]).of(a.actor, a.last)
    assert (len(identity.members), [link.rule for link in identity.doubtful]) == (1, ["spelling"])


def test_the_name_is_the_fullest_and_the_id_the_first() -> None:
    """An identity is called by its fullest name; its id is that of the full name that was told first."""
    bare = make("Erdogan", state="TUR", first="2025-05-01")
    short = make("Tayyip Erdogan", state="TUR", first="2025-05-02")
    full = make("Recep Tayyip Erdoğan", state="TUR", first="2025-05-03")
    identity = cast_of([bare, full, short]).of(bare.actor, bare.last)
    assert (identity.name, identity.id) == ("Recep Tayyip Erdoğan", f"a{short.actor.id}")
