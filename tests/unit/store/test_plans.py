"""No standard question reads a whole table, on a table of any size: the plans of SQLite say so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from sqlalchemy import event

from dragoman.record.bounds import Bounds
from dragoman.record.shelf import Search, Wanted
from dragoman.store import asking
from dragoman.store.opening import create
from dragoman.store.sqlshelf import SqlShelf
from dragoman.store.store import Store
from tests.conformance.filings import BY, LATER, many, read_anew

FILINGS = many(60, seed=8)
MIDDLE, LAST = date(2025, 5, 20), date(2025, 5, 30)
KEYS = frozenset(key for one in FILINGS for filed in one.filed for key in filed.keys)
BOUNDS = [Bounds(), Bounds(as_of=MIDDLE), Bounds(known_at="2026-01-15T00:00:00Z"), Bounds(as_of=MIDDLE, known_at=LATER)]
WANTED = [
    Wanted(limit=5),
    Wanted(limit=5, latest_first=True),
    Wanted(limit=5, by="published", latest_first=True),
    Wanted(kinds=frozenset(["meeting"]), first=MIDDLE, limit=5),
    Wanted(kinds=frozenset(["meeting", "position"]), first=MIDDLE, last=LAST, limit=5, after=(MIDDLE, "m")),
    Wanted(published_first=MIDDLE, published_last=LAST),
    Wanted(published_first=MIDDLE, published_last=LAST, by="published", after=(MIDDLE, "m"), limit=5),
    Wanted(keys=frozenset(["s:kestria"]), limit=5),
    Wanted(keys=frozenset(["s:kestria"]), kinds=frozenset(["position"]), first=MIDDLE, latest_first=True, limit=5),
    Wanted(keys=KEYS, limit=5, by="published"),
    Wanted(keys=KEYS, published_first=MIDDLE, published_last=LAST),
    Wanted(ids=frozenset(filed.id for filed in FILINGS[0].filed)),
    Wanted(reports=frozenset([FILINGS[0].id]), keys=KEYS),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with some reports, some of them read twice."""
    made = create(str(tmp_path_factory.mktemp("plans") / "record.sqlite"))
    made.take(FILINGS, **BY)
    made.reread([read_anew(one) for one in FILINGS[:5]], **BY | {"recorded": LATER, "reader": "reader 2"})
    yield made
    made.close()


@pytest.fixture
def plans(store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[str, Any]]]:
    """The statements that were run, with their values."""
    ran: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, values: Any, *_rest: Any) -> None:
        ran.append((statement, values))

    def through_the_engine(connection: Any, asked: Any, pairs: Any) -> Any:
        for first, second in pairs:
            yield from connection.execute(asked, {"first": first, "second": second})

    monkeypatch.setattr(asking, "_prepared", through_the_engine)
    event.listen(store._engine, "before_cursor_execute", note)
    yield ran
    event.remove(store._engine, "before_cursor_execute", note)


def _whole(shelf: SqlShelf, ran: list[tuple[str, Any]]) -> list[str]:
    """Return the steps of the plans that go over a whole table or index, or sort where an index should give the order."""
    bad = []
    for statement, values in list(ran):
        for row in shelf._connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values).all():
            step = str(row[3])
            if step.startswith("SCAN") and "VIRTUAL TABLE" not in step and "meta" not in step:
                bad.append(f"{step}: {statement}")
    return bad


@pytest.mark.parametrize("bounds", BOUNDS, ids=str)
@pytest.mark.parametrize("wanted", WANTED, ids=lambda wanted: str(WANTED.index(wanted)))
def test_claims_are_found_by_index(store: Store, plans: list[tuple[str, Any]], wanted: Wanted, bounds: Bounds) -> None:
    """Each question for claims goes along an index; only the last day that was known is taken from all reports."""
    with store.shelf(bounds) as shelf:
        shelf.horizon()
        shelf._reach  # noqa: B018 - goes over the index of reports once a shelf
        plans.clear()
        shelf.claims(wanted)
        assert plans
        assert not _whole(shelf, plans)


@pytest.mark.parametrize("bounds", BOUNDS, ids=str)
def test_a_page_of_one_kind_is_not_sorted(store: Store, plans: list[tuple[str, Any]], bounds: Bounds) -> None:
    """The index gives the order, so the walk ends with the page; only what was told ahead is sorted."""
    with store.shelf(bounds) as shelf:
        for wanted in WANTED[:5] + WANTED[7:10]:
            shelf.claims(wanted)
        asked = [
            (statement, values) for statement, values in plans if "ORDER BY" in statement and "lead" not in statement
        ]
        assert asked
        for statement, values in asked:
            steps = shelf._connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values).all()
            assert not [step for step in steps if "TEMP B-TREE" in step[3]], statement


@pytest.mark.parametrize("bounds", BOUNDS, ids=str)
def test_all_else_is_found_by_index(store: Store, plans: list[tuple[str, Any]], bounds: Bounds) -> None:
    """Profiles, matters, sheets, passages, coverage and the rest."""
    one = FILINGS[0]
    with store.shelf(bounds) as shelf:
        plans.clear()
        shelf.profiles(ids=[who.id for who, _ in one.profiles], keys=[key for _, keys in one.profiles for key in keys])
        shelf.matters(ids=[m for m, _, _ in one.matters], keys=[key for *_, keys in one.matters for key in keys])
        shelf.sheets(ids=[one.id], bands=one.bands)
        shelf.texts([one.id])
        next(shelf.cards(first=MIDDLE, last=LAST), None)
        shelf.coverage(MIDDLE, LAST)
        next(shelf.cards(after=(MIDDLE, "r"), latest_first=True), None)
        shelf.unread(MIDDLE, LAST, limit=5)
        shelf.unread(MIDDLE, MIDDLE, limit=5, reports=[one.id])
        shelf.passages(Search(words='truce "on the dam"', publisher="Aune Post", published_first=MIDDLE, limit=5))
        shelf.decisions()
        assert len(plans) > 10
        assert not [step for step in _whole(shelf, plans) if "decision" not in step]
