"""What is taken in is kept once, whole and unchanged, whoever else writes at the same time."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context

import pytest

from dragoman.record.bounds import Bounds
from dragoman.record.decisions import Decision
from dragoman.record.filing import file_report
from dragoman.record.shelf import Search, Wanted
from dragoman.store.opening import open_store
from dragoman.store.store import Store
from dragoman.terms.errors import StoreError
from dragoman.terms.report import Report
from dragoman.terms.span import Span
from tests.conformance.filings import BY, EARLY, LATER, Line, filing, findings, many

ODD = "a\x00b\ud800c\\d\\u0041 é ’"


def test_a_report_is_new_once(store: Store) -> None:
    """The ids of new reports come back; a known one, in the same batch or later, adds nothing."""
    made = many(6)
    assert store.known([one.id for one in made]) == frozenset()
    assert store.take([made[0], made[1], made[0]], **BY) == (made[0].id, made[1].id)
    with store.shelf() as shelf:
        before = shelf.claims(Wanted())
    assert store.take(made[:2], **BY | {"recorded": LATER}) == ()
    with store.shelf() as shelf:
        assert shelf.claims(Wanted()) == before
    assert store.take(made, **BY) == tuple(one.id for one in made[2:])
    assert store.known([*(one.id for one in made), "nobody"]) == {one.id for one in made}
    assert store.take([], **BY) == ()


def test_reports_come_back_whole_and_in_order(store: Store) -> None:
    """Text, header, raw bytes, warnings, and all that is told about a report are given back as they came, by publication."""
    rich = Report(
        id="row 7",
        published=many(1)[0].report.published,
        text="date 2025-05-01\nA line.\r\n\n  Another one.\n",
        publisher="Aune Post",
        title="A title",
        url="https://news.example/7",
        path="reports/7.txt",
        header=Span(0, 16),
        warnings=("odd", "odder"),
        updated="2025-05-02T10:00:00Z",
        raw=b"\x00<html>\xff",
    )
    filings = [file_report(findings(rich, ())), *many(120)]
    store.take(filings, **BY)
    ordered = sorted(filings, key=lambda one: (one.report.published, one.id))
    assert list(store.reports(Bounds())) == [one.report for one in ordered]
    until = ordered[50].report.published
    seen = [one.report for one in ordered if one.report.published <= until]
    assert list(store.reports(Bounds(as_of=until))) == seen
    with store.shelf() as shelf:
        card = next(card for card in shelf.cards() if card.title)
        assert (card.updated, card.path, card.recorded) == (rich.updated, rich.path, EARLY)
        assert shelf.texts([one.id for one in filings]) == {one.id: one.report.text for one in filings}


def test_any_string_is_kept(store: Store) -> None:
    """Zero bytes, halves of characters and backslashes come back as they were, and can be asked for."""
    text = f"The {ODD} truce."
    report = Report(ODD, many(1)[0].report.published, text, ODD, ODD, ODD, ODD, None, (ODD,), ODD)
    line = Line("position", ODD, ODD)
    odd = filing("2025-05-14", line, publisher=ODD, url=ODD)
    store.take([file_report(findings(report, ())), odd], **BY)
    assert next(store.reports(Bounds())) == report
    with store.shelf() as shelf:
        (claim,) = shelf.claims(Wanted(keys=frozenset(odd.filed[0].keys)))
        assert claim.about == ODD
        assert claim.finding.evidence[0].quote == str(line)
        assert {profile.actor.name for profile in shelf.profiles(keys=odd.profiles[0][1])} == {ODD}
        assert [matter.about for matter in shelf.matters(ids=[odd.matters[0][0]])] == [ODD]
        assert len(shelf.passages(Search(words="truce", publisher=ODD))) == 1
        assert [count.publisher for count in shelf.coverage(None, None)] == [ODD, ODD]
    assert not list(store.check())


def test_decisions_keep_their_order(store: Store) -> None:
    """Decisions come back in the order in which they were made, whatever their ids and moments; none is kept twice."""
    made = [
        Decision("z", "A. Reader", LATER, "edit", "claim", ("c1",), f"because {ODD}", {"place": ODD, "level": None}),
        Decision("a", "A. Reader", EARLY, "merge", "actor", ("p1", "p2")),
        Decision("m", "B. Reader", LATER, "undo", "decision", ("z",)),
    ]
    for decision in made:
        store.decide(decision)
    with store.shelf() as shelf:
        assert list(shelf.decisions()) == made
    with store.shelf(Bounds(known_at=EARLY)) as shelf:
        assert list(shelf.decisions()) == [made[1]]
    with pytest.raises(StoreError, match="kept already"):
        store.decide(made[0])


def test_an_unknown_report_cannot_be_reread(store: Store) -> None:
    """A reading of a report that isn't kept is refused, and nothing of the batch is kept."""
    one, other = many(2)
    store.take([one], **BY)
    with pytest.raises(StoreError, match="isn't kept here"):
        store.reread([one, other], **BY | {"reader": "reader 2"})
    assert store.readings(Bounds()) == (("reader 1", "codebook 1", 1),)


def _take(url: str, seed: int) -> list[str]:
    store = open_store(url)
    new: list[str] = []
    for start in range(0, 30, 3):
        new += store.take(many(30, seed=seed)[start : start + 3], **BY)
    store.close()
    return new


def test_two_processes_add_the_same_reports_at_once(store: Store) -> None:
    """Each report is new to exactly one of them, and nothing is doubled."""
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        first, second = pool.map(_take, [store.url] * 2, [5, 5])
    assert not set(first) & set(second)
    assert {*first, *second} == {one.id for one in many(30, seed=5)}
    with store.shelf() as shelf:
        assert len(shelf.claims(Wanted())) == sum(len(one.filed) for one in many(30, seed=5))
    assert not list(store.check())


def test_a_report_is_shown_under_the_least_of_its_paths(store: Store) -> None:
    """Whichever was recorded first, odd letters or not; known at a moment is what had been found by then."""
    first = Report(id="1", published=many(1)[0].report.published, text="The same words.", path="sent/b.txt")
    store.take([file_report(findings(first, ()))], **BY)
    assert store.place([replace(first, path=f"sent/a{ODD}.txt"), first], recorded=LATER) == 1
    assert store.place([replace(first, path=f"sent/a{ODD}.txt")], recorded=LATER) == 0
    with store.shelf() as shelf:
        assert [card.path for card in shelf.cards()] == [f"sent/a{ODD}.txt"]
    with store.shelf(Bounds(known_at=EARLY)) as shelf:
        assert [card.path for card in shelf.cards()] == ["sent/b.txt"]
    assert list(store.check()) == []
