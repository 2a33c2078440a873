"""Stances that others only fear, foresee, ask for or hand on are not held by those of whom they are told."""

from __future__ import annotations

import pytest

from tests.stances_held import Held, Read, held

DOUBTED: list[tuple[str, Held]] = [
    ("Peru fears that Chile will reject the plan.", []),
    ("Peru predicted Chile would reject the plan.", []),
    ("There is speculation that Chile will reject the plan.", []),
    ("There is no guarantee that Chile would reject the plan.", []),
    ("It is unlikely that Chile will accept the plan.", []),
    ("The reports that Chile has accepted the plan are premature.", []),
    ("Peru said Chile will reject the plan.", [("Chile", "rejects", "the plan")]),
    ("Peru hopes it will host the talks.", [("Peru", "supports", "it will host the talks")]),
    ("Fears grew after Chile rejected the plan.", [("Chile", "rejects", "the plan")]),
]


@pytest.mark.parametrize(("text", "told"), DOUBTED)
def test_what_others_fear_or_foresee_is_no_stance(read: Read, text: str, told: Held) -> None:
    """What somebody else fears, hopes or foresees, and what a report is said to be wrong about, is held by nobody."""
    assert held(read, text) == told


ASKED: list[tuple[str, Held]] = [
    ("Questions remain about how willing Chile will be to join the talks.", []),
    ("Peru dropped its insistence that Chile approve the map.", [("Peru", "accepts", "dropped its insistence that Chile approve the map")]),
    ("Lenders left a plan not endorsed by Chile.", []),
    ("Lenders left a plan endorsed by Chile.", [("Chile", "supports", "a plan")]),
    ("Let us share the burden, Chile told the banks.", []),
    ("Peru lets in observers as opposed to soldiers.", []),
    ("Peru adopted a softer tone.", []),
    ("Peru adopted the plan.", [("Peru", "accepts", "the plan")]),
    ("Peru said it was a bad time to reopen the talks.", []),
    ("Peru pledged to veto the resolution.", [("Peru", "rejects", "the resolution")]),
    ("Peruvian envoys were not available for comment.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), ASKED)
def test_what_nobody_takes_as_a_stance(read: Read, text: str, told: Held) -> None:
    """What others ask of a side, which things are meant, and calls to oneself are no stances; a veto is one and not two."""
    assert held(read, text) == told


HANDED: list[tuple[str, Held]] = [
    ("Envoys delivered Peru's draft to the union.", [("Peru", "proposes", "Peru's draft")]),
    ("Peru delivered its draft to the union.", [("Peru", "proposes", "its draft")]),
    ("Chile asked for a detailed proposal from Peru.", [("Chile", "demands", "a detailed proposal from Peru")]),
    ("Both crews missed their deadline for a truce.", []),
    ("Chile offered to host a summit. Peru will draft its peace plan.", [("Chile", "offers", "host a summit"), ("Peru", "proposes", "its peace plan")]),
    ("Chile dismissed calls from Peru to leave the strait.", [("Peru", "demands", "leave the strait"), ("Chile", "rejects", "calls from Peru to leave the strait")]),
    ("Chile endorsed the calls for both crews to leave the strait.", [("Chile", "supports", "the calls for both crews to leave the strait")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), HANDED)
def test_a_proposal_is_its_owners(read: Read, text: str, told: Held) -> None:
    """Who hands on another's proposal does not make it; what is asked for is not made yet; a call keeps what it calls for."""
    assert sorted(held(read, text)) == sorted(told)


GIVEN: list[tuple[str, Held]] = [
    ("The law would give Chile an avenue to reject the pact.", []),
    ("The draft gives Chile until 2030 to meet its quota and allow boats into the strait.", []),
    ("Chile left Geneva without accepting the plan.", []),
    ("It was not clear what steps Chile was proposing.", []),
    ("Chile proposed three steps.", [("Chile", "proposes", "three steps")]),
    ("The envoy announced a visit, raising hopes in Lima of a truce.", []),
    ("The envoy expressed hopes for a truce.", [("envoy", "supports", "a truce")]),
    ("There was still time to resume the talks, the envoy said.", []),
    ("They agreed that the talks must resume, the envoy said.", []),
    ("Any delay should not endanger the pact, Chilean officials said.", []),
    ("Chile, the main producer, insists on quotas.", [("Chile", "demands", "quotas")]),
    ("North and South Korea agreed to hold talks.", []),
]


@pytest.mark.parametrize(("text", "told"), GIVEN)
def test_what_is_only_made_possible_or_told_of_somebody(read: Read, text: str, told: Held) -> None:
    """Means and time given to a side, questions, hopes raised in others and what others agreed on are no stances of who is told."""
    assert held(read, text) == told


def test_the_deal_is_the_one_told_in_full(read: Read) -> None:
    """A stance on "the deal" and on the one deal told by its full words are one position, with the day that one of them tells."""
    found = read(
        "Peru threatened on Tuesday to walk away from the fishing accord with Chile. Peru will walk away from the deal, it said."
    )
    assert [(p.about, p.date is not None) for p in found.positions] == [("the fishing accord with Chile", True)]
    apart = read("Peru rejected the fishing accord with Chile on Tuesday. Peru rejected a ferry deal.")
    assert len(apart.positions) == 2
