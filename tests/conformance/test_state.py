"""The state of a record: the same as long as it is the same, later with each entry."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from dragoman.record.decisions import Decision
from dragoman.store.store import Store
from tests.conformance.filings import BY, LATER, many


def state_of(store: Store) -> tuple[int, ...]:
    """Return the state of a record now."""
    with store.shelf() as shelf:
        return shelf.state()


def test_each_entry_leads_to_a_later_state(store: Store) -> None:
    """Reports, further paths, readings and decisions: each step is a later state; what adds nothing leaves it as it is."""
    made = many(4)
    elsewhere = [replace(one.report, path=f"copies/{one.id}.txt") for one in made]
    seen = [state_of(store)]
    for step in (
        lambda: store.take(made, **BY),
        lambda: store.take(made, **BY),
        lambda: store.place(elsewhere, recorded=LATER),
        lambda: store.place(elsewhere, recorded=LATER),
        lambda: store.reread(made[:1], **{**BY, "recorded": LATER}),
        lambda: store.decide(Decision("d1", LATER, "ana", "note", "claim", ("c1",), "why")),
    ):
        step()
        seen.append(state_of(store))
    assert seen == sorted(seen)
    assert [before == after for before, after in pairwise(seen)] == [
        False, True, False, True, False, False,
    ]  # fmt: skip


def test_a_snapshot_has_the_state_of_its_entries(store: Store) -> None:
    """What is added while somebody looks is neither seen nor counted: the state is that of what is seen."""
    made = many(4)
    store.take(made[:2], **BY)
    with store.shelf() as shelf:
        store.take(made[2:], **BY)
        assert shelf.state() < state_of(store)
        assert len(list(shelf.cards())) == 2
        assert shelf.state()[0] == 2
