"""People and parties: who is told of, by kind and party, made of the latest findings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dragoman.exports.answers.people import page
from dragoman.exports.answers.terminal import as_text
from dragoman.record.bounds import Bounds
from dragoman.record.filing import Filing, file_report
from dragoman.terms.errors import NotFound
from dragoman.terms.findings import Actor, Coverage, Findings, Position, Why
from dragoman.terms.report import Report, content_id
from dragoman.terms.span import Span, cite
from dragoman.views import people as telling
from dragoman.views.latest import Latest, latest
from dragoman.views.people import People, people
from tests.unit.views.conftest import Case

KESTRIA = Actor("k", "Kestria", "state", land="Kestria")
ORLIK = Actor("o", "Pavel Orlik", "person", "Foreign Minister", "Kestria", land="Kestria")
TARNOW = Actor("t", "Ilse Tarnow", "person", "Prime Minister", "Kestria", land="Kestria")
NORWAY = Actor("n", "Norway", "state", state="NOR")
VOGEL = Actor("v", "Hans Vogel", "person")
PEOPLE = Actor("p", "people", "group")
Make = Callable[..., Case]


def told(day: str, *actors: Actor) -> Filing:
    """Return the filing of a report in which each of these demands something."""
    text = "\n".join(f"{day}: {one.name} demands a truce." for one in actors)
    positions, start = [], 0
    for line, one in zip(text.split("\n"), actors, strict=True):
        words = (cite(text, Span(start, start + len(line))),)
        positions.append(Position(one, "demands", "a truce", (), None, None, None, words, (), Why("test")))
        start += len(line) + 1
    report = Report(content_id(text), date.fromisoformat(day), text, "Aune Post")
    none: tuple[Any, ...] = ()
    return file_report(
        Findings(report, actors, none, none, none, tuple(positions), none, none, none, none, Coverage((), ()))
    )


CASE = (
    told("2026-03-08", KESTRIA, ORLIK, VOGEL),
    told("2026-03-09", ORLIK, NORWAY, PEOPLE),
    told("2026-03-10", TARNOW, replace(ORLIK, name="Orlik")),
)


def names(found: People) -> list[str]:
    """Return who is on a page."""
    return [one.who.name for one in found.items]


def test_who_was_told_of_last_stands_first(case: Make) -> None:
    """Each once under its fullest name, with its office, its days and how often it was named; descriptions after names."""
    found = case(*CASE).ask(people)
    assert names(found) == ["Pavel Orlik", "Ilse Tarnow", "Norway", "people", "Hans Vogel", "Kestria"]
    orlik = found.items[0]
    assert (orlik.role, orlik.affiliation, orlik.who.side) == ("Foreign Minister", "Kestria", "Kestria")
    assert (orlik.first, orlik.last, orlik.claims, orlik.kinds) == (
        date(2026, 3, 8),
        date(2026, 3, 10),
        3,
        {"position": 3},
    )
    assert [one.named for one in found.items] == [True, True, True, False, True, True]
    assert (found.total, found.looked, found.whole, found.next) == (6, 8, True, None)
    assert (found.first, found.last) == (date(2026, 3, 8), date(2026, 3, 10))


def test_parties_and_kinds_are_counted(case: Make) -> None:
    """A party is a side to which several belong, or a state by itself; a person alone is none."""
    found = case(*CASE).ask(people)
    assert [(p.side, p.name, p.actors, p.claims) for p in found.parties] == [
        ("Kestria", "Kestria", 3, 5),
        ("NOR", "Norway", 1, 1),
    ]
    assert found.kinds == {"group": 1, "person": 3, "state": 2}


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ({"kind": ["person"]}, ["Pavel Orlik", "Ilse Tarnow", "Hans Vogel"]),
        ({"party": "kestria", "kind": ["person"]}, ["Pavel Orlik", "Ilse Tarnow"]),
        ({"party": "Norway"}, ["Norway"]),
        ({"party": "NOR"}, ["Norway"]),
        ({"party": "Tavland"}, []),
        ({"words": "vogel"}, ["Hans Vogel"]),
        ({"words": "minister"}, ["Pavel Orlik", "Ilse Tarnow"]),
        ({"words": "nobody"}, []),
    ],
)
def test_filters(case: Make, own: dict[str, Any], expected: list[str]) -> None:
    """By kind, by party under its code or name, by words of the name or office."""
    assert names(case(*CASE).ask(people, own=own)) == expected


def test_page_by_page(case: Make) -> None:
    """None twice, none lost; a cursor that no page gave is told."""
    made = case(*CASE)
    whole = names(made.ask(people))
    first = made.ask(people, limit=4)
    assert names(first) + names(made.ask(people, limit=4, after=first.next)) == whole
    with pytest.raises(NotFound, match="cursor"):
        made.ask(people, after="x")


def test_bounds_and_days(case: Make) -> None:
    """As of a day nothing later is told; days bound the publication of what is looked at."""
    made = case(*CASE)
    assert "Ilse Tarnow" not in names(made.ask(people, bounds=Bounds(as_of=date(2026, 3, 9))))
    assert names(made.ask(people, last=date(2026, 3, 8))) == ["Pavel Orlik", "Hans Vogel", "Kestria"]


def test_of_a_long_record_the_latest_is_told(case: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """The answer says how much was looked at; words find whoever is in the record."""

    def few(*args: Any) -> Latest:
        return latest(*args, most=2)

    monkeypatch.setattr(telling, "latest", few)
    made = case(*CASE)
    found = made.ask(people)
    assert (names(found), found.looked, found.whole) == (["Ilse Tarnow", "Pavel Orlik"], 2, False)
    assert found.items[1].first == date(2026, 3, 8)
    assert [(one.who.name, one.claims) for one in made.ask(people, own={"words": "Vogel"}).items] == [("Hans Vogel", 0)]
    assert "the latest 2 findings" in as_text(page(found), width=120)


def test_an_empty_case(case: Make) -> None:
    """Nobody is made up."""
    found = case().ask(people)
    assert (found.items, found.parties, found.looked, found.whole) == ((), (), 0, True)
    assert "nobody in the record answers this" in as_text(page(found))
