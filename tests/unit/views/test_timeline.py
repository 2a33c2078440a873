"""The timeline and the disagreements from a store: one item an event, page by page, and rival accounts side by side."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from dragoman.exports.answers.disagreements import page as rivals_page
from dragoman.exports.answers.encode import as_json
from dragoman.exports.answers.terminal import as_text
from dragoman.exports.answers.timeline import page as timeline_page
from dragoman.record.bounds import Bounds
from dragoman.record.filing import Filing
from dragoman.store.opening import create
from dragoman.store.store import Store
from dragoman.terms.errors import NotFound
from dragoman.views.disagreements import Disagreements, disagreements
from dragoman.views.question import Question
from dragoman.views.scope import Scope
from dragoman.views.timeline import Timeline, timeline
from tests.event_claims import MIRA, OSTLAND, WESTMARK, agreement, figure, filing, incident, on, position, quotation

RAID = "Westmark shelled the market of Brell on Monday, and 14 people died, a ministry of Ostland said"
TOLL = "Westmark put the toll of the shells on the market of Brell at nine"
CASE = (
    filing(
        f"{RAID}. Ostland rejects the river plan.",
        "2026-05-05",
        incident(RAID, WESTMARK, OSTLAND, day=on("2026-05-04"), place="Brell"),
        figure("14 people died", 14, "people", source=OSTLAND, day=on("2026-05-04")),
        position("Ostland rejects the river plan", OSTLAND, "rejects", "the river plan"),
        publisher="Observer",
    ),
    filing(
        f"{TOLL}. It denied the raid. Mira Vane proposed a truce.",
        "2026-05-06",
        figure("the toll of the shells on the market of Brell at nine", 9, "people", source=WESTMARK),
        incident("denied the raid", WESTMARK, OSTLAND, day=on("2026-05-04"), place="Brell", status="denied"),
        position("Mira Vane proposed a truce", MIRA, "proposes", "a truce", day=on("2026-05-05")),
        quotation("Mira Vane proposed a truce", MIRA),
        publisher="Halm Courier",
    ),
    filing(
        "Ostland and Westmark agreed on Friday to open the canal.",
        "2026-05-09",
        agreement(
            "agreed on Friday to open the canal", OSTLAND, WESTMARK, about="open the canal", day=on("2026-05-08")
        ),
        publisher="Observer",
    ),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store with the case."""
    store = create(f"sqlite:///{tmp_path / 'record.sqlite'}")
    keep(store, CASE)
    yield store
    store.close()


def keep(store: Store, filings: Any) -> None:
    """Keep filings, each in a batch of its own."""
    for one in filings:
        store.take([one], recorded="2026-06-01T00:00:00.000000+00:00", reader="r", codebook="c")


def asked(store: Store, as_of: str | None = None, **question: Any) -> Timeline:
    """Return the timeline."""
    with store.shelf(Bounds(as_of=None if as_of is None else date.fromisoformat(as_of))) as shelf:
        return timeline(Scope(shelf), Question(**question))


def rivals(store: Store, as_of: str | None = None, **question: Any) -> Disagreements:
    """Return the disagreements."""
    with store.shelf(Bounds(as_of=None if as_of is None else date.fromisoformat(as_of))) as shelf:
        return disagreements(Scope(shelf), Question(**question))


def test_one_item_an_event_by_day(store: Store) -> None:
    """The raid is one item of two origins and disputed; what has no day stands at its publication."""
    items = asked(store).items
    assert [item.kind for item in items] == ["incident", "position", "position", "agreement"]
    raid = items[0]
    assert raid.disputed
    assert [origin.label for origin in raid.origins] == ["Halm Courier", "Observer"]
    (rejected,) = [item for item in items if item.status == "rejects"]
    assert (rejected.day, rejected.by) == (None, date(2026, 5, 5))
    assert rejected.flags == ("sole source",)


def test_pages_join_to_the_whole(store: Store) -> None:
    """Each item comes once, in the same order, whatever the length of a page."""
    whole = [item.id for item in asked(store).items]
    for limit in (1, 2, 3):
        told, after = [], ""
        while True:
            page = asked(store, limit=limit, after=after)
            told += [item.id for item in page.items]
            if page.next is None:
                break
            after = page.next
        assert told == whole


