"""Positions: each stance in several words, nested in nouns, under negation and modality, with its conditions."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.terms.findings import Findings, Position

Read = Callable[..., Findings]

STANCES = [
    # proposes
    (
        "Kenya proposed a joint border commission to end the dispute with Somalia.",
        "Kenya",
        "proposes",
        "joint border commission",
    ),
    ("A prisoner swap was put forward by Uganda at the peace talks.", "Uganda", "proposes", "swap"),
    (
        "Colombia has suggested that the rebels and the army hold indirect talks.",
        "Colombia",
        "proposes",
        "hold indirect talks",
    ),
    (
        "A proposal by Norway for a maritime hotline was circulated to diplomats.",
        "Norway",
        "proposes",
        "maritime hotline",
    ),
    (
        "Peru's plan for a demilitarized strip was handed to mediators on Monday.",
        "Peru",
        "proposes",
        "demilitarized strip",
    ),
    ("Malta unveiled a roadmap for the release of the hostages.", "Malta", "proposes", "roadmap"),
    # demands
    ("Ghana demanded the immediate withdrawal of all foreign troops.", "Ghana", "demands", "withdrawal"),
    ("Serbia called for an international inquiry into the truce violations.", "Serbia", "demands", "inquiry"),
    ("Chad urged Sudan to reopen the border crossing at Adre.", "Chad", "demands", "reopen the border crossing"),
    ("Tunisia insisted on a written guarantee before any ceasefire.", "Tunisia", "demands", "written guarantee"),
    ("Lebanon called on Israel to free the detained fishermen.", "Lebanon", "demands", "free the detained fishermen"),
    ("Calls from Armenia for a pullout of Azerbaijani forces went unanswered.", "Armenia", "demands", "pullout"),
    (
        "Honduras is demanding that Nicaragua dismantle the checkpoint.",
        "Honduras",
        "demands",
        "dismantle the checkpoint",
    ),
    (
        "Greece appealed to Turkey to resume the joint patrols under the accord.",
        "Greece",
        "demands",
        "resume the joint patrols",
    ),
    (
        "Prime Minister Anna Kovacs said the blockade must be lifted before any talks.",
        "Anna Kovacs",
        "demands",
        "blockade",
    ),
    (
        "Thailand gave Cambodia a deadline to withdraw from the temple grounds.",
        "Thailand",
        "demands",
        "withdraw from the temple grounds",
    ),
    # supports
    (
        "France welcomed the resumption of negotiations between the junta and the rebels.",
        "France",
        "supports",
        "resumption of negotiations",
    ),
    ("Brazil backed the ceasefire plan at the Security Council.", "Brazil", "supports", "ceasefire plan"),
    ("Canada voiced support for the hostage deal.", "Canada", "supports", "hostage deal"),
    ("A Nigerian-backed proposal for elections was presented to the junta.", "Nigeria", "supports", "elections"),
    ("Ireland endorsed the peace accord on Tuesday.", "Ireland", "supports", "peace accord"),
    # offers
    ("Switzerland offered to host the next round of talks.", "Switzerland", "offers", "host the next round"),
    (
        "Qatar's readiness to mediate between the two governments was confirmed by its envoy.",
        "Qatar",
        "offers",
        "mediate",
    ),
    ("Kazakhstan is ready to provide a venue for the negotiations.", "Kazakhstan", "offers", "provide a venue"),
    ("President Luis Prado said he was willing to help end the siege.", "Luis Prado", "offers", "help end the siege"),
    # accepts
    ("Ethiopia accepted the African Union's invitation to peace talks.", "Ethiopia", "accepts", "invitation"),
    ("Iceland agreed to reopen its waters to British trawlers.", "Iceland", "accepts", "reopen its waters"),
    (
        "Foreign Minister Tomas Varga confirmed his attendance at the summit in Geneva.",
        "Tomas Varga",
        "accepts",
        "attendance",
    ),
    ("Myanmar said it would attend the ceasefire talks in Jakarta.", "Myanmar", "accepts", "ceasefire talks"),
    ("Pakistan is prepared to sign the water treaty with India.", "Pakistan", "accepts", "sign the water treaty"),
    # accepts conditionally
    ("Yemen will accept the truce if the airport is reopened.", "Yemen", "accepts-conditionally", "truce"),
    ("Cuba agreed in principle to the release of the prisoners.", "Cuba", "accepts-conditionally", "release"),
    (
        "Belarus is ready to negotiate provided that the sanctions are eased.",
        "Belarus",
        "accepts-conditionally",
        "negotiate",
    ),
    (
        "Libya would accept foreign monitors only if they are unarmed, its envoy said at the peace talks.",
        "Libya",
        "accepts-conditionally",
        "foreign monitors",
    ),
    # rejects
    ("Georgia rejected the ceasefire terms on Friday.", "Georgia", "rejects", "ceasefire terms"),
    ("Mali refused to recognise the peace agreement.", "Mali", "rejects", "recognise the peace agreement"),
    ("Algeria ruled out direct negotiations with the kidnappers.", "Algeria", "rejects", "direct negotiations"),
    ("Bolivia did not accept the arbitration ruling on the border.", "Bolivia", "rejects", "arbitration ruling"),
    ("Eritrea will not attend the peace conference in Nairobi.", "Eritrea", "rejects", "peace conference"),
    ("Cyprus pulled out of the talks after the shelling.", "Cyprus", "rejects", "talks"),
    ("Turkey's rejection of the ceasefire came as no surprise to mediators.", "Turkey", "rejects", "ceasefire"),
    ("Syria is reluctant to release the detained aid workers.", "Syria", "rejects", "release the detained aid workers"),
    (
        "Any ceasefire plan without guarantees was unacceptable, President Marta Solis said.",
        "Marta Solis",
        "rejects",
        "plan",
    ),
    # undecided
    ("Nepal has yet to accept the invitation to the peace talks.", "Nepal", "undecided", "invitation"),
    ("Vietnam is considering the proposal for a maritime truce.", "Vietnam", "undecided", "maritime truce"),
    ("Egypt did not rule out further talks with Ethiopia.", "Egypt", "undecided", "further talks"),
    ("Laos is still studying the ceasefire offer.", "Laos", "undecided", "ceasefire offer"),
]


@pytest.mark.parametrize(("text", "actor", "stance", "about"), STANCES)
def test_stance(read: Read, text: str, actor: str, stance: str, about: str) -> None:
    """The stance is found with its holder and its matter."""
    found = read(text).positions
    assert [p for p in found if (p.actor.name, p.stance) == (actor, stance) and about in p.about], shown(found)


NESTED = [
    (
        "President Ana Ruiz rejected demands from Guatemala and several island states for a fishing ban during the talks.",
        {("Ana Ruiz", "rejects"), ("Guatemala", "demands")},
    ),
    (
        "The Sudanese army dismissed an offer by General Hassan Idris for a ceasefire.",
        {("Sudanese army", "rejects"), ("Hassan Idris", "proposes")},
    ),
    ("Peru accepted a Chilean-backed proposal for a truce.", {("Peru", "accepts"), ("Chile", "supports")}),
    (
        "Oslo proposed a meeting of the two delegations, and Colombia agreed.",
        {("Oslo", "proposes"), ("Colombia", "accepts")},
    ),
]


@pytest.mark.parametrize(("text", "wanted"), NESTED)
def test_positions_inside_positions(read: Read, text: str, wanted: set[tuple[str, str]]) -> None:
    """A stance told inside of another one counts too, with its own holder."""
    found = read(text).positions
    assert wanted <= {(p.actor.name, p.stance) for p in found}, shown(found)


NOT_HELD = [
    ("Zambia was urged to accept the truce.", "Zambia", "accepts"),
    ("If Gabon accepts the ceasefire, the siege will end.", "Gabon", "accepts"),
    ("Jordan could accept the ceasefire later, analysts believe.", "Jordan", "accepts"),
    ("Oman failed to agree to the ceasefire terms.", "Oman", "accepts"),
    ("Panama refused to accept the ceasefire terms.", "Panama", "accepts"),
    ("Haiti did not demand a withdrawal of the peacekeepers.", "Haiti", "demands"),
    ("Kuwait denied that it had rejected the ceasefire.", "Kuwait", "rejects"),
]


@pytest.mark.parametrize(("text", "actor", "stance"), NOT_HELD)
def test_modality_takes_a_stance_away(read: Read, text: str, actor: str, stance: str) -> None:
    """What somebody is urged to do, might do, failed to do or denies is not the stance."""
    found = read(text).positions
    assert not [p for p in found if (p.actor.name, p.stance) == (actor, stance)], shown(found)


CONDITIONS = [
    ("Yemen will accept the truce if the airport is reopened.", "the airport is reopened"),
    ("Yemen will accept the truce only if the port is reopened.", "the port is reopened"),
    ("Belarus is ready to negotiate provided that the sanctions are eased.", "the sanctions are eased"),
    ("Libya agreed to release the hostages in exchange for safe passage.", "safe passage"),
    ("Libya agreed to release the hostages in return for medical aid.", "medical aid"),
    ("Iraq will accept the ceasefire as long as the militia disarms.", "the militia disarms"),
    ("Israel is reluctant to lift the blockade unless the tunnels are destroyed.", "the tunnels are destroyed"),
    ("Rwanda would accept the deal on condition that the rebels leave Goma.", "the rebels leave Goma"),
    ("Moldova refused to resume negotiations until the soldiers withdraw.", "the soldiers withdraw"),
    ("Sudan rejected the truce by attaching sweeping conditions.", "sweeping conditions"),
    ("Togo will accept the ceasefire once the prisoners are freed.", "the prisoners are freed"),
]


@pytest.mark.parametrize(("text", "condition"), CONDITIONS)
def test_conditions(read: Read, text: str, condition: str) -> None:
    """What must come about first is kept in the report's own words."""
    found = read(text).positions
    assert [p for p in found if condition in p.conditions], shown(found)


