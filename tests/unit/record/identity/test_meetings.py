"""Which meeting claims are one docket item, and which are not."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from dragoman.record.claims import Claim
from dragoman.record.decisions import Decision, Rulings
from dragoman.record.identity.meetings.gathering import RANKS, Gathering, gather
from dragoman.record.identity.meetings.sights import see
from tests.meeting_claims import (
    CORVIN,
    DOLVAN,
    KESTRIA,
    MALTA,
    ORLIK,
    ORVANIA,
    TARNOW,
    TAVLAND,
    Strangers,
    actor,
    on,
    team,
    told,
    turn,
)

DAY = on("2026-03-12")
LATER = on("2026-03-14")


def _items(*claims: Claim, rulings: Rulings | None = None) -> tuple[Gathering, ...]:
    return gather(claims, Strangers(), rulings or Rulings())


def _rules(items: Iterable[Gathering]) -> set[str]:
    return {link.rule for item in items for link in item.links}


def _one(*claims: Claim) -> Gathering:
    items = _items(*claims)
    assert len(items) == 1, [[c.id for c in item.claims] for item in items]
    return items[0]


def _apart(*claims: Claim) -> tuple[Gathering, ...]:
    items = _items(*claims)
    assert len(items) == len(claims)
    return items


def test_the_same_sides_on_the_same_day_meet_once() -> None:
    """States and those who act for them are sides; places told in two ways do not split a day."""
    item = _one(
        told("2026-03-08", "proposed", (DOLVAN, TARNOW), when=DAY, place="Valletta"),
        told("2026-03-11", "scheduled", (ORVANIA, KESTRIA), when=DAY, place="Malta"),
    )
    assert item.links[0].rule == "same-day"


def test_the_item_is_called_by_the_claim_published_first() -> None:
    """A later report of an earlier day does not change the name."""
    first = told("2026-03-08", when=LATER)
    item = _one(first, told("2026-03-09", when=LATER, moved_from=DAY), told("2026-03-10", "postponed", when=DAY))
    assert item.id == first.id


def test_hosts_and_mediators_are_no_sides() -> None:
    """A mediator that one report counts among the parties does not split the item."""
    _one(
        told("2026-03-08", when=DAY, mediators=(MALTA,)),
        told("2026-03-09", "held", (ORVANIA, KESTRIA, MALTA), when=DAY),
    )


def test_fewer_sides_in_the_same_place_on_the_same_day_are_part_of_it() -> None:
    """One side named alone belongs to the meeting in that place, if there is exactly one."""
    _one(
        told("2026-03-08", when=DAY, place="Valletta"),
        told("2026-03-09", "held", (KESTRIA,), when=DAY, place="Valletta"),
    )
    items = _items(
        told("2026-03-08", when=DAY, place="Valletta"),
        told("2026-03-08", "scheduled", (KESTRIA, TAVLAND), when=DAY, place="Valletta"),
        told("2026-03-09", "held", (KESTRIA,), when=DAY, place="Valletta"),
    )
    assert len(items) == 3
    assert {link.rule for item in items for link in item.doubtful} == {"fuller-parties"}


def test_a_call_is_no_summit() -> None:
    """Calls, visits and talks of the same sides on one day are three meetings."""
    _apart(
        told("2026-03-12", "held", (DOLVAN, TARNOW), when=DAY, kind="call"),
        told("2026-03-12", "held", (DOLVAN, TARNOW), when=DAY, kind="summit"),
        told("2026-03-12", "held", (DOLVAN, TARNOW), when=DAY, kind="visit"),
    )


def test_visits_of_two_persons_are_two() -> None:
    """Even on one day to one place."""
    _apart(
        told("2026-03-12", "held", (DOLVAN,), when=DAY, kind="visit", place="Valletta"),
        told("2026-03-12", "held", (CORVIN,), when=DAY, kind="visit", place="Valletta"),
    )


def test_a_move_told_in_words_links_any_two_days() -> None:
    """`moved_from` names the old day, however far."""
    old = told("2026-03-08", when=DAY)
    item = _one(old, told("2026-03-11", when=on("2026-06-20"), moved_from=DAY))
    assert _rules([item]) == {"moved-told"}


def test_another_day_told_later_is_a_move() -> None:
    """Within a week, same place and level, all sources of the new day later than those of the old."""
    assert _rules([_one(told("2026-03-08", when=DAY), told("2026-03-10", when=LATER))]) == {"moved-later"}


def test_another_day_told_on_the_same_day_is_a_rival_account() -> None:
    """Neither supersedes the other."""
    assert _rules([_one(told("2026-03-08", when=DAY), told("2026-03-08", when=LATER))]) == {"rival-days"}


def test_what_does_not_move_a_meeting() -> None:
    """A meeting held, a report that tells both, another place or level, more than a week."""
    _apart(told("2026-03-13", "held", when=DAY), told("2026-03-13", when=LATER))
    _apart(told("2026-03-08", when=DAY, report="r1"), told("2026-03-08", when=LATER, report="r1", number=1))
    _apart(told("2026-03-08", when=DAY, place="Valletta"), told("2026-03-09", when=LATER, place="Oslo"))
    _apart(told("2026-03-08", when=DAY, level="leaders"), told("2026-03-09", when=LATER, level="ministers"))
    _apart(told("2026-03-08", when=DAY), told("2026-03-09", when=on("2026-03-25")))


def test_days_told_in_turns_are_doubtful() -> None:
    """Neither merged nor silently apart: a person is asked."""
    items = _items(told("2026-03-08", when=DAY), told("2026-03-09", when=LATER), told("2026-03-10", when=DAY))
    assert len(items) == 2
    assert {link.rule for item in items for link in item.doubtful} == {"rival-days?"}


def test_a_day_that_has_passed_is_only_doubtfully_moved() -> None:
    """A week later another day may be another round."""
    items = _items(told("2026-03-08", when=DAY), told("2026-03-17", when=on("2026-03-19")))
    assert len(items) == 2
    assert items[0].doubtful[0].rule == "moved?"


def test_a_refused_summit_and_the_talks_instead_are_one() -> None:
    """The leaders' meeting declined for the 12th, delegations on the 13th."""
    item = _one(
        told("2026-03-08", when=DAY, level="leaders", place="Valletta"),
        told(
            "2026-03-11", "declined", (DOLVAN, TARNOW), level="leaders", turns=[turn(DOLVAN, "rejects", "2026-03-11")]
        ),
        told("2026-03-12", when=on("2026-03-13"), teams=[team(ORVANIA, CORVIN, "ministers")], place="Valletta"),
    )
    assert _rules([item]) == {"undated-next", "downgraded"}


