"""Claims come back as they were filed: the wanted ones, in the wanted order, on both databases."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random  # noqa: TID251 - drawn from a fixed seed
from typing import Any

import pytest

from dragoman.record.bounds import Bounds
from dragoman.record.claims import Claim
from dragoman.record.filing import Filing
from dragoman.record.packing import unpack
from dragoman.record.shelf import Shelf, Wanted
from dragoman.store.store import Store
from tests.conformance.filings import BY, many, seen

START = date(2025, 5, 1)
FILINGS = many(60)
KEYS = sorted({key for one in FILINGS for filed in one.filed for key in filed.keys})


def _expected(filings: Sequence[Filing], wanted: Wanted, bounds: Bounds) -> list[str]:
    """Work out by hand, from the filings alone, which claims are wanted."""
    rows = [(filed, one) for one in filings if seen(one, bounds) for filed in one.filed]

    def wants(filed: Any, one: Filing) -> bool:
        day, published = filed.day, one.report.published
        return (
            (wanted.kinds is None or filed.kind in wanted.kinds)
            and (wanted.keys is None or bool(wanted.keys & set(filed.keys)))
            and (wanted.ids is None or filed.id in wanted.ids)
            and (wanted.reports is None or one.id in wanted.reports)
            and (wanted.first is None or day >= wanted.first)
            and (wanted.last is None or day <= wanted.last)
            and (wanted.published_first is None or published >= wanted.published_first)
            and (wanted.published_last is None or published <= wanted.published_last)
        )

    places = [
        (filed.day if wanted.by == "day" else one.report.published, filed.id)
        for filed, one in rows
        if wants(filed, one)
    ]
    places.sort(reverse=wanted.latest_first)
    if wanted.after is not None:
        after = wanted.after
        places = [place for place in places if (place < after if wanted.latest_first else place > after)]
    return [key for _, key in places[: wanted.limit]]


def _drawn(rnd: Random) -> Wanted:
    def day() -> date | None:
        return rnd.choice([None, START + timedelta(days=rnd.randrange(50))])

    def some(values: Sequence[str], most: int) -> frozenset[str] | None:
        return rnd.choice([None, frozenset(rnd.sample(values, rnd.randrange(most)))])

    ids = [filed.id for one in FILINGS for filed in one.filed]
    return Wanted(
        kinds=some(("meeting", "position", "figure", "quotation"), 4),  # type: ignore[arg-type]
        keys=some(KEYS, 6),
        ids=some(ids, 60) if rnd.random() < 0.2 else None,
        reports=some([one.id for one in FILINGS], 30) if rnd.random() < 0.2 else None,
        first=day(),
        last=day(),
        published_first=day(),
        published_last=day(),
        by=rnd.choice(["day", "published"]),
        after=rnd.choice([None, (START + timedelta(days=rnd.randrange(40)), rnd.choice(ids))]),
        latest_first=rnd.choice([True, False]),
        limit=rnd.choice([None, 0, 1, 5, 20]),
    )


def test_any_question_gets_what_it_wants_in_its_order(store: Store) -> None:
    """Four hundred drawn questions, each within drawn bounds, are answered as one works them out by hand."""
    store.take(FILINGS, **BY)
    rnd = Random(7)
    for _ in range(400):
        wanted = _drawn(rnd)
        bounds = Bounds(as_of=rnd.choice([None, START + timedelta(days=rnd.randrange(40))]))
        with store.shelf(bounds) as shelf:
            assert [claim.id for claim in shelf.claims(wanted)] == _expected(FILINGS, wanted, bounds), wanted


@pytest.mark.parametrize("latest_first", [False, True])
@pytest.mark.parametrize("by", ["day", "published"])
@pytest.mark.parametrize("keys", [None, frozenset(KEYS)])
def test_pages_laid_end_to_end_are_the_whole(store: Store, by: Any, latest_first: bool, keys: Any) -> None:
    """Paging by the last claim seen neither repeats nor leaves out one, also among many of one day."""
    store.take(FILINGS, **BY)
    with store.shelf() as shelf:
        whole = shelf.claims(Wanted(by=by, latest_first=latest_first, keys=keys))
        pages = list(_pages(shelf, by=by, latest_first=latest_first, keys=keys))
    assert [len(page) for page in pages[:-1]] == [7] * (len(pages) - 1)
    assert [claim for page in pages for claim in page] == list(whole)


def _pages(shelf: Shelf, **how: Any) -> Any:
    after = None
    while page := shelf.claims(Wanted(**how, after=after, limit=7)):
        yield page
        last = page[-1]
        after = (last.day if how["by"] == "day" else last.published, last.id)


def test_a_claim_is_what_was_filed(store: Store) -> None:
    """The finding, its number, day and the card of its report come back equal."""
    store.take(FILINGS, **BY)
    filed = {each.id: (each, one) for one in FILINGS for each in one.filed}
    with store.shelf() as shelf:
        claims = shelf.claims(Wanted())
    assert {claim.id for claim in claims} == filed.keys()
    for claim in claims:
        each, one = filed[claim.id]
        assert isinstance(claim, Claim)
        assert (claim.finding, claim.turns, claim.teams) == unpack(each.kind, each.packed)
        assert (claim.kind, claim.number, claim.day) == (each.kind, each.number, each.day)
        card, report = claim.card, one.report
        assert (card.id, card.published, card.recorded) == (one.id, report.published, BY["recorded"])
        assert (card.publisher, card.url, card.title) == (report.publisher, report.url, report.title)


def test_thousands_of_names_fit_one_question(store: Store) -> None:
    """More ids, keys and reports than a database takes in one statement are asked for at once."""
    store.take(FILINGS, **BY)
    ids = frozenset(filed.id for one in FILINGS for filed in one.filed)
    padding = frozenset(f"x{n}" for n in range(3000))
    with store.shelf() as shelf:
        assert {c.id for c in shelf.claims(Wanted(ids=ids | padding))} == ids
        assert {c.id for c in shelf.claims(Wanted(reports=frozenset(o.id for o in FILINGS) | padding))} == ids
        assert {c.id for c in shelf.claims(Wanted(keys=frozenset(KEYS) | padding, limit=10_000))} == ids
        assert {c.id for c in shelf.claims(Wanted(ids=ids, keys=frozenset(KEYS) | padding))} == ids
    assert store.known(ids | padding | {FILINGS[0].id}) == {FILINGS[0].id}


def test_an_empty_condition_wants_nothing(store: Store) -> None:
    """No kinds, keys, ids or reports at all is not the same as no condition."""
    store.take(FILINGS, **BY)
    with store.shelf() as shelf:
        for name in ("kinds", "keys", "ids", "reports"):
            nothing: dict[str, Any] = {name: frozenset()}
            assert shelf.claims(Wanted(**nothing)) == ()
