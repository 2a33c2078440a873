"""When two names of one report are one name."""

from __future__ import annotations

import pytest

from dragoman.resolving.likeness import acronym_of, body_like, person_like


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Zelensky", "Volodymyr Zelenskyy"),
        ("Araqchi", "Abbas Araghchi"),
        ("Lukashenka", "Alyaksandr Lukashenko"),
        ("Gaddafi", "Moammar Gadhafi"),
        ("J. Okafor", "John Okafor"),
        ("Keir", "Keir Starmer"),
        ("Lula", "Luiz Inácio Lula da Silva"),
        ("José Díaz", "Jose Diaz"),
    ],
)
def test_one_person(short: str, long: str) -> None:
    """Family names, given names, initials and other spellings can be the person of the full name."""
    assert person_like(short, long)


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Marie Curie", "Pierre Curie"),
        ("Hassan", "Saddam Hussein"),
        ("Patten", "Vladimir Putin"),
        ("Morton", "Paul Martin"),
        ("Bush", "Bashir Hassan"),
        ("Ali", "Alina Petrova"),
        ("Kim", "Tim Kam"),
        ("Long Name Here", "Here"),
    ],
)
def test_two_persons(short: str, long: str) -> None:
    """Another given name, or words that only begin alike, are another person."""
    assert not person_like(short, long)


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("UCL", "University College London"),
        ("LeT", "Lashkar-e-Taiba"),
        ("U.A.E.", "United Arab Emirates"),
        ("FWL", "Free Workers' League"),
        ("IAEA", "International Atomic Energy Agency"),
    ],
)
def test_acronyms(short: str, long: str) -> None:
    """An acronym takes the first letters of the words of a name, with or without the small ones."""
    assert acronym_of(short, long)


@pytest.mark.parametrize(
    ("short", "long", "same"),
    [
        ("Foreign Ministry", "Iranian Foreign Ministry", True),
        ("Coleco", "Coleco Industries Inc.", True),
        ("Ministry", "Iranian Foreign Ministry", False),
        ("National Party", "National Front Party Bloc", False),
    ],
)
def test_bodies(short: str, long: str, same: bool) -> None:
    """A body's name may lose words in front, a firm's those behind; one last word alone says too little."""
    assert body_like(short, long) is same
