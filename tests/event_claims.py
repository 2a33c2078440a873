"""Reports with findings made by hand, for what is told of origins, versions and events: a finding stands on words of the text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from dragoman.record.claims import Card, Claim
from dragoman.record.filing import Filing, file_report
from dragoman.record.packing import unpack
from dragoman.terms.findings import (
    Actor,
    Agreement,
    Coverage,
    Event,
    Figure,
    Findings,
    Incident,
    Position,
    Quotation,
    Why,
)
from dragoman.terms.report import Report, content_id
from dragoman.terms.span import Evidence, Span, cite
from dragoman.terms.when import When

WHY = Why("a test")
OSTLAND = Actor("ostland", "Ostland", "state", land="Ostland")
WESTMARK = Actor("westmark", "Westmark", "state", land="Westmark")
MIRA = Actor("mira", "Mira Vane", "person", role="President", affiliation="Ostland", land="Ostland")
HERALD = Actor("herald", "The Delta Herald", "media")
Made = Callable[[str], tuple[str, Any]]


def on(day: str, end: str | None = None) -> When:
    """Return a day, or the days up to another."""
    first, last = date.fromisoformat(day), date.fromisoformat(end or day)
    return When(first, last, "day" if first == last else "range", day)


def words(text: str, quote: str) -> tuple[Evidence, ...]:
    """Return the first place of a text where a quote stands."""
    start = text.index(quote)
    return (cite(text, Span(start, start + len(quote))),)


def incident(
    quote: str,
    who: Actor | None = None,
    target: Actor | None = None,
    *,
    day: When | None = None,
    place: str | None = None,
    status: Any = "happened",
    plover: str = "ASSAULT",
) -> Made:
    """Make an incident that a report tells in these words."""
    event = Event(plover, None, "190", who, target)
    return lambda text: (
        "incidents",
        Incident(who, target, quote, place, day, status, words(text, quote), (event,), WHY),
    )


def position(quote: str, who: Actor, stance: Any, about: str, *, day: When | None = None, via: Any = None) -> Made:
    """Make a position that a report tells in these words."""
    return lambda text: ("positions", Position(who, stance, about, (), None, day, via, words(text, quote), (), WHY))


def agreement(quote: str, *parties: Actor, about: str, day: When | None = None, status: Any = "agreed") -> Made:
    """Make an agreement that a report tells in these words."""
    return lambda text: ("agreements", Agreement(parties, about, day, status, words(text, quote), (), WHY))


def figure(
    quote: str, value: float, unit: str, *, source: Actor | None = None, day: When | None = None, comparator: Any = "="
) -> Made:
    """Make a figure that a report tells in these words."""
    return lambda text: (
        "figures",
        Figure(value, None, None, comparator, unit, quote, source, day, words(text, quote), WHY),
    )


def quotation(quote: str, speaker: Actor, *, via: Actor | None = None) -> Made:
    """Make a quotation that a report tells in these words."""
    return lambda text: (
        "quotations",
        Quotation(speaker, None, "said", "direct", words(text, quote), None, None, via, words(text, quote), (), WHY),
    )


def filing(text: str, day: str, *made: Made, **card: Any) -> Filing:
    """Return what is kept of a report of a day with these findings."""
    report = Report(content_id(text), date.fromisoformat(day), text, **card)
    lists: dict[str, list[Any]] = {
        name: []
        for name in ("quotations", "meetings", "positions", "delegations", "agreements", "figures", "incidents")
    }
    for make in made:
        kind, finding = make(text)
        lists[kind].append(finding)
    found = {name: tuple(held) for name, held in lists.items()}
    return file_report(Findings(report=report, actors=(), dates=(), coverage=Coverage((), ()), **found))


def claims_of(*filings: Filing) -> tuple[Claim, ...]:
    """Return the claims of filings as a store would give them."""
    found = []
    for kept in filings:
        report = kept.report
        card = Card(kept.id, report.published, "2026-01-01T00:00:00Z", report.publisher, report.title, report.url)
        for one in kept.filed:
            finding, turns, teams = unpack(one.kind, one.packed)
            found.append(Claim(one.id, one.kind, one.number, card, finding, one.day, turns, teams))
    return tuple(found)
