"""Delegations: for whom, led by whom, with whom, at which level."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.resolving.delegations import link_meetings
from dragoman.terms.findings import Findings

Read = Callable[..., Findings]


@pytest.mark.parametrize(
    ("text", "party", "head", "level"),
    [
        (
            "Canada opened talks with Peru. The Canadian delegation is led by Trade Minister Ana Prelec.",
            "Canada",
            "Ana Prelec",
            "ministers",
        ),
        (
            "Norway is sending a team headed by deputy minister Olav Berg to the talks.",
            "Norway",
            "Olav Berg",
            "senior-officials",
        ),
        ("Ambassador Tiva Rao will lead Fiji's delegation to the talks.", "Fiji", "Tiva Rao", "officials"),
        ("Brazil's delegation to the talks will be headed by President Joana Lima.", "Brazil", "Joana Lima", "leaders"),
        ("Tom Reed, who heads Kenya's delegation, left the talks.", "Kenya", "Tom Reed", None),
        ("The head of Hamas's negotiating team, Khaled Odeh, left Cairo.", "Hamas", "Khaled Odeh", None),
        ("Ghana's chief negotiator, Kofi Addo, arrived for the talks.", "Ghana", "Kofi Addo", "senior-officials"),
        ("Kofi Addo, Ghana's lead negotiator, walked out of the talks.", "Ghana", "Kofi Addo", "senior-officials"),
        ("South Sudan named Pagan Deng to lead its delegation to the talks.", "South Sudan", "Pagan Deng", None),
        ("Pagan Deng was appointed head of South Sudan's negotiating team.", "South Sudan", "Pagan Deng", None),
        ("Gerd Holm, negotiating for the employers, refused to move.", "employers", "Gerd Holm", None),
        ("The EU was represented at the talks by Commissioner Jan Dolan.", "EU", "Jan Dolan", None),
        ("Ann Wells, representing Australia, sat across from the rebels' negotiators.", "Australia", "Ann Wells", None),
        (
            "The miners' negotiating team, headed by Pavel Rusnak, met the owners for talks.",
            "miners",
            "Pavel Rusnak",
            None,
        ),
        ("Leading Colombia's team at the talks was Humberto Vela.", "Colombia", "Humberto Vela", None),
    ],
)
def test_head_of_a_delegation(read: Read, text: str, party: str, head: str, level: str | None) -> None:
    """A delegation has its party, its head, and the level of the head's office."""
    found = [d for d in read(text).delegations if d.head is not None]
    assert [(d.party.name, d.head.name if d.head else None) for d in found] == [(party, head)]
    assert found[0].level == level


def test_verb_left_out(read: Read) -> None:
    """The second of two delegations may go without noun or verb."""
    text = "Chile's team is led by Minister Ana Soto and Peru's by Envoy Luis Paz, as the border talks go on."
    found = read(text).delegations
    assert {(d.party.name, d.head.name if d.head else None) for d in found} == {
        ("Chile", "Ana Soto"),
        ("Peru", "Luis Paz"),
    }


@pytest.mark.parametrize(
    ("text", "party", "members"),
    [
        (
            "India's delegation, which includes Hari Rao and Minister Uma Sen, went to the talks.",
            "India",
            {"Hari Rao", "Uma Sen"},
        ),
        ("Qatar sent a delegation including Minister Ali Saad to the talks.", "Qatar", {"Ali Saad"}),
        ("Japan's delegation to the talks consists of trade officials.", "Japan", {"trade officials"}),
        (
            "Egypt's delegation to the talks was made up of Omar Nabil and Hana Said.",
            "Egypt",
            {"Omar Nabil", "Hana Said"},
        ),
        ("Rosa Marin, a member of Cuba's delegation, spoke after the talks.", "Cuba", {"Rosa Marin"}),
        ("Ana Prelec, who led Chile's delegation, was accompanied by Luis Paz.", "Chile", {"Luis Paz"}),
    ],
)
def test_members_of_a_delegation(read: Read, text: str, party: str, members: set[str]) -> None:
    """A delegation has the members that the text names, by name or by description."""
    found = [d for d in read(text).delegations if d.party.name == party]
    names = {m.name for d in found for m in d.members}
    assert names
    assert names <= members


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Hamas sent a delegation to Cairo for talks.", {"Hamas"}),
        ("Envoys of Russia, China and Iran met in Beijing on Friday.", {"Russia", "China", "Iran"}),
        ("Negotiators from Canada and Mexico met in Lima.", {"Canada", "Mexico"}),
        ("A delegation from the African Union visited Goma on Sunday.", {"African Union"}),
        ("A technical delegation from the IAEA is in Tehran for talks.", {"IAEA"}),
    ],
)
def test_delegation_without_a_head(read: Read, text: str, parties: set[str]) -> None:
    """A delegation that is sent or acts at talks counts without a head."""
    found = read(text).delegations
    assert {d.party.name for d in found} == parties
    assert all(d.head is None for d in found)


