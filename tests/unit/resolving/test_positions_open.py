"""Positions on what no list foresees, in forms that hide their matter: states wished for, clefts, headlines, silence, pointers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.terms.findings import Findings

Read = Callable[..., Findings]

# text, holder, stance, the very words of the matter
OPEN: list[tuple[str, str, str, str]] = [
    ("Kenya wanted cheaper coffee. The talks on quotas go on.", "Kenya", "demands", "cheaper coffee"),
    ("Kenya wants the valley demilitarised. The talks go on.", "Kenya", "demands", "the valley demilitarised"),
    ("Kenya's envoys said they do not want him freed. The talks go on.", "Kenya's envoys", "rejects", "him freed"),
    ("Chad would prefer to have the talks in Ober.", "Chad", "demands", "have the talks in Ober"),
    ("Kenya took a hard line against the quotas. The talks go on.", "Kenya", "rejects", "the quotas"),
    ("Kenya lashed out at the whaling ban. The talks go on.", "Kenya", "rejects", "the whaling ban"),
    ("Kenya said no to a truce in the harbour.", "Kenya", "rejects", "a truce in the harbour"),
    ("Kenya is not against a truce.", "Kenya", "accepts", "a truce"),
    ("Kenya offered to lend ships. Chad has not yet responded.", "Chad", "undecided", "lend ships"),
    ("Kenya responded positively to the plan, the mediators said.", "Kenya", "accepts", "the plan"),
    (
        "A deadline set by President Ana Prelec for Chad to leave the port passed during the talks.",
        "Ana Prelec",
        "demands",
        "leave the port",
    ),
    (
        "The blueprint drawn up by Kenya to end the war alarmed the rebels.",
        "Kenya",
        "proposes",
        "end the war",
    ),
    (
        'Kenya rejected as "absurd" calls for a safe zone around the harbour.',
        "Kenya",
        "rejects",
        "calls for a safe zone around the harbour",
    ),
    ("Chad's army will only agree to a truce.", "Chad's army", "accepts-conditionally", "a truce"),
    ("Kenya would accept nothing less than a truce.", "Kenya", "demands", "nothing less than a truce"),
    ("Kenya's mediators will vote on the truce. Chad rejects it.", "Chad", "rejects", "the truce"),
    ("Chad expressed hope a truce would be signed by May.", "Chad", "supports", "a truce would be signed by May"),
    ("Chad is pushing to keep its patrols during the truce.", "Chad", "demands", "keep its patrols during the truce"),
    ("Kenya put itself forward as a mediator in the war.", "Kenya", "offers", "a mediator in the war"),
    ("Chad's minister, Ana Prelec, agreed to a truce.", "Ana Prelec", "accepts", "a truce"),
]

QUIET = [
    "Tourists want cheaper coffee, a poll about the ceasefire found.",
    "Kenya offered the guests tea before the talks.",
    "The terms agreed by Kenya and Chad come into force in May.",
    "We hope to agree on the text of the truce, President Ana Prelec said.",
    "The mayor wants a wider road beside the mill.",
    "Kenya is pressing an offensive on the islands during the war.",
    "Kenya called on the Norland Times to report less about the talks.",
]


@pytest.mark.parametrize(("text", "actor", "stance", "about"), OPEN)
def test_stance_on_what_no_list_foresees(read: Read, text: str, actor: str, stance: str, about: str) -> None:
    """The stance is found with its holder and its matter, wherever the matter stands."""
    found = {(p.actor.name, p.stance, p.about) for p in read(text).positions}
    assert (actor, stance, about) in found, found


@pytest.mark.parametrize("text", QUIET)
def test_no_stance_of_bystanders_and_deeds(read: Read, text: str) -> None:
    """Bystanders, courtesies, accords, hopes for oneself and deeds in the field are no positions."""
    stances = ("accepts", "demands", "offers", "rejects")
    assert not [(p.actor.name, p.stance, p.about) for p in read(text).positions if p.stance in stances]


def test_anonymity_is_no_condition(read: Read) -> None:
    """A source that asks not to be named accepts nothing under that condition."""
    found = read("Kenya accepted the truce, an official said on condition of anonymity.").positions
    assert [p.conditions for p in found] == [()]


def test_a_side_stands_for_its_state(read: Read) -> None:
    """What "the Kenyan side" wants is what Kenya wants."""
    found = read("Kenya sent envoys to the talks. The Kenyan side demanded a truce.").positions
    assert [(p.actor.name, p.stance) for p in found] == [("Kenya", "demands")]


def test_two_words_for_one_accepted_proposal_are_one_position(read: Read) -> None:
    """A proposal accepted in the headline and in the lead is accepted once."""
    text = (
        "Chad accepted the mediators' proposal. Chad agreed to the new proposal by envoy Ana Prelec, its ministry said."
    )
    found = [p for p in read(text).positions if p.stance == "accepts"]
    assert len(found) == 1, found


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Chad held talks. Kenya's army said it had shot down six Chadian drones.",
        "Kenya and Chad held talks. Kenya blocked the bank accounts of 26 people.",
    ],
)
def test_deeds_under_the_same_verb_are_no_stance(read: Read, text: str) -> None:
    """What can be done with hands is a stance only on what stands on a table."""
    assert read(text).positions == ()


def test_a_length_can_be_insisted_on(read: Read) -> None:
    """A number of days behind "on" is what somebody wants, and not for how long."""
    found = read("Kenya proposed a truce of 30 days. Chad has until now insisted on 45 days.").positions
    assert [(p.actor.name, p.stance, p.about) for p in found][1:] == [("Chad", "demands", "45 days")]
