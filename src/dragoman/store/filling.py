"""Filings -> the tables, in one transaction. Plain inserts of many rows at once; nothing is changed, nothing taken away."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence

from sqlalchemy import Connection, func, select

from dragoman.record.decisions import Decision
from dragoman.record.filing import Filing
from dragoman.record.packing import plain
from dragoman.store import rows
from dragoman.store.inserting import chunks, insert
from dragoman.store.places import slot_of
from dragoman.store.schema import (
    BAND,
    BODY,
    DECISION,
    FINDING,
    MARK,
    PASSAGE,
    PLACE,
    PROFILE,
    PROFILE_KEY,
    READING,
    REPORT,
    SIGHTING,
    SPELLING,
    SPELLING_KEY,
    SUPERSESSION,
)
from dragoman.store.seals import closed
from dragoman.store.strings import searchable
from dragoman.store.words import index_words

_PAGE = 500


def known(connection: Connection, ids: Collection[str]) -> frozenset[str]:
    """Return which of the reports are kept."""
    found: set[str] = set()
    for part in chunks(set(ids)):
        found.update(connection.scalars(select(REPORT.c.id).where(REPORT.c.id.in_(part))))
    return frozenset(found)


def fill_reports(connection: Connection, filings: Sequence[Filing], origin: rows.Origin) -> None:
    """Add reports that are not kept yet, and their passages."""
    slots = _slots(connection, filings)
    insert(connection, REPORT, [rows.report_row(filing, origin.recorded, slots[filing.id]) for filing in filings])
    insert(connection, BODY, [rows.body_row(filing) for filing in filings])
    passages = [pair for filing in filings for pair in rows.passage_rows(filing.id, filing.report, slots[filing.id])]
    insert(connection, PASSAGE, [row for row, _ in passages])
    index_words(connection, [(row[0], words) for row, words in passages])


def fill_places(connection: Connection, paths: Collection[tuple[str, str]], recorded: str) -> None:
    """Add under which further paths reports were found; what is kept already stays as it is."""
    insert(connection, PLACE, [closed(report, path, recorded) for report, path in sorted(paths)], again=True)


def unplaced(connection: Connection, paths: Collection[tuple[str, str]]) -> set[tuple[str, str]]:
    """Return which of some paths of kept reports are not kept."""
    there: set[tuple[str, str]] = set()
    for part in chunks({report for report, _ in paths}):
        for table, key in ((REPORT, REPORT.c.id), (PLACE, PLACE.c.report)):
            found = connection.execute(select(key, table.c.path).where(key.in_(part)))
            there.update((report, path) for report, path in found)
    return set(paths) - there


def _slots(connection: Connection, filings: Sequence[Filing]) -> dict[str, int]:
    """Return the slots of new reports; where two of one day share a hash, the next free one is taken."""
    wanted = {filing.id: slot_of(filing.id, filing.report.published.toordinal()) for filing in filings}
    taken: set[int] = set()
    for part in chunks(set(wanted.values())):
        taken.update(connection.scalars(select(REPORT.c.slot).where(REPORT.c.slot.in_(part))))
    for report in sorted(wanted):
        while wanted[report] in taken:
            wanted[report] += 1
        taken.add(wanted[report])
    return wanted


def fill_readings(connection: Connection, readings: Sequence[tuple[Filing, rows.Origin]]) -> None:
    """Add readings of kept reports with all that they gave."""
    given = [(filing, origin, rows.finding_rows(filing, origin.number)) for filing, origin in readings]
    insert(connection, READING, [rows.reading_row(*one) for one in given])
    findings = [row for *_, some in given for row in some]
    insert(connection, FINDING, findings)
    insert(connection, MARK, rows.mark_rows(findings))
    insert(connection, SIGHTING, rows.sighting_rows(findings))
    insert(connection, BAND, [row for filing, origin in readings for row in rows.band_rows(filing, origin.number)])
    things = rows.thing_rows([filing for filing, _ in readings])
    for table, some in zip((PROFILE, PROFILE_KEY, SPELLING, SPELLING_KEY), things, strict=True):
        insert(connection, table, some, again=True)


def next_numbers(connection: Connection, reports: Collection[str]) -> dict[str, int]:
    """Return the number that the next reading of each report gets."""
    numbers: dict[str, int] = {}
    for part in chunks(reports):
        highest = select(READING.c.report, func.max(READING.c.number)).where(READING.c.report.in_(part))
        numbers.update(
            {report: number + 1 for report, number in connection.execute(highest.group_by(READING.c.report))}
        )
    return numbers


def supersede(connection: Connection, readings: Sequence[tuple[Filing, rows.Origin]]) -> None:
    """Record that each reading replaces the one before it."""
    replaced = [(filing.id, origin.number - 1, origin.number, origin.recorded) for filing, origin in readings]
    insert(connection, SUPERSESSION, replaced)


def fill_decision(connection: Connection, decision: Decision) -> bool:
    """Add a decision after all others; say whether it is new."""
    if connection.scalar(select(DECISION.c.seq).where(DECISION.c.id == decision.id)) is not None:
        return False
    packed = json.dumps({**plain(decision), "change": dict(decision.change)}, sort_keys=True)
    names = [column for column in DECISION.c if column is not DECISION.c.seq]
    row = closed(decision.id, decision.recorded, packed)
    connection.execute(DECISION.insert().values(dict(zip(names, row, strict=True))))
    return True


def refill_words(connection: Connection) -> None:
    """Fill an empty index of words from the passages, a few reports in memory at a time."""
    asked = select(PASSAGE.c.place, PASSAGE.c.start, PASSAGE.c.stop, BODY.c.text)
    asked = asked.join(BODY, BODY.c.report == PASSAGE.c.report).order_by(PASSAGE.c.place).limit(_PAGE)
    after = -1
    while page := connection.execute(asked.where(PASSAGE.c.place > after)).all():
        after = page[-1].place
        texts = {row.text: rows.unpacked_text(row.text) for row in page}
        words = [(row.place, searchable(texts[row.text][row.start : row.stop])) for row in page]
        index_words(connection, words)