TOWARD = [
    ("Chad urged Sudan to reopen the border crossing at Adre.", "Sudan"),
    ("Lebanon called on Israel to free the detained fishermen.", "Israel"),
    ("Greece appealed to Turkey to resume the joint patrols under the accord.", "Turkey"),
    ("Kenya asked Somalia to withdraw its troops from the ceasefire line.", "Somalia"),
    ("Germany pressed Serbia to accept the ceasefire.", "Serbia"),
    ("Rwanda rejected Burundi's proposal for a joint inquiry.", "Burundi"),
    ("Spain accepted Morocco's offer of a truce at sea.", "Morocco"),
    ("Latvia encouraged Belarus to release the political prisoners.", "Belarus"),
    ("India told Pakistan to stop the shelling before any talks.", "Pakistan"),
    ("Peru implored Chile to return the seized boats.", "Chile"),
]


@pytest.mark.parametrize(("text", "toward"), TOWARD)
def test_toward(read: Read, text: str, toward: str) -> None:
    """The actor to whom a stance is put is kept."""
    found = read(text).positions
    assert [p for p in found if p.toward is not None and p.toward.name == toward], shown(found)


VIA = [
    ("Finance Minister Ole Brandt said that Iceland rejected the quota deal.", "Iceland", "Ole Brandt"),
    ("Oman's envoy said Iran accepted the proposal for a ceasefire.", "Iran", None),
    ("The Daily Courier reported that Peru had rejected the ceasefire.", "Peru", "Daily Courier"),
    ("Mediator Lena Falk told reporters that Mali had agreed to release the hostages.", "Mali", "Lena Falk"),
    ("President Jan Novak claimed that Serbia demanded a withdrawal of the peacekeepers.", "Serbia", "Jan Novak"),
    ("Spokesman Omar Nuri announced that Sudan accepted the truce.", "Sudan", "Omar Nuri"),
    ('"Cuba has refused to free the prisoners," Foreign Minister Rosa Diaz said.', "Cuba", "Rosa Diaz"),
    ("Envoy Karl Lind added that Georgia supported the ceasefire plan.", "Georgia", "Karl Lind"),
    ("According to Foreign Minister Rosa Diaz, Cuba rejected the ceasefire.", "Cuba", "Rosa Diaz"),
    ("Governor Ali Musa confirmed that Chad called for a truce.", "Chad", "Ali Musa"),
]


