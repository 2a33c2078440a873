"""Whatever a person names: files, folders, patterns, standard input."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest

from dragoman.sources.draft import Options
from dragoman.sources.folder import PassedOver
from dragoman.sources.places import take_all
from dragoman.terms.errors import Refused
from dragoman.terms.report import Report

DAY = date(2025, 5, 14)
HTML = (
    '<!DOCTYPE html><html><head><meta property="article:published_time" content="2025-05-14"></head><body><article><p>The two '
    "delegations met in the old harbour town on Tuesday, the ministry said, and agreed to come back next week.</p></article></body></html>"
)


def texts(*places: str, given: bytes | None = None, published: date | None = None) -> list[str]:
    """Take in places and return what came, refusals as their reasons."""
    stream = None if given is None else io.BytesIO(given)
    taken = take_all(places, Options(published=published), standard_input=stream)
    return [t.why if isinstance(t, Refused) else t.text for t in taken]


def test_places_come_in_their_order(tmp_path: Path) -> None:
    """Folders, files and patterns side by side; a refusal stops nothing; a note is told where somebody listens."""
    for name in ("b/2.txt", "b/1.txt", "a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"date 2025-05-14 {name}", encoding="utf-8")
    (tmp_path / "b" / "0.txt").touch()
    (tmp_path / "b" / ".x").touch()
    notes: list[PassedOver] = []
    places = (str(tmp_path / "b"), str(tmp_path / "none"), str(tmp_path / "*.txt"))
    taken = list(take_all(places, Options(), note=notes.append))
    assert [t.why if isinstance(t, Refused) else t.text[-7:] for t in taken] == [
        "is empty",
        "b/1.txt"[-7:],
        "b/2.txt"[-7:],
        "no such file",
        "4 a.txt"[-7:],
    ]
    assert [str(note) for note in notes] == [f"{tmp_path}/b: passed over as hidden: .x"]


def test_a_name_with_a_star_is_a_file_where_it_is_there(tmp_path: Path) -> None:
    """What is there counts before what it might mean."""
    (tmp_path / "a[1].txt").write_text("date 2025-05-14 They met.", encoding="utf-8")
    assert texts(str(tmp_path / "a[1].txt")) == ["date 2025-05-14 They met."]


def test_names_that_no_system_has(tmp_path: Path) -> None:
    """A NUL and a name that is too long are refused."""
    assert texts("a\x00b", str(tmp_path / ("x" * 5_000))) == [
        "is not a file name",
        "cannot be read (File name too long)",
    ]


@pytest.mark.parametrize(
    ("given", "came"),
    [
        (b"date 2025-05-14 They met.\nThey parted.", ["date 2025-05-14 They met.\nThey parted."]),
        (b'{"text": "One.", "published": "2025-05-14"}\nno\n{"text": "Two.", "published": "2025-05-14"}\n',
         ["One.", "is not a row of JSON", "Two."]),
        (b'{"version": "https://jsonfeed.org/version/1", "items": [{"content_text": "Fed.", "date_published": "2025-05-14"}]}',
         ["Fed."]),
        (b'<rss version="2.0"><channel><item><description>Fed.</description><pubDate>14 May 2025</pubDate></item></channel></rss>',
         ["Fed."]),
        (b"", ["is empty"]),
        (b"\x89PNG\r\n", ["is not a text but binary (a picture)"]),
        (b"They met.", ["has no publication date; give one with --published YYYY-MM-DD"]),
    ],
)  # fmt: skip
def test_standard_input_is_known_by_its_beginning(given: bytes, came: list[str]) -> None:
    """A text, rows of JSON, a feed; nothing, and what is no text."""
    assert texts("-", given=given) == came


def test_standard_input_may_be_a_page() -> None:
    """A page is known by its beginning."""
    (report,) = take_all(["-"], Options(), standard_input=io.BytesIO(HTML.encode()))
    assert isinstance(report, Report)
    assert (report.published, report.path, report.raw) == (DAY, None, HTML.encode())
    assert report.text.startswith("The two delegations")


def test_standard_input_is_read_row_by_row() -> None:
    """A table without end gives its rows as they come."""

    class Endless(io.RawIOBase):
        given = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
            row = json.dumps({"text": f"Round {self.given}.", "published": "2025-05-14"}).encode() + b"\n"
            self.given += 1
            buffer[: len(row)] = row
            return len(row)

    stream = Endless()
    taken = take_all(["-"], Options(), standard_input=io.BufferedReader(cast(Any, stream), 64))
    assert [next(taken).text for _ in range(3)] == ["Round 0.", "Round 1.", "Round 2."]  # type: ignore[union-attr]
    assert stream.given < 2_000


def test_too_much_standard_input_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text that is no table is read whole, up to a bound."""
    monkeypatch.setattr("dragoman.sources.places.LARGEST_FILE", 1_000)
    assert "is too large" in texts("-", given=b"They met.\n" * 200, published=DAY)[0]
