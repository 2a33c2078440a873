"""Reading -> Findings: joins actors, days and codes to the marks."""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.marks import Reading
from dragoman.resolving.agreements import resolve_agreements
from dragoman.resolving.calendar import BESIDE, resolve_dates
from dragoman.resolving.cast import cast_actors
from dragoman.resolving.codes import Codebook
from dragoman.resolving.delegations import link_meetings, resolve_delegations
from dragoman.resolving.figures import resolve_figures
from dragoman.resolving.folding import fold
from dragoman.resolving.ground import Ground
from dragoman.resolving.incidents import resolve_incidents
from dragoman.resolving.meetings import find_meetings
from dragoman.resolving.positions import find_positions
from dragoman.resolving.quotations import find_quotations
from dragoman.resolving.standing import with_sides
from dragoman.terms.findings import Coverage, DateFinding, Findings
from dragoman.terms.report import Report
from dragoman.terms.span import Evidence, cite


def resolve(report: Report, reading: Reading, codebook: Codebook) -> Findings:
    """Resolve all marks of one report."""
    cast = with_sides(cast_actors(report, reading), reading, report.text)
    days = resolve_dates(reading.dates, report.published, report.text)
    ground = Ground(report, reading, cast, days, codebook)
    meetings = find_meetings(ground)
    findings = Findings(
        report=report,
        actors=cast.actors,
        dates=tuple(
            DateFinding(when, cite(report.text, phrase.span))
            for phrase, when in zip(reading.dates, days, strict=True)
            if when is not None and phrase.pattern != BESIDE
        ),
        quotations=find_quotations(ground),
        meetings=meetings,
        positions=find_positions(ground),
        delegations=link_meetings(resolve_delegations(ground), meetings),
        agreements=resolve_agreements(ground),
        figures=resolve_figures(ground),
        incidents=resolve_incidents(ground),
        coverage=Coverage((), tuple((f.kind, f.span) for f in reading.furniture)),
    )
    findings = fold(findings)
    return replace(findings, coverage=replace(findings.coverage, unread=_unread(reading, findings)))


def _unread(reading: Reading, findings: Findings) -> tuple[Evidence, ...]:
    """The sentences about the negotiation from which nothing was taken into the record."""
    talks = (findings.quotations, findings.meetings, findings.positions, findings.delegations, findings.agreements)
    told = [e.span for kind in (*talks, findings.figures, findings.incidents) for found in kind for e in found.evidence]
    unread = (s for s in reading.about_talks if not any(s.touches(span) for span in told))
    return tuple(cite(findings.report.text, s) for s in unread)