@pytest.mark.parametrize(("text", "actor", "via"), VIA)
def test_a_stance_told_by_somebody_else_names_the_teller(read: Read, text: str, actor: str, via: str | None) -> None:
    """A claim about B made by A is never shown without A."""
    found = [p for p in read(text).positions if p.actor.name == actor]
    assert found
    assert all(p.via is not None and (via is None or p.via.name == via) for p in found), shown(tuple(found))


POINTING = [
    ("Kenya proposed a joint border commission. Somalia rejected the proposal.", "Somalia", "joint border commission"),
    ("Norway made an offer of a maritime hotline. Russia dismissed the offer.", "Russia", "maritime hotline"),
    (
        "Iran demanded an end to the oil embargo. The United States rejected this demand.",
        "United States",
        "end to the oil embargo",
    ),
    ("Sudan insisted on a written guarantee. Egypt accepted the condition.", "Egypt", "written guarantee"),
]


@pytest.mark.parametrize(("text", "actor", "about"), POINTING)
def test_what_the_offer_stands_for_is_put_in_its_place(read: Read, text: str, actor: str, about: str) -> None:
    """Words that only point back are replaced by the matter that they stand for."""
    found = read(text).positions
    assert [p for p in found if p.actor.name == actor and about in p.about], shown(found)


