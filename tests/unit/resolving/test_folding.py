"""A deed that is agreed or promised is told once, by the agreement or the position."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.terms.findings import Findings

Read = Callable[..., Findings]


@pytest.mark.parametrize(
    "text",
    [
        "The two armies announced a ceasefire on Friday.",
        "Norland and the Valley Front agreed to free 40 detainees.",
        "Norland agreed to withdraw its troops from Ober.",
        "The Valley Front promised to release nine hostages on Monday.",
    ],
)
def test_promised_deeds_are_told_once(read: Read, text: str) -> None:
    """What somebody agrees to do is no incident beside the agreement or position that tells it."""
    found = read(text)
    assert found.incidents == ()
    assert found.agreements or found.positions


def test_events_move_with_the_deed(read: Read) -> None:
    """The position takes the event of the deed that it tells."""
    position = read("Norland agreed to withdraw its troops from Ober.").positions[0]
    assert position.events
    assert len(position.events) == len(set(position.events))


@pytest.mark.parametrize(
    "text",
    [
        "Norland withdrew its troops from Ober on Friday.",
        "The Valley Front released nine hostages on Monday.",
        "The army will lift the blockade on Friday.",
    ],
)
def test_deeds_done_stay_incidents(read: Read, text: str) -> None:
    """A deed that is done, or told by nothing else, stays an incident."""
    assert len(read(text).incidents) == 1
