"""Filings -> rows of the tables, and reports back from theirs."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import RowMapping

from dragoman.record.filing import Filing, passages_of
from dragoman.record.ids import digest
from dragoman.record.packing import plain
from dragoman.store.checksums import checksum
from dragoman.store.leads import lead_of
from dragoman.store.places import MOST_PASSAGES, place_of
from dragoman.store.schema import BODY, REPORT
from dragoman.store.seals import closed, decoding, seal, unbroken
from dragoman.store.strings import given, given_or_none, kept, kept_or_none, searchable
from dragoman.terms.report import Report
from dragoman.terms.span import Span

_LONG = 4000
_REPORT = tuple(column.name for column in REPORT.c)
_BODY = tuple(column.name for column in BODY.c if column is not BODY.c.report)
Rows = list[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Origin:
    """Which reading a reading is: its number within the report, when it was recorded, and who read by which codebook."""

    number: int
    recorded: str
    reader: str
    codebook: str


def packed_text(text: str) -> bytes:
    """Return a text as compressed bytes: smaller, and no database looks into it."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 6)


@decoding
def unpacked_text(body: bytes) -> str:
    """Return the text that `packed_text` was given."""
    return zlib.decompress(body).decode("utf-8", "surrogatepass")


def report_row(filing: Filing, recorded: str, slot: int) -> tuple[Any, ...]:
    """Return the row of `report`."""
    report = filing.report
    return closed(
        filing.id,
        report.published.toordinal(),
        recorded,
        slot,
        kept_or_none(report.publisher),
        kept_or_none(report.title),
        kept_or_none(report.url),
        kept_or_none(report.path),
        kept_or_none(report.updated),
    )


def body_row(filing: Filing) -> tuple[Any, ...]:
    """Return the row of `body`."""
    report = filing.report
    start, stop = (report.header.start, report.header.end) if report.header else (None, None)
    warnings = json.dumps(report.warnings)
    body = packed_text(report.text)
    return closed(
        filing.id,
        kept(report.id),
        start,
        stop,
        warnings,
        body,
        None if report.raw is None else zlib.compress(report.raw, 6),
    )


def passage_rows(key: str, report: Report, slot: int) -> Iterator[tuple[tuple[Any, ...], str]]:
    """Yield the rows of `passage` of the report with the id `key`, each with its words for the index."""
    published = report.published.toordinal()
    pieces = tuple(piece for span in passages_of(report) for piece in _short(span, report.text))
    for number, span in enumerate(_few(pieces)):
        yield (place_of(slot, number), key, published, span.start, span.end), searchable(span.of(report.text))


def _short(span: Span, text: str) -> Iterator[Span]:
    """Yield a passage in pieces that can be shown: cut at a space where it is very long."""
    start = span.start
    while span.end - start > _LONG:
        stop = max(text.rfind(" ", start + _LONG // 2, start + _LONG), start + _LONG // 2)
        yield Span(start, stop)
        start = stop
    yield Span(start, span.end)


def _few(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    if len(spans) <= MOST_PASSAGES:
        return spans
    rest = Span(spans[MOST_PASSAGES - 1].start, spans[-1].end)
    return (*spans[: MOST_PASSAGES - 1], rest)


def reading_row(filing: Filing, origin: Origin, findings: Rows) -> tuple[Any, ...]:
    """Return the row of `reading`; `findings` are its rows of `finding`."""
    unread = json.dumps([(piece.start, piece.end) for piece in filing.unread])
    return closed(
        filing.id,
        origin.number,
        filing.report.published.toordinal(),
        origin.recorded,
        kept(origin.reader),
        kept(origin.codebook),
        len(filing.filed),
        len(filing.unread),
        unread,
        filing.signature,
        checksum(filing.signature, unread, map(kept, filing.bands), map(summed, findings)),
    )


def summed(finding: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return what the checksum of a reading takes from a row of `finding`."""
    key, _, _, kind, number, day, _, _, keys, matter, packed = finding
    return (key, kind, number, day, keys, matter or "", packed)


def finding_rows(filing: Filing, number: int) -> Rows:
    """Return the rows of `finding`, in their order."""
    published = filing.report.published.toordinal()
    return [
        (
            filed.id,
            number,
            filing.id,
            filed.kind,
            filed.number,
            filed.day.toordinal(),
            published,
            lead_of(filed.day.toordinal(), published),
            json.dumps(filed.keys),
            kept_or_none(filed.matter),
            seal(filed.packed, filed.id, filing.id, filed.kind, filed.number, filed.day.toordinal(), published),
        )
        for filed in filing.filed
    ]


def mark_rows(findings: Rows) -> Rows:
    """Return the rows of `mark` that rows of `finding` have."""
    return [
        (key, kind, day, claim, reading, published, report, lead)
        for claim, reading, report, kind, _, day, published, lead, keys, _, _ in findings
        for key in map(kept, json.loads(keys))
    ]


def sighting_rows(findings: Rows) -> Rows:
    """Return the rows of `sighting` that rows of `finding` have: each profile and spelling of a matter that they name."""
    seen = set()
    for _, reading, report, _, _, _, published, _, keys, matter, _ in findings:
        things = {kept(key[2:]) for key in json.loads(keys) if key.startswith("p:")}
        things |= set() if matter is None else {spelling_id(given(matter))}
        seen |= {(thing, published, report, reading) for thing in things}
    return sorted(seen)


def thing_rows(filings: Iterable[Filing]) -> tuple[Rows, Rows, Rows, Rows]:
    """Return the rows of `profile`, `profile_key`, `spelling` and `spelling_key`, each thing once, sorted."""
    actors = {actor.id: (actor, keys) for filing in filings for actor, keys in filing.profiles}
    matters = {about: (matter, keys) for filing in filings for matter, about, keys in filing.matters}
    profiles = [(kept(key), json.dumps(plain(actor)), json.dumps(keys)) for key, (actor, keys) in actors.items()]
    profile_keys = {(kept(key), kept(actor)) for actor, (_, keys) in actors.items() for key in keys}
    spellings = [(spelling_id(a), matter, kept(a), json.dumps(keys)) for a, (matter, keys) in matters.items()]
    spelling_keys = {(kept(key), spelling_id(about)) for about, (_, keys) in matters.items() for key in keys}
    return sorted(profiles), sorted(profile_keys), sorted(spellings), sorted(spelling_keys)


def spelling_id(about: str) -> str:
    """Return the id of one way of writing a matter."""
    return "w" + digest(about, length=15)


def band_rows(filing: Filing, number: int) -> Rows:
    """Return the rows of `band`."""
    return [(kept(band), filing.id, number) for band in sorted(set(filing.bands))]


@decoding
def report_of(row: RowMapping) -> Report:
    """Return the report of a row of `report` joined with `body`; raises `ValueError` where it is not what was kept."""
    unbroken([row[name] for name in _REPORT])
    unbroken([row["id"], *(row[name] for name in _BODY)])
    header = None if row["header_start"] is None else Span(row["header_start"], row["header_end"])
    return Report(
        id=given(row["given"]),
        published=date.fromordinal(row["published"]),
        text=unpacked_text(row["text"]),
        publisher=given_or_none(row["publisher"]),
        title=given_or_none(row["title"]),
        url=given_or_none(row["url"]),
        path=given_or_none(row["path"]),
        header=header,
        warnings=tuple(json.loads(row["warnings"])),
        updated=given_or_none(row["updated"]),
        raw=None if row["raw"] is None else zlib.decompress(row["raw"]),
    )
