"""Everything on one actor, from a store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dragoman.exports.answers.actor import page
from dragoman.exports.answers.encode import as_json
from dragoman.exports.answers.terminal import as_text
from dragoman.record.bounds import Bounds
from dragoman.record.filing import file_report
from dragoman.store.opening import create
from dragoman.store.store import Store
from dragoman.terms.errors import NotFound
from dragoman.terms.findings import (
    Actor,
    Coverage,
    Delegation,
    Figure,
    Findings,
    Incident,
    Meeting,
    Position,
    Quotation,
    Why,
)
from dragoman.terms.report import Report, content_id
from dragoman.terms.span import Span, cite
from dragoman.terms.when import When
from dragoman.views.actor import ActorAnswer, actor
from dragoman.views.question import Question
from dragoman.views.scope import Scope

WHY = Why("test")
ORLIK = Actor("a1", "Pavel Orlik", "person", "Foreign Minister", "Kestria", land="Kestria")
BARE = Actor("a2", "Orlik", "person", "minister of foreign affairs", land="Kestria")
STANEK = Actor("a3", "Olga Stanek", "person", "Foreign Minister", "Kestria", land="Kestria")
SAID = Actor("a4", "foreign minister", "person", "foreign minister", land="Kestria")
KESTRIA = Actor("a5", "Kestria", "state", land="Kestria")
ORVANIA = Actor("a6", "Orvania", "state", land="Orvania")


def report(published: str, who: Actor, about: str) -> Findings:
    """Return what a report gives in which somebody demands, says, leads, counts, meets and does something."""
    text = f"{published}: {who.name} spoke of {about}."
    words = (cite(text, Span(0, len(text))),)
    when = When(date.fromisoformat(published), date.fromisoformat(published), "day", published)
    return Findings(
        report=Report(content_id(text), date.fromisoformat(published), text, "Northgate Wire"),
        actors=(who, KESTRIA, ORVANIA),
        dates=(),
        quotations=(Quotation(who, None, "said", "direct", words, None, when, None, words, (), WHY),),
        meetings=(Meeting("talks", (who, ORVANIA), None, (), None, when, None, "held", "ministers", words, (), WHY),),
        positions=(Position(who, "demands", about, (), ORVANIA, when, None, words, (), WHY),),
        delegations=(Delegation(KESTRIA, who, (), "ministers", None, words, WHY),),
        agreements=(),
        figures=(Figure(3, None, None, "=", "people", "people freed", who, when, words, WHY),),
        incidents=(Incident(who, ORVANIA, "arrest", None, when, "happened", words, (), WHY),),
        coverage=Coverage((), ()),
    )


REPORTS = (
    report("2025-01-10", STANEK, "the dam"),
    report("2026-03-08", ORLIK, "a truce"),
    report("2026-03-09", BARE, "the prisoners"),
    report("2026-03-10", SAID, "the bridge"),
    report("2025-01-12", SAID, "the water"),
)


def put(path: Path, reports: Iterable[Findings]) -> Store:
    """Return a store of some reports."""
    made = create(f"sqlite:///{path}")
    made.take([file_report(r) for r in reports], recorded="2026-04-01T00:00:00.000000+00:00", reader="r", codebook="c")
    return made


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store in which one holds an office after another."""
    made = put(tmp_path_factory.mktemp("actor") / "case.sqlite", REPORTS)
    yield made
    made.close()


def tell(store: Store, name: str, question: Question | None = None, **bounds: Any) -> ActorAnswer:
    """Return everything on an actor."""
    with store.shelf(Bounds(**bounds)) as shelf:
        scope = Scope(shelf)
        answer = actor(scope, question or Question(), name=name)
        assert as_text(page(answer))
        assert as_json("actor", answer, shelf.bounds, scope.today)
        return answer


def told(answer: ActorAnswer, kind: str) -> list[str]:
    """Return the days of publication of the findings of one kind."""
    section = next(s for s in answer.sections if s.kind == kind)
    return [remark.published.isoformat() for remark in section.items]