def test_talks_at_a_lower_level_without_a_day_take_the_place_too() -> None:
    """The same report refuses the one and tells the other."""
    item = _one(
        told("2026-03-08", when=DAY, level="leaders"),
        told("2026-03-11", "declined", (DOLVAN, TARNOW), level="leaders", when=DAY, report="r"),
        told("2026-03-11", teams=[team(ORVANIA, CORVIN, "ministers")], report="r", number=1),
    )
    assert "undated-next" in _rules([item])


def test_an_undated_change_goes_to_the_meeting_planned_next() -> None:
    """A plan to the next, what was held to the last, if there is exactly one within three weeks."""
    assert _rules([_one(told("2026-03-08", when=DAY), told("2026-03-10", "cancelled"))]) == {"undated-next"}
    assert _rules([_one(told("2026-03-08", when=DAY), told("2026-03-14", "held"))]) == {"undated-last"}
    _apart(told("2026-03-08", when=DAY), told("2026-02-10", "proposed"))


def test_between_two_planned_meetings_an_undated_change_is_doubtful() -> None:
    """It stays alone, and each pair is shown."""
    items = _items(
        told("2026-03-08", when=DAY, place="Valletta"),
        told("2026-03-08", when=LATER, place="Oslo"),
        told("2026-03-10", "cancelled"),
    )
    assert len(items) == 3
    alone = next(item for item in items if item.claims[0].when is None)
    assert [link.rule for link in alone.doubtful] == ["undated-next?", "undated-next?"]


