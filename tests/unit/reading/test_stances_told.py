"""Stances told in other ways: received by a matter, made a condition, left open, refused by a word of no stance."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.terms.findings import Findings

Read = Callable[..., Findings]
ROUND = "The talks between Peru and Chile about the strait resumed in Geneva. "

STANCES = [
    ("The plan has the backing of Ghana.", [("Ghana", "supports", "The plan")]),
    ("The plan drew criticism from Ghana.", [("Ghana", "rejects", "The plan")]),
    ("The plan met with resistance from Ghana.", [("Ghana", "rejects", "The plan")]),
    ("The plan did not win the support of Ghana.", []),
    ("The choir has the support of Ghana.", []),
    ("Peru has yet to say whether it will attend.", [("Peru", "undecided", "it will attend")]),
    ("There was no immediate response from Peru to the offer.", [("Peru", "undecided", "the offer")]),
    ("Peru still has to decide whether to attend.", [("Peru", "undecided", "attend")]),
    ("Peru accepted the plan with reservations.", [("Peru", "accepts-conditionally", "the plan")]),
    ("Peru said it would not join a coalition of fleets.", [("Peru", "rejects", "join a coalition of fleets")]),
    ("Peru is unhappy with the draft.", [("Peru", "rejects", "the draft")]),
    ("Peru will not take part in the talks.", [("Peru", "rejects", "the talks")]),
    ("Ghana is seeking to attend the talks.", [("Ghana", "demands", "attend the talks")]),
    ("Both fleets left for Geneva to encourage the talks.", []),
]


@pytest.mark.parametrize(("text", "held"), STANCES)
def test_stances_told_in_other_ways(read: Read, text: str, held: list[tuple[str, str, str]]) -> None:
    """Each holder with its stance and the matter; what is not received, or only sought, is held by nobody."""
    found = [p for p in read(ROUND + text).positions if p.evidence[0].start >= len(ROUND)]
    assert [(p.actor.name, p.stance, p.about) for p in found] == held


POLITICS = (
    "Senator Ana Prelec spoke in Ober on Sunday. She praised the fire crews. She wants the mayor to open a second bridge. "
    "The mayor, Jon Berg, rejected the plan. The state has too few teachers, he said. Voters go to the polls in May. "
    "Prelec leads in all surveys. Berg called for a debate. The weather was fine. Some 400 people came."
)


def test_politics_of_every_day_hold_no_positions(read: Read) -> None:
    """A report of more than a few sentences in which no sides deal with each other tells of no stances on a matter."""
    assert not read(POLITICS).positions
    assert read(POLITICS.replace("Voters go to the polls", "The ceasefire talks and the peace talks go on")).positions


REQUIRED = [
    ("Peru has said any deal would require the return of its ships.", [("Peru", "demands", "the return of its ships")]),
    (
        "Peru made it clear that any deal must include an apology.",
        [("Peru", "demands", "any deal must include an apology")],
    ),
    (
        "One condition for a truce, Peru said, was the return of the ships.",
        [("Peru", "demands", "the return of the ships")],
    ),
    (
        "Among Peru's demands are the return of the ships and an apology.",
        [("Peru", "demands", "the return of the ships and an apology")],
    ),
    ("Peru's insistence that Chile pay first has held up the deal.", [("Peru", "demands", "Chile pay first")]),
    ("Peru stands by its terms for a truce.", [("Peru", "demands", "its terms for a truce")]),
    ("The bridge would require new piles, Peru said.", []),
]


@pytest.mark.parametrize(("text", "held"), REQUIRED)
def test_what_a_deal_takes_is_demanded(read: Read, text: str, held: list[tuple[str, str, str]]) -> None:
    """What somebody says that a deal requires, or stands by, is their demand; what a bridge requires is none."""
    assert _held(read, text) == held


SIDES = [
    ("Ana Prelec has been a critic of the accord.", [("Ana Prelec", "rejects", "the accord")]),
    ("Ana Prelec, a leading supporter of the accord, spoke.", [("Ana Prelec", "supports", "the accord")]),
    ("Critics of the accord met in Geneva.", []),
    ("Ana Prelec is a critic of modern art.", []),
    ("Ana Prelec called the deal “a historic mistake”.", [("Ana Prelec", "rejects", "the deal")]),
    ("Ana Prelec said the deal was welcome news.", [("Ana Prelec", "supports", "the deal")]),
    ("Ana Prelec said the offer was not good enough.", [("Ana Prelec", "rejects", "the offer")]),
    ("Ana Prelec called the soup “a mistake”.", []),
    ("Ana Prelec wants a deal that is good for all.", [("Ana Prelec", "demands", "a deal that is good for all")]),
]


@pytest.mark.parametrize(("text", "held"), SIDES)
def test_what_somebody_calls_a_deal_is_where_they_stand(
    read: Read, text: str, held: list[tuple[str, str, str]]
) -> None:
    """Critics and backers, good and bad words for a deal; unnamed critics and words for other things hold nothing."""
    assert _held(read, text) == held


OPEN = [
    ("Peru left open whether it would attend the talks.", [("Peru", "undecided", "it would attend the talks")]),
    (
        "Peru gave conflicting answers about whether it would join the talks.",
        [("Peru", "undecided", "it would join the talks")],
    ),
    ("Peru needs time to study the offer.", [("Peru", "undecided", "the offer")]),
    ("Peru left open the gates.", []),
]


@pytest.mark.parametrize(("text", "held"), OPEN)
def test_who_keeps_an_answer_open_is_undecided(read: Read, text: str, held: list[tuple[str, str, str]]) -> None:
    """What is left open, answered in two ways or to be studied; open gates are no answer."""
    assert _held(read, text) == held


TURNS = [
    ("The raids prompted Peru to propose a truce.", [("Peru", "proposes", "a truce")]),
    ("No raid would cause Peru to propose a truce.", []),
    ("Peru will neither sign the accord nor leave the strait, it said.", True),
    ("The proposal from Ana Prelec was discussed.", [("Ana Prelec", "proposes", "The proposal from Ana Prelec")]),
    ("Ana Prelec rejected any suggestion that Peru could leave the strait.", True),
    ("Ana Prelec rejected any suggestion that Peru had left the strait.", []),
]


@pytest.mark.parametrize(("text", "held"), TURNS)
def test_stances_below_other_words(read: Read, text: str, held: list[tuple[str, str, str]] | bool) -> None:
    """What a raid prompts is done, what it would cause is not; what shall not be done is refused, what was not is denied."""
    found = _held(read, text)
    assert found == held if isinstance(held, list) else {stance for _, stance, _ in found} == {"rejects"}


def _held(read: Read, text: str) -> list[tuple[str, str, str]]:
    found = (p for p in read(ROUND + text).positions if p.evidence[0].start >= len(ROUND))
    return [(p.actor.name, p.stance, p.about) for p in found]


ACTS = [
    ("Peru is trying to save the deal.", [("Peru", "supports", "the deal")]),
    ("Peru wants to thwart the deal.", [("Peru", "rejects", "the deal")]),
    ("The rain could derail the deal.", []),
    ("Ana Prelec does not agree with the deal.", [("Ana Prelec", "rejects", "the deal")]),
    ("Ana Prelec does not agree with her brother.", []),
    ("Peru has no intention of leaving the strait.", [("Peru", "rejects", "leaving the strait")]),
    ("Peru has no intention of saying more.", []),
    ("Such measures are not needed, Ana Prelec said.", [("Ana Prelec", "rejects", "Such measures")]),
    ("New shoes are needed, Ana Prelec said.", []),
    ("Ghana put a fresh proposal to Peru.", [("Ghana", "proposes", "a fresh proposal")]),
    ("Mediators are making a push for Peru and Chile to reach a deal.", [("Mediators", "demands", "reach a deal")]),
]


@pytest.mark.parametrize(("text", "held"), ACTS)
def test_what_is_done_to_a_deal_is_a_stance_on_it(read: Read, text: str, held: list[tuple[str, str, str]]) -> None:
    """Who saves or thwarts a deal, agrees with it, has no mind to do it or finds it needed stands for or against it."""
    assert _held(read, text) == held
