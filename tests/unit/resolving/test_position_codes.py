"""Codes of positions: appeals apart from demands, toward whom the matter names, and threats that are no promises."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.terms.findings import Findings

Read = Callable[..., Findings]


@pytest.mark.parametrize(
    ("text", "cameo"),
    [
        ("Chad called on Sudan to free the hostages.", "0253"),
        ("Chad demanded that Sudan free the hostages.", "105"),
        ("Chad appealed for a ceasefire.", "0256"),
        ("Chad demanded a ceasefire.", "105"),
        ("Chad asked Kenya to mediate.", "028"),
        ("Chad urged Sudan to lift the sanctions.", "0254"),
    ],
)
def test_appeals_are_no_demands(read: Read, text: str, cameo: str) -> None:
    """What is asked for has a code of its own, by the word that asks."""
    events = [event for position in read(text).positions for event in position.events]
    assert [(event.plover, event.cameo) for event in events] == [("REQUEST", cameo)]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Chad demanded aid from Sudan.", "Sudan"),
        ("Chad demanded that Sudan withdraw its troops.", "Sudan"),
        ("Chad refused to withdraw its troops.", None),
        ("Chad rejected talks in Qatar.", None),
    ],
)
def test_matter_names_toward_whom(read: Read, text: str, target: str | None) -> None:
    """Without a person addressed, the first other one in the matter is the target; without one there is none."""
    (position,) = read(text).positions
    assert [event.target.name if event.target is not None else None for event in position.events] == [target]


def test_undecided_has_no_code(read: Read) -> None:
    """Who has yet to decide has done nothing that could be coded."""
    (position,) = read("Chad is studying the proposal of Sudan.").positions
    assert (position.stance, position.events) == ("undecided", ())


def test_threat_is_coded_once(read: Read) -> None:
    """What is threatened is no promise, even where it is told as one's position."""
    found = read("Chad announced that it will withdraw its peacekeeping force from Sudan unless the fighting stops.")
    events = [*(one.events for one in found.positions), *(one.events for one in found.incidents)]
    assert [event.plover for held in events for event in held] == ["THREATEN"]