def test_days_of_one_moved_meeting_are_one_candidate() -> None:
    """A cancelled meeting that was moved before is not in doubt."""
    item = _one(
        told("2026-03-06", when=DAY),
        told("2026-03-08", when=LATER, moved_from=DAY),
        told("2026-03-10", "cancelled"),
    )
    assert len(item.claims) == 3


def test_a_vague_date_joins_the_day_inside_of_it() -> None:
    """Later this week is Thursday, if there is one such day; otherwise vague dates keep to themselves."""
    week = on("2026-03-09", "2026-03-15", "week")
    assert _rules([_one(told("2026-03-08", "proposed", when=week), told("2026-03-09", when=DAY))]) == {
        "within-interval"
    }
    _one(told("2026-03-01", "proposed", when=week), told("2026-03-02", "proposed", when=week))


def test_a_historical_round_stays_an_item_of_its_own() -> None:
    """The rounds of four years ago are not the talks of this week."""
    _apart(told("2026-03-08", "held", when=on("2022-03-01", "2022-03-31", "month")), told("2026-03-08", when=DAY))


def test_a_round_of_several_days_is_one() -> None:
    """A day inside of a told range belongs to it."""
    days = on("2026-03-12", "2026-03-14", "range")
    assert _rules([_one(told("2026-03-08", when=days), told("2026-03-13", "under-way", when=on("2026-03-13")))]) == {
        "overlapping-days"
    }


def test_a_secret_meeting_told_and_denied_is_one_item_apart_from_the_talks() -> None:
    """Two ministers who are said to have met alone did not meet as the delegations did."""
    items = _items(
        told("2026-03-09", when=DAY, parties=(DOLVAN, TARNOW), level="leaders"),
        told("2026-03-13", "held", report="r1"),
        told("2026-03-13", "held", (ORLIK, CORVIN), level="ministers", report="r1", number=1),
        told("2026-03-14", "denied", (ORLIK, CORVIN), level="ministers", report="r2"),
        told("2026-03-14", "held", report="r2", number=2),
    )
    assert sorted(len(item.claims) for item in items) == [2, 3]
    assert "denied-account" in _rules(items)


def test_people_without_a_name_are_no_side() -> None:
    """Talks "with experts" are talks of the side that is named."""
    experts = actor("water experts", kind="group")
    assert see(told("2026-03-08", parties=(KESTRIA, experts)), Strangers()).sides == {"Kestria"}


@pytest.mark.parametrize("verb", ["merge", "split"])
def test_rulings_of_people_outrank_every_rule(verb: str) -> None:
    """Together are two that no rule would join, apart two of one day."""
    one = told("2026-03-08", when=DAY)
    other = told("2026-03-09", when=on("2026-09-01") if verb == "merge" else DAY)
    pair = ("meeting", *sorted((one.id, other.id)))
    ruling = Decision("d1", "ana", "2026-04-02", "merge" if verb == "merge" else "split", "meeting", (one.id, other.id))
    ruled = {(pair[0], pair[1], pair[2]): ruling}
    rulings = Rulings(together=ruled) if verb == "merge" else Rulings(apart=ruled)  # type: ignore[arg-type]
    items = _items(one, other, rulings=rulings)
    assert len(items) == (1 if verb == "merge" else 2)
    assert not any(item.doubtful for item in items)


def test_every_rule_has_a_rank() -> None:
    """The rules that these tests name are ranked."""
    assert len(set(RANKS)) == len(RANKS)