def test_quotations_and_figures_come_when_they_are_asked_for(store: Store) -> None:
    """They are no events of their own unless somebody wants them."""
    assert {item.kind for item in asked(store, kinds=frozenset({"quotation", "figure"})).items} == {
        "quotation",
        "figure",
    }
    with pytest.raises(NotFound, match="kind"):
        asked(store, kinds=frozenset({"nonsense"}))


def test_filters(store: Store) -> None:
    """Days, actors and proposals bound what is shown."""
    assert [item.kind for item in asked(store, first=date(2026, 5, 7)).items] == ["agreement"]
    assert {item.status for item in asked(store, actor="Mira Vane").items} == {"proposes"}
    assert [item.status for item in asked(store, proposal="the river plan").items] == ["rejects"]
    with pytest.raises(NotFound):
        asked(store, actor="Nobody Anywhere")
    with pytest.raises(NotFound):
        asked(store, after="nonsense")


def test_as_of_a_day_is_the_record_of_that_day(store: Store) -> None:
    """Only the first report is known: nothing is disputed, nobody disagrees."""
    (raid, *_) = asked(store, as_of="2026-05-05").items
    assert (raid.disputed, len(raid.origins)) == (False, 1)
    assert rivals(store, as_of="2026-05-05").items == ()


def test_disagreements_are_typed_with_the_accounts_side_by_side(store: Store) -> None:
    """Whether the raid happened, and how many died; each account has its words and origins."""
    found = {item.kind: item for item in rivals(store).items}
    assert set(found) == {"happened", "figure"}
    assert [value.value for value in found["figure"].rivals] == ["14 people", "9 people"]
    assert [value.said_by for value in found["figure"].rivals] == [("Ostland",), ("Westmark",)]
    assert not found["figure"].soft
    assert all(value.evidence and value.origins for item in found.values() for value in item.rivals)
    assert [item.kind for item in rivals(store, kinds=frozenset({"figure"})).items] == ["figure"]


def counted(day: str, value: float, publisher: str, comparator: Any = "=", source: Any = None) -> Filing:
    """Return a report of a toll."""
    words = f"{value:.0f} people died when shells fell on the market of Brell"
    return filing(
        f"{words}, {publisher} wrote.",
        day,
        figure(words, value, "people", source=source, day=on("2026-05-04"), comparator=comparator),
        publisher=publisher,
    )


@pytest.mark.parametrize(
    ("filings", "expected"),
    [
        ((counted("2026-05-05", 12, "A", ">="), counted("2026-05-05", 21, "B")), [True]),
        ((counted("2026-05-05", 12, "A", ">="), counted("2026-05-05", 9, "B")), [False]),
        ((counted("2026-05-05", 12, "A"), counted("2026-05-06", 21, "A")), []),
        ((counted("2026-05-05", 12, "A", source=OSTLAND), counted("2026-05-06", 21, "B", source=OSTLAND)), []),
        ((counted("2026-05-05", 12, "A"), counted("2026-05-06", 12, "B")), []),
    ],
)
def test_what_is_a_disagreement_about_a_figure(
    tmp_path: Path, filings: tuple[Filing, ...], expected: list[bool]
) -> None:
    """Numbers that could both be true are soft; what a source counts later is an update; the same number is none."""
    store = create(f"sqlite:///{tmp_path / 'record.sqlite'}")
    keep(store, filings)
    assert [item.soft for item in rivals(store).items] == expected
    store.close()


def test_the_order_of_taking_in_does_not_matter(tmp_path: Path) -> None:
    """Every permutation gives the same bytes."""
    told = set()
    for number, order in enumerate(permutations(CASE)):
        store = create(f"sqlite:///{tmp_path / f'{number}.sqlite'}")
        keep(store, order)
        told.add(tuple(as_json("x", ask(store), Bounds(), None) for ask in (asked, rivals)))
        store.close()
    assert len(told) == 1


def test_pages_for_people(store: Store) -> None:
    """Both read well in a terminal, with quotes and origins."""
    text = as_text(timeline_page(asked(store)), width=120)
    assert "rival accounts" in text
    assert "2 origins" in text
    text = as_text(rivals_page(rivals(store)), width=120)
    assert "WHETHER IT HAPPENED" in text
    assert "says Westmark" in text
