"""Deeds told by verbs and nouns: sort, sides, status, place and date, and what is no deed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.terms.findings import Findings, Incident

Read = Callable[..., Findings]


def sorts(findings: Findings) -> list[str]:
    """The sorts of the incidents of a report."""
    return [i.why.rule.split(":")[1] for i in findings.incidents]


def only(findings: Findings, sort: str) -> Incident:
    """The one incident of a sort."""
    found = [i for i in findings.incidents if i.why.rule.endswith(f":{sort}")]
    assert len(found) == 1, sorts(findings)
    return found[0]


SIDES = [
    ("Kenya expelled two diplomats of Uganda on Monday.", "envoy-expulsion", "Kenya", "happened"),
    ("Peru imposed an embargo on Bolivia.", "sanctions", "Peru", "happened"),
    ("Peru has lifted its embargo on Bolivia.", "easing-of-sanctions", "Peru", "happened"),
    ("Norway gave Kenya 40 tons of grain.", "aid", "Norway", "happened"),
    ("Norway will give Kenya 40 tons of grain.", "aid", "Norway", "expected"),
    ("Norway promised to send doctors and medicine to Kenya.", "aid", "Norway", "expected"),
    ("Chile severed diplomatic relations with Peru.", "ties-cut", "Chile", "happened"),
    ("Chile threatened to sever diplomatic relations with Peru.", "ties-cut", "Chile", "expected"),
    ("Chile and Peru restored diplomatic relations.", "ties-restored", "Chile", "happened"),
    ("Kenya recalled its ambassador to Uganda.", "envoy-recall", "Kenya", "happened"),
    ("Kenya withdrew its troops from Somalia.", "withdrawal", "Kenya", "happened"),
    ("Kenya is withdrawing its troops from Somalia.", "withdrawal", "Kenya", "ongoing"),
    ("Kenya began withdrawing its troops from Somalia.", "withdrawal", "Kenya", "happened"),
    ("Ghana closed its border with Togo on Friday.", "closing", "Ghana", "happened"),
    ("Ghana reopened its border with Togo.", "access-granted", "Ghana", "happened"),
    ("Ghana massed troops along the border with Togo.", "mobilisation", "Ghana", "happened"),
    ("Ghana is preparing for an offensive against Togo.", "offensive", "Ghana", "expected"),
    ("Ghana denied that it had bombed Togo.", "air-strike", "Ghana", "denied"),
    ("Ghana denies any involvement in the bombing of Togo.", "air-strike", "Ghana", "denied"),
    ("Ghana's bombing of Togo went on.", "air-strike", "Ghana", "happened"),
    ("Ghana carried out air strikes on Togo.", "air-strike", "Ghana", "happened"),
    ("Air strikes by Ghana hit Togo's capital.", "air-strike", "Ghana", "happened"),
    ("Togo came under attack from Ghana.", "attack", "Ghana", "happened"),
    ("Togo was invaded by Ghana in 2019.", "invasion", "Ghana", "happened"),
    ("Ghana's invasion of Togo in 2019 shocked the region.", "invasion", "Ghana", "happened"),
    ("Ghana shared intelligence with Togo.", "intelligence-sharing", "Ghana", "happened"),
    ("Ghana extradited three suspects to Togo.", "extradition", "Ghana", "happened"),
    ("Ghana granted asylum to nine officers from Togo.", "asylum", "Ghana", "happened"),
    ("Ghana apologised to Togo for the incident.", "apology", "Ghana", "happened"),
    ("Ghana vetoed the resolution of the council.", "veto", "Ghana", "happened"),
    ("Ghana issued an ultimatum to Togo.", "ultimatum", "Ghana", "happened"),
    ("Ghana declared a unilateral ceasefire on Friday.", "truce", "Ghana", "happened"),
    ("Ghana halted its air strikes on Togo.", "halt-of-attacks", "Ghana", "happened"),
    ("Ghana stopped bombing Togo.", "halt-of-attacks", "Ghana", "happened"),
    ("Ghana test-fired a ballistic missile on Sunday.", "weapons-test", "Ghana", "happened"),
    ("Ghana suspended aid to Togo.", "aid-cut", "Ghana", "happened"),
    ("Ghana announced a suspension of aid to Togo.", "aid-cut", "Ghana", "happened"),
    ("Ghana withdrew from the fisheries treaty.", "treaty-exit", "Ghana", "happened"),
    ("Ghana recognised the independence of Togo.", "recognition", "Ghana", "happened"),
    ("Ghana and Togo exchanged 60 prisoners on Sunday.", "prisoner-exchange", "Ghana", "happened"),
    ("Ghana continued to send weapons to Togo.", "military-aid", "Ghana", "ongoing"),
    ("Ghana will begin withdrawing its troops from Togo in June.", "withdrawal", "Ghana", "expected"),
    ("Ghana speeded up the withdrawal of its forces from Togo.", "withdrawal", "Ghana", "happened"),
    ("Ghana tried to assassinate a minister of Togo.", "assassination-attempt", "Ghana", "happened"),
    ("Ghana was engaged in ethnic cleansing in Togo.", "ethnic-cleansing", "Ghana", "happened"),
    ("Ghana has allowed aid trucks to enter Togo.", "access-granted", "Ghana", "happened"),
    ("Ghana has not allowed any food into Togo since March.", "withholding", "Ghana", "happened"),
]


@pytest.mark.parametrize(("text", "sort", "actor", "status"), SIDES)
def test_who_did_it_and_whether_it_happened(read: Read, text: str, sort: str, actor: str, status: str) -> None:
    """A deed has its sort, its doer and its status, in active, passive, noun and reported form."""
    found = only(read(text), sort)
    assert found.actor is not None
    assert found.actor.name == actor
    assert found.status == status


TARGETS = [
    ("Peru imposed an embargo on Bolivia.", "sanctions", "Bolivia"),
    ("Norway gave Kenya 40 tons of grain.", "aid", "Kenya"),
    ("Chile severed diplomatic relations with Peru.", "ties-cut", "Peru"),
    ("Chile and Peru restored diplomatic relations.", "ties-restored", "Peru"),
    ("Ghana's bombing of Togo went on.", "air-strike", "Togo"),
    ("Ghana shared intelligence with Togo.", "intelligence-sharing", "Togo"),
    ("Ghana apologised to Togo for the incident.", "apology", "Togo"),
    ("Togo was attacked by Ghana.", "attack", "Togo"),
    ("The assassination of Mara Lind shocked Norway.", "assassination", "Mara Lind"),
    ("Police arrested opposition leader Mara Lind.", "arrest", "Mara Lind"),
    ("The arrest of Mara Lind set off protests.", "arrest", "Mara Lind"),
    ("Mara Lind's arrest set off protests.", "arrest", "Mara Lind"),
]


@pytest.mark.parametrize(("text", "sort", "target"), TARGETS)
def test_to_whom_it_was_done(read: Read, text: str, sort: str, target: str) -> None:
    """The target stands as object, after the preposition of its sort, as second party, or owns the noun of what it suffered."""
    found = only(read(text), sort)
    assert found.target is not None
    assert found.target.name == target


PLACES = [
    ("A car bomb exploded in Nairobi on Monday.", "bombing", "Nairobi"),
    ("The killing of two tourists in Nairobi shocked Kenya.", "killing", "Nairobi"),
    ("Overnight strikes on Kyiv killed four people.", "attack", "Kyiv"),
    ("Thousands of workers marched in Lagos against the law.", "protest", "Lagos"),
    ("The army imposed a curfew in Lagos.", "curfew", "Lagos"),
    ("Rebels attacked an army post near Mogadishu.", "attack", "Mogadishu"),
]


@pytest.mark.parametrize(("text", "sort", "place"), PLACES)
def test_where_it_was_done(read: Read, text: str, sort: str, place: str) -> None:
    """The place is the innermost named one, of the clause, of the noun, or where it was aimed."""
    assert only(read(text), sort).place == place


DAYS = [
    ("A car bomb exploded in Nairobi on Monday.", "bombing", "2025-05-12"),
    ("The killing of two tourists in Nairobi on 22 April shocked Kenya.", "killing", "2025-04-22"),
    ("Police said on Tuesday that a bomb had exploded in Nairobi on Sunday.", "bombing", "2025-05-11"),
    ("Kenya will withdraw its troops from Somalia on Friday.", "withdrawal", "2025-05-16"),
]


@pytest.mark.parametrize(("text", "sort", "day"), DAYS)
def test_when_it_was_done(read: Read, text: str, sort: str, day: str) -> None:
    """The date is the one that hangs on the deed, and not the one of the saying around it."""
    date = only(read(text), sort).date
    assert date is not None
    assert date.start.isoformat() == day


NOTHING = [
    "Kenya did not bomb Uganda.",
    "Kenya has not imposed sanctions on Uganda.",
    "Kenya has yet to withdraw its troops from Uganda.",
    "Kenya refused to withdraw its troops from Uganda.",
    "Kenya urged Uganda to withdraw its troops from Somalia.",
    "Kenya demanded the withdrawal of Ugandan troops from Somalia.",
    "Kenya called for sanctions against Uganda.",
    "If Kenya bombs Uganda, the talks will fail.",
    "The two sides held talks on the release of prisoners.",
    "Kenya fears an attack by Uganda.",
    "An attack on Kenya is possible.",
    "The union wants to prevent a strike on Kenya.",
    "The striker attacked down the left in the first half.",
    "Shares in the bank rallied on Friday.",
    "The minister suffered a heart attack.",
    "The ministry released a statement.",
    "The album will be released in May.",
    "The committee killed the bill.",
    "The firm fought off a hostile takeover bid.",
    "The shooting of the film ended in June.",
    "The company fired its manager.",
    "Doctors are fighting the disease.",
    "The earthquake destroyed nine houses.",
    "The war was long.",
    "He took part in the talks in Geneva.",
    "The coach resigned from the club.",
    "The two leaders opened the summit.",
    "She struck a deal with the ministry.",
    "The report shelled out no details.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_deed(read: Read, text: str) -> None:
    """What is denied by the teller, refused, wished for, feared or of another world is no incident."""
    assert sorts(read(text)) == []


def test_a_game_has_no_deeds(read: Read) -> None:
    """A report about a match has attacks and strikes and no incident."""
    text = (
        "Kenya attacked Uganda from the first minute of the match. The striker scored a second goal with a strike from "
        "twenty yards, and the goalkeeper of Uganda had to fight. The coach praised his squad after the tournament."
    )
    assert sorts(read(text)) == []


def test_a_business_report_has_no_takeover_by_force(read: Read) -> None:
    """What firms call takeover, aid, suit or stepping down is no deed in a report about business."""
    text = (
        "Shares of the company fell after the takeover of its rival. The firm filed a lawsuit against the retailer, and the "
        "lender gave the company loans of 40 million dollars. Investors sold stock, and the CEO will step down in June."
    )
    assert sorts(read(text)) == []


def test_evidence_is_exact(read: Read) -> None:
    """Evidence quotes the text at its offsets, over line breaks and odd spaces too."""
    text = "Ghana carried\nout air strikes\u00a0on Togo  on Monday. Togo's army fired rockets at Ghana."
    findings = read(text)
    assert len(findings.incidents) == 2
    for incident in findings.incidents:
        for piece in incident.evidence:
            assert text[piece.start : piece.end] == piece.quote


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("Since January, the Valley Front has seized Karsa and Ober, the largest cities in the north.", "conquest"),
        ("Rebel fighters occupied state buildings in Karsa.", "conquest"),
        ("Rebel fighters have dug in across two districts.", "mobilisation"),
        ("Rebel fighters placed snipers on the roofs.", "mobilisation"),
        ("Rebel fighters set up checkpoints on the road to Ober.", "blockade"),
        ("The army has been using heavy artillery to dislodge the rebels.", "shelling"),
        ("The army used air strikes against the rebels.", "air-strike"),
        ("Police harassed farmers near Ober.", "harassment"),
        ("Police issued fines to drivers with old number plates.", "harassment"),
        ("Hundreds of villagers chanted for peace in the square.", "protest"),
        ("Kenya re-imposed sanctions on Uganda.", "sanctions"),
        ("The talks follow the government's freeing of 300 prisoners.", "release"),
    ],
)
def test_deeds_of_war_and_pressure(read: Read, text: str, sort: str) -> None:
    """Towns taken by name, fighters who dig in, fines, chants and what a meeting follows are deeds."""
    assert sorts(read(text)) == [sort]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Prelec seized the chance.",
        "The guests set up a stall in the market.",
        "The deal, which involves the release of 1,400 prisoners, was signed last year.",
        "Both sides agreed to exchange prisoner lists.",
        "Talks were suspended in February.",
        "New tariffs would be imposed.",
        "The club attempted to hijack a rival's move for the striker.",
    ],
)
def test_no_deeds_of_war_and_pressure(read: Read, text: str) -> None:
    """What a paper foresees, what nobody did, and other senses of the words are no incidents."""
    assert sorts(read(text)) == []


def test_exchange_and_its_releases_are_one(read: Read) -> None:
    """An exchange and the releases it consists of are one incident."""
    found = read("Kenya and Uganda carried out a prisoner exchange in April 2023, releasing 900 prisoners.")
    assert sorts(found) == ["prisoner-exchange"]
    assert len(found.incidents[0].evidence) >= 1
