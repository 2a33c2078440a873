"""What is owed by a day: due, done, called off, overdue; told once however many reports tell it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dragoman.exports.answers.obligations import page
from dragoman.exports.answers.terminal import as_text
from dragoman.record.bounds import Bounds
from dragoman.record.filing import file_report
from dragoman.store.opening import create
from dragoman.store.store import Store
from dragoman.terms.findings import Actor, Findings, Incident, IncidentStatus, Position, Quotation, Stance, Why
from dragoman.terms.span import Evidence
from dragoman.terms.when import When
from dragoman.views.obligations import Obligation, Obligations, obligations
from dragoman.views.question import Question
from dragoman.views.scope import Scope
from tests.meeting_claims import CORVIN, DOLVAN, KESTRIA, ORLIK, ORVANIA, TARNOW, findings_of, on, told

WORDS = (Evidence(0, 5, "words"),)
PROMISE = "open the Vellin bridge to civilians by Sunday"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store in a file."""
    store = create(f"sqlite:///{tmp_path / 'record.sqlite'}")
    yield store
    store.close()


def _report(published: str, *found: Incident | Position | Quotation, publisher: str = "Northgate Wire") -> Findings:
    """Return the findings of a report that tells some deeds, stances and words, and no meeting of note."""
    quiet = told(
        published, "held", (KESTRIA,), kind="other", publisher=publisher, place=f"Hall {len(found)}{found}"[:60]
    )
    findings = findings_of([quiet])[0]
    actors = tuple(dict.fromkeys((*findings.actors, ORVANIA, KESTRIA, CORVIN, ORLIK, DOLVAN, TARNOW)))
    return replace(
        findings,
        actors=actors,
        meetings=(),
        incidents=tuple(f for f in found if isinstance(f, Incident)),
        positions=tuple(f for f in found if isinstance(f, Position)),
        quotations=tuple(f for f in found if isinstance(f, Quotation)),
    )


def _deed(what: str, status: IncidentStatus, when: When | None, who: Actor = ORVANIA) -> Incident:
    return Incident(who, None, what, None, when, status, WORDS, (), Why("test"))


def _stance(who: Actor, stance: Stance, about: str, when: When | None = None, *, to: Actor | None = None) -> Position:
    return Position(who, stance, about, (), to, when, None, WORDS, (), Why("test"))


def _fill(store: Store, *reports: Findings) -> None:
    store.take([file_report(f) for f in reports], recorded="2026-04-01T00:00:00.000000+00:00", reader="t", codebook="t")


def _answer(store: Store, as_of: str, status: str | None = None, question: Question | None = None) -> Obligations:
    with store.shelf(Bounds(as_of=date.fromisoformat(as_of))) as shelf:
        return obligations(Scope(shelf), question or Question(), status=[status] if status else None)


def _only(store: Store, as_of: str) -> Obligation:
    items = _answer(store, as_of).items
    assert len(items) == 1
    return items[0]


EXPECTED = _report("2026-03-13", _deed(PROMISE, "expected", on("2026-03-15")))
AGAIN = _report(
    "2026-03-14", _stance(CORVIN, "accepts", "open it to civilians by the end of the week"), publisher="Courier"
)
DONE = _report("2026-03-20", _deed("opened the Vellin bridge to pedestrians", "happened", on("2026-03-20")))


def test_a_promise_is_due_then_overdue_then_done(store: Store) -> None:
    """Told by two reports in two ways it is one; each day sees what was known by then."""
    _fill(store, EXPECTED, AGAIN, DONE)
    due = _only(store, "2026-03-14")
    assert (due.status, due.kind, due.due, due.what, len(due.origins)) == (
        "due",
        "promise",
        date(2026, 3, 15),
        PROMISE,
        2,
    )
    assert [w.side for w in due.owes] == ["Orvania", "Orvania"]
    overdue = _only(store, "2026-03-18")
    assert overdue.status == "overdue"
    assert overdue.coverage is not None
    assert (overdue.coverage.first, overdue.coverage.reports) == (date(2026, 3, 15), 0)
    done = _only(store, "2026-03-20")
    assert (done.status, done.done, done.late) == ("done", date(2026, 3, 20), 5)
    assert done.fulfilled_by


def test_another_deed_of_the_same_side_is_not_it(store: Store) -> None:
    """A strike on the town of the bridge does not open it."""
    strike = _report("2026-03-16", _deed("shelled a market in Vellin", "happened", on("2026-03-16")))
    _fill(store, EXPECTED, strike)
    assert _only(store, "2026-03-18").status == "overdue"


def test_a_promise_counts_from_the_day_on_which_it_was_given(store: Store) -> None:
    """Last October's "end of the month" is October's; the coverage begins when the record first heard of it."""
    stance = _stance(
        ORVANIA, "accepts", "let engineers in by the end of the month", on("2025-10-01", "2025-10-31", "month")
    )
    _fill(store, _report("2026-03-10", stance))
    item = _only(store, "2026-03-12")
    assert (item.kind, item.due, item.status) == ("promise", date(2025, 10, 31), "overdue")
    assert item.coverage is not None
    assert item.coverage.first == date(2026, 3, 10)


