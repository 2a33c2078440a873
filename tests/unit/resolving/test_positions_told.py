"""Positions told in other ways: papers, silence, needs, verdicts, refusals by decision; and what only looks like one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.terms.findings import Findings

Read = Callable[..., Findings]

TALKS = "The two governments hold ceasefire talks in Geneva on Monday. "

# text, holder, stance, words that the matter holds
TOLD: list[tuple[str, str, str, str]] = [
    (
        "Mali issued a statement on Monday calling on Chad to free the crew.",
        "Mali",
        "demands",
        "free the crew",
    ),
    ("A letter from Kenya urged the rebels to lay down their arms.", "Kenya", "demands", "lay down their arms"),
    ("Kenya said it needed a written guarantee before the talks.", "Kenya", "demands", "a written guarantee"),
    ("Kenya would like a meeting of all four capitals.", "Kenya", "demands", "a meeting of all four capitals"),
    ("Kenya sought to persuade Chad to send delegates to Geneva.", "Kenya", "demands", "send delegates to Geneva"),
    ("Kenya decided not to enter the joint council.", "Kenya", "rejects", "enter the joint council"),
    ("Kenya is threatening never to reopen the crossing.", "Kenya", "rejects", "reopen the crossing"),
    (
        "President Omar Nuri declined to comment when asked whether the two leaders would meet in Malta.",
        "Omar Nuri",
        "undecided",
        "the two leaders would meet in Malta",
    ),
    ("Kenya refused to say whether it would attend the round.", "Kenya", "undecided", "it would attend the round"),
    ("Kenya has made no decision on the offer.", "Kenya", "undecided", "the offer"),
    (
        "Foreign Minister Ana Prelec said it is important to resume the talks.",
        "Ana Prelec",
        "demands",
        "resume the talks",
    ),
    ('"It is time for Chad to free the crew," President Omar Nuri said.', "Omar Nuri", "demands", "free the crew"),
    (
        "A deal can be reached if Chad lifts the siege, President Omar Nuri said.",
        "Omar Nuri",
        "accepts-conditionally",
        "A deal",
    ),
    (
        "Envoy Ana Prelec told reporters that she was flying to Malta for the round.",
        "Ana Prelec",
        "accepts",
        "the round",
    ),
    ("Chad said it would reopen the crossing next week.", "Chad", "accepts", "reopen the crossing"),
    ("Both Chad and Mali acknowledged the need for direct talks.", "Mali", "demands", "direct talks"),
    ("Chad spearheaded a drive to ban nets on the lake.", "Chad", "demands", "ban nets on the lake"),
    ("Chad has expressed support for Mali's position.", "Chad", "supports", "Mali's position"),
    ("Chad ruled out any role for the clan chiefs.", "Chad", "rejects", "any role for the clan chiefs"),
    ("Chad ruled out returning to the joint council.", "Chad", "rejects", "returning to the joint council"),
    ("Chad raised the possibility of a prisoner exchange.", "Chad", "proposes", "a prisoner exchange"),
    ("President Omar Nuri is determined to finalise the accord.", "Omar Nuri", "supports", "finalise the accord"),
    ("Chad says it will stick to the river treaty.", "Chad", "accepts", "the river treaty"),
    (
        '"There is nothing to negotiate with Chad," President Omar Nuri said.',
        "Omar Nuri",
        "rejects",
        "negotiate with Chad",
    ),
    ("President Omar Nuri called the offer unacceptable.", "Omar Nuri", "rejects", "the offer"),
    ("Kenya described the plan as a trick.", "Kenya", "rejects", "the plan"),
    ("Kenya is against involving the bishops in the talks.", "Kenya", "rejects", "involving the bishops in the talks"),
    ("Kenya is in favour of a referendum.", "Kenya", "supports", "a referendum"),
    ("The bishops praised Mali for consenting to a swap of captives.", "Mali", "accepts", "a swap of captives"),
    ("Chad stood by its request that the mines be cleared.", "Chad", "demands", "the mines be cleared"),
    (
        "Chad demanded that Mali free all captives at once, a demand rejected by Kenya.",
        "Kenya",
        "rejects",
        "Mali free all captives at once",
    ),
    ("Kenya said it is vital for Chad to accept the map.", "Kenya", "demands", "accept the map"),
    ("Chad wants the siege to end.", "Chad", "demands", "the siege to end"),
    ("Chad insists that any accord requires Mali to pull back its troops.", "Chad", "demands", "pull back its troops"),
    ("Chad has yet to confirm that it will attend the round.", "Chad", "undecided", "the round"),
    ("Chad has not said whether it will attend the round.", "Chad", "undecided", "it will attend the round"),
    ("Kenya voiced opposition to the plan.", "Kenya", "rejects", "the plan"),
    ("Chad accepted the plan in principle.", "Chad", "accepts-conditionally", "the plan"),
    ("Chad is weighing whether to join the round.", "Chad", "undecided", "join the round"),
    (
        "President Omar Nuri said there was no chance of extending the truce.",
        "Omar Nuri",
        "rejects",
        "extending the truce",
    ),
    ("Chad remains hesitant to endorse a binding text.", "Chad", "rejects", "a binding text"),
    ("Chad denied having agreed to the truce.", "Chad", "rejects", "the truce"),
    ("Chad is ready to meet Mali's leaders even without a truce.", "Chad", "accepts", "meet Mali's leaders"),
]

QUIET = [
    "Mali denied reports that it had accepted the offer.",
    "Mali did not respond to a request for comment.",
    "Mali and Chad are focused on extending the truce.",
    "The Chad-backed rebels entered the valley.",
    "The talks are UN-backed.",
    "Kenya offered no compromise on the border.",
    "The two presidents had a call on the flight home.",
    "Mali hopes that the rebels will win the cup.",
    "Both sides conceded that the border remains in dispute.",
    "Delegates asked whether the quota should be cut.",
    "Kenya came to hear what Chad has to say.",
    "Nobody objected to the plan.",
    "Chad and Mali have settled on a break of a week.",
    "Envoy Ana Prelec denied that the rebels had agreed to the truce.",
    "The truce is a test of the rebels' readiness to negotiate.",
    "It is unclear whether Chad will accept the offer.",
    "A recess of the round was announced by Chad.",
    "Kenya accused Chad of seeking to change the accord.",
    "Chad is prepared for the rains.",
]


@pytest.mark.parametrize(("text", "holder", "stance", "about"), TOLD)
def test_positions_are_told_in_many_ways(read: Read, text: str, holder: str, stance: str, about: str) -> None:
    """Each sentence holds one stance of its holder, and its matter has the words that say what it is about."""
    found = [p for p in read(TALKS + text).positions if p.stance == stance and p.actor.name == holder]
    assert any(about in p.about for p in found), [
        (p.actor.name, p.stance, p.about) for p in read(TALKS + text).positions
    ]


@pytest.mark.parametrize("text", QUIET)
def test_what_only_looks_like_a_position(read: Read, text: str) -> None:
    """Questions, agreements, denials by others and backed rebels give no stance of those named."""
    found = [(p.actor.name, p.stance, p.about) for p in read(TALKS + text).positions]
    assert not found


@pytest.mark.parametrize(
    "text",
    [
        "The minister's office said that she had yet to decide on the talks with Chad.",
        "Niger said that it had yet to choose between the two offers of Chad.",
    ],
)
def test_what_is_yet_to_be_done_binds_nobody(read: Read, text: str) -> None:
    """“Had yet to decide” is no duty, whoever tells it."""
    assert "demands" not in {position.stance for position in read(text).positions}