@pytest.mark.parametrize(
    "text",
    [
        "Norway will not send a delegation to the talks.",
        "Norway refused to send a delegation to the talks.",
        "The power of delegation lies with the government.",
        "The team led by captain Joe Marsh won the cup in a season of goals.",
        "The research team, led by Dr Ann Lee, published its study in a journal.",
        "The talks were led by the prime minister of Qatar.",
        "The two teams are headed by their foreign ministers.",
        "The minister heads for the airport.",
    ],
)
def test_no_delegation(read: Read, text: str) -> None:
    """A delegation refused, a team at play and a meeting's chair are no delegations."""
    assert read(text).delegations == ()


def test_told_twice_is_one_record(read: Read) -> None:
    """What is told of one party's delegation in several places is one record."""
    text = (
        "Kenya sent a delegation to Kigali. The Kenyan delegation, led by Minister Grace Otieno, includes Ambassador Peter Kamau. "
        "Talks open on Friday."
    )
    found = read(text).delegations
    assert [(d.party.name, d.head.name if d.head else None) for d in found] == [("Kenya", "Grace Otieno")]
    assert len(found[0].evidence) >= 2
    assert len(found[0].members) == 1
    assert found[0].level == "ministers"


def test_adjective_gives_the_level(read: Read) -> None:
    """Where no head is named, a technical delegation is at technical level."""
    assert [d.level for d in read("A technical delegation from Oman arrived for talks.").delegations] == ["technical"]


@pytest.mark.parametrize(
    ("text", "meeting"),
    [
        ("Kenya and Uganda will hold talks in Kigali on Friday. Kenya's delegation is led by Grace Otieno.", 0),
        ("Chile and Peru held talks in Lima. Luis Paz led Peru's delegation.", 0),
        ("Talks between Egypt and Sudan opened on Monday. Egypt's team is headed by Omar Nabil.", 0),
        ("Spain and Morocco held talks in Rabat. Norway's delegation was led by Olav Berg.", None),
        (
            (
                "India and Nepal held talks in Delhi in March. India and Nepal will hold talks in Pokhara in June. "
                "India's delegation was led by Hari Rao."
            ),
            None,
        ),
    ],
)
def test_meeting_of_a_delegation(read: Read, text: str, meeting: int | None) -> None:
    """A delegation is linked to the only meeting in which its party takes part; of two, or none, to none."""
    found = read(text)
    assert [d.meeting for d in found.delegations] == [meeting]
    assert meeting is None or found.delegations[0].party in found.meetings[meeting].parties


def test_no_meeting_to_link(read: Read) -> None:
    """Without meetings every delegation stays without one."""
    found = read("Kenya's delegation to the talks is led by Minister Grace Otieno.").delegations
    assert all(d.meeting is None for d in link_meetings(found, ()))


def test_side_in_a_state_is_not_the_state(read: Read) -> None:
    """The delegation of a state's opposition does not go for the state."""
    text = "Syria held talks in Geneva. The Syrian opposition delegation, led by Omar Haddad, sat next door."
    assert "Syria" not in {d.party.name for d in read(text).delegations}


def test_members_told_of_it(read: Read) -> None:
    """Members told of "it" in the next sentence belong to the delegation."""
    text = "Ana Prelec leads Norway's delegation to the talks. It includes Olav Berg and Marit Lie."
    found = read(text).delegations
    assert [{m.name for m in d.members} for d in found] == [{"Olav Berg", "Marit Lie"}]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Veltonia and Kenya opened talks. Minister Ada Kern heads the Veltonian team and Minister John Otieno the Kenyan one.",
            {("Veltonia", "Ada Kern"), ("Kenya", "John Otieno")},
        ),
        (
            "The delegations of Chad and Niger, led by Idris Saleh and Moussa Ali, held talks in Doha.",
            {("Chad", "Idris Saleh"), ("Niger", "Moussa Ali")},
        ),
        (
            "Kenya and Uganda held talks. On the Kenyan side, the talks were led by Ambassador Jane Wanjiru.",
            {("Kenya", "Jane Wanjiru")},
        ),
        (
            "Sudan's delegation returned home from the talks on Monday. Head of the delegation Hamid Nur told reporters they were hard.",
            {("Sudan", "Hamid Nur")},
        ),
        (
            "The government of Sudan met the rebels for talks. Hamid Nur, head of the government's negotiating team, left early.",
            {("Sudan", "Hamid Nur")},
        ),
        ("Teacher Rosa Mendez leads the ELN team at the talks in Quito.", {("ELN", "Rosa Mendez")}),
        ("Kosovo was represented by Minister Besa Krasniqi at the Vienna session.", {("Kosovo", "Besa Krasniqi")}),
        ("A U.S. delegation led by Ann Wells arrived for talks on tariffs.", {("U.S.", "Ann Wells")}),
        (
            "Catalonia wants talks on taxes. The Catalan delegation, headed by Marta Puig, arrived in Madrid.",
            {("Catalonia", "Marta Puig")},
        ),
    ],
)  # fmt: skip
def test_side_of_a_delegation(read: Read, text: str, told: set[tuple[str, str]]) -> None:
    """The party is the side itself: the land of an adjective, the group in front of "team", the government told before."""
    found = {(d.party.name, d.head.name if d.head else "") for d in read(text).delegations}
    assert found == told
