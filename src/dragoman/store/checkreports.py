"""Reports and readings, compared with what their own words say."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, Table, select

from dragoman.record.claims import Finding, Kind, actors_of
from dragoman.record.ids import claim_id, report_id
from dragoman.record.packing import unpack
from dragoman.store.checksums import checksum
from dragoman.store.leads import lead_of
from dragoman.store.rows import Rows, mark_rows, passage_rows, report_of, sighting_rows, summed
from dragoman.store.schema import (
    BAND,
    BODY,
    FINDING,
    PASSAGE,
    READING,
    REPORT,
    SUPERSESSION,
)
from dragoman.store.seals import BROKEN, opened, unbroken
from dragoman.store.tally import Tally
from dragoman.store.trouble import Trouble
from dragoman.store.words import entries
from dragoman.terms.report import Report

_PAGE = 50


def check_reports(connection: Connection, tally: Tally) -> Iterator[Trouble]:
    """Yield what is wrong with reports, readings, findings and passages; count in the tally what must be there."""
    columns = [c for c in (*REPORT.c, *BODY.c) if c is not BODY.c.report]
    asked = select(*columns).outerjoin(BODY, BODY.c.report == REPORT.c.id).order_by(REPORT.c.id).limit(_PAGE)
    after = ""
    while page := connection.execute(asked.where(REPORT.c.id > after)).mappings().all():
        after = page[-1]["id"]
        parts = _Parts(connection, [row["id"] for row in page])
        for row in page:
            tally.reports += 1
            try:
                yield from _report(row, parts, tally)
            except BROKEN:
                yield Trouble(f"report {row['id']}", "a row that belongs to it holds what makes no sense")


class _Parts:
    """The rows of other tables that belong to a few reports."""

    def __init__(self, connection: Connection, reports: Sequence[str]) -> None:
        self._held: dict[tuple[str, str], Rows] = {}
        for table in (READING, FINDING, BAND, PASSAGE, SUPERSESSION):
            for row in connection.execute(select(table).where(table.c.report.in_(reports))):
                self._held.setdefault((table.name, row.report), []).append(tuple(row))

    def of(self, table: Table, report: str) -> Rows:
        """Return the rows of a table that belong to a report."""
        return self._held.get((table.name, report), [])


def _report(row: Any, parts: _Parts, tally: Tally) -> Iterator[Trouble]:
    key = row["id"]
    try:
        report = report_of(row)
    except BROKEN:
        yield Trouble(f"report {key}", "its text or its card is missing or damaged")
        return
    if report_id(report) != key:
        yield Trouble(f"report {key}", "its id does not come from its content: text, day, publisher or address changed")
    expected = list(passage_rows(key, report, row["slot"]))
    if sorted(parts.of(PASSAGE, key)) != sorted(passage for passage, _ in expected):
        yield Trouble(f"report {key}", "its passages for the search aren't those of its text")
    tally.passages += len(expected)
    for passage, words in expected:
        tally.words += sum(map(hash, entries(passage[0], words, placed=tally.placed)))
    readings = sorted(parts.of(READING, key), key=lambda reading: reading[1])
    if not readings or [reading[1] for reading in readings] != list(range(len(readings))):
        yield Trouble(f"report {key}", "a reading of it is missing")
    replaced = [(former[1], newer[1], newer[3]) for former, newer in pairwise(readings)]
    if sorted(row[1:] for row in parts.of(SUPERSESSION, key)) != replaced:
        yield Trouble(f"report {key}", "which of its readings counts isn't told")
    for reading in readings:
        yield from _reading(report, reading, parts, tally)


def _reading(report: Report, reading: tuple[Any, ...], parts: _Parts, tally: Tally) -> Iterator[Trouble]:
    key, number, published, *_, count, _, unread, signature, expected, _ = reading
    findings = [row for row in parts.of(FINDING, key) if row[1] == number]
    bands = [row[0] for row in parts.of(BAND, key) if row[2] == number]
    tally.readings, tally.findings, tally.bands = (
        tally.readings + 1,
        tally.findings + len(findings),
        tally.bands + len(bands),
    )
    where = f"report {key}, reading {number}"
    if checksum(signature, unread, bands, map(summed, findings)) != expected or count != len(findings):
        yield Trouble(where, "what it gave isn't what was kept: something is damaged or missing")
    if not _sealed(reading):
        yield Trouble(where, "when and by whom it was made, or what it gave, isn't what was kept")
    if published != report.published.toordinal() or any(
        row[6:8] != (published, lead_of(row[5], published)) for row in findings
    ):
        yield Trouble(where, "its day isn't the report's day of publication")
    for row in findings:
        yield from _finding(report, row)
    try:
        tally.marks += sum(map(hash, mark_rows(findings)))
        tally.sightings += sum(map(hash, sighting_rows(findings)))
        orphaned = any(not report.text[start:stop].strip() for start, stop in json.loads(unread))
    except BROKEN:
        orphaned = True
    if orphaned:
        yield Trouble(where, "a sentence that it did not understand isn't in the text")


def _sealed(row: Sequence[Any]) -> bool:
    try:
        unbroken(row)
    except ValueError:
        return False
    return True


def _finding(report: Report, row: tuple[Any, ...]) -> Iterator[Trouble]:
    where = f"claim {row[0]} of report {row[2]}"
    try:
        finding, _, _ = unpack(row[3], opened(row[-1], row[0], *row[2:7]))
        cited = all(report.text[piece.start : piece.end] == piece.quote for piece in finding.evidence)
        named = _id_fits(row[0], row[2], row[3], finding)
    except BROKEN:
        yield Trouble(where, "what is kept of it can't be read")
        return
    if not cited or not finding.evidence:
        yield Trouble(where, "its evidence isn't in the text")
    if not named:
        yield Trouble(where, "its id does not come from its content")


def _id_fits(claim: str, report: str, kind: Kind, finding: Finding) -> bool:
    actors = actors_of(finding)
    first = actors[0] if actors else None
    return any(claim == claim_id(report, kind, finding.evidence, first, again) for again in range(1000))
