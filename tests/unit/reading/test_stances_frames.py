"""Stances in less common frames: what has to be, warnings against, pressure to, verdicts that name the deal themselves."""

from __future__ import annotations

import pytest

from tests.stances_held import Held, Read, held

DUTIES = [
    ("Peru said any accord must be binding.", [("Peru", "demands", "any accord must be binding")]),
    ("Peru said Chile should be patient.", [("Peru", "demands", "be patient")]),
    ("Peru said there should be a vote on the accord.", [("Peru", "demands", "a vote on the accord")]),
    ("Peru said the focus should be on a truce.", [("Peru", "demands", "the focus should be on a truce")]),
    ("According to Peru, Chile should free the crew.", [("Peru", "demands", "free the crew")]),
    ("Peru said there should be no doubt of its will.", []),
    ("Peru said the sea should be calm by noon.", []),
    ("Peru asked what the price of a truce should be.", []),
    ("The port said the banks have until Friday to comment.", []),
]


@pytest.mark.parametrize(("text", "told"), DUTIES)
def test_what_has_to_be_is_demanded_by_who_says_so(read: Read, text: str, told: Held) -> None:
    """What must be binding, or be there at all, is a demand of the speaker; what only will be is none."""
    assert held(read, text) == told


FRAMES = [
    ("Peru warned against a hasty accord.", [("Peru", "rejects", "a hasty accord")]),
    ("Peru warned Chile against leaving the talks.", [("Peru", "rejects", "leaving the talks")]),
    ("Peru warned against swimming at night.", []),
    ("Peru warned against assuming that the accord is safe.", []),
    ("Peru stepped up pressure on Chile to free the crew.", [("Peru", "demands", "free the crew")]),
    ("Peru put pressure on Chile to release the crew.", [("Peru", "demands", "release the crew")]),
    ("Peru put pressure on the wound to stop the blood.", []),
    ("Peru pledged cooperation with the inspectors.", [("Peru", "offers", "cooperation with the inspectors")]),
    ("Peru called it a terrible deal.", [("Peru", "rejects", "a terrible deal")]),
    ("“This is a terrible deal,” said Peru.", [("Peru", "rejects", "a terrible deal")]),
    ("“This is a terrible storm,” said Peru.", []),
    ("Peru's unwillingness to share the catch delayed the accord.", [("Peru", "rejects", "share the catch")]),
    ("Peru's debt proposal was ignored.", [("Peru", "proposes", "debt proposal")]),
    ("Peru's rescue plan was ignored.", []),
    ("Dozens of lawmakers in Peru called for a truce.", [("lawmakers in Peru", "demands", "a truce")]),
    ("The union vowed to fight all wage cuts.", [("union", "rejects", "all wage cuts")]),
    ("The union fought the fire.", []),
    ("Peru is angling for the release of the crew.", [("Peru", "demands", "the release of the crew")]),
    ("Peru struck a bell for the release of the crew.", []),
    ("Peru insists that Chile lift the siege first.", [("Peru", "demands", "Chile lift the siege first")]),
    ("Peru's plan calls for a longer truce.", [("Peru", "demands", "a longer truce")]),
    ("Peru wants to reschedule its debt.", [("Peru", "demands", "reschedule its debt")]),
    ("Peru wants to buy time.", []),
    ("Peru pledged to give up its claims.", [("Peru", "accepts", "give up its claims")]),
    ("Dozens of boats in Peru called for a truce.", []),
]


@pytest.mark.parametrize(("text", "told"), FRAMES)
def test_stances_in_less_common_frames(read: Read, text: str, told: Held) -> None:
    """Each holder with its stance and the matter, and nobody where the words are of something else."""
    assert held(read, text) == told


FELT = [
    ("The plan faces opposition from Ghana.", [("Ghana", "rejects", "The plan")]),
    ("Ghanaian opposition to the plan has grown.", [("Ghana", "rejects", "the plan")]),
    ("The opposition rejected the plan.", [("opposition", "rejects", "the plan")]),
]


@pytest.mark.parametrize(("text", "told"), FELT)
def test_opposition_to_a_matter_is_no_party(read: Read, text: str, told: Held) -> None:
    """What a plan meets with is a stance of those from whom it comes; the Opposition is a body that holds its own."""
    assert held(read, text) == told


def test_a_side_supports_what_no_list_foresees(read: Read) -> None:
    """A state may back any thing but those that are held up by money, arms or facts."""
    assert held(read, "Ghana supports tougher checks of ships.") == [("Ghana", "supports", "tougher checks of ships")]
    assert not held(read, "Ghana supports the price of cocoa.")


def test_a_person_in_office_stays_in_office_under_the_bare_name(read: Read) -> None:
    """Who is named in full with an office takes stances under the surname too; who has no office takes none on just anything."""
    assert held(read, "Senator Ana Prelec came. Prelec seeks new powers.") == [("Ana Prelec", "demands", "new powers")]
    assert not held(read, "Ana Prelec came. Prelec seeks new shoes.")
