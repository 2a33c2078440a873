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
