"""Delegations in wider wording: panels, lists of members, sides of the table; what only looks like one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.terms.findings import Findings

Read = Callable[..., Findings]

MEMBERS = [
    (
        "A Kenyan team including envoy Luis Prado and adviser Ana Ruiz will meet Somali negotiators.",
        "Kenya",
        {"Luis Prado", "Ana Ruiz"},
    ),
    (
        "Foreign Minister Luis Prado and adviser Otto Berg represented Kenya at the talks in Doha.",
        "Kenya",
        {"Luis Prado", "Otto Berg"},
    ),
    (
        "US Foreign Minister Marco Prado and US envoy Steve Berg met Foreign Minister Ivan Petrov of Russia. The US sat.",
        "US",
        {"Marco Prado", "Steve Berg"},
    ),
    (
        "Luis Prado, who headed Kenya's team at the talks alongside adviser Ana Ruiz, praised Iran.",
        "Kenya",
        {"Ana Ruiz"},
    ),
]


@pytest.mark.parametrize(("text", "party", "members"), MEMBERS)
def test_members(read: Read, text: str, party: str, members: set[str]) -> None:
    """Who is told to sit with a side is a member of its delegation."""
    found = read(text).delegations
    assert [d for d in found if d.party.name == party and members <= {m.name for m in d.members}], found


HEADS = [
    ("The union's bargaining committee, led by Maria Costa, walked out of the talks.", "union", "Maria Costa"),
    (
        "The Kenyan delegation at the talks is headed by party chairman and senator Luis Prado.",
        "Kenya",
        "Luis Prado",
    ),
]


@pytest.mark.parametrize(("text", "party", "head"), HEADS)
def test_heads(read: Read, text: str, party: str, head: str) -> None:
    """A committee that bargains is a team; the name counts, not the offices before it."""
    found = read(text).delegations
    assert [d for d in found if d.party.name == party and d.head is not None and d.head.name == head], found


NONE = [
    "A UN envoy left Sanaa after the talks with the rebels.",
    "He was to meet with Kenyan representatives on Monday for truce talks.",
    "Norway sought to persuade Mali to send representatives to the peace talks.",
    "The parish flower committee, led by Maria Costa, praised the truce talks.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_delegation(read: Read, text: str) -> None:
    """An envoy alone, officials of a kind, and those that somebody only wants to see are no delegation."""
    assert not read(text).delegations
