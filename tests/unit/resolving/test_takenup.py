"""Persons told again in other words, and persons whom a report names without their office."""

from __future__ import annotations

import pytest

from dragoman.reading.actors.wellknown import well_known
from dragoman.reading.grammar.language import Grammar
from dragoman.reading.lexicon import load
from dragoman.resolving.renown import known_as, learn
from dragoman.resolving.somebody import Somebody
from tests.unit.resolving.test_cast_news import meant

TAKEN_UP = [
    ("Olu Maina chaired the session. The Kenyan leader said it was short.", "The Kenyan leader", ["Olu Maina"]),
    ("Olu Maina chaired the session. The 69-year-old said it was short.", "The 69-year-old", ["Olu Maina"]),
    ("Danish minister Lars Holm left. The Dane said it was short.", "The Dane", ["Lars Holm"]),
    ("Danish minister Lars Holm left. The Danes said it was short.", "The Danes", ["Danes"]),
    ("Minister Olu Maina chaired the session. The army chief said it was short.", "The army chief", ["army chief"]),
    ("Putin chaired the session. The Russian leader said it was short.", "The Russian leader", ["Putin"]),
    ("Lavrov received Kuleba. He told his Ukrainian counterpart to wait.", "Ukrainian counterpart", ["Kuleba"]),
    ("Olu Maina and Ana Berg shook hands. The latter said it was short.", "The latter", ["Ana Berg"]),
    ("Olu Maina and Ana Berg dined together. The two agreed to wait.", "The two", ["Olu Maina", "Ana Berg"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "names"), TAKEN_UP)
def test_other_words_for_a_person_just_told(grammar: Grammar, text: str, words: str, names: list[str]) -> None:
    """A description goes to the subject just told unless the report or what everybody knows speaks against it."""
    assert meant(grammar, text, words) == names


@pytest.mark.parametrize("name", ["Lavrov", "Sergey Lavrov", "Zelenskyy", "Volodymyr Zelenskiy", "Boris Johnson"])
def test_known_persons_in_any_spelling(name: str) -> None:
    """A well-known name is known whatever its letters."""
    assert known_as(name) is not None


@pytest.mark.parametrize("name", ["Johnson", "May", "Ivan Lavrov", "Michelle Obama", "Khan"])
def test_namesakes_are_nobody(name: str) -> None:
    """A family name that many bear says nothing alone, and another first name is another person."""
    assert known_as(name) is None


def test_what_the_report_tells_comes_first() -> None:
    """Somebody with another office, of another state or of former days is not given what is known of a namesake."""
    people = [
        Somebody("person", ["Trump"], offices={"professional"}),
        Somebody("person", ["Trump"], role="former president"),
        Somebody("person", ["Trump"], state="GBR"),
        Somebody("person", ["Trump"]),
    ]
    learn(people)
    assert [(one.state, sorted(one.lore)) for one in people] == [
        (None, []), (None, []), ("GBR", []), ("USA", ["head-of-state"]),
    ]  # fmt: skip


@pytest.mark.parametrize("entry", load("people")["entry"], ids=lambda entry: entry["example"].split()[0])
def test_examples_name_a_known_person(entry: dict[str, str]) -> None:
    """Each entry's example begins with one of its names, its counter-example with none."""
    told = entry["example"].split(" flew")[0].removesuffix(" was late.")
    assert well_known(told)
    assert known_as(told) is not None
    assert not any(well_known(word.strip(".")) for word in entry["counter"].split())
