"""Reports made by hand that tell of positions, agreements and deeds, each in a line of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from dragoman.record.filing import file_report
from dragoman.record.ids import digest
from dragoman.store.store import Store
from dragoman.terms.findings import (
    Actor,
    Agreement,
    AgreementStatus,
    Coverage,
    Findings,
    Incident,
    IncidentStatus,
    Position,
    Quotation,
    Stance,
    Why,
)
from dragoman.terms.report import Report
from dragoman.terms.span import Evidence, Span, cite
from dragoman.terms.when import When
from tests.meeting_claims import on

NOWHERE = (Evidence(0, 1, " "),)
WHY = Why("test")


def stand(
    actor: Actor, stance: Stance, about: str, when: str | None = None, *conditions: str, via: Actor | None = None
) -> Position:
    """Return a position without its words: the report that tells it gives them."""
    day: When | None = None if when is None else on(when)
    return Position(actor, stance, about, conditions, None, day, via, NOWHERE, (), WHY)


def agree(
    parties: Sequence[Actor], about: str, status: AgreementStatus = "agreed", when: str | None = None
) -> Agreement:
    """Return an agreement without its words."""
    return Agreement(tuple(parties), about, None if when is None else on(when), status, NOWHERE, (), WHY)


def deed(actor: Actor, what: str, status: IncidentStatus = "happened", when: str | None = None) -> Incident:
    """Return a deed without its words."""
    return Incident(actor, None, what, None, None if when is None else on(when), status, NOWHERE, (), WHY)


def report(
    published: str, publisher: str, *told: Position | Agreement | Incident, said_by: Actor | None = None
) -> Findings:
    """Return a report that tells these things, a line each; `said_by`: all of it stands in that actor's words."""
    lines = [f"{publisher} {published}: {digest(publisher, published, n)} {_about(one)}." for n, one in enumerate(told)]
    filler = " ".join(digest(publisher, published, "filler", n, length=8) for n in range(60))
    text = "\n".join([*lines, filler]) + "\n"
    made: dict[type, list[object]] = {Position: [], Agreement: [], Incident: []}
    actors: dict[str, Actor] = {}
    start = 0
    for line, one in zip(lines, told, strict=True):
        evidence = (cite(text, Span(start, start + len(line))),)
        made[type(one)].append(_with(one, evidence))
        actors |= {actor.id: actor for actor in _actors(one)}
        start += len(line) + 1
    quotations: tuple[Quotation, ...] = ()
    if said_by is not None:
        actors[said_by.id] = said_by
        whole = (cite(text, Span(0, start)),)
        quotations = (Quotation(said_by, None, "said", "indirect", whole, None, None, None, whole, (), WHY),)
    there = Report(digest(text), date.fromisoformat(published), text, publisher)
    return Findings(
        report=there,
        actors=tuple(actors.values()),
        dates=(),
        quotations=quotations,
        meetings=(),
        positions=tuple(made[Position]),  # type: ignore[arg-type]
        delegations=(),
        agreements=tuple(made[Agreement]),  # type: ignore[arg-type]
        figures=(),
        incidents=tuple(made[Incident]),  # type: ignore[arg-type]
        coverage=Coverage((), ()),
    )


def _about(one: Position | Agreement | Incident) -> str:
    return one.what if isinstance(one, Incident) else one.about


def _with(one: Position | Agreement | Incident, evidence: tuple[Evidence, ...]) -> Position | Agreement | Incident:
    from dataclasses import replace

    return replace(one, evidence=evidence)


def _actors(one: Position | Agreement | Incident) -> tuple[Actor, ...]:
    match one:
        case Position():
            return tuple(a for a in (one.actor, one.via) if a is not None)
        case Agreement():
            return one.parties
        case Incident():
            return () if one.actor is None else (one.actor,)


def keep(store: Store, reports: Iterable[Findings]) -> None:
    """Take reports into a store."""
    filings = [file_report(findings) for findings in reports]
    store.take(filings, recorded="2026-04-01T00:00:00.000000+00:00", reader="test", codebook="test")
