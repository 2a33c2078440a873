"""Deeds told in the same words as a meeting, an agreement or a position: told once, there, with their events."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from dragoman.terms.findings import Agreement, Event, Findings, Incident, Meeting, Position
from dragoman.terms.span import Evidence

Record = TypeVar("Record", Agreement, Meeting, Position)
STOPPED = "deed:talks-stopped"
PROMISED = "deed-promised:"
THREATENED = "deed-threatened:"
TRUCE = "deed:truce"


def fold(findings: Findings) -> Findings:
    """Give the events of such incidents to the other record, and drop them.

    Talks broken off are told by their meeting; what is agreed or promised ("agreed to free nine men") by the agreement or
    else by the position; a truce by its agreement, while one side's own truce is its deed. What is both a threat and a
    position ("will withdraw its peacekeepers") stays both, and is coded as the threat.
    """
    meetings, agreements, positions = list(findings.meetings), list(findings.agreements), list(findings.positions)
    kept = []
    for incident in findings.incidents:
        rule = incident.why.rule
        told = rule == STOPPED and _take(meetings, incident)
        promised = rule.startswith(PROMISED)
        if promised or rule == TRUCE:
            told = _take(agreements, incident) or (promised and _take(positions, incident))
        if not told:
            kept.append(incident)
        if rule.startswith(THREATENED):
            positions = [_uncoded(p) if _vows(p, incident) else p for p in positions]
    return replace(
        findings,
        meetings=tuple(meetings),
        agreements=tuple(agreements),
        positions=tuple(positions),
        incidents=tuple(kept),
    )


def _take(records: list[Record], incident: Incident) -> bool:
    """Whether one of some records is told in the words of an incident; it takes the incident's events."""
    for n, record in enumerate(records):
        if _share_words(incident.evidence, record.evidence):
            records[n] = replace(record, events=_joined(incident.events, record.events))
            return True
    return False


def _vows(position: Position, incident: Incident) -> bool:
    """Whether a position to do something is told in the words of a threat: then the threat alone has a code."""
    accepting = position.stance in ("accepts", "accepts-conditionally") and position.actor == incident.actor
    return accepting and _share_words(incident.evidence, position.evidence)


def _uncoded(position: Position) -> Position:
    return replace(position, events=())


def _joined(new: tuple[Event, ...], old: tuple[Event, ...]) -> tuple[Event, ...]:
    return (*(event for event in new if event not in old), *old)


def _share_words(left: tuple[Evidence, ...], right: tuple[Evidence, ...]) -> bool:
    return any(a.span.touches(b.span) for a in left for b in right)
