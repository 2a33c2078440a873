"""A store: the record on disk, in an SQLite file or a PostgreSQL database."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from sqlalchemy import Engine, func, select, tuple_

from dragoman.record.bounds import Bounds
from dragoman.record.decisions import Decision
from dragoman.record.filing import Filing
from dragoman.record.ids import report_id
from dragoman.store.backup import write_backup
from dragoman.store.checking import check
from dragoman.store.engine import safe_url, snapshot, told, writing
from dragoman.store.filling import (
    fill_decision,
    fill_places,
    fill_readings,
    fill_reports,
    known,
    next_numbers,
    supersede,
    unplaced,
)
from dragoman.store.people.people import PeopleStore
from dragoman.store.rows import Origin, report_of
from dragoman.store.schema import BODY, READING, REPORT
from dragoman.store.seals import whole
from dragoman.store.sqlshelf import SqlShelf
from dragoman.store.strings import kept
from dragoman.store.trouble import Trouble
from dragoman.store.visible import current, filed, published
from dragoman.terms.errors import StoreError
from dragoman.terms.report import Report

_PAGE = 50


class Store:
    """The record on disk. Reports, readings and decisions are added; nothing is ever changed or taken away.

    `people` are those who work with it; they stand beside the record, and are no part of it.
    """

    def __init__(self, url: str, engine: Engine) -> None:
        self.url = url
        self._engine = engine
        self._where = safe_url(url)
        self.people = PeopleStore(engine, self._where)

    def known(self, ids: Collection[str]) -> frozenset[str]:
        """Return which of the reports are kept already."""
        with told(self._where), self._engine.connect() as connection:
            return known(connection, ids)

    def take(self, filings: Sequence[Filing], *, recorded: str, reader: str, codebook: str) -> tuple[str, ...]:
        """Keep reports with their first reading, all or none; return the ids of the new ones. A known one adds nothing."""
        origin = Origin(0, recorded, reader, codebook)
        with writing(self._engine, self._where) as connection:
            there = known(connection, [filing.id for filing in filings])
            new = {filing.id: filing for filing in filings if filing.id not in there}
            ordered = [new[report] for report in sorted(new)]
            fill_reports(connection, ordered, origin)
            fill_readings(connection, [(filing, origin) for filing in ordered])
        return tuple(new)

    def place(self, reports: Iterable[Report], *, recorded: str) -> int:
        """Keep under which further paths known reports were found; return how many of them were new."""
        found = {(report_id(report), kept(report.path)) for report in reports if report.path is not None}
        with told(self._where), self._engine.connect() as connection:
            new = unplaced(connection, found)
        if new:
            with writing(self._engine, self._where) as connection:
                fill_places(connection, new, recorded)
        return len(new)

    def reread(self, filings: Sequence[Filing], *, recorded: str, reader: str, codebook: str) -> int:
        """Keep a new reading of known reports, which replaces the former one from `recorded` on; return how many."""
        new = {filing.id: filing for filing in filings}
        with writing(self._engine, self._where) as connection:
            numbers = next_numbers(connection, set(new))
            unknown = sorted(new.keys() - numbers.keys())
            if unknown:
                raise StoreError(self._where, f"report {unknown[0]} isn't kept here, so it can't be read again")
            readings = [(new[key], Origin(numbers[key], recorded, reader, codebook)) for key in sorted(new)]
            fill_readings(connection, readings)
            supersede(connection, readings)
        return len(readings)

    def decide(self, decision: Decision) -> None:
        """Keep a decision after all that were made before; raises `StoreError` where its id is kept already."""
        with writing(self._engine, self._where) as connection:
            if not fill_decision(connection, decision):
                raise StoreError(self._where, f"decision {decision.id} is kept already")

    def shelf(self, bounds: Bounds = Bounds()) -> SqlShelf:  # noqa: B008 - bounds never change
        """Return the record within bounds, read in one snapshot; use it in a `with`."""
        return SqlShelf(self._engine, self._where, bounds)

    def reports(self, bounds: Bounds = Bounds()) -> Iterator[Report]:  # noqa: B008 - bounds never change
        """Yield whole reports by publication and id, a few in memory at a time."""
        columns = [c for c in (*REPORT.c, *BODY.c) if c is not BODY.c.report]
        asked = select(*columns).join(BODY, BODY.c.report == REPORT.c.id).where(*filed(bounds))
        asked = asked.order_by(REPORT.c.published, REPORT.c.id).limit(_PAGE)
        page = asked
        while True:
            with whole(self._where), self._engine.connect() as connection:
                rows = connection.execute(page).mappings().all()
                reports = list(map(report_of, rows))
            yield from reports
            if len(rows) < _PAGE:
                return
            last = rows[-1]
            page = asked.where(tuple_(REPORT.c.published, REPORT.c.id) > tuple_(last["published"], last["id"]))

    def readings(
        self,
        bounds: Bounds = Bounds(),  # noqa: B008 - as above
        *,
        latest: int | None = None,
    ) -> tuple[tuple[str, str, int], ...]:
        """Return by which readers and codebooks the reports that count were read: (reader, codebook, count), sorted.

        `latest` bounds how many reports are looked at, those published last.
        """
        asked = select(READING.c.reader, READING.c.codebook)
        asked = asked.where(*current(READING, bounds, reading="number"), *published(READING, bounds))
        if latest is not None:
            asked = asked.order_by(READING.c.published.desc(), READING.c.report.desc()).limit(latest)
        found = asked.subquery()
        counted = select(*found.c, func.count()).group_by(*found.c)
        with told(self._where), self._engine.connect() as connection:
            return tuple(sorted((row[0], row[1], int(row[2])) for row in connection.execute(counted)))

    def check(self) -> Iterator[Trouble]:
        """Yield all that is wrong with the record, one at a time; nothing where all is well."""
        return check(self._engine)

    def backup(self, path: Path) -> None:
        """Write the whole record as it is now into a new file, from which either database can be filled."""
        with snapshot(self._engine, self._where) as connection:
            write_backup(connection, path)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()
