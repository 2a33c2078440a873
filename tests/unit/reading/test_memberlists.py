"""Lists of members: whose an office is that stands between two names."""

from __future__ import annotations

import pytest

from dragoman.reading.grammar.language import Grammar
from tests.unit.resolving.test_cast_news import cast_of

LISTS = [
    (
        "The round included Mike Wall, US National Security Advisor, Marco Rubin, US envoy, and Faisal Harb, Saudi envoy.",
        {"Mike Wall": "USA", "Marco Rubin": "USA", "Faisal Harb": "SAU"},
    ),
    ("The Kenyan mayor, Ana Ruiz, the Omani envoy, Jon Berg, and others left.", {"Ana Ruiz": "KEN", "Jon Berg": "OMN"}),
    ("Ana Ruiz, the Kenyan mayor, spoke.", {"Ana Ruiz": "KEN"}),
]


@pytest.mark.parametrize(("text", "states"), LISTS)
def test_offices_go_to_their_holders(grammar: Grammar, text: str, states: dict[str, str]) -> None:
    """Behind each name where the list begins with one, before each name where it begins with an office."""
    found = {a.name: a.state for a in cast_of(grammar, text)[0].actors}
    assert {name: found.get(name) for name in states} == states


def test_official_names_of_states(grammar: Grammar) -> None:
    """A state's official name is the state, told by its usual name where the report has that too."""
    actors = cast_of(grammar, "The Islamic Republic of Pakistan met the Kingdom of Norway. Pakistan agreed.")[0].actors
    assert [(a.name, a.state) for a in actors] == [("Pakistan", "PAK"), ("Kingdom of Norway", "NOR")]
