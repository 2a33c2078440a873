"""Reports by address: a real server on this machine, what is taken from it and what is not."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from dragoman.sources import address
from dragoman.sources.draft import Options
from dragoman.sources.places import take_all
from dragoman.terms.errors import Refused
from dragoman.terms.report import Report

pytestmark = pytest.mark.enable_socket
DAY = date(2025, 5, 14)
PAGE = (
    '<!DOCTYPE html><html><head><title>Envoys meet</title><meta property="article:published_time" content="2025-05-14">'
    '<meta property="article:modified_time" content="2025-05-15T08:00:00Z"></head><body><article><p>The two delegations met in the '
    "old harbour town on Tuesday, the ministry said, and agreed to come back next week.</p></article></body></html>"
)
FEED = (
    '<rss version="2.0"><channel><title>Harbour Post</title><item><link>/talks</link><description>They met.</description>'
    "<pubDate>Wed, 14 May 2025 10:00:00 GMT</pubDate></item></channel></rss>"
)


class Site(BaseHTTPRequestHandler):
    """A small news site. Each address is a status, a kind and a body, or where it leads."""

    answers: ClassVar[dict[str, tuple[int, str, bytes]]] = {
        "/talks": (200, "text/html; charset=utf-8", PAGE.encode()),
        "/feed": (200, "application/rss+xml", FEED.encode()),
        "/plain": (200, "text/plain; charset=windows-1252", "date 2025-05-14 The café talks.".encode("cp1252")),
        "/table.csv": (200, "text/csv", b"published,text\n2025-05-14,They met.\n2025-05-14,\n"),
        "/rows.jsonl": (200, "text/plain", b'{"text": "They met.", "published": "2025-05-14"}\n'),
        "/picture": (200, "image/png", b"\x89PNG\r\n"),
        "/nothing": (200, "text/html", b""),
        "/gone": (404, "text/html", PAGE.encode()),
        "/large": (200, "text/plain", b"They met. " * 20_000),
        "/moved": (301, "/talks", b""),
        "/circle": (302, "/circle", b""),
        "/ftp": (302, "ftp://e.example/a", b""),
        "/file": (302, "file:///etc/passwd", b""),
    }
    agents: ClassVar[list[str | None]] = []

    def do_GET(self) -> None:
        """Answer."""
        self.agents.append(self.headers["User-Agent"])
        status, kind, body = self.answers[self.path.partition("?")[0]]
        self.send_response(status)
        self.send_header("Location" if status in (301, 302) else "Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def _server() -> Iterator[ThreadingHTTPServer]:
    """The server, which listens before anybody asks."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def site(_server: ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of the site; no proxy stands before it."""
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    return f"http://127.0.0.1:{_server.server_address[1]}"


def one(place: str) -> Report | Refused:
    """Take in an address that gives one report."""
    (taken,) = take_all([place], Options())
    return taken


def test_a_page_is_fetched(site: str) -> None:
    """Its address is where it was found in the end; its bytes are kept; the server is told who asks."""
    report = one(f"{site}/moved")
    assert isinstance(report, Report)
    assert (report.published, report.title, report.url, report.path) == (DAY, "Envoys meet", f"{site}/talks", None)
    assert (report.raw, report.updated) == (PAGE.encode(), "2025-05-15T08:00:00+00:00")
    assert Site.agents[-1] is not None
    assert Site.agents[-1].startswith("dragoman/")


def test_the_kind_is_the_servers_word(site: str) -> None:
    """A feed, a text in its charset, tables."""
    feed, text = one(f"{site}/feed"), one(f"{site}/plain")
    assert isinstance(feed, Report)
    assert (feed.text, feed.publisher, feed.url) == ("They met.", "Harbour Post", f"{site}/talks")
    assert isinstance(text, Report)
    assert (text.text, text.url, text.raw) == ("date 2025-05-14 The café talks.", f"{site}/plain", None)
    row, refused = take_all([f"{site}/table.csv"], Options())
    assert isinstance(row, Report)
    assert isinstance(refused, Refused)
    assert isinstance(one(f"{site}/rows.jsonl?page=1"), Report)


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/picture", "is not a text but binary (a picture)"),
        ("/nothing", "is empty"),
        ("/gone", "cannot be fetched (404 Not Found)"),
        ("/circle", "leads on more than 5 times"),
        ("/ftp", "leads to ftp:, which is no web address"),
        ("/file", "leads to file:, which is no web address"),
    ],
)
def test_what_is_refused(site: str, path: str, why: str) -> None:
    """Each refusal says in one line what is wrong, by the address that was asked for."""
    refused = one(site + path)
    assert isinstance(refused, Refused)
    assert (refused.path, refused.why) == (site + path, why)


def test_what_is_too_large_is_not_read_on(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading stops at the bound."""
    monkeypatch.setattr(address, "LARGEST_FILE", 1_000)
    refused = one(f"{site}/large")
    assert isinstance(refused, Refused)
    assert "is too large" in refused.why


def test_a_slow_server_is_left(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """One address may take only so long in all."""
    monkeypatch.setattr(address, "LONGEST", -1.0)
    refused = one(f"{site}/talks")
    assert isinstance(refused, Refused)
    assert "took more than" in refused.why


def test_nobody_listens() -> None:
    """A port without a server and an address that is none are refused."""
    refused = one("http://127.0.0.1:1/")
    assert isinstance(refused, Refused)
    assert "cannot be fetched" in refused.why
    for wrong in ("http://", "http://[::1", "http://exa mple/"):
        taken = one(wrong)
        assert isinstance(taken, Refused), wrong


def test_a_public_address_does_not_lead_inside(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a page of the open network sends one on to this machine, nobody goes."""
    monkeypatch.setattr(address, "_is_private", lambda host: host == "localhost")
    monkeypatch.setitem(Site.answers, "/inside", (302, site.replace("127.0.0.1", "localhost") + "/talks", b""))
    refused = one(f"{site}/inside")
    assert isinstance(refused, Refused)
    assert refused.why == "leads into a private network (localhost)"


def test_hosts_of_this_machine_are_private() -> None:
    """By address and by name; a host that nobody knows is not said to be."""
    assert address._is_private("127.0.0.1")
    assert address._is_private("localhost")
    assert address._is_private("10.1.2.3")
    assert not address._is_private("1.1.1.1")
    assert not address._is_private("nobody.invalid")


def test_a_password_is_not_kept(site: str) -> None:
    """Neither the record nor a message has the name and password of an address, nor its fragment."""
    with_password = site.replace("//", "//me:secret@")
    report, refused = one(f"{with_password}/talks#top"), one(f"{with_password}/gone")
    assert isinstance(report, Report)
    assert report.url == f"{site}/talks"
    assert isinstance(refused, Refused)
    assert "secret" not in str(refused)
