"""Deeds that are none, deeds that stay apart, and deeds told by words of which only some are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.terms.findings import Findings

Read = Callable[..., Findings]


@pytest.mark.parametrize(
    "text",
    [
        "The feud has seen 700 people killed.",
        "In all, 60 people were wounded.",
        "Diehards rallied.",
        "The trial is to be held in The Hague.",
        "The firm ships 12 million items a day.",
        "The attack on Sudan shocked the world.",
        "Chad asked Sudan to halt its bombardment of the port.",
        "Kenya, March 25, 2024",
        "All groups (barring the rebels) came.",
        "Kenya may promise to withdraw its guns from the pass.",
    ],
)
def test_no_deed(read: Read, text: str) -> None:
    """A toll without a day, what is only asked for or may be promised, a date and a trade are no deeds."""
    assert read(text).incidents == ()


@pytest.mark.parametrize(
    ("text", "actor", "target", "cameo"),
    [
        ("Togo confiscated 40 Kenyan lorries.", "Togo", "Kenya", "1711"),
        ("Chad and Sudan exchanged 200 prisoners on Sunday.", "Chad", "Sudan", "0841"),
        ("The swap of captives between Chad and Sudan has ended.", "Chad", "Sudan", "0841"),
        ("Mutineers lost the port of Mombasa to the navy on Sunday.", "navy", "Mutineers", "192"),
        ("Police cordoned off the quarter on Monday.", "Police", None, "191"),
        ("At dawn on Sunday the drivers took their turn on picket duty.", "drivers", None, "143"),
        ("Chad recalled its ambassador from Sudan.", "Chad", "Sudan", "161"),
        ("The army evacuated 200 civilians from Nairobi.", "army", "200 civilians", "073"),
    ],
)
def test_who_did_what_to_whom(read: Read, text: str, actor: str, target: str | None, cameo: str) -> None:
    """Losers and winners, both sides of a swap, owners of what was seized."""
    (found,) = read(text).incidents
    assert found.actor is not None
    assert found.actor.name == actor
    assert (found.target.name if found.target is not None else None) == target
    assert [event.cameo for event in found.events] == [cameo]


@pytest.mark.parametrize(
    "text",
    [
        "Heavy fighting was reported in Nairobi on Monday.",
        "Skirmishes flared up again on Sunday.",
    ],
)
def test_fighting_of_nobody_named(read: Read, text: str) -> None:
    """Fighting that has a place or a day is told, whoever fights."""
    (found,) = read(text).incidents
    assert (found.actor, found.status) == (None, "happened")


def test_attacks_in_several_sentences_stay_apart(read: Read) -> None:
    """A vague word for an attack is not every other deed of the same side."""
    text = (
        "Envoys of Chad and Sudan met for a second day of talks in Doha on Monday, and will meet again before the week is out, they said.\n\n"
        "Chad carried out various attacks. Chad bombed two houses. Chad shelled a market."
    )
    assert len(read(text).incidents) == 3


def test_what_one_is_bound_to_is_still_to_come(read: Read) -> None:
    """A commitment to let somebody go is a promise."""
    text = "In the truce talks Chad committed itself to releasing the sailors."
    assert [found.status for found in read(text).incidents] == ["expected"]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Nine men were killed by Sudanese fire near Ober on Monday. Sudan was silent.", "Sudan"),
        ("The clinic in Ober was hit twice on Monday.", None),
        ("Chad halted the entry of flour and goods into Ober on Monday.", "Chad"),
        ("Chad brought back nine prisoners from Sudan on Monday.", "Chad"),
        ("Miners walked off the job on Monday.", "Miners"),
        ("Chad revoked the visas of nine Sudanese officials.", "Chad"),
        ("Chad accused Sudan of shelling Ober on Monday.", "Sudan"),
        ("They fled amid heavy fighting in Ober on Monday.", None),
    ],
)
def test_deeds_in_other_frames(read: Read, text: str, actor: str | None) -> None:
    """A deed is told by fire, by a bare passive, by what comes in or back, by an accusation or by fierce fighting."""
    (found,) = read(text).incidents
    assert (found.actor and found.actor.name) == actor


@pytest.mark.parametrize(
    "text",
    [
        "Nine barns were destroyed by fire near Ober.",
        "Villages in Chad were hard hit by drought last year.",
        "The men held by the rebels are miners.",
    ],
)
def test_no_deed_in_like_words(read: Read, text: str) -> None:
    """Fire without arms, hardship and those whom somebody holds are no deeds."""
    assert read(text).incidents == ()


def test_blast_and_its_toll_are_one(read: Read) -> None:
    """A bomb that explodes and kills is one deed; so are an arrest and its charge."""
    assert len(read("A car bomb exploded in Ober on Monday, killing six soldiers.").incidents) == 1
    assert len(read("Rebel leader Luis Prado was arrested in Ober on Monday and charged with treason.").incidents) == 1


def test_exchange_of_nobody_named_is_that_of_those_who_talked(read: Read) -> None:
    """An exchange that talks led to is one between the two sides of these talks."""
    (found,) = read("Chad and Sudan held talks in Doha on Monday. The round led to a prisoner exchange.").incidents
    assert found.actor is not None
    assert found.actor.name == "Chad"


@pytest.mark.parametrize(
    ("text", "sort", "actor"),
    [
        ("Chad and Sudan blamed each other for shelling a dam near Ober.", "shelling", "Chad"),
        ("Chad's exit from the river treaty and imposition of sanctions on Sudan hurt both.", "sanctions", "Chad"),
        ("They fled after explosions in Ober on Monday.", "bombing", None),
        ("Soldiers seized power in Chad on Monday.", "coup", "Soldiers"),
        ("A shell landed on a school in Ober on Monday.", "attack", None),
        ("A jet was hijacked near Ober on Monday.", "abduction", None),
    ],
)
def test_deeds_of_more_kinds(read: Read, text: str, sort: str, actor: str | None) -> None:
    """What one blames the other for, what shares an owner, what lands, blasts, hijackings and seizures of power are deeds."""
    found = [i for i in read(text).incidents if i.why.rule.endswith(f":{sort}")]
    assert [i.actor.name if i.actor else None for i in found] == [actor]


def test_doing_that_is_only_a_subject_is_no_deed(read: Read) -> None:
    """What was not discussed was not done."""
    assert read("Sending troops to Sudan was not discussed, Chad said.").incidents == ()
