"""Agreements: what was agreed between whom, and what is only hoped for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.terms.findings import Findings

Read = Callable[..., Findings]


@pytest.mark.parametrize(
    ("text", "status", "parties", "about"),
    [
        # labour
        (
            "The ferry company and the seamen's union reached a tentative agreement on overtime late on Tuesday.",
            "agreed",
            {"ferry company"},
            "a tentative agreement on overtime",
        ),
        (
            "Nurses and hospital managers have agreed a 4% pay rise, averting a strike.",
            "agreed",
            {"Nurses", "hospital managers"},
            "a 4% pay rise",
        ),
        (
            "The result of the 1991 walkout talks was a compromise increase of 3%.",
            "agreed",
            set(),
            "a compromise increase of 3%",
        ),
        # trade
        (
            "Brazil has signed a trade pact with the European Union.",
            "signed",
            {"Brazil", "European Union"},
            "a trade pact",
        ),
        (
            "Canada and Mexico agreed on Monday that steel tariffs should be halved.",
            "agreed",
            {"Canada", "Mexico"},
            "steel tariffs should be halved",
        ),
        ("Japan and Chile signed a fisheries treaty in 1998.", "signed", {"Japan", "Chile"}, "a fisheries treaty"),
        (
            "Peru and Bolivia agreed to reopen the border, lift the levy on maize and meet again in May.",
            "agreed",
            {"Peru", "Bolivia"},
            "reopen the border, lift the levy on maize and meet again in May",
        ),
        # nuclear
        (
            "Iran and the IAEA agreed on a framework for inspections last week.",
            "agreed",
            {"Iran", "IAEA"},
            "a framework for inspections",
        ),
        (
            "North Korea has scrapped a 2018 military pact with the South.",
            "ended",
            {"North Korea"},
            "a 2018 military pact",
        ),
        (
            "The United States withdrew from the nuclear accord in 2018.",
            "ended",
            {"United States"},
            "the nuclear accord",
        ),
        # hostages and prisoners
        (
            "Israel and Hamas agreed to the first phase of a hostage deal on Wednesday.",
            "agreed",
            {"Israel", "Hamas"},
            "the first phase of a hostage deal",
        ),
        (
            "Ethiopia and Eritrea exchanged 40 captured soldiers in a deal that Kenya brokered.",
            "agreed",
            {"Ethiopia", "Eritrea"},
            "exchanged 40 captured soldiers",
        ),
        (
            "Hamas agreed with Israel to release ten captives.",
            "agreed",
            {"Hamas", "Israel"},
            "release ten captives",
        ),
        # ceasefires
        ("A ceasefire has taken hold in the valley, Sudan said.", "in-force", set(), "A ceasefire"),
        ("A truce between Chad and Libya came into force at midnight.", "in-force", {"Chad", "Libya"}, "A truce"),
        ("The ceasefire is holding, the UN mission said.", "in-force", set(), "The ceasefire"),
        (
            "After a month of war, a negotiated, two-day peace took hold in Aden.",
            "in-force",
            set(),
            "a negotiated, two-day peace",
        ),
        (
            "The ceasefire in the hills will take effect on Sunday, Qatar announced.",
            "agreed",
            set(),
            "The ceasefire in the hills",
        ),
        ("A humanitarian truce in Khartoum expired at midnight.", "ended", set(), "A humanitarian truce in Khartoum"),
        (
            "Two earlier ceasefires between the armies fell apart within days.",
            "ended",
            {"armies"},
            "Two earlier ceasefires",
        ),
        ("The truce was broken by Eritrea on Friday.", "violated", {"Eritrea"}, "The truce"),
        (
            "Pakistan has repeatedly violated the 2003 ceasefire, India said.",
            "violated",
            {"Pakistan"},
            "the 2003 ceasefire",
        ),
        (
            "An Omani-brokered truce between Yemen and the Houthis has been in place since April.",
            "in-force",
            {"Yemen", "Houthis"},
            "An Omani-brokered truce",
        ),
        ("Truce between army and rebels takes effect in the hills.", "in-force", {"army", "rebels"}, "Truce"),
        (
            "It was agreed that both armies would pull back ten kilometres.",
            "agreed",
            set(),
            "both armies would pull back ten kilometres",
        ),
        # coalition talks and accords of old
        (
            "The Social Democrats and the Greens have concluded a coalition agreement after talks with the president.",
            "agreed",
            {"Social Democrats", "Greens"},
            "a coalition agreement",
        ),
        (
            "The four-party coalition deal fell apart after eleven weeks.",
            "ended",
            set(),
            "The four-party coalition deal",
        ),
        ("The coalition partners agreed a budget deal on Thursday.", "agreed", {"coalition partners"}, "a budget deal"),
        (
            "The 1994 memorandum on borders was signed by Russia, Britain and Ukraine.",
            "signed",
            {"Russia", "Britain", "Ukraine"},
            "The 1994 memorandum on borders",
        ),
        ("The peace talks between Spain and Morocco ended with an agreement on water.", "agreed", set(), "water"),
        ("The Lakeside accord ended the war in Bosnia.", "in-force", set(), "The Lakeside accord"),
        ("Armenia and Azerbaijan managed to reach a deal on transit.", "agreed", {"Armenia", "Azerbaijan"}, "transit"),
        (
            "An agreement on the exchange of prisoners has been reached, Oman said.",
            "agreed",
            set(),
            "the exchange of prisoners",
        ),
        (
            "Germany and France extended the truce on tariffs by a month.",
            "agreed",
            {"Germany", "France"},
            "the truce on tariffs",
        ),
    ],
)
def test_agreement(read: Read, text: str, status: str, parties: set[str], about: str) -> None:
    """One sentence gives one agreement with its stage, its parties and the report's words for the matter."""
    found = read(text).agreements
    assert [a.status for a in found] == [status]
    names = {p.name for p in found[0].parties}
    assert parties <= names
    assert about in found[0].about
    assert all(text[e.start : e.end] == e.quote for e in found[0].evidence)


