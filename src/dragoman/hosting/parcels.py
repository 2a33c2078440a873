"""Reports as somebody sends them over HTTP -> bytes that can be kept until they are read -> reports.

Law: what was sent is kept as it came; it is looked into only where it is read, so that a page never waits for it.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from dragoman.sources.draft import Options, Place
from dragoman.sources.take import suffix_of, take_bytes
from dragoman.terms.errors import Refused
from dragoman.terms.report import Report

MOST = 10_000
"""Reports that one parcel can hold."""
ROWS = ".jsonl"
_LETTER = "parcel.json"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_NAME = 200


@dataclass(frozen=True, slots=True)
class Piece:
    """One file of a parcel: what it is called, its bytes, the ending that says what it is."""

    name: str
    data: bytes
    suffix: str = ""
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Parcel:
    """What was sent together. `published` is the day of all of it, `fetched` when pages were saved; None where nobody says so."""

    pieces: tuple[Piece, ...]
    published: date | None = None
    fetched: date | None = None


def rows(told: Sequence[Mapping[str, Any]]) -> Piece:
    """Return reports that are told one by one as a table of one row each."""
    lines = (json.dumps(row, ensure_ascii=True) + "\n" for row in told)
    return Piece("report", "".join(lines).encode("ascii"), ROWS)


def file(name: str, data: bytes) -> Piece:
    """Return a file that a browser or a program sends; of its name only the last part counts."""
    last = name.replace("\\", "/").rpartition("/")[2]
    plain = "".join(c if c.isprintable() else " " for c in last).strip()[-_NAME:] or "file"
    return Piece(plain, data, suffix_of(plain), plain)


def pack(parcel: Parcel) -> bytes:
    """Return a parcel as bytes; the same parcel gives the same bytes."""
    packed = io.BytesIO()
    letter = {
        "published": _written(parcel.published),
        "fetched": _written(parcel.fetched),
        "pieces": [{name: value for name, value in asdict(one).items() if name != "data"} for one in parcel.pieces],
    }
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr(zipfile.ZipInfo(_LETTER, _EPOCH), json.dumps(letter))
        for number, piece in enumerate(parcel.pieces):
            archive.writestr(zipfile.ZipInfo(str(number), _EPOCH), piece.data, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def reports_in(packed: bytes) -> Iterator[Report | Refused]:
    """Yield the reports of a packed parcel in order, each as a `Report` or, with the reason, `Refused`; at most `MOST`."""
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        letter = json.loads(archive.read(_LETTER))
        options = Options(published=_day(letter["published"]), fetched=_day(letter["fetched"]))
        count = 0
        for number, told in enumerate(letter["pieces"]):
            place = Place(told["name"], path=told["path"])
            for taken in take_bytes(archive.read(str(number)), place, options, suffix=told["suffix"]):
                count += 1
                if count > MOST:
                    yield Refused(told["name"], f"what comes after {MOST:,} reports is left out; send it on its own")
                    return
                yield taken


def _written(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)
