"""The record within bounds is the record of that day: as if nothing later had ever been added."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random  # noqa: TID251 - the order of adding is drawn, from a fixed seed

import pytest

from dragoman.record.bounds import Bounds
from dragoman.record.claims import Claim
from dragoman.record.decisions import Decision
from dragoman.record.filing import Filing
from dragoman.record.shelf import Wanted
from dragoman.store.store import Store
from tests.conformance.filings import BY, EARLY, LATER, LATEST, Line, everything, filing, many, read_anew, seen

FILINGS = many(40, seed=2)
LINES = (Line("meeting", "Kestria", "Valletta"), Line("position", "Mira Vane", "the dam"))


def _taken(store: Store, *batches: list[Filing]) -> Store:
    for batch in batches:
        store.take(batch, **BY)
    return store


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_adding_does_not_matter(stores: Callable[[], Store], seed: int) -> None:
    """The same reports in any order and in batches of any size give the same answers, in the same order."""
    rnd = Random(seed)
    mixed = rnd.sample(FILINGS, len(FILINGS))
    batches = [mixed[n : n + 3] for n in range(0, len(mixed), 3)]
    with _taken(stores(), FILINGS).shelf() as one, _taken(stores(), *batches).shelf() as other:
        assert everything(one, FILINGS) == everything(other, FILINGS)


@pytest.mark.parametrize("days", [0, 12, 30])
def test_as_of_a_day_nothing_later_is_there(stores: Callable[[], Store], days: int) -> None:
    """The whole record as of a day answers as one that holds only what was published by then."""
    bounds = Bounds(as_of=date(2025, 5, 1) + timedelta(days=days))
    only = [one for one in FILINGS if seen(one, bounds)]
    assert days == 0 or only
    with _taken(stores(), FILINGS).shelf(bounds) as whole, _taken(stores(), only).shelf() as part:
        assert everything(whole, FILINGS) == everything(part, FILINGS)


def test_as_of_a_day_the_next_pages_are_those_of_that_day(store: Store) -> None:
    """Paging as of a day, through what was told of later days too, gives what one question gives."""
    store.take(FILINGS, **BY)
    with store.shelf(Bounds(as_of=date(2025, 5, 20))) as shelf:
        for latest_first in (False, True):
            whole = shelf.claims(Wanted(latest_first=latest_first))
            assert any(claim.day > date(2025, 5, 20) for claim in whole)
            found: list[Claim] = []
            after = None
            while page := shelf.claims(Wanted(latest_first=latest_first, after=after, limit=3)):
                found += page
                after = (page[-1].day, page[-1].id)
            assert found == list(whole)


def test_known_at_a_moment_nothing_recorded_later_is_there(store: Store) -> None:
    """Reports, readings and decisions that came later change no answer about what was known before."""
    store.take(FILINGS[:20], **BY)
    store.decide(Decision("d1", "A. Reader", EARLY, "accept", "claim", ("x",)))
    with store.shelf() as shelf:
        before = everything(shelf, FILINGS)
    later = BY | {"recorded": LATER, "reader": "reader 2"}
    store.take(FILINGS[20:], **later)
    store.reread([read_anew(one) for one in FILINGS[:10]], **later)
    store.decide(Decision("d2", "A. Reader", LATER, "undo", "decision", ("d1",)))
    with store.shelf(Bounds(known_at="2026-01-31T00:00:00Z")) as shelf:
        assert everything(shelf, FILINGS) == before
    with store.shelf(Bounds(known_at=LATER)) as known, store.shelf() as now:
        assert everything(known, FILINGS) == everything(now, FILINGS) != before
    with store.shelf(Bounds(known_at="2025")) as shelf:
        assert shelf.horizon() is None
        assert not shelf.claims(Wanted())


def test_a_new_reading_replaces_the_former(store: Store) -> None:
    """After a rereading only what the newer reader found counts; the older reading is there for who asks what was known."""
    one = filing("2025-05-14", *LINES)
    store.take([one], **BY)
    anew = read_anew(one, LINES[0])
    assert store.reread([anew], recorded=LATER, reader="reader 2", codebook="codebook 2") == 1
    with store.shelf() as shelf:
        assert [claim.id for claim in shelf.claims(Wanted())] == [filed.id for filed in anew.filed]
        assert {claim.id for claim in shelf.claims(Wanted())} < {filed.id for filed in one.filed}
        assert not shelf.matters(ids=[matter for matter, _, _ in one.matters])
    with store.shelf(Bounds(known_at=EARLY)) as shelf:
        assert {claim.id for claim in shelf.claims(Wanted())} == {filed.id for filed in one.filed}
        assert shelf.matters(ids=[matter for matter, _, _ in one.matters])
    assert store.readings(Bounds()) == (("reader 2", "codebook 2", 1),)
    assert store.readings(Bounds(known_at=EARLY)) == (("reader 1", "codebook 1", 1),)
    store.reread([one], recorded=LATEST, reader="reader 3", codebook="codebook 2")
    with store.shelf() as shelf:
        assert len(shelf.claims(Wanted())) == 2
    assert not list(store.check())


def test_an_open_shelf_does_not_see_what_is_added(store: Store) -> None:
    """All answers of one shelf are of one moment, also while somebody adds reports."""
    store.take(FILINGS[:5], **BY)
    with store.shelf() as shelf:
        cards = shelf.cards()
        first = next(cards)
        before = everything(shelf, FILINGS)
        store.take(FILINGS[5:], **BY)
        assert everything(shelf, FILINGS) == before
        assert [first, *cards] == before["cards"]
    with store.shelf() as shelf:
        assert len(list(shelf.cards())) == len(FILINGS)
