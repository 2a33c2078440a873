"""The docket from a store: what was known on a day, page by page, and everything on one meeting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dragoman.exports.answers.docket import page as docket_page
from dragoman.exports.answers.encode import as_json
from dragoman.exports.answers.meeting import page as meeting_page
from dragoman.exports.answers.terminal import as_text
from dragoman.record.bounds import Bounds
from dragoman.store.opening import create
from dragoman.store.store import Store
from dragoman.terms.errors import NotFound
from dragoman.views.docket import Docket, docket
from dragoman.views.docket_item import Item
from dragoman.views.meeting import meeting
from dragoman.views.question import Question
from dragoman.views.scope import Scope
from tests.meeting_claims import (
    CORVIN,
    DOLVAN,
    KESTRIA,
    MALTA,
    ORLIK,
    ORVANIA,
    TARNOW,
    TAVLAND,
    fill,
    later,
    on,
    team,
    told,
    turn,
)

THURSDAY = on("2026-03-12")
PLAN = told("2026-03-08", "proposed", (DOLVAN, TARNOW), when=THURSDAY, place="Valletta", level="leaders", host=MALTA)
SET = told("2026-03-09", when=THURSDAY, place="Valletta", level="leaders", publisher="Halden Courier")
REFUSED = told(
    "2026-03-11",
    "declined",
    (DOLVAN, TARNOW),
    when=THURSDAY,
    level="leaders",
    turns=[turn(DOLVAN, "rejects", "2026-03-10")],
)
INSTEAD = told(
    "2026-03-11",
    when=on("2026-03-13"),
    place="Valletta",
    teams=[team(ORVANIA, CORVIN, "ministers"), team(KESTRIA, ORLIK, "ministers")],
    publisher="Halden Courier",
)
CASE = (PLAN, SET, REFUSED, INSTEAD)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store in a file."""
    store = create(f"sqlite:///{tmp_path / 'record.sqlite'}")
    yield store
    store.close()


def _docket(
    store: Store, as_of: str | None = None, question: Question | None = None, state: str | None = None
) -> Docket:
    with store.shelf(Bounds(as_of=None if as_of is None else date.fromisoformat(as_of))) as shelf:
        return docket(Scope(shelf), question or Question(), state=[state] if state else None)


def _only(answer: Docket) -> Item:
    assert len(answer.items) == 1
    return answer.items[0]


def test_a_summit_refused_and_held_at_a_lower_level_is_one_item(store: Store) -> None:
    """Refused by its president on the day before the report, then set for delegations a day later."""
    fill(store, CASE)
    item = _only(_docket(store))
    assert [e.change for e in item.history] == ["floated", "scheduled", "declined", "downgraded"]
    refused, lower = item.history[2:]
    assert (refused.day, refused.told, [w.name for w in refused.by]) == (date(2026, 3, 10), True, ["Marek Dolvan"])
    assert (lower.level_before, lower.level, lower.slippage) == ("leaders", "ministers", 1)
    assert (item.state, item.planned and item.planned.start, item.slippage) == ("downgraded", date(2026, 3, 13), 1)
    assert [(d.party.name, d.head and d.head.name) for d in item.delegations] == [
        ("Kestria", "Pavel Orlik"),
        ("Orvania", "Dana Corvin"),
    ]
    assert item.title == "Talks: Kestria and Orvania"
    assert item.host is not None
    assert all(entry.evidence for entry in item.history)


def test_nothing_published_later_is_seen(store: Store) -> None:
    """As of the 9th the summit is set for the 12th, and nobody has refused anything."""
    fill(store, CASE)
    item = _only(_docket(store, "2026-03-09"))
    assert (item.state, item.planned, item.level) == ("scheduled", THURSDAY, "leaders")
    assert {c.published for e in item.history for c in e.evidence} <= {date(2026, 3, 8), date(2026, 3, 9)}


