"""The lexicon of states against the kept libraries of names and codes: no code is invented, no state forgotten."""

from __future__ import annotations

from collections.abc import Callable

import pycountry
import pytest
from babel import Locale

from dragoman.reading.actors.states import states
from dragoman.terms.findings import Findings

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


TERRITORIES = set(
    "AIA ALA ASM ATA ATF BES BLM BVT CCK CXR CYM GGY GLP GUF GUM HMD IMN IOT JEY MAF MNP MSR MTQ MYT NFK PCN REU SGS SHN "
    "SJM SPM SXM TCA TKL UMI VGB VIR WLF".split()
)
"""What has a code and is no state, and hardly ever a party to talks."""


def test_only_territories_are_left_out() -> None:
    """Whatever has a code is in the lexicon, but for named territories."""
    assert {country.alpha_3 for country in pycountry.countries} - set(states().title) == TERRITORIES


def test_a_compound_name_is_not_read_as_its_last_word(read: Callable[..., Findings]) -> None:
    """ "South African" beside "Africa" is South Africa's, with its code."""
    found = read("The South African government hosts the talks. Africa is watching, the African Union said.")
    assert [a.state for a in found.actors if a.name == "South Africa"] == ["ZAF"]


def test_parties_are_no_lands(read: Callable[..., Findings]) -> None:
    """ "Republican" and "Democratic" make no land of a word that stands alone."""
    found = read(
        "Republican leaders met Democratic leaders. The Republic is safe, a Democrat said. Republican envoys left and "
        "Republic and Democrat stood on the banner."
    )
    assert not [a.name for a in found.actors if a.land or a.state]
