"""Words of stances that nobody means: asked, supposed, hindered, of anybody, said in passing."""

from __future__ import annotations

import pytest

from tests.stances_held import ROUND, Held, Read, held

MEANT: list[tuple[str, Held]] = [
    ("Should Peru refuse the plan, the round is over.", []),
    ("Nor did Peru accept the plan.", [("Peru", "rejects", "the plan")]),
    ("Peru said it would not have ended the talks.", []),
    ("Peru said it will not end the talks.", [("Peru", "rejects", "end the talks")]),
    ("The rain kept Peru from rejecting the plan.", []),
    ("Peru used its right to reject the plan.", []),
    ("Countries that ratify the pact pay a fee.", []),
    ("Peru, which ratified the pact, pays a fee.", [("Peru", "accepts", "the pact")]),
    ("Any firm wishing to join the talks pays a fee.", []),
    ("Peru left the board rather than accept the plan.", []),
    ("Peru is not going to accept the plan.", [("Peru", "rejects", "the plan")]),
    ("There is no way Peru will accept the plan.", [("Peru", "rejects", "the plan")]),
    ("Peru is no longer interested in a truce.", [("Peru", "rejects", "a truce")]),
    ("Peru has zero interest in a truce.", [("Peru", "rejects", "a truce")]),
    ("And yet Peru supports the plan.", [("Peru", "supports", "the plan")]),
    ("Peru has not yet accepted the plan.", [("Peru", "undecided", "the plan")]),
    ("Peru agreed not to close the strait.", [("Peru", "accepts", "not to close the strait")]),
    ("Peru hosted a summit where Chile asked for a truce.", [("Chile", "demands", "a truce")]),
]


@pytest.mark.parametrize(("text", "told"), MEANT)
def test_what_nobody_means_is_no_stance(read: Read, text: str, told: Held) -> None:
    """What is asked, supposed, hindered or true of anybody is held by nobody; denials turn a stance all the same."""
    assert held(read, text) == told


IDLE: list[tuple[str, Held]] = [
    ("Peru resigned from the board, allowing talks to resume.", []),
    ("Peru said it would allow convoys into the port.", [("Peru", "accepts", "allow convoys into the port")]),
    ("Peru insisted on anonymity.", []),
    ("Peru insisted on a longer truce.", [("Peru", "demands", "a longer truce")]),
    ("Peru insisted the pact will keep the peace.", []),
    ("Peru insisted that both sides return to the talks.", [("Peru", "demands", "both sides return to the talks")]),
    ("Peru insisted that both ports belong to Chile.", []),
    ("Chile leaked an offer that Peru considers laughable.", []),
    ("Peru is considering the offer.", [("Peru", "undecided", "the offer")]),
    ("Peru does not want to anger its neighbours.", []),
    ("Peru does not want to sign the pact.", [("Peru", "rejects", "sign the pact")]),
    ('"I have to find another job," the envoy of Peru said.', []),
    ("The envoy of Peru said the talks had been constructive.", []),
    ("The envoy of Peru said the draft was constructive.", [("envoy of Peru", "supports", "the draft")]),
    ("Ana Ruiz, an analyst at the Harbour Institute, urged Peru to sign.", []),
    ("Chile will seek Peru's support for the plan.", [("Chile", "demands", "Peru's support for the plan")]),
    ("Peru is prepared to offer a new draft.", [("Peru", "offers", "offer a new draft")]),
    ("Peru announced plans to visit Chile.", []),
    ("Peru called the round a turning point for the talks.", []),
    (
        "Its envoy, the former mayor Ana Ruiz, decided not to enter the pact.",
        [("Ana Ruiz", "rejects", "enter the pact")],
    ),
    ("Peru is ready to strike the port of Chile.", []),
    ("Peru is ready to leave the port.", [("Peru", "accepts", "leave the port")]),
    ("Bankers of Peru were not available to comment.", []),
    ("Peru said it would not make any predictions.", []),
    ("The draft did not represent a proposal by Chile for the strait.", []),
    ("Ghana hopes to get Peru to agree to a truce.", [("Ghana", "supports", "get Peru to agree to a truce")]),
    ("Peru said it would cut its aid if Chile had not left the strait.", []),
    ("Peru suggested that Chile should leave the port.", [("Peru", "proposes", "Chile should leave the port")]),
    ("Peru is ready to return to the table, signaling a thaw.", [("Peru", "accepts", "return to the table")]),
    ('Peru said it would "never accept a ban" on trawlers.', [("Peru", "rejects", 'a ban" on trawlers')]),
    ("Peru put forward a plan to reopen the strait.", [("Peru", "proposes", "reopen the strait")]),
]


@pytest.mark.parametrize(("text", "told"), IDLE)
def test_words_that_tell_of_something_else_are_no_stance(read: Read, text: str, told: Held) -> None:
    """Consequences, beliefs, manners and what passes between a source and the press are nobody's position on a matter."""
    assert held(read, text) == told


MATTERS: list[tuple[str, str]] = [
    ("Peru put forward a truce. Chile rejected any new proposals.", "any new proposals"),
    ("Peru called off the talks. Envoys had agreed on a deal, but Chile rejected it.", "a deal"),
]


@pytest.mark.parametrize(("text", "about"), MATTERS)
def test_matters_that_the_sentence_names_itself_are_its_own(read: Read, text: str, about: str) -> None:
    """ "Any new proposals" point to none before, and "it" takes up the nearest proposal."""
    assert ("Chile", "rejects", about) in held(read, text)


def test_a_truce_told_in_other_words_is_one_position(read: Read) -> None:
    """The headline's truce and the story's are one matter, unless each tells a name of its own."""
    text = "Peru demanded an immediate ceasefire. Peru insisted on a ceasefire in Chile."
    assert len(held(read, text)) == 1
    assert len(held(read, text.replace("immediate ceasefire", "immediate ceasefire in Ghana"))) == 2


def test_conditions_are_what_a_stance_hangs_on(read: Read) -> None:
    """Turns of speech and manners are no conditions."""
    text = "Peru will accept the plan {}."
    told = {
        "if the strait reopens": ("the strait reopens",),
        "if needed": (),
        "without hiding its anger": (),
    }
    for words, conditions in told.items():
        (found,) = [p for p in read(ROUND + text.format(words)).positions if p.actor.name == "Peru"]
        assert found.conditions == conditions