def test_an_answer_as_of_a_day_is_that_of_the_smaller_record(tmp_path: Path, store: Store) -> None:
    """Bounds and a record that ends there give the same."""
    fill(store, CASE)
    small = create(f"sqlite:///{tmp_path / 'small.sqlite'}")
    fill(small, CASE[:2])
    assert _docket(store, "2026-03-09") == _docket(small, "2026-03-09")
    small.close()


def test_overdue_beside_its_coverage(store: Store) -> None:
    """The day passed: whether anybody reported on anything since is said."""
    fill(store, [SET, told("2026-03-16", "held", (KESTRIA, TAVLAND), when=on("2026-03-15"))])
    item = _docket(store, "2026-03-20").items[0]
    assert item.state == "overdue: no report seen"
    assert item.coverage is not None
    assert (item.coverage.first, item.coverage.last) == (date(2026, 3, 12), date(2026, 3, 20))
    assert (item.coverage.reports, item.coverage.publishers) == (1, 1)
    assert _docket(store, "2026-03-20", state="overdue").items == (item,)
    silent = _docket(store, "2026-03-14").items[0]
    assert silent.coverage is not None
    assert silent.coverage.reports == 0


def test_pages_give_each_item_once_in_order(store: Store) -> None:
    """However long the pages, together they are the whole docket."""
    claims = [
        told(later("2026-01-01", n), when=on(later("2026-01-01", 9 * n)), parties=(KESTRIA, TAVLAND), publisher=f"P{n}")
        for n in range(12)
    ]
    fill(store, [*claims, *CASE])
    whole = _docket(store)
    assert whole.next is None
    assert [item.day for item in whole.items] == sorted(item.day for item in whole.items)
    for limit in (1, 4, 5):
        found: list[Item] = []
        cursor = ""
        while True:
            answer = _docket(store, question=Question(limit=limit, after=cursor))
            found += answer.items
            if answer.next is None:
                break
            assert len(answer.items) == limit
            cursor = answer.next
        assert tuple(found) == whole.items


def test_filters_by_actor_and_days(store: Store) -> None:
    """A state stands for those who act for it; an unknown name is told."""
    other = told("2026-03-09", when=on("2026-03-20"), parties=(KESTRIA, TAVLAND))
    fill(store, [*CASE, other])
    assert len(_docket(store, question=Question(actor="Orvania")).items) == 1
    assert len(_docket(store, question=Question(actor="Marek Dolvan")).items) == 1
    assert len(_docket(store, question=Question(actor="Kestria")).items) == 2
    assert len(_docket(store, question=Question(first=date(2026, 3, 14))).items) == 1
    assert _only(_docket(store, question=Question(last=date(2026, 3, 12)))).title == "Talks: Kestria and Orvania"
    with pytest.raises(NotFound):
        _docket(store, question=Question(actor="Atlantis"))
    with pytest.raises(NotFound):
        _docket(store, question=Question(after="yesterday"))


def test_any_claim_finds_its_meeting(store: Store) -> None:
    """Everything on it: the claims, why they are one; an unknown id is told."""
    fill(store, CASE)
    with store.shelf() as shelf:
        scope = Scope(shelf)
        item = _only(docket(scope, Question()))
        first = meeting(scope, Question(), id=item.id)
        answers = [meeting(scope, Question(), id=t.claim) for t in first.claims]
        assert all(answer == first for answer in answers)
        assert first.item == item
        assert {link.rule for link in first.links} == {"same-day", "downgraded"}
        with pytest.raises(NotFound):
            meeting(scope, Question(), id="m0")
        text = as_text(meeting_page(first))
    assert "WHY THEY ARE ONE" in text


def test_pages_for_people_and_programs(store: Store) -> None:
    """A row tells the state, the day, who refused and the slip; JSON has every field."""
    fill(store, CASE)
    answer = _docket(store)
    text = as_text(docket_page(answer), width=200)
    assert "downgraded" in text
    assert "declined Tue 10 Mar 2026 by Marek Dolvan" in text
    assert "slipped 1 day" in text
    assert '"slippage": 1' in as_json("docket", answer, Bounds(), None)
    assert "no meeting" in as_text(docket_page(Docket((), None)))