QUIET = [
    "The striker rejected a new offer from the club, which is in talks over a contract for the goalkeeper.",
    "The actress is in talks to star in the sequel and has accepted an offer from the studio.",
    "Shareholders welcomed the merger proposal as the retailer rejected the takeover bid.",
    "Astronomers proposed a new name for the planet and supported the telescope's upgrade.",
]


@pytest.mark.parametrize("text", QUIET)
def test_other_fields_have_no_positions(read: Read, text: str) -> None:
    """Transfers, casting, mergers and science are no negotiations in the sense of the record."""
    found = read(text)
    assert not [*found.positions, *found.meetings, *found.agreements, *found.delegations]


def test_said_twice_is_one_position(read: Read) -> None:
    """The same stance in headline and lead is one record with two pieces of evidence."""
    found = read(
        "Ghana rejects ceasefire plan\n\nGhana rejected the ceasefire plan for the northern valley on Monday."
    ).positions
    held = [p for p in found if p.actor.name == "Ghana" and p.stance == "rejects"]
    assert len(held) == 1
    assert len(held[0].evidence) == 2


def shown(found: tuple[Position, ...]) -> str:
    """Tell the positions that were found, for a failing test."""
    return (
        "; ".join(f"{p.actor.name} {p.stance} {p.about!r} if {p.conditions} via {p.via and p.via.name}" for p in found)
        or "none"
    )


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Norland and Sudria negotiate. President Marta Soler supports talks with Sudria later this week.", None),
        ("Norland and Sudria negotiate. President Marta Soler rejected talks with Sudria last week.", "2025-05-05"),
        ("Norland and Sudria negotiate. Norland demanded a truce on Monday.", "2025-05-12"),
    ],
)
def test_a_stance_is_not_dated_by_its_matter(read: Read, text: str, day: str | None) -> None:
    """A week or day to come is that of what the stance is about, and not that of the stance."""
    [position] = read(text).positions
    assert (position.date.start.isoformat() if position.date is not None else None) == day
