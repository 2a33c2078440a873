"""Days of meetings that are told with what was done in them or right after. The texts are published on Wednesday 14 May 2025."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.terms.findings import Findings

Read = Callable[..., Findings]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("President Ana Ruiz announced a truce on Monday following a phone call with King Otto Berg.", "2025-05-12"),
        ("President Ana Ruiz said on Monday during a visit to Norway that the port would open.", "2025-05-12"),
        ("Foreign Minister Ana Ruiz told reporters on Monday after a meeting with King Otto Berg it was cold.", "2025-05-12"),
        ("Foreign Minister Ana Ruiz resigned on Monday after discussing the budget with King Otto Berg.", "2025-05-12"),
        ("Chilean President Ana Ruiz arrived on Monday in Lima, where she held talks with King Otto Berg.", "2025-05-12"),
        ("Monday's session came three days after a visit by Ana Ruiz to Lima, where she met King Otto Berg.", "2025-05-09"),
        ("President Ana Ruiz announced a truce on Monday following weeks of talks with King Otto Berg.", None),
        ("President Ana Ruiz announced a truce on Monday, a year after a meeting with King Otto Berg.", None),
        ("Envoy Ana Ruiz said on Monday a guide in the talks between Peru and Chile had left.", None),
    ],
)  # fmt: skip
def test_a_meeting_has_the_day_of_what_was_done_in_it(read: Read, text: str, day: str | None) -> None:
    """A call, a visit and talks right before are of the day told; long talks and a stretch between are not."""
    told = [m.date for m in read(f"The truce talks go on. {text}").meetings if m.parties]
    assert told
    assert [None if when is None else when.start.isoformat() for when in told][-1] == day


def test_what_was_done_at_a_session_has_its_day(read: Read) -> None:
    """ "In which" leads back to what it was done in, and to its day."""
    text = "President Ana Ruiz made a visit to Chile on Monday in which she offered a truce."
    [position] = [p for p in read(f"Peru and Chile negotiate. {text}").positions if p.stance == "proposes"]
    assert position.date is not None
    assert position.date.start.isoformat() == "2025-05-12"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Chile rejected the plan on Monday and Peru left.", "2025-05-12"),
        ("Chile rejected the plan for Monday and Peru left.", None),
    ],
)
def test_a_plan_is_answered_on_the_day_behind_it(read: Read, text: str, day: str | None) -> None:
    """ "The plan on Monday" was rejected on Monday; a plan for Monday lies ahead."""
    [position] = [p for p in read(f"Peru and Chile negotiate. {text}").positions if p.stance == "rejects"]
    assert (None if position.date is None else position.date.start.isoformat()) == day
