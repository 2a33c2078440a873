"""Lands that no list knows: which name an adjective belongs to, and what stands for whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.reading.actors.lands import derives
from dragoman.terms.findings import Findings

Read = Callable[..., Findings]


@pytest.mark.parametrize(
    ("adjective", "name"),
    [
        ("Orvanian", "Orvania"),
        ("Catalan", "Catalonia"),
        ("Tigrayan", "Tigray"),
        ("Kurdish", "Kurdistan"),
        ("Chechen", "Chechnya"),
        ("Abkhaz", "Abkhazia"),
        ("Kashmiri", "Kashmir"),
        ("Crimean", "Crimea"),
        ("Faroese", "Faroe"),
        ("Greenlandic", "Greenland"),
        ("Katangese", "Katanga"),
        ("Somalilander", "Somaliland"),
    ],
)
def test_adjective_of_a_name(adjective: str, name: str) -> None:
    """English makes the adjective of a land by one of its endings."""
    assert derives(adjective, name)


@pytest.mark.parametrize(
    ("adjective", "name"), [("Alan", "Al"), ("Martin", "Mar"), ("Roman", "Ravenna"), ("Orvania", "Orvania"), ("", "")]
)
def test_other_words_are_no_adjectives(adjective: str, name: str) -> None:
    """A short stem, another name and the name itself give none."""
    assert not derives(adjective, name)


def test_invented_state(read: Read) -> None:
    """A state of no list is one actor with its adjective; it has no code, and its officials belong to it."""
    found = read(
        "Veltonian President Ada Kern said on Monday that she would meet the rebels. Veltonia has been at war for years. "
        "Veltonian troops entered the port."
    )
    land = next(a for a in found.actors if a.name == "Veltonia")
    assert (land.kind, land.state, land.land) == ("state", None, "Veltonia")
    assert next(a for a in found.actors if a.name == "Ada Kern").affiliation == "Veltonia"
    assert not [a for a in found.actors if a.name in ("Veltonian", "Veltonian President")]


def test_region_is_ruled_and_no_state(read: Read) -> None:
    """A region told by its adjective and its name is one actor, a government."""
    found = read("Catalonia asked Spain for talks. Spain rejected the Catalan proposal, the Catalan president said.")
    assert [a.kind for a in found.actors if a.name == "Catalonia"] == ["government"]


def test_name_without_adjective_is_no_land(read: Read) -> None:
    """A name alone says nothing of a land, nor does a likeness with somebody's name."""
    found = read("Julia Berg met union leaders. Julian Stone, a company director, and Berg agreed on a wage deal.")
    assert not [a for a in found.actors if a.land]