@pytest.mark.parametrize(
    "text",
    [
        "The envoys failed to reach a settlement to the war.",
        "They hope to reach a ceasefire by June, Qatar said.",
        "A possible ceasefire was discussed by the ministers.",
        "The president called for a ceasefire and a prisoner exchange.",
        "If the ceasefire holds, peace talks may begin.",
        "Turkey and Greece have yet to agree on the border.",
        "There is no agreement on the border, diplomats said.",
        "No deal was reached at the summit.",
        "Neither side has violated the truce.",
        "Negotiators are close to a deal on prisoners.",
        "Iran and Iraq could sign the treaty as early as Friday.",
        "Serbia and Kosovo refused to sign the agreement.",
        "The FARC accused the government of breaking the truce.",
        "India and Pakistan blamed each other for violating the ceasefire.",
        "Under the proposed deal, the rebels would release twelve captives.",
        "Mediators are pushing for a new ceasefire in Sudan.",
        "The United States set a June deadline to reach an agreement to end the war.",
        "The president agreed to an interview.",
        "Norway agreed to Sweden's demand for inspections.",
        "Peace talks between the two governments ended without an agreement.",
        "Ceasefire talks between the two armies collapsed on Thursday.",
        "The minister agreed with the opposition leader that the plan was bad.",
        "Both ministers agree that the war is a tragedy.",
        "The two ministers agreed to disagree about the border.",
        "The union said that any agreement must be put to a vote.",
    ],
)
def test_no_agreement(read: Read, text: str) -> None:
    """What is hoped for, possible, demanded, refused or failed is no agreement; one side's assent is a position."""
    assert read(text).agreements == ()


@pytest.mark.parametrize(
    "text",
    [
        (
            "Rovers have agreed a deal with United for the midfielder. The two clubs reached an agreement on the fee. "
            "The striker signed a four-year contract before the season began."
        ),
        "The two studios signed an agreement to make a sequel. The actress and the director agreed on a date. The film is a franchise.",
        "Shareholders of both companies approved the merger agreement. The takeover deal was reached in July. Shares rose.",
        "The researchers and the laboratory agreed to share data. The study was published in a journal.",
    ],
)
def test_private_bargains_are_none(read: Read, text: str) -> None:
    """Contracts of players, films and firms are no agreements in the sense of the record."""
    assert read(text).agreements == ()


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            (
                "India and Nepal agreed to a ceasefire on Monday. The truce took effect on Tuesday. Envoys praised the diplomats, "
                "saying that despite the ceasefire the border stays shut."
            ),
            3,
        ),
        (
            "Doctors and the health ministry reached a pay deal on Friday. Doctors will get a rise under the deal, the union said.",
            2,
        ),
        (
            "China and Japan agreed to exchange twenty fishermen. Exchanges will go on under the agreement, China said.",
            2,
        ),
        (
            "Truce takes hold in Tripoli. Libya and Chad have stopped fighting, honouring a cease-fire that took effect on Friday.",
            3,
        ),
    ],
)
def test_told_often_is_one_record(read: Read, text: str, pieces: int) -> None:
    """An agreement told several times is one record with a piece of evidence for each telling."""
    found = read(text).agreements
    assert len(found) == 1
    assert len(found[0].evidence) == pieces


@pytest.mark.parametrize(
    ("text", "abouts"),
    [
        (
            "Egypt and Israel signed a gas accord in May. The two countries also agreed to reopen the Sinai crossing.",
            ["gas accord", "reopen the Sinai crossing"],
        ),
        (
            "The union and the railway agreed on new rosters. They also agreed to freeze fares until June.",
            ["new rosters", "freeze fares"],
        ),
        (
            "Kenya and Somalia agreed to a truce on Monday. An earlier truce collapsed in March.",
            ["a truce", "An earlier truce"],
        ),
    ],
)
def test_different_matters_stay_apart(read: Read, text: str, abouts: list[str]) -> None:
    """Two matters between the same parties are two agreements."""
    found = read(text).agreements
    assert len(found) == len(abouts)
    assert all(about in a.about for a, about in zip(found, abouts, strict=True))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("India and Nepal agreed to a ceasefire on May 10.", "2025-05-10"),
        ("A truce took effect in Sudan on Sunday.", "2025-05-11"),
        ("Chile and Peru signed the border treaty on May 2.", "2025-05-02"),
    ],
)
def test_date_of_an_agreement(read: Read, text: str, day: str) -> None:
    """The day of an agreement is the one that hangs on its verb or on its noun, and stays out of its matter."""
    found = read(text).agreements
    assert found[0].date is not None
    assert found[0].date.start.isoformat() == day
    assert found[0].date.text not in found[0].about


