"""Names of bodies in several parts, and what is no part of them."""

from __future__ import annotations

import pytest

from dragoman.reading.actors.compounds import kind_of
from dragoman.reading.grammar.language import Grammar
from tests.unit.resolving.test_cast_news import cast_of

NAMES = [
    ("The Organization of Lenn Unity met in Addis Ababa.", "Organization of Lenn Unity"),
    ("The South Lenn Association for Regional Cooperation agreed.", "South Lenn Association for Regional Cooperation"),
    ("The Federal Mediation and Conciliation Service invited them.", "Federal Mediation and Conciliation Service"),
    ("The Observatory for Human Rights said ten died.", "Observatory for Human Rights"),
    ("The Department of Corrections said no.", "Department of Corrections"),
    ("Anna Berg of the Institute for the Study of War said so.", "Institute for the Study of War"),
    ("The Sarra Council of Churches wept.", "Sarra Council of Churches"),
    ("The University of Lenn said it would wait.", "University of Lenn"),
    ("The Brotherhood of Valley Engineers and Trainmen struck.", "Brotherhood of Valley Engineers and Trainmen"),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_whole_names(grammar: Grammar, text: str, name: str) -> None:
    """A name goes on behind "of", "for" and "and" where its words have capitals."""
    assert name in [a.name for a in cast_of(grammar, text)[0].actors]


OTHERS = [
    ("The Ministry of Defence of Russia denied it.", {"Ministry of Defence", "Russia"}),
    ("The Ministry of Foreign Affairs and Hamas agreed.", {"Ministry of Foreign Affairs", "Hamas"}),
    ("The Union of Miners and Mr. Rees agreed.", {"Union of Miners", "Rees"}),
    ("The Council of Ministers of Mali met.", {"Council of Ministers", "Mali"}),
    ("The International Committee of the Red Cross left.", {"International Committee of the Red Cross"}),
]


@pytest.mark.parametrize(("text", "names"), OTHERS)
def test_where_a_name_ends(grammar: Grammar, text: str, names: set[str]) -> None:
    """The country of a body, and a second body, are no parts of its name; a known name stays whole."""
    assert {a.name for a in cast_of(grammar, text)[0].actors} == names


def test_a_short_form_is_followed(grammar: Grammar) -> None:
    """The letters in brackets stand for the whole name."""
    cast, _ = cast_of(grammar, "The South Lenn Association for Regional Cooperation (SLARC) met. SLARC agreed.")
    assert [a.name for a in cast.actors] == ["South Lenn Association for Regional Cooperation"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Institute for Peace", "ngo"),
        ("Department of Corrections", "government"),
        ("Sarra Army", "armed-group"),
        ("Lenn Ferry", "group"),
    ],
)
def test_kind_of_a_name(name: str, kind: str) -> None:
    """The noun of a name tells what kind of body it is."""
    assert kind_of(name) == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Quay Gorman and Co said it would pay.", "Quay Gorman and Co"),
        ("Gorman & Quay Corp said it would pay.", "Gorman & Quay Corp"),
        ("Gorman Ltd and Quay Mining Corp said they would merge.", "Gorman Ltd"),
    ],
)
def test_partners_share_the_name_of_their_firm(grammar: Grammar, text: str, name: str) -> None:
    """ "and" stands inside of a firm's name before "Co", "&" always; behind "Ltd" another firm begins."""
    assert name in [a.name for a in cast_of(grammar, text)[0].actors]