def test_ultimatums(store: Store) -> None:
    """A demand with a day is owed by whom it is put to; a threat tells what must be done, not by whom."""
    content = "Kestria would suspend the exchange if the bridge did not open by Tuesday"
    report = _report("2026-03-15", _stance(ORLIK, "demands", "withdraw by Friday", to=ORVANIA))
    text = f"{content}. {report.report.text}"
    said = (Evidence(0, len(content), content),)
    threat = Quotation(ORLIK, None, "warned", "indirect", said, None, None, None, said, (), Why("test"))
    moved = replace(report.positions[0], evidence=(Evidence(len(content) + 2, len(content) + 7, "words"),))
    _fill(store, replace(report, report=replace(report.report, text=text), positions=(moved,), quotations=(threat,)))
    threat_due, demand = _answer(store, "2026-03-15").items
    assert (threat_due.kind, threat_due.due, threat_due.owes) == ("ultimatum", date(2026, 3, 17), ())
    assert (demand.due, [w.name for w in demand.owes], [w.name for w in demand.to]) == (
        date(2026, 3, 20),
        ["Orvania"],
        ["Pavel Orlik"],
    )


def test_a_promised_reply_is_given_by_a_stance(store: Store) -> None:
    """Whatever the answer: it is one if it is about the same matter."""
    promise = _report("2026-03-11", _stance(KESTRIA, "accepts", "reply to the truce proposal by March 20"))
    other = _report("2026-03-14", _stance(KESTRIA, "rejects", "foreign monitors"))
    reply = _report("2026-03-16", _stance(TARNOW, "accepts-conditionally", "a truce of 45 days"))
    _fill(store, promise, other, reply)
    assert _only(store, "2026-03-15").status == "due"
    assert (_only(store, "2026-03-16").status, _only(store, "2026-03-16").done) == ("done", date(2026, 3, 16))


def test_meetings_that_are_set_are_owed(store: Store) -> None:
    """Due, overdue, done or called off by what became of them; what was only floated is not owed."""
    plans = [
        told("2026-03-01", when=on("2026-03-05"), place="Oslo"),
        told("2026-03-05", "held", when=on("2026-03-05"), place="Oslo"),
        told("2026-03-02", when=on("2026-04-15"), place="Oslo"),
        told("2026-03-03", "cancelled", when=on("2026-04-15"), place="Oslo"),
        told("2026-03-02", when=on("2026-05-20")),
        told("2026-03-02", when=on("2026-06-20")),
        told("2026-03-02", "proposed", when=on("2026-07-20")),
    ]
    _fill(store, *findings_of(plans))
    statuses = [item.status for item in _answer(store, "2026-06-01").items]
    assert statuses == ["done", "called off", "overdue", "due"]
    assert [item.due for item in _answer(store, "2026-06-01", "overdue").items] == [date(2026, 5, 20)]


def test_pages_hold_everything_once(store: Store) -> None:
    """One a page or all on one, the obligations are the same."""
    plans = findings_of([told("2026-03-02", when=on(f"2026-0{n}-20"), parties=(DOLVAN, TARNOW)) for n in (3, 5, 7)])
    _fill(store, EXPECTED, AGAIN, DONE, *plans)
    whole = _answer(store, "2026-03-21").items
    found: list[Obligation] = []
    cursor = ""
    for _ in range(20):
        answer = _answer(store, "2026-03-21", question=Question(limit=1, after=cursor))
        found += answer.items
        if answer.next is None:
            break
        cursor = answer.next
    assert sorted(o.id for o in found) == sorted(o.id for o in whole)
    assert len(whole) == 4


def test_the_page_for_people(store: Store) -> None:
    """Who, what, by when, and what became of it."""
    _fill(store, EXPECTED, DONE)
    text = as_text(page(_answer(store, "2026-03-21")), width=160)
    assert "5 days late" in text
    assert PROMISE in text
    _fill(store, _report("2026-03-25"))
    assert "coverage" in as_text(page(_answer(store, "2026-03-18")), width=160)
    assert "nothing" in as_text(page(Obligations((), None)))


def test_a_deed_that_was_withdrawn_does_nothing(store: Store) -> None:
    """A paper tells that the bridge was opened, and a day later no longer: the promise is overdue again."""
    opened, address = "Orvania opened the Vellin bridge to pedestrians today", "https://northgate.example/bridge"
    done = _report("2026-03-20", _deed("opened the Vellin bridge to pedestrians", "happened", on("2026-03-20")))
    words = (Evidence(0, len(opened), opened),)
    told = replace(
        done,
        report=replace(done.report, text=f"{opened}.", url=address),
        incidents=(replace(done.incidents[0], evidence=words),),
    )
    edited = _report("2026-03-21")
    after = replace(edited, report=replace(edited.report, text="Nothing moved at the river.", url=address))
    _fill(store, EXPECTED, AGAIN, told, after)
    assert _only(store, "2026-03-20").status == "done"
    item = _only(store, "2026-03-21")
    assert (item.status, item.fulfilled_by) == ("overdue", ())