def test_date_of_the_matter_is_none_of_the_agreement(read: Read) -> None:
    """The day on which the agreed thing is to happen is not the day of the agreement."""
    found = read("Iran and Oman agreed to hold nuclear talks in Rome on Saturday.").agreements
    assert [a.date for a in found] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Japan and Russia signed a treaty on the islands in March. The treaty collapsed in April.",
        "Sudan and Chad reached a truce on Monday. The truce was violated on Tuesday.",
        "Peru and Chile struck an accord on fishing. Peru withdrew from the accord in May.",
    ],
)
def test_end_takes_the_matter_of_what_it_ends(read: Read, text: str) -> None:
    """The end of an agreement is a record of its own, with the matter and parties of the agreement it ends."""
    first, second = read(text).agreements
    assert {first.status, second.status} & {"ended", "violated"}
    assert first.about == second.about or second.status == "violated"
    assert {p.name for p in second.parties} <= {p.name for p in first.parties}


@pytest.mark.parametrize(
    ("text", "parties", "status"),
    [
        (
            "Nadir Osman, head of the government's negotiating team, and Luka Deng, a rebel commander, signed the truce on Friday.",
            {"Nadir Osman", "Luka Deng"},
            "signed",
        ),
        ("Kenya's government and former rebel movement Renamo have signed a ceasefire.", {"Kenya", "Renamo"}, "signed"),
        ("Niger has signed a truce with the Tuareg rebels still holding the border towns.", {"Niger"}, "signed"),
        (
            "Chile and Peru held talks on fishing. Delegates from both countries signed an agreement on quotas.",
            {"Chile", "Peru"},
            "signed",
        ),
        ("Chad, Niger and Mali signed the GSLA in July 2015 after long talks.", {"Chad", "Niger", "Mali"}, "signed"),
        ("Ghana and Togo ended their third round of talks with a broad agreement on tolls.", {"Ghana", "Togo"}, "agreed"),
        ("The delegations of Chad and Niger signed a document on the exchange of prisoners.", {"Chad", "Niger"}, "signed"),
        ("Aug 3 (Reuters) – Chad and Niger each swapped 95 prisoners in an agreement brokered by Oman.", {"Chad", "Niger"}, "agreed"),
    ],
)  # fmt: skip
def test_parties_that_the_grammar_tears_off(read: Read, text: str, parties: set[str], status: str) -> None:
    """Sides are found behind offices, behind nouns for their kind, behind "with", and for whom delegates sign."""
    found = read(text).agreements
    assert [a.status for a in found] == [status]
    assert parties <= {p.name for p in found[0].parties}


@pytest.mark.parametrize(
    "text",
    [
        "The mediators hoped to discuss the grievances of the rebels after the agreement was signed.",
        "Peacekeepers could only enter Chad after the rebels reach a deal with the government.",
        "The envoy will stay in Chad until the two sides sign an accord.",
        "He noted that peace deals had been reached without truces in other wars of Africa.",
        "Oman would reopen its embassy in Yemen once a ceasefire took effect.",
    ],
)
def test_agreement_still_to_come(read: Read, text: str) -> None:
    """A clause of time that hangs on something to come tells of no agreement, nor do deals in general."""
    assert read(text).agreements == ()


@pytest.mark.parametrize(
    ("text", "about"),
    [
        (
            "Chad and Niger agreed on Monday to cease hostilities, a dramatic turn two years into their border war.",
            "cease hostilities",
        ),
        (
            "Chad and Niger agreed on a deal on the wells, the fruit of nine days of talks in Oman.",
            "a deal on the wells",
        ),
        (
            "Chad and Niger agreed Wednesday to a truce and border talks to end years of violence.",
            "a truce and border talks",
        ),
        ("Negotiators of Chad and Niger agreed to “stage one” of a trade deal.", "“stage one” of a trade deal"),
    ],
)
def test_matter_ends_where_it_ends(read: Read, text: str, about: str) -> None:
    """What a comma puts beside the matter, and the purpose behind it, are no part of it; quotation marks come in pairs."""
    assert [a.about for a in read(text).agreements] == [about]


def test_breakthrough_deal_points_back(read: Read) -> None:
    """A deal told again with nothing but praise is the one told before."""
    found = read(
        "Chad and Niger signed a ceasefire on Monday. The breakthrough deal, reached after years of talks, was hailed abroad."
    ).agreements
    assert len(found) == 1
    assert len(found[0].evidence) == 2
