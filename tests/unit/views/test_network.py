"""Who meets whom: ties of meetings that were held or are set; who speaks for whom."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dragoman.exports.answers.network import page
from dragoman.exports.answers.terminal import as_text
from dragoman.record.bounds import Bounds
from dragoman.store.opening import create
from dragoman.store.store import Store
from dragoman.views import network as netting
from dragoman.views.network import Network, network
from dragoman.views.question import Question
from dragoman.views.scope import Scope
from tests.meeting_claims import CORVIN, DOLVAN, KESTRIA, MALTA, ORLIK, ORVANIA, TARNOW, TAVLAND, fill, on, team, told

HELD = told(
    "2026-03-13",
    "held",
    (CORVIN, ORLIK),
    when=on("2026-03-12"),
    teams=[team(ORVANIA, CORVIN, "ministers"), team(KESTRIA, ORLIK, "ministers")],
)
REFUSED = told("2026-03-11", "declined", (DOLVAN, TARNOW), when=on("2026-03-11"), kind="summit")
VISIT = told("2026-03-09", "held", (MALTA, KESTRIA), when=on("2026-03-08"), kind="visit")
PLANNED = told("2026-03-14", "scheduled", (ORVANIA, TAVLAND), when=on("2026-03-30"))
CASE = (HELD, REFUSED, VISIT, PLANNED)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store with four meetings."""
    made = create(f"sqlite:///{tmp_path / 'record.sqlite'}")
    fill(made, CASE)
    yield made
    made.close()


def ask(store: Store, bounds: Bounds = Bounds(), between: Any = "party", **asked: Any) -> Network:  # noqa: B008 - bounds never change
    """Return the network."""
    with store.shelf(bounds) as shelf:
        return network(Scope(shelf), Question(**asked), between=between)


def test_ties_between_parties(store: Store) -> None:
    """What was held and what is set ties; what was refused does not, and says nothing of who met."""
    found = ask(store)
    ties = {(tie.one, tie.other): (tie.held, tie.planned, tie.first) for tie in found.ties}
    assert ties == {
        ("Kestria", "Orvania"): (1, 0, date(2026, 3, 12)),
        ("Kestria", "MLT"): (1, 0, date(2026, 3, 8)),
        ("Orvania", "Tavland"): (0, 1, date(2026, 3, 30)),
    }
    nodes = {node.id: (node.name, node.meetings) for node in found.nodes}
    assert nodes == {
        "Kestria": ("Kestria", 2),
        "Orvania": ("Orvania", 2),
        "MLT": ("Malta", 1),
        "Tavland": ("Tavland", 1),
    }
    assert all(set(tie.meetings) <= {met.id for met in found.meetings} for tie in found.ties)
    assert (found.whole, found.first) == (True, date(2025, 12, 14))


def test_ties_between_persons(store: Store) -> None:
    """Those who met, not those of one delegation nor those who were to meet."""
    found = ask(store, between="person")
    names = {node.id: node.name for node in found.nodes}
    assert [{names[tie.one], names[tie.other]} for tie in found.ties] == [{"Dana Corvin", "Pavel Orlik"}]


def test_who_was_sent_for_whom(store: Store) -> None:
    """The heads of the delegations, with the words."""
    found = ask(store)
    sent = {(one.who.name, one.name, one.how, one.role, one.times) for one in found.speaks}
    assert sent == {
        ("Dana Corvin", "Orvania", "delegation", "Defense Minister", 1),
        ("Pavel Orlik", "Kestria", "delegation", "Foreign Minister", 1),
    }
    assert all(one.evidence for one in found.speaks)


def test_days_actor_and_bounds(store: Store) -> None:
    """Bound what makes ties."""
    assert [tie.one for tie in ask(store, first=date(2026, 3, 20)).ties] == ["Orvania"]
    assert [(tie.one, tie.other) for tie in ask(store, actor="Malta").ties] == [("Kestria", "MLT")]
    assert len(ask(store, bounds=Bounds(as_of=date(2026, 3, 10))).ties) == 1


def test_of_many_meetings_the_latest_days(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """The answer says that there are more."""
    monkeypatch.setattr(netting, "LOOK", 1)
    found = ask(store)
    assert ([tie.other for tie in found.ties], found.whole) == (["Tavland"], False)
    assert "there are more" in as_text(page(found))


def test_a_hall_full_of_people_ties_nobody(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its meeting is listed."""
    monkeypatch.setattr(netting, "TOGETHER", 1)
    found = ask(store)
    assert found.ties == ()
    assert len(found.meetings) == 3


def test_a_page_for_people(store: Store) -> None:
    """Ties, meetings, who speaks for whom."""
    text = as_text(page(ask(store)), width=120)
    for words in ("Kestria and Orvania", "held 1", "planned 1", "Dana Corvin (Defense Minister) for Orvania"):
        assert words in text, words
