"""The grid of positions from two read reports: what a reader of news would say of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from dragoman.record.bounds import Bounds
from dragoman.store.opening import create
from dragoman.store.store import Store
from dragoman.terms.findings import Findings
from dragoman.views.grid import Row, Standing
from dragoman.views.positions import positions
from dragoman.views.question import Question
from dragoman.views.scope import Scope
from tests.position_reports import keep

BEFORE = """In Khartoum, Sudanese President Idris Kabbashi on Sunday rejected demands by Ethiopia for a 60-day unconditional ceasefire.

Ethiopian President Hailu Tesfaye confirmed on Tuesday that he would attend Thursday's talks in Nairobi.

Sudan has yet to confirm Kabbashi's participation.
"""
AFTER = """Sudanese President Idris Kabbashi on Thursday rejected an offer by Ethiopian President Hailu Tesfaye for a \
face-to-face meeting.

Ethiopia has accepted a Kenyan-backed proposal for a full 60-day ceasefire. Kabbashi rejected the 60-day ceasefire unless \
Ethiopia withdraws its troops from Metema.
"""


@pytest.fixture
def store(tmp_path: Path, read: Callable[..., Findings]) -> Iterator[Store]:
    """A record of both reports."""
    store = create(f"sqlite:///{tmp_path / 'record.sqlite'}")
    keep(store, (read(BEFORE, "2025-05-13"), read(AFTER, "2025-05-16")))
    yield store
    store.close()


def _grid(store: Store, as_of: str | None = None) -> tuple[Row, ...]:
    with store.shelf(Bounds(as_of=None if as_of is None else date.fromisoformat(as_of))) as shelf:
        return positions(Scope(shelf), Question()).items


def _standing(rows: tuple[Row, ...], word: str, party: str) -> Standing:
    (row,) = [row for row in rows if word in row.name]
    (standing,) = [standing for standing in row.parties if standing.party == party]
    return standing


def test_two_reports_give_one_grid(store: Store) -> None:
    """Two dated cells of one president, a demand that became an acceptance, and participation settled by a refusal."""
    rows = _grid(store)
    sudan = _standing(rows, "60-day", "Sudan")
    assert [(c.actor.name, c.stance, c.day.isoformat(), c.dating) for c in sudan.history] == [
        ("Idris Kabbashi", "rejects", "2025-05-11", "told"),
        ("Idris Kabbashi", "rejects", "2025-05-16", "by"),
    ]
    ethiopia = _standing(rows, "60-day", "Ethiopia")
    assert [(c.stance, c.day.isoformat(), c.status) for c in ethiopia.history] == [
        ("demands", "2025-05-13", "superseded"),
        ("accepts", "2025-05-16", "current"),
    ]
    undecided, refusal = _standing(rows, "participation", "Sudan").history
    assert (undecided.stance, undecided.superseded_by) == ("undecided", refusal.id)
    assert (refusal.actor.name, refusal.stance, refusal.day) == ("Idris Kabbashi", "rejects", date(2025, 5, 15))
    assert undecided.why


def test_of_the_later_report_nothing_is_seen_before_it(store: Store) -> None:
    """As of the 13th Ethiopia demands, Sudan's participation is open, and no word of the 16th is quoted."""
    rows = _grid(store, "2025-05-13")
    assert _standing(rows, "60-day", "Ethiopia").stance == "demands"
    assert _standing(rows, "participation", "Sudan").stance == "undecided"
    quoted = [cited.published for row in rows for s in row.parties for cell in s.history for cited in cell.evidence]
    assert set(quoted) == {date(2025, 5, 13)}
