"""The life of a meeting: which report makes which change, and what is true after it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dragoman.record.claims import Claim
from dragoman.record.docket import CASES, OVERDUE, STATES, Life
from dragoman.record.identity.meetings.gathering import RANKS
from dragoman.record.lives import life_of
from tests.meeting_claims import CORVIN, DOLVAN, KESTRIA, ORLIK, ORVANIA, TARNOW, on, team, told, turn

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "docket.md"
DAY, LATER = on("2026-03-12"), on("2026-03-14")


def _life(*claims: Claim, today: str = "2026-03-11") -> Life:
    return life_of(claims, date.fromisoformat(today), lambda claim: claim.card.publisher or claim.card.id)


def _changes(life: Life) -> list[str]:
    return [step.change for step in life.steps]


PROPOSED = told("2026-03-06", "proposed", when=DAY, turns=[turn(DOLVAN, "proposes", "2026-03-05")])
SET = told("2026-03-07", when=DAY, level="leaders")
OTHER = told("2026-03-08", when=DAY, publisher="Halden Courier")
ACCEPTED = told("2026-03-08", when=DAY, turns=[turn(TARNOW, "accepts", "2026-03-08")])
MOVED = told("2026-03-09", when=LATER, moved_from=DAY)
LOWER = told("2026-03-10", when=DAY, teams=[team(ORVANIA, CORVIN, "ministers")])
EXAMPLES = {
    ("proposed", "floated"): (PROPOSED,),
    ("proposed", "confirmed"): (PROPOSED, told("2026-03-07", "proposed", when=DAY, turns=[turn(TARNOW, "accepts")])),
    ("scheduled", "scheduled"): (SET,),
    ("scheduled", "confirmed"): (SET, OTHER),
    ("scheduled", "moved"): (SET, MOVED),
    ("scheduled", "downgraded"): (SET, LOWER),
    ("declined", "declined"): (SET, told("2026-03-09", "declined", when=DAY)),
    ("postponed", "postponed"): (SET, told("2026-03-09", "postponed", when=DAY)),
    ("cancelled", "cancelled"): (SET, told("2026-03-09", "cancelled", when=DAY)),
    ("under-way", "under way"): (SET, told("2026-03-12", "under-way", when=DAY)),
    ("held", "held"): (SET, told("2026-03-13", "held", when=DAY)),
    ("denied", "denied"): (SET, told("2026-03-13", "denied", when=DAY)),
}


@pytest.mark.parametrize("case", [c for c in CASES if c.status is not None], ids=lambda c: f"{c.status}-{c.change}")
def test_each_case_of_the_mapping(case: object) -> None:
    """An example of every line of the table gives the change that the line names, as the state."""
    status, change = case.status, case.change  # type: ignore[attr-defined]
    life = _life(*EXAMPLES[status, change])
    assert life.state == change
    assert life.steps[-1].change == change
    assert EXAMPLES[status, change][-1].finding.status == status  # type: ignore[union-attr]


def test_the_page_has_the_mapping() -> None:
    """docs/reference/docket.md tells every case in the words of the record, every state and every rule."""
    page = PAGE.read_text(encoding="utf-8")
    for case in CASES:
        status = f"`{case.status}`" if case.status else "(none)"
        assert f"| {status} | `{case.change}` | {case.when} |" in page
    assert {c.change for c in CASES} == set(STATES)
    assert all(f"`{rule}`" in page for rule in RANKS)


def test_who_and_on_which_day() -> None:
    """A refusal has the day on which it was said and the one who said it."""
    life = _life(SET, told("2026-03-10", "declined", level="leaders", turns=[turn(DOLVAN, "rejects", "2026-03-09")]))
    step = life.steps[-1]
    assert (step.change, step.day, step.told, step.by) == ("declined", date(2026, 3, 9), True, (DOLVAN,))
    assert (life.state, life.since, life.planned) == ("declined", date(2026, 3, 9), DAY)


def test_a_refusal_does_not_end_talks_at_a_lower_level() -> None:
    """Refused by one and set lower in the same report: the state is the downgraded meeting; telling the refusal again later too."""
    refused = told("2026-03-10", "declined", when=DAY, level="leaders", turns=[turn(DOLVAN, "rejects")])
    again = told("2026-03-12", "declined", (DOLVAN, TARNOW), level="leaders", turns=[turn(DOLVAN, "rejects")])
    life = _life(SET, refused, LOWER, again, today="2026-03-12")
    assert _changes(life) == ["scheduled", "declined", "downgraded"]
    assert (life.state, life.level) == ("downgraded", "ministers")
    assert (life.steps[-1].level_before, life.steps[-1].level) == ("leaders", "ministers")
    assert len(life.steps[1].claims) == 2


def test_slippage_counts_each_move_and_all_of_them() -> None:
    """From the 12th to the 14th to the 19th: two and five days, seven in all."""
    again = told("2026-03-11", when=on("2026-03-19"), moved_from=LATER)
    life = _life(SET, MOVED, again)
    assert [step.slippage for step in life.steps] == [None, 2, 5]
    assert life.slippage == 7
    assert life.planned == on("2026-03-19")


def test_held_on_another_day_was_moved_before() -> None:
    """Nobody told the move, but the day of the meeting tells it."""
    life = _life(SET, told("2026-03-15", "held", when=LATER))
    assert _changes(life) == ["scheduled", "moved", "held"]
    assert (life.state, life.since, life.slippage) == ("held", date(2026, 3, 14), 2)


def test_the_same_origin_does_not_confirm_itself() -> None:
    """Telling one's own plan again is no confirmation; another outlet's or a party's word is."""
    assert _changes(_life(SET, told("2026-03-09", when=DAY))) == ["scheduled"]
    assert _changes(_life(SET, OTHER)) == ["scheduled", "confirmed"]
    life = _life(SET, ACCEPTED)
    assert (_changes(life), life.steps[-1].by) == (["scheduled", "confirmed"], (TARNOW,))