def test_all_spellings_and_descriptions(store: Store) -> None:
    """What any of its names told is there, and of a description only what was told while it held the office."""
    answer = tell(store, "Orlik")
    assert answer.actor.name == "Pavel Orlik"
    for kind in ("position", "quotation", "delegation", "figure", "incident"):
        assert told(answer, kind) == ["2026-03-08", "2026-03-09", "2026-03-10"]
    assert [item.planned.start.isoformat() for item in answer.meetings if item.planned] == [
        "2026-03-08",
        "2026-03-09",
        "2026-03-10",
    ]


def test_everything_is_cited(store: Store) -> None:
    """Each office and finding stands on words of a report."""
    answer = tell(store, "Orlik")
    assert all(office.evidence for office in answer.offices)
    assert all(remark.evidence for section in answer.sections for remark in section.items)


def test_offices_of_a_person(store: Store) -> None:
    """One office under two names is one, from the first to the last day on which it was told."""
    office = tell(store, "Orlik").offices[0]
    assert (office.office, office.first.isoformat()) == ("foreign minister", "2026-03-08")


def test_offices_of_a_state_are_its_people(store: Store) -> None:
    """A state tells who held its offices, one after the other; what its people said is not its own."""
    answer = tell(store, "Kestria")
    assert [(o.who.name, o.office, o.first.year) for o in answer.offices] == [
        ("Olga Stanek", "foreign minister", 2025),
        ("Pavel Orlik", "foreign minister", 2026),
    ]
    assert told(answer, "position") == []
    assert len(told(answer, "delegation")) == 5


def test_reasons_are_there(store: Store) -> None:
    """Members come with the links that tie them."""
    answer = tell(store, "Orlik")
    assert {member.name for member in answer.members} == {"Pavel Orlik", "Orlik", "foreign minister"}
    assert sorted(pair.rule for pair in answer.links) == ["family name", "office"]


def test_as_of(store: Store) -> None:
    """As of a day there is nothing from after it; then the description was somebody else."""
    answer = tell(store, "Stanek", as_of=date(2025, 2, 1))
    assert told(answer, "position") == ["2025-01-10", "2025-01-12"]
    with pytest.raises(NotFound):
        tell(store, "Orlik", as_of=date(2025, 2, 1))


def test_as_of_a_day_is_the_record_of_that_day(store: Store, tmp_path: Path) -> None:
    """What was known on a day is what a case has that holds only the reports until then, in any order."""
    day = date(2026, 3, 9)
    early = put(tmp_path / "early.sqlite", [r for r in reversed(REPORTS) if r.report.published <= day])
    for name in ("Orlik", "Stanek", "Kestria", "Orvania", "foreign minister of Kestria"):
        assert tell(early, name) == tell(store, name, as_of=day)
    early.close()


def test_pages(store: Store) -> None:
    """A section is handed out a page at a time; together the pages are the whole, without the other sections."""
    question = Question(limit=2)
    answer = tell(store, "Orlik", question)
    section = next(s for s in answer.sections if s.kind == "position")
    assert [r.published.day for r in section.items] == [8, 9]
    assert section.next is not None
    rest = tell(store, "Orlik", replace(question, after=section.next))
    assert [(s.kind, [r.published.day for r in s.items], s.next) for s in rest.sections] == [("position", [10], None)]
    assert rest.meetings == ()
    assert answer.next is not None
    more = tell(store, "Orlik", replace(question, after=answer.next))
    assert more.sections == ()
    assert len(answer.meetings) + len(more.meetings) == 3


def test_days_and_kinds(store: Store) -> None:
    """Bounds of days hold in all sections; a kind leaves the others out."""
    answer = tell(
        store, "Orlik", Question(first=date(2026, 3, 9), last=date(2026, 3, 9), kinds=frozenset({"position"}))
    )
    assert [(s.kind, len(s.items)) for s in answer.sections] == [("position", 1)]
    assert answer.meetings == ()


def test_nobody(store: Store) -> None:
    """A name that nobody has is said with the nearest."""
    with pytest.raises(NotFound, match="'Pavel Orlik'"):
        tell(store, "Orlick Pawel")
    with pytest.raises(NotFound):
        tell(store, "Orlik", Question(after="position/then/p1"))
