"""Views before a memory: what they answer is what they would answer without it, whatever is added meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import dragoman.views
from dragoman.exports.answers.encode import as_json
from dragoman.record.bounds import Bounds
from dragoman.store.opening import create
from dragoman.store.store import Store
from dragoman.terms.errors import NotFound
from dragoman.views.memory import Memory
from dragoman.views.question import Question
from dragoman.views.scope import Scope
from tests.conformance.filings import BY, many

VIEWS = (
    "overview", "timeline", "docket", "positions", "people", "network", "changes", "disagreements", "obligations", "sources",
    "coverage", "review", "reports", "decisions",
)  # fmt: skip
"""Views that need nothing but a question."""
NAMED = {"actor": "name", "proposal": "name", "meeting": "id", "report": "id", "search": "words", "ask": "which"}
"""Those that are about something, and what they are told of it."""
BOUNDS = (Bounds(), Bounds(as_of=date(2026, 3, 5)))


def view_of(name: str) -> Callable[..., Any]:
    """Return a view by its name."""
    found: Callable[..., Any] = getattr(import_module(f"dragoman.views.{name}"), name)
    return found


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A case of some reports."""
    made = create(f"sqlite:///{tmp_path / 'record.sqlite'}")
    made.take(many(8), **BY)
    yield made
    made.close()


def answers(store: Store, memory: Memory | None) -> list[str]:
    """Return what all views answer, with or without a memory."""
    told = []
    for bounds in BOUNDS:
        with store.shelf(bounds) as shelf:
            recall = None if memory is None else memory.at(shelf.state(), bounds)
            scope = Scope(shelf, recall=recall)
            told += [as_json(name, view_of(name)(scope, Question(limit=7)), bounds, scope.today) for name in VIEWS]
    return told


def test_every_page_is_remembered() -> None:
    """Each view whose answer a page shows stands before the memory; a new one is thought of."""
    folder = Path(dragoman.views.__file__).parent
    written = {path.stem for path in folder.glob("*.py") if "\n@remembered\n" in path.read_text(encoding="utf-8")}
    assert written == {*VIEWS, *NAMED}


def test_answers_are_the_same_with_a_memory_and_without(store: Store) -> None:
    """After each step of the record all views give the bytes that they give without a memory, the first time and the second."""
    memory = Memory()
    for step in range(3):
        expected = answers(store, None)
        assert [answers(store, memory), answers(store, memory)] == [expected, expected]
        assert memory.held[0] >= len(VIEWS)
        if step == 0:
            store.take(many(16)[8:], **BY)
        elif step == 1:
            store.reread(many(2), **{**BY, "reader": "another"})


def test_a_second_look_asks_the_record_for_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is remembered needs no claim, no text and no ruling."""
    memory = Memory()
    answers(store, memory)
    with store.shelf() as shelf:
        scope = Scope(shelf, recall=memory.at(shelf.state(), BOUNDS[0]))
        for name in ("claims", "texts", "decisions", "sheets", "profiles", "matters"):
            monkeypatch.delattr(type(shelf), name)
        for name in VIEWS:
            view_of(name)(scope, Question(limit=7))


def test_what_a_view_is_told_beside_the_question_counts(store: Store) -> None:
    """A list and a tuple ask for the same; another state, another name or none at all for something else."""
    memory = Memory()
    with store.shelf() as shelf:
        scope = Scope(shelf, recall=memory.at(shelf.state(), shelf.bounds))
        docket, report = view_of("docket"), view_of("report")
        assert docket(scope, Question(), state=["held"]) is docket(scope, Question(), state=("held",))
        assert docket(scope, Question(), state=("scheduled",)) is not docket(scope, Question(), state=("held",))
        ids = [card.id for card in shelf.cards()][:2]
        assert [report(scope, Question(), id=one).card.id for one in ids] == ids
        for _ in range(2):
            with pytest.raises(NotFound):
                report(scope, Question(), id="nobody")


def test_rulings_of_somebodys_own_have_no_memory(store: Store) -> None:
    """Who asks what would be if something were decided is never given what is, nor remembered."""
    memory = Memory()
    with store.shelf() as shelf:
        scope = Scope(shelf)
        drafted = Scope(shelf, scope.rulings, recall=memory.at(shelf.state(), shelf.bounds))
        view_of("docket")(drafted, Question())
    assert memory.held == (0, 0)
