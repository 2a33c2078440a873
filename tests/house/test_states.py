"""The lexicon of states against the kept libraries of names and codes: no code is invented, no state forgotten."""

from __future__ import annotations

import pycountry
import pytest
from babel import Locale

from dragoman.reading.actors.states import states

OWN_CODES = {"XKX", "EUE", "SUN"}
"""Kosovo has no ISO code of its own; EUE is reserved in ISO 3166 for the European Union, SUN was the Soviet Union's."""

NEWS_NAMES = {"COG": {"Republic of the Congo"}, "PSE": {"Palestine"}}
"""Where the libraries' name is one that news gives to another state, or to a territory."""

STATES = [country for country in pycountry.countries if country.alpha_3 in states().title]


def test_every_code_is_an_iso_code() -> None:
    """Each state's code is its ISO 3166 alpha-3 code."""
    assert set(states().title) - {country.alpha_3 for country in pycountry.countries} <= OWN_CODES


@pytest.mark.parametrize("country", STATES, ids=lambda country: country.alpha_3)
def test_english_names_lead_to_the_code(country: pycountry.db.Country) -> None:
    """The name by which English readers know a state, by either library, leads to its code."""
    names = {Locale("en").territories[country.alpha_2], country.name, getattr(country, "common_name", country.name)}
    names |= {name.split(",")[0].split(" (")[0] for name in names}
    names |= {name.replace("’", "'").replace(" & ", " and ").replace("St. ", "Saint ") for name in names}
    names |= {name.removesuffix(" SAR China") for name in names} | NEWS_NAMES.get(country.alpha_3, set())
    assert country.alpha_3 in {states().names.get(name) for name in names}, names


def test_only_territories_are_left_out() -> None:
    """All members and observers of the United Nations are in the lexicon."""
    assert len(states().title) >= 195
