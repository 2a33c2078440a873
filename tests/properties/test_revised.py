"""The record on which decisions count: every question is answered as if the machine had read it so, page by page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.record.claims import Claim, actors_of
from dragoman.record.comparing import Comparison
from dragoman.record.decisions import Decision, decided, in_force
from dragoman.record.filing import Filed, Filing, file_report
from dragoman.record.finding import found_by
from dragoman.record.keeping import kept_of
from dragoman.record.keys import keys_of
from dragoman.record.packing import plain, unpack
from dragoman.record.revised import Revised
from dragoman.record.revising import revise
from dragoman.record.shelf import Shelf, Wanted
from dragoman.store.opening import create
from dragoman.terms.findings import Actor, Coverage, Findings, Position, Why
from dragoman.terms.report import Report, content_id
from dragoman.terms.span import Span, cite
from dragoman.terms.when import When

START = date(2025, 5, 1)
ACTORS = tuple(Actor(f"a{n}", name, "state") for n, name in enumerate(("Norland", "Sudria", "Kestria")))
ABOUTS = ("a truce", "an exchange", "direct talks")
HEALTH = (HealthCheck.function_scoped_fixture,)


def filing(day: int) -> Filing:
    """Return a report of three lines, each a position."""
    published = START + timedelta(days=day)
    lines = [
        f"{actor.name} takes a position on {ABOUTS[(day + n) % 3]} on day {day}." for n, actor in enumerate(ACTORS)
    ]
    text = "\n".join(lines)
    report = Report(content_id(text), published, text)
    told, start = [], 0
    for n, line in enumerate(lines):
        holds = published + timedelta(days=n - 1)
        when = None if n == 2 else When(holds, holds, "day", "then")
        words = (cite(text, Span(start, start + len(line))),)
        about = ABOUTS[(day + n) % 3]
        told.append(Position(ACTORS[n], "demands", about, (), None, when, None, words, (), Why("a test")))
        start += len(line) + 1
    return file_report(Findings(report, ACTORS, (), (), (), tuple(told), (), (), (), (), Coverage((), ())))


FILINGS = tuple(filing(day) for day in range(5))


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    """The machine's own reading in a real store."""
    store = create(f"sqlite:///{tmp_path_factory.mktemp('revised') / 'record.sqlite'}")
    store.take(FILINGS, recorded="2025-06-01T00:00:00.000000+00:00", reader="one", codebook="one")
    with ExitStack() as stack:
        stack.callback(store.close)
        yield stack.enter_context(store.shelf())


def decisions(draw: Any, claims: tuple[Claim, ...]) -> list[Decision]:
    """Draw decisions about some claims."""
    told: list[Decision] = []
    for _ in range(draw(st.integers(0, 6))):
        claim = draw(st.sampled_from(claims))
        verb = draw(st.sampled_from(["accept", "reject", "edit", "edit", "retract", "note"]))
        change: dict[str, Any] = {}
        if verb == "edit":
            day = START + timedelta(days=draw(st.integers(-3, 9)))
            change = draw(
                st.sampled_from(
                    [
                        {"date": plain(When(day, day, "day", "so"))},
                        {"date": None},
                        {"about": draw(st.sampled_from([*ABOUTS, "a new matter"]))},
                        {"actor": plain(draw(st.sampled_from([c.actors[0] for c in claims])))},
                    ]
                )
            )
        told.append(decided(Decision("", "ana", "t", verb, "claim", (claim.id,), "so", change), told))
    return told


def wanted(draw: Any, claims: tuple[Claim, ...]) -> Wanted:
    """Draw a question."""
    days = st.none() | st.integers(-2, 8).map(lambda n: START + timedelta(days=n))
    keys = sorted({key for c in claims for key in keys_of(c.finding, c.actors)})
    return Wanted(
        kinds=draw(st.none() | st.just(frozenset({"position"}))),
        keys=draw(st.none() | st.frozensets(st.sampled_from(keys), min_size=1, max_size=3)),
        first=draw(days),
        last=draw(days),
        published_first=draw(days),
        published_last=draw(days),
        by=draw(st.sampled_from(["day", "published"])),
        latest_first=draw(st.booleans()),
    )


def plainly(claims: tuple[Claim, ...], asked: Wanted) -> list[Claim]:
    """Answer a question the simple way: look at every claim."""
    found = [
        c
        for c in claims
        if (asked.keys is None or asked.keys & set(keys_of(c.finding, actors_of(c.finding))))
        and (asked.first is None or c.day >= asked.first)
        and (asked.last is None or c.day <= asked.last)
        and (asked.published_first is None or c.published >= asked.published_first)
        and (asked.published_last is None or c.published <= asked.published_last)
    ]
    return sorted(found, key=lambda c: (c.day if asked.by == "day" else c.published, c.id), reverse=asked.latest_first)


@settings(suppress_health_check=HEALTH, deadline=None, max_examples=40)
@given(st.data())
def test_every_question_sees_the_decisions(shelf: Shelf, data: st.DataObject) -> None:
    """Whatever people decided, each question gives just the claims that count and fit, in order, and so do its pages."""
    machine = shelf.claims(Wanted())
    rulings = in_force(decisions(data.draw, machine))
    counting = revise(machine, rulings)
    asked = wanted(data.draw, machine)
    revised = Revised(shelf, rulings)
    expected = plainly(counting, asked)
    assert list(revised.claims(asked)) == expected
    size = data.draw(st.integers(1, 4))
    paged: list[Claim] = []
    while page := revised.claims(_next(asked, paged, size)):
        assert len(page) <= size
        paged += page
    assert paged == expected


