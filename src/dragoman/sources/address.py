"""An address (http, https) -> its bytes. The one place of taking in that opens a connection, and only to what was asked for."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from ipaddress import ip_address
from time import monotonic
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from dragoman.sources.archive import charset_of, moment_bound
from dragoman.sources.draft import Place
from dragoman.sources.files import LARGEST_FILE
from dragoman.sources.take import suffix_of
from dragoman.terms.errors import Refused

if TYPE_CHECKING:
    import httpx

SCHEMES = ("http://", "https://")
CONNECTING = 10.0
"""Seconds to wait for a connection."""
SILENCE = 30.0
"""Seconds to wait for the next bytes."""
LONGEST = 120.0
"""Seconds that one address may take in all."""
REDIRECTS = 5
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "application/vnd.apache.parquet": ".parquet",
    "application/warc": ".warc",
    "application/feed+json": ".json",
    "text/plain": ".txt",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: the bytes, where they came from in the end, and the ending that a file of their kind has."""

    data: bytes
    place: Place
    suffix: str


def is_address(place: str) -> bool:
    """Say whether a place is an address and no path."""
    return place.lower().startswith(SCHEMES)


def fetch(address: str) -> Fetched:
    """Return what an address gives.

    Raises `Refused` for a server that does not answer, answers with an error, takes too long, sends too much, or leads on
    to what is no web page of the same kind of network: a public address that leads into a private network is not followed.
    """
    import httpx

    try:
        url = httpx.URL(address)
        with _client() as client:
            for _ in range(REDIRECTS + 1):
                with _answer(client, url, address) as answer:
                    if not answer.has_redirect_location:
                        return _taken(answer, address)
                    url = _next(url, answer, address)
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        raise Refused(plain(address), f"cannot be fetched ({_words(error)})") from error
    raise Refused(plain(address), f"leads on more than {REDIRECTS} times")


def plain(address: str) -> str:
    """Return an address without the name and password that it may carry, and without its fragment."""
    import httpx

    try:
        url = httpx.URL(address)
        return (
            str(url.copy_with(username=None, password=None, fragment=None)) if url.userinfo or url.fragment else address
        )
    except (httpx.InvalidURL, UnicodeError):
        return address


def _client() -> httpx.Client:
    import httpx

    agent = {"User-Agent": f"dragoman/{version('dragoman')}", "Accept-Encoding": "identity"}
    return httpx.Client(headers=agent, timeout=httpx.Timeout(SILENCE, connect=CONNECTING), follow_redirects=False)


@contextmanager
def _answer(client: httpx.Client, url: httpx.URL, address: str) -> Iterator[httpx.Response]:
    with client.stream("GET", url) as answer:
        if answer.status_code != 200 and not answer.has_redirect_location:
            raise Refused(plain(address), f"cannot be fetched ({answer.status_code} {answer.reason_phrase})".strip())
        yield answer


def _next(url: httpx.URL, answer: httpx.Response, address: str) -> httpx.URL:
    """Return where an answer leads, if it may be gone there."""
    import httpx

    told = urljoin(str(url), answer.headers["Location"])
    if not is_address(told):
        raise Refused(plain(address), f"leads to {told.partition(':')[0]}:, which is no web address")
    onward = httpx.URL(told)
    if url.scheme == "https" and onward.scheme == "http":
        raise Refused(plain(address), f"leads from https to http ({plain(str(onward))})")
    if _is_private(onward.host) and not _is_private(url.host):
        raise Refused(plain(address), f"leads into a private network ({onward.host})")
    return onward


def _is_private(host: str) -> bool:
    """Say whether a host is one of this machine or its own network; one that nobody knows is not."""
    try:
        found = {ip_address(str(row[4][0]).partition("%")[0]) for row in socket.getaddrinfo(host, None)}
    except (OSError, UnicodeError, ValueError):
        return False
    return any(not address.is_global for address in found)


def _taken(answer: httpx.Response, address: str) -> Fetched:
    data = bytearray()
    end = monotonic() + LONGEST
    for piece in answer.iter_bytes():
        data += piece
        if len(data) > LARGEST_FILE:
            raise Refused(plain(address), f"is too large (at most {LARGEST_FILE:,} bytes are read of one address)")
        if monotonic() > end:
            raise Refused(plain(address), f"cannot be fetched (took more than {LONGEST:.0f} seconds)")
    written = answer.headers.get("Content-Type")
    kind = (written or "").partition(";")[0].strip().lower()
    url = plain(str(answer.url))
    place = Place(plain(address), url=url, charset=charset_of(written), latest=_day_of(answer))
    suffix = suffix_of(answer.url.path)
    return Fetched(bytes(data), place, _SUFFIXES.get(kind, suffix) if kind != "text/plain" or not suffix else suffix)


def _day_of(answer: httpx.Response) -> date | None:
    """Return the last day that a page may bear which the server sent when it says it did."""
    try:
        return moment_bound(parsedate_to_datetime(answer.headers.get("Date", "")))
    except (ValueError, TypeError, OverflowError):
        return None


def _words(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
