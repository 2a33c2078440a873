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
    (
        "Kenya's negotiating team, led by Luis Prado and including adviser Ana Ruiz, flew to Doha for talks.",
        "Kenya",
        {"Ana Ruiz"},
    ),
    (
        "The Kenyan side of the talks was headed by Luis Prado, with Ana Ruiz and Otto Berg also taking part.",
        "Kenya",
        {"Ana Ruiz", "Otto Berg"},
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


COMPANY = [
    (
        "Trade Minister Luis Prado of Kenya, accompanied by envoy Ana Ruiz, sat down for talks in Doha.",
        "Kenya",
        {"Ana Ruiz"},
    ),
    (
        "Members of the Kenyan delegation at the talks are envoy Ana Ruiz and adviser Otto Berg.",
        "Kenya",
        {"Ana Ruiz", "Otto Berg"},
    ),
    (
        "Kenya's team was headed by envoy Luis Prado and included adviser Ana Ruiz. The talks ended.",
        "Kenya",
        {"Ana Ruiz"},
    ),
    (
        "For the ELN, envoy Luis Prado and adviser Ana Ruiz will sit down at the talks in Doha.",
        "ELN",
        {"Luis Prado", "Ana Ruiz"},
    ),
]


@pytest.mark.parametrize(("text", "party", "members"), COMPANY)
def test_members_told_in_other_frames(read: Read, text: str, party: str, members: set[str]) -> None:
    """Companions, "members of", the second verb of a passive and "for" a side tell who belongs to a delegation."""
    found = read(text).delegations
    assert [(d.party.name, {m.name for m in d.members}) for d in found] == [(party, members)]


def test_head_who_comes_as_one(read: Read) -> None:
    """Who flies in as head of a delegation, or is named so, heads it; who is a guest of one does not."""
    (found,) = read(
        "Envoy Luis Prado, who flew to Doha as head of an eight-man Kenyan delegation, held talks."
    ).delegations
    assert (found.party.name, found.head and found.head.name) == ("Kenya", "Luis Prado")
    assert read("Luis Prado, who flew to Doha as a guest of the Kenyan delegation, saw a museum.").delegations == ()


def test_side_that_an_office_holder_leads(read: Read) -> None:
    """The side of a state that a minister leads is its delegation, that of a coach is none."""
    (found,) = read("Foreign Minister Ana Ruiz led the Kenyan side in Doha.").delegations
    assert found.head is not None
    assert found.head.name == "Ana Ruiz"
    assert read("Captain Ana Ruiz led the Kenyan side in Doha.").delegations == ()


@pytest.mark.parametrize(
    ("text", "party", "head"),
    [
        ("EU chief trade negotiator Luis Prado met the press. The EU and Kenya hold peace talks.", "EU", "Luis Prado"),
        ("Luis Prado, Kenya's chief foreign debt negotiator, said the peace talks went on.", "Kenya", "Luis Prado"),
        ("The ELN's political leader and chief negotiator, Luis Prado, left the peace talks.", "ELN", "Luis Prado"),
        ("Luis Prado, a lawyer and head of Kenya's delegation to the peace talks, left.", "Kenya", "Luis Prado"),
    ],
)
def test_chief_negotiator_with_more_words(read: Read, text: str, party: str, head: str) -> None:
    """The matter may stand between "chief" and "negotiator", and another office beside the two."""
    (found,) = read(text).delegations
    assert (found.party.name, found.head and found.head.name) == (party, head)


def test_a_chief_beside_a_negotiator_is_none(read: Read) -> None:
    """The chief of something else, told beside a negotiator, makes none a chief negotiator."""
    assert read("The chief of staff, a negotiator, met Luis Prado for peace talks.").delegations == ()


def test_ministers_who_represent_a_state(read: Read) -> None:
    """Several in office represent their state at talks told before; senators represent their voters."""
    talks = "Kenya and Peru held peace talks in Oslo. "
    (found,) = read(f"{talks}Foreign Minister Ana Ruiz and Defence Minister Luis Prado represented Kenya.").delegations
    assert {m.name for m in found.members} == {"Ana Ruiz", "Luis Prado"}
    assert read(f"{talks}Ana Ruiz represented Kisumu.").delegations == ()


def test_partner_of_the_talks_is_no_member(read: Read) -> None:
    """Who sits across the table from a head is not in its team; a party's letter behind a name is no side."""
    (found,) = read("Luis Prado headed the Kenyan delegation at talks with Otto Berg in Doha.").delegations
    assert found.members == ()
    assert (
        read("Sen. Luis Prado (R., Ohio), a member of the group negotiating the debt deal, met both sides.").delegations
        == ()
    )
