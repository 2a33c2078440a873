"""Findings of one report -> what is kept of it. Made where the report is read, so that it can happen in many processes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragoman.record.claims import Finding, Kind, Team, Turn, actors_of
from dragoman.record.identity.actors.cast import actor_keys
from dragoman.record.identity.matters import matter_keys
from dragoman.record.identity.origins.copies import bands_of, sign
from dragoman.record.ids import claim_id, report_id
from dragoman.record.keys import all_actors, keys_of, matter_id
from dragoman.record.packing import pack
from dragoman.record.profiles import Profiles, with_profiles
from dragoman.terms.findings import Actor, Agreement, Delegation, Findings, Meeting, Position
from dragoman.terms.report import Report
from dragoman.terms.span import Evidence, Span

_LISTS: tuple[tuple[Kind, str], ...] = (
    ("quotation", "quotations"),
    ("meeting", "meetings"),
    ("position", "positions"),
    ("delegation", "delegations"),
    ("agreement", "agreements"),
    ("figure", "figures"),
    ("incident", "incidents"),
)


@dataclass(frozen=True, slots=True)
class Filed:
    """One finding, ready to be kept: `packed` is its JSON, `keys` are those of record/keys.py."""

    id: str
    kind: Kind
    number: int
    day: date
    packed: str
    keys: tuple[str, ...]
    matter: str | None


@dataclass(frozen=True, slots=True)
class Filing:
    """All that is kept of one report and of one reading of it.

    `profiles` and `matters` come with the keys by which others that might be the same are found.
    """

    id: str
    report: Report
    signature: bytes
    bands: tuple[str, ...]
    passages: tuple[Span, ...]
    filed: tuple[Filed, ...]
    profiles: tuple[tuple[Actor, tuple[str, ...]], ...]
    matters: tuple[tuple[str, str, tuple[str, ...]], ...]
    unread: tuple[Evidence, ...]


def file_report(findings: Findings) -> Filing:
    """Return what is kept of a report's findings. The same findings give the same filing."""
    report = findings.report
    key = report_id(report)
    filed, profiles = _filed(findings, key)
    signature = sign(report.text)
    matters = {f.matter: matter_id(f.matter) for f in filed if f.matter is not None}
    return Filing(
        id=key,
        report=report,
        signature=signature,
        bands=bands_of(signature, report.url, report.published),
        passages=passages_of(report),
        filed=filed,
        profiles=tuple((actor, actor_keys(actor)) for actor in profiles),
        matters=tuple(sorted((there, about, matter_keys(about)) for about, there in matters.items())),
        unread=findings.coverage.unread,
    )


def passages_of(report: Report) -> tuple[Span, ...]:
    """Return the paragraphs of a text: its lines that hold a word, without the header."""
    spans, start = [], 0
    floor = report.header.end if report.header else 0
    for line in report.text.splitlines(keepends=True):
        begin, end = max(start, floor), start + len(line)
        if begin < end and any(c.isalnum() for c in report.text[begin:end]):
            spans.append(Span(begin, end))
        start = end
    return tuple(spans)


def _filed(findings: Findings, key: str) -> tuple[tuple[Filed, ...], tuple[Actor, ...]]:
    profiles = Profiles(findings.actors)
    seen: dict[str, int] = {}
    filed = []
    for kind, name in _LISTS:
        for number, raw in enumerate(getattr(findings, name)):
            finding: Finding = with_profiles(raw, profiles)
            turns = _turns(finding, findings, profiles)
            teams = _teams(number, findings, profiles) if kind == "meeting" else ()
            filed.append(_file_one(finding, turns, teams, (kind, number, key), findings.report, seen))
    return tuple(filed), profiles.used()


def _file_one(
    finding: Finding,
    turns: tuple[Turn, ...],
    teams: tuple[Team, ...],
    where: tuple[Kind, int, str],
    report: Report,
    seen: dict[str, int],
) -> Filed:
    kind, number, key = where
    for piece in finding.evidence:
        assert report.text[piece.start : piece.end] == piece.quote, "a finding without its words does not exist"
    actors = actors_of(finding)
    first = claim_id(key, kind, finding.evidence, actors[0] if actors else None)
    seen[first] = seen.get(first, -1) + 1
    again = seen[first]
    when = None if isinstance(finding, Delegation) else finding.date
    return Filed(
        id=first if not again else claim_id(key, kind, finding.evidence, actors[0] if actors else None, again),
        kind=kind,
        number=number,
        day=report.published if when is None else when.start,
        packed=pack(finding, turns, teams),
        keys=keys_of(finding, all_actors(actors, turns, teams)),
        matter=finding.about if isinstance(finding, Position | Agreement) else None,
    )


def _turns(finding: Finding, findings: Findings, profiles: Profiles) -> tuple[Turn, ...]:
    """Return what is told of people's stances in the very words that tell of the meeting."""
    if not isinstance(finding, Meeting):
        return ()
    told = {(e.start, e.end) for e in finding.evidence}
    return tuple(
        Turn(profiles.of(position.actor), position.stance, position.date, position.conditions)
        for position in findings.positions
        if any((e.start, e.end) in told for e in position.evidence)
    )


def _teams(number: int, findings: Findings, profiles: Profiles) -> tuple[Team, ...]:
    return tuple(
        Team(
            profiles.of(sent.party),
            None if sent.head is None else profiles.of(sent.head),
            tuple(profiles.of(member) for member in sent.members),
            sent.level,
            sent.evidence,
        )
        for sent in findings.delegations
        if sent.meeting == number
    )
