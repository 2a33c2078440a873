"""Web archives: which records are pages, what bounds their day, what a broken archive gives."""

from __future__ import annotations

import gzip
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders  # type: ignore[import-untyped]
from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]

from dragoman.sources.draft import Place
from dragoman.sources.take import Options, take, take_bytes
from dragoman.terms.errors import Refused
from dragoman.terms.report import Report

DAY = date(2025, 5, 14)


def page(day: str = "2025-05-14T22:30:00-04:00", *, words: str = "agreed to come back next week") -> str:
    """Return a page with an article."""
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>Envoys meet</title>'
        f'<meta property="article:published_time" content="{day}"></head><body><article><h1>Envoys meet</h1>'
        f"<p>The two delegations met in the old harbour town on Tuesday, the ministry said, and {words}.</p>"
        "<p>“We are not there yet,” said the minister, who leads the team of the northern side in the talks.</p>"
        "</article></body></html>"
    )


class Archive:
    """An archive as a crawler writes it."""

    def __init__(self, *, gz: bool = True) -> None:
        self.file = BytesIO()
        self._writer = WARCWriter(self.file, gzip=gz)
        self._writer.write_record(self._writer.create_warcinfo_record("a.warc", {"software": "test"}))

    def add(
        self,
        url: str,
        body: str | bytes,
        *,
        kind: str = "text/html; charset=utf-8",
        status: str = "200 OK",
        record: str = "response",
        headers: tuple[tuple[str, str], ...] = (),
        moment: str = "2025-05-15T10:00:00Z",
    ) -> None:
        """Add a record."""
        data = body if isinstance(body, bytes) else body.encode()
        head = StatusAndHeaders(status, [("Content-Type", kind), *headers], protocol="HTTP/1.1")
        self._writer.write_record(
            self._writer.create_warc_record(
                url,
                record,
                payload=BytesIO(data),
                length=len(data),
                http_headers=head,
                warc_headers_dict={"WARC-Date": moment},
            )
        )

    def put(self, folder: Path, name: str = "a.warc.gz") -> Path:
        """Write the archive to a file."""
        path = folder / name
        path.write_bytes(self.file.getvalue())
        return path


@pytest.mark.parametrize(("name", "gz"), [("a.warc.gz", True), ("a.warc", False), ("archive", False)])
def test_each_page_is_a_report(tmp_path: Path, name: str, gz: bool) -> None:
    """Answers with HTML are pages with their address and bytes; requests, pictures, errors and redirects are none."""
    archive = Archive(gz=gz)
    archive.add("https://e.example/a", page())
    archive.add("https://e.example/a", page(), record="request", status="GET / HTTP/1.1")
    archive.add("https://e.example/p.png", b"\x89PNG", kind="image/png")
    archive.add("https://e.example/gone", page(), status="404 Not Found")
    archive.add("https://e.example/moved", "", status="301 Moved", headers=(("Location", "/a"),))
    archive.add("https://e.example/b", page(words="parted"), kind="application/xhtml+xml")
    path = archive.put(tmp_path, name)
    first, second = take(path, Options())
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert (first.published, first.title, first.url) == (DAY, "Envoys meet", "https://e.example/a")
    assert (second.url, second.path) == ("https://e.example/b", str(path))
    assert first.raw == page().encode()
    assert "agreed to come back" in first.text


def test_bodies_are_unpacked(tmp_path: Path) -> None:
    """What a server sent in chunks, packed, or in a charset that only its header names is read as it was meant."""
    packed = gzip.compress(page(words="drank café au lait").encode())
    chunks = b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed)
    archive = Archive()
    archive.add("https://e.example/a", chunks, headers=(("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked")))
    archive.add(
        "https://e.example/b", page(words="drank café crème").encode("cp1252"), kind="text/html; charset=windows-1252"
    )
    first, second = take(archive.put(tmp_path), Options())
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert "café au lait" in first.text
    assert "café crème" in second.text