def test_a_plan_called_off_and_set_again() -> None:
    """A later report revives it, one of the same day only repeats the old plan."""
    off = told("2026-03-09", "cancelled", when=DAY)
    assert _life(SET, off, told("2026-03-09", when=DAY, publisher="Halden Courier")).state == "cancelled"
    assert _life(SET, off, told("2026-03-10", when=DAY, publisher="Halden Courier")).state == "scheduled"


def test_held_and_denied_are_both_kept() -> None:
    """Rival accounts stand side by side, whichever came first."""
    held = told("2026-03-13", "held", (ORLIK, CORVIN), when=DAY)
    for life in (
        _life(held, told("2026-03-14", "denied", (ORLIK, CORVIN), when=DAY)),
        _life(told("2026-03-12", "denied", (ORLIK, CORVIN), when=DAY), held),
    ):
        assert life.disputed
        assert {"held", "denied"} == set(_changes(life))


def test_what_was_withdrawn_is_history() -> None:
    """An account that its outlet took back disputes nothing any more; where it is all there is, it stands."""
    gone = replace(told("2026-03-13", "held", (ORLIK, CORVIN), when=DAY), withdrawn=date(2026, 3, 15))
    life = _life(gone, told("2026-03-14", "denied", (ORLIK, CORVIN), when=DAY))
    assert (life.state, life.disputed, _changes(life)) == ("denied", False, ["held", "denied"])
    assert _life(gone).state == "held"


def test_rival_days_of_one_day_of_publication() -> None:
    """Neither is a move."""
    life = _life(SET, told("2026-03-07", when=LATER, publisher="Halden Courier"))
    assert life.disputed
    assert "moved" not in _changes(life)


def test_overdue_only_when_the_last_planned_day_has_passed_in_silence() -> None:
    """On the day itself it is still to come; after a move, the new day counts; what was closed is never overdue."""
    assert _life(SET, today="2026-03-12").state == "scheduled"
    assert _life(SET, today="2026-03-13").state == OVERDUE
    assert _life(SET, MOVED, today="2026-03-13").state == "moved"
    assert _life(SET, told("2026-03-09", "declined", when=DAY), today="2026-03-20").state == "declined"
    assert _life(told("2026-03-06", "proposed"), today="2026-06-01").state == "floated"


def test_a_plan_told_after_the_meeting_changes_nothing() -> None:
    """What was to be is history."""
    life = _life(SET, told("2026-03-12", "held", when=DAY), told("2026-03-13", when=DAY, parties=(ORVANIA, KESTRIA)))
    assert life.state == "held"