def _next(asked: Wanted, paged: list[Claim], size: int) -> Wanted:
    place = (paged[-1].day if asked.by == "day" else paged[-1].published, paged[-1].id) if paged else None
    return replace(asked, limit=size, after=place)


@settings(suppress_health_check=HEALTH, deadline=None, max_examples=40)
@given(st.data())
def test_actors_and_matters_of_edits_are_found(shelf: Shelf, data: st.DataObject) -> None:
    """Each actor and matter of a claim that counts is in the record, told on a span of days that holds the claim's."""
    machine = shelf.claims(Wanted())
    rulings = in_force(decisions(data.draw, machine))
    revised = Revised(shelf, rulings)
    for claim in revise(machine, rulings):
        for actor in claim.actors:
            (profile,) = revised.profiles(ids=[actor.id])
            assert profile.first <= claim.published <= profile.last


@settings(suppress_health_check=HEALTH, deadline=None, max_examples=40)
@given(st.data())
def test_differences_are_complete(shelf: Shelf, data: st.DataObject) -> None:
    """The old findings with the differences applied are the new ones; each decision about what goes has a fate."""
    one = data.draw(st.sampled_from(FILINGS))
    before = shelf.claims(Wanted(reports=frozenset({one.id})))
    after = _newer(data.draw, one)
    rulings = in_force(decisions(data.draw, before))
    told = Comparison(rulings).of(before[0].card, before, after)
    findings = {claim.id: claim.finding for claim in before}
    for difference in told:
        if difference.change == "goes":
            del findings[difference.claim]
        else:
            assert difference.after is not None
            findings[difference.claim] = difference.after
        assert (difference.fate is None) == (not difference.touched)
    assert findings == {filed.id: unpack(filed.kind, filed.packed)[0] for filed in after}
    assert {d.to for d in told if d.fate == "carried"} <= {filed.id for filed in after}


@settings(suppress_health_check=HEALTH, deadline=None, max_examples=40)
@given(st.data())
def test_a_persons_finding_is_asked_for_like_others(shelf: Shelf, data: st.DataObject) -> None:
    """It is in every answer that it fits, page by page, with its actor and matter; undone, all is as it was before."""
    machine = shelf.claims(Wanted())
    told = decisions(data.draw, machine)
    before = Revised(shelf, in_force(told))
    one = _own(data.draw, shelf)
    added = decided(Decision("", "ada", "t", "add", "claim", (one.id,), None, kept_of(one)), told)
    after = Revised(shelf, in_force([*told, added]))
    asked = wanted(data.draw, machine)
    retracted = one.card.id in before.rulings.retracted
    counting = [*before.claims(Wanted()), *(() if retracted else (replace(one, accepted=True),))]
    expected = plainly(tuple(counting), asked)
    assert list(after.claims(asked)) == expected
    size = data.draw(st.integers(1, 4))
    paged: list[Claim] = []
    while page := after.claims(_next(asked, paged, size)):
        paged += page
    assert paged == expected
    undoing = decided(Decision("", "ada", "t", "undo", "decision", (added.id,)), [*told, added])
    undone = Revised(shelf, in_force([*told, added, undoing]))
    assert undone.claims(asked) == before.claims(asked)
    assert undone.profiles(ids=[one.actors[0].id]) == before.profiles(ids=[one.actors[0].id])


def _own(draw: Any, shelf: Shelf) -> Claim:
    """Draw a finding of a person in one of the reports."""
    sheet = shelf.sheets(ids=[draw(st.sampled_from(FILINGS)).id])[0]
    text = shelf.texts([sheet.card.id])[sheet.card.id]
    start = draw(st.integers(0, len(text) - 4))
    end = draw(st.integers(start + 3, len(text)))
    day = START + timedelta(days=draw(st.integers(-3, 9)))
    values = {
        "actor": plain(Actor("mine", draw(st.sampled_from(["Norland", "Tavland"])), "state")),
        "stance": "rejects",
        "about": draw(st.sampled_from([*ABOUTS, "a new matter"])),
        "date": draw(st.sampled_from([None, plain(When(day, day, "day", "so"))])),
    }
    return found_by("ada", sheet, text, "position", [(start, end)], values)


def _newer(draw: Any, one: Filing) -> list[Filed]:
    """Draw another reading: some findings gone, some under another id, some with another matter."""
    out = []
    for filed in one.filed:
        match draw(st.sampled_from(["same", "gone", "renamed", "changed"])):
            case "same":
                out.append(filed)
            case "renamed":
                out.append(replace(filed, id=f"x{filed.id[1:]}"))
            case "changed":
                out.append(replace(filed, packed=filed.packed.replace("demands", "rejects")))
    return out


@settings(suppress_health_check=HEALTH, deadline=None, max_examples=40)
@given(st.data())
def test_kept_claims_are_asked_for_like_others(shelf: Shelf, data: st.DataObject) -> None:
    """A confirmed claim that no reader finds is in every answer that it fits, with the words that it stands on."""
    machine = shelf.claims(Wanted())
    claim = data.draw(st.sampled_from(machine))
    lost = f"p{'0' * 15}"
    told = [Decision("d1", "ana", "t", "accept", "claim", (lost,))]
    told.append(Decision("d2", "ana", "t", "keep", "claim", (lost,), None, kept_of(claim)))
    revised = Revised(shelf, in_force(told))
    asked = wanted(data.draw, machine)
    found = revised.claims(asked)
    assert (lost in {c.id for c in found}) == (claim.id in {c.id for c in found})
    assert all(c.accepted and c.by == "ana" for c in found if c.id == lost)
