"""Deeds that other words carry or only speak of: starts, parts, exits, what is due and what is only talked about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.terms.findings import Findings

Read = Callable[..., Findings]


def only_actor(findings: Findings) -> str | None:
    """Who did the one incident of a report; None where nobody is told or there is none."""
    found = findings.incidents
    return found[0].actor.name if len(found) == 1 and found[0].actor is not None else None


TOLD = [
    ("Chile's re-imposition of sanctions on Peru in 2018 hurt both.", "sanctions", "Chile", "happened"),
    ("Chile carried out some of its worst air strikes on Peru on Sunday.", "air-strike", "Chile", "happened"),
    ("Chile's exit from the river treaty came in May 2019.", "treaty-exit", "Chile", "happened"),
    ("Chile suspended its compliance with the river treaty in May 2019.", "treaty-exit", "Chile", "happened"),
    ("Chile's tariffs on copper from Peru take effect next week.", "sanctions", "Chile", "expected"),
    ("The war went on, with Chile carrying out air strikes on Peru.", "air-strike", "Chile", "happened"),
    ("Chile's withdrawal from the ABPRT in 2018 angered Peru.", "treaty-exit", "Chile", "happened"),
    ("Talks began in May, with Chile announcing its release of 26 sailors.", "release", "Chile", "happened"),
    ("A strike by 900 nurses is due to begin in Lima on Monday.", "labour-strike", "900 nurses", "expected"),
    ("The dockers' union said it would strike on Monday.", "labour-strike", "dockers' union", "expected"),
    ("Chile widened the quarrel by imposing tariffs on Peru.", "sanctions", "Chile", "happened"),
    ("Nine sailors came home after being kidnapped by Hamas.", "abduction", "Hamas", "happened"),
    ("Chile's army surrounded the village of Arica on Sunday.", "blockade", "Chile's army", "happened"),
    ("Chile said it seized nine soldiers near the border.", "arrest", "Chile", "happened"),
    ("Chile annexed Tarapaca in May 2014.", "conquest", "Chile", "happened"),
    ("Chile struck Lima with drones overnight.", "attack", "Chile", "happened"),
    ("Chile blocked the accounts of two banks in Lima.", "asset-seizure", "Chile", "happened"),
    ("The army launched a campaign in the valley to root out the rebels.", "offensive", "army", "happened"),
    ("The war has killed 900 people in Lima since May.", "war", None, "happened"),
    ("The union asked all workers to end a strike that has idled the docks.", "labour-strike", None, "ongoing"),
]


@pytest.mark.parametrize(("text", "sort", "actor", "status"), TOLD)
def test_a_deed_that_another_word_carries_is_read(read: Read, text: str, sort: str, actor: str, status: str) -> None:
    """A start, a part, an exit or a day to come says whether it was done; the owner of that word did it."""
    found = [i for i in read(text).incidents if i.why.rule.endswith(f":{sort}")]
    assert [(i.actor.name if i.actor else None, i.status) for i in found] == [(actor, status)]


SPOKEN_OF = [
    "The talks in Lima focused on rescuing villagers from the valley.",
    "The corridors for rescuing villagers from Arica were the main topic in Lima.",
    "President Velin attacked Jon Berg over the deal.",
    "Neither Velin nor Berg was charged with theft in Lima.",
    "President Velin spoke of the prospect of resuming Chile's aid to Peru.",
    "President Velin raised the possibility of bombing the bridge in Lima.",
    "The fees match those charged by major trading partners in Chile.",
    "President Velin stood by his decision on Sunday.",
    "The ministers spoke about tariffs on copper from Peru.",
    "The rebels would leave Arica only after the prisoners are freed.",
    "Chile could capture Lima in three days.",
    "The deal gives Peru two million euros in aid.",
    "Should Chile bomb Peru, the talks will end.",
    "Should he want to lift the sanctions on Peru, he would need a vote.",
    "Chile has not shelled Lima or tested a missile since May.",
    "Chile neither confirmed nor denied involvement in the attack.",
    "Chile's aides were recommending air strikes on Peru.",
    "The dispute would lead to air strikes on Peru.",
    "Senator Velin clashed with Ana Prelec over how to mend the dam.",
    "President Velin sided with Senator Berg in the vote.",
    "President Velin would veto the bill.",
    "The vote hurt a bid to kill his tax plan.",
    "Chile charged Peru with breaking the river treaty.",
    "Chile opened talks to end the war with Peru.",
    "Chile hit Peru with a demand for an answer.",
    "Senator Velin launched a campaign in Lima to win votes.",
    "The quarrel is threatening the security of the valley.",
    "President Velin stopped short of pulling out of the river treaty.",
    "Key points of the plan include withdrawing troops from Lima and freeing hostages.",
    "The two agreed on a deal that includes Chile withdrawing its troops from Peru.",
    "President Velin said there won't be any hostages released.",
    "We run the risk that Peru is given aid by Chile.",
    "He did not explain why an attack on Peru would be in Chile's interest.",
    "The two might agree to steps such as Peru freeing prisoners and Chile withdrawing its troops from Lima.",
    "There is no evidence that Chile bombed Peru.",
    "He called for a plan that provided aid for Peru.",
    "The spokesman did not know if the troops had already been withdrawn from Lima.",
    "Chile's conditions are for the Peru Council to be barred from the port.",
    "The mediators tried to stop Chile from launching rockets at Peru.",
    "Bombing Lima once more?",
    "President Velin's decision not to impose tariffs on Peru pleased the port.",
    "President Velin argued for seizing the oil fields of Arica.",
    "Both leaders demonstrated a willingness to meet in Lima.",
]


@pytest.mark.parametrize("text", SPOKEN_OF)
def test_what_is_only_spoken_of_is_no_deed(read: Read, text: str) -> None:
    """A prospect, a subject of talks, a condition and a fee are no deeds."""
    assert not read(text).incidents


NOT_UNREAL = [
    "The army said that it bombed Lima.",
    "Chile's plan, which gave Peru two tons of grain, ended in May.",
    "There is evidence that Chile bombed Peru.",
    "President Velin stopped the talks after bombing Lima.",
    "Chile gave up its arms, only to be invaded by Peru in 2011.",
]


@pytest.mark.parametrize("text", NOT_UNREAL)
def test_what_is_only_near_to_a_doubt_was_done(read: Read, text: str) -> None:
    """The words of doubt are there, but not above the deed."""
    assert [i.status for i in read(text).incidents] == ["happened"]


LEVIED = [
    ("Chile slapped penalties on nine officials of Peru.", "Chile", "happened"),
    ("President Velin reinstated the sanctions on Peru in May.", "Velin", "happened"),
    ("Chile hit Peru with tariffs of 20 percent on Monday.", "Chile", "happened"),
    ("Chile retaliated with tariffs on goods from Peru.", "Chile", "happened"),
    (
        "Chile responded with its own set of penalties on goods from Peru, which went into effect on Friday.",
        "Chile",
        "happened",
    ),
    ("The tariffs on Peru will begin on Monday.", None, "expected"),
    ("Chile's trade ministry blocked firms from selling chips to Peru.", "Chile's trade ministry", "happened"),
]


@pytest.mark.parametrize(("text", "actor", "status"), LEVIED)
def test_what_is_laid_on_trade_is_read(read: Read, text: str, actor: str | None, status: str) -> None:
    """Penalties, duties and bans on trade, with who laid them on; of what is due the day alone is news."""
    found = read(text).incidents
    assert [(i.actor.name if i.actor else None, i.status) for i in found] == [(actor, status)]


CARRIED = [
    ("Hamas launched an attack on Arica on Monday, during which nine people were killed.", "Hamas"),
    ("The raid on Arica, which Chile launched overnight, killed two people.", "Chile"),
    ("The unions will react with warning strikes.", "unions"),
    ("Security forces answered with gunfire.", "Security forces"),
    ("Hamas said little. Hamas gunmen attacked Arica on Monday.", "Hamas"),
    ("President Velin spoke on the day when rebels of Chile attacked Arica, killing nine people.", "rebels of Chile"),
]


@pytest.mark.parametrize(("text", "actor"), CARRIED)
def test_who_did_it_may_stand_with_the_word_that_carries_it(read: Read, text: str, actor: str) -> None:
    """The subject of the verb that carries an attack did it, and what came of it belongs to the nearest clause."""
    assert only_actor(read(text)) == actor


def test_a_rocket_has_the_place_from_where_it_came(read: Read) -> None:
    """Where nobody says to where it flew; and a march has the town through whose streets it goes."""
    assert read("The army said that five rockets had been fired from Lima.").incidents[0].place == "Lima"
    assert read("Thousands of farmers marched on Monday through the streets of Lima.").incidents[0].place == "Lima"


DAYS = [
    ("The war broke out on May 8, when Chile began shelling Arica.", "2025-05-08"),
    ("Chile launched air strikes on Peru on Monday and on Tuesday Minister Jon Berg spoke in Lund.", "2025-05-12"),
    ("President Velin has condemned the losses in an air strike on Arica on Saturday.", "2025-05-10"),
    ("About 900 miners continued their strike begun last Friday.", "2025-05-09"),
    (
        "After Chile fired two rockets at Arica early Saturday, its first in a year, Mr. Berg said on Monday he was calm.",
        "2025-05-10",
    ),
    ("On Tuesday, President Velin announced he was withdrawing from the 2015 treaty.", "2025-05-13"),
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_a_deed_has_the_day_that_is_told_of_it(read: Read, text: str, day: str) -> None:
    """Not the year by which a treaty goes, nor the day of what is told beside it."""
    assert [str(i.date.start) if i.date else "" for i in read(text).incidents] == [day]


def test_the_mark_of_many_owners_may_be_bent(read: Read) -> None:
    """ "Hamas’ attack" is an attack by Hamas; within quotation marks of that form the sign ends the words quoted."""
    assert only_actor(read("Nine people died during Hamas’ attack on Arica.")) == "Hamas"
    assert only_actor(read("Nine people died in what he called ‘a war by Hamas’ and its friends.")) is None


def test_an_exchange_that_a_round_led_to_took_place(read: Read) -> None:
    """It needs no names: the round led to it, or it came before; told twice it is one."""
    findings = read(
        "Peru and Chile held talks in Lima. The round led to a prisoner exchange. It was preceded by a prisoner exchange."
    )
    assert [i.why.rule for i in findings.incidents] == ["deed-noun:prisoner-exchange"]


def test_a_rising_that_broke_out_points_to_nothing_told_before(read: Read) -> None:
    """ "The rebellion broke out in 2014" tells of it for the first time."""
    found = read("The rebellion in Arica broke out in 2014.").incidents
    assert [(i.place, str(i.date.start) if i.date else "") for i in found] == [("Arica", "2014-01-01")]


ONE = [
    "Gunmen opened fire at a crowd in Arica on Monday, killing 32. The Northern Front claimed responsibility for the attack.",
    "Nine people were killed in Chilean air strikes on a mosque. Dozens were also injured in strikes that hit a school.",
    "Peru has condemned a Chilean air strike against a school in Arica on Saturday. Saturday's air strike killed nine.",
    "President Velin of Chile invaded Peru. Chile's invasion of Peru in May was short.",
    "Rebel attacks near Arica killed nine soldiers and wounded 78 others on Monday.",
    "Gunmen from Chile attacked Arica on Monday, killing nine people and taking four guards hostage.",
    "Air strikes by Chile on Arica killed nine people on Monday and wounded 12 others.",
]


@pytest.mark.parametrize("text", ONE)
def test_an_attack_and_what_came_of_it_are_one(read: Read, text: str) -> None:
    """The dead, the wounded and those led away are told of the same deed."""
    assert len(read(text).incidents) == 1


def test_two_deeds_of_one_doer_stay_two(read: Read) -> None:
    """Who is arrested in the same sentence suffered another deed."""
    assert len(read("Chile shelled Arica on Monday and arrested two editors in Lima.").incidents) == 2