def test_the_moment_of_the_record_bounds_the_day(tmp_path: Path) -> None:
    """A page bears no later day than the one on which it was saved, wherever on Earth it was written."""
    archive = Archive()
    archive.add("https://e.example/ahead", page("2025-05-15T01:00:00+13:00"), moment="2025-05-14T12:00:00Z")
    archive.add("https://e.example/never", page("2025-05-16"), moment="2025-05-14T12:00:00Z")
    ahead, never = take(archive.put(tmp_path), Options())
    assert isinstance(ahead, Report)
    assert ahead.published == date(2025, 5, 15)
    assert isinstance(never, Refused)
    assert "has no publication date" in never.why


def test_a_page_without_an_article_does_not_stop_the_others(tmp_path: Path) -> None:
    """It is refused by its address."""
    archive = Archive()
    archive.add("https://e.example/empty", "<html><body></body></html>")
    archive.add("https://e.example/a", page())
    path = archive.put(tmp_path)
    refused, report = take(path, Options())
    assert isinstance(refused, Refused)
    assert refused.path == f"{path}, https://e.example/empty"
    assert isinstance(report, Report)


def test_an_archive_that_ends_early(tmp_path: Path) -> None:
    """What stands before the end is read; the page that is cut is refused, packed or not."""
    for gz in (True, False):
        archive = Archive(gz=gz)
        archive.add("https://e.example/a", page())
        archive.add("https://e.example/b", page(words="parted " * 500))
        name = "a.warc.gz" if gz else "a.warc"
        path = archive.put(tmp_path, name)
        path.write_bytes(path.read_bytes()[:-120])
        first, *rest = take(path, Options())
        assert isinstance(first, Report), gz
        assert rest
        assert all(isinstance(taken, Refused) for taken in rest), gz


@pytest.mark.parametrize("gz", [True, False])
def test_no_end_goes_unseen(*, gz: bool) -> None:
    """Wherever an archive is cut behind its first page, the page is read and the cut is told."""
    archive = Archive(gz=gz)
    archive.add("https://e.example/a", page())
    first = len(archive.file.getvalue())
    archive.add("https://e.example/b", page(words="parted"))
    whole = archive.file.getvalue()
    place, suffix = Place("a"), ".warc.gz" if gz else ".warc"
    for end in range(first + 1, len(whole), 41):
        taken = list(take_bytes(whole[:end], place, Options(), suffix=suffix))
        assert isinstance(taken[0], Report), end
        assert isinstance(taken[-1], Refused), end


def test_a_damaged_archive(tmp_path: Path) -> None:
    """Bytes that cannot be unpacked are told after what could be read."""
    archive = Archive()
    archive.add("https://e.example/a", page())
    end = len(archive.file.getvalue())
    archive.add("https://e.example/b", page())
    path = archive.put(tmp_path)
    data = bytearray(path.read_bytes())
    data[end + 20 : end + 200] = bytes(180)
    path.write_bytes(data)
    first, *rest = take(path, Options())
    assert isinstance(first, Report)
    assert rest
    assert all(isinstance(taken, Refused) for taken in rest)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "is empty"),
        (b"They met.", "is broken as a web archive"),
        (gzip.compress(b"They met.", mtime=0), "is broken as a web archive"),
        (b"\x1f\x8b\x08\x00" + bytes(40), "web archive"),
    ],
)
def test_what_is_no_archive(tmp_path: Path, content: bytes, why: str) -> None:
    """A name alone makes no archive."""
    path = tmp_path / "a.warc.gz"
    path.write_bytes(content)
    (refused,) = take(path, Options())
    assert isinstance(refused, Refused)
    assert why in refused.why


def test_an_archive_without_pages(tmp_path: Path) -> None:
    """It is told, so that nobody takes it for read."""
    (refused,) = take(Archive().put(tmp_path), Options())
    assert isinstance(refused, Refused)
    assert refused.why == "is a web archive without web pages"
