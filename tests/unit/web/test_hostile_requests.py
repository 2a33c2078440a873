"""Requests that somebody sends to break the desk: each is answered plainly, and none as a fault."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from dragoman.desk.access import local
from dragoman.serving import make_desk
from tests.unit.web.conftest import Desk

ME = local("host")
WORDS = "twelve or more"
LISTS = ("/", "/timeline", "/docket", "/positions", "/people", "/reports", "/changes", "/disagreements", "/obligations",
         "/search?words=talks", "/sources", "/coverage", "/network", "/decisions", "/review", "/admin/audit")  # fmt: skip


def _asked(address: str, query: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}{query}"


@pytest.mark.parametrize("address", LISTS)
@pytest.mark.parametrize("query", ["as_of=0001-01-01", "as_of=9999-12-31", "from=0001-01-01", "to=9999-12-31"])
def test_days_at_the_end_of_the_calendar(desk_case: Desk, address: str, query: str) -> None:
    """A day with no others beside it cannot be asked for."""
    assert desk_case.page(_asked(address, query)).status == 400


@pytest.mark.parametrize("limit", ["0000000019999", "0" * 5000 + "1", "201", "-1"])
def test_no_page_is_longer_than_the_longest(desk_case: Desk, limit: str) -> None:
    """However a number is written, it is what it says."""
    assert desk_case.page(f"/timeline?limit={limit}").status == 400


@pytest.mark.parametrize("address", LISTS)
@pytest.mark.parametrize("after", ["9" * 30, "9" * 450, "x", "0001-01-01/x", "9999-12-31/x"])
def test_cursors_that_no_page_gave(desk_case: Desk, address: str, after: str) -> None:
    """A forged cursor is refused, or leads to some page; it is no fault."""
    assert desk_case.page(_asked(address, f"after={after}")).status in (200, 400, 404)


@pytest.mark.parametrize("name", ["words", "actor", "publisher", "after", "kind"])
def test_words_have_a_length(desk_case: Desk, name: str) -> None:
    """What would take long to look for is refused before."""
    long = quote("a" + "\u0301" * 501)
    assert desk_case.page(f"/search?{name}={long}").status == 400


@pytest.mark.parametrize(
    ("name", "value"), [("size", "000001" + "9" * 20), ("size", "9" * 5000), ("size", "²"), ("label", "x" * 101)]
)
def test_samples_have_a_size(desk_case: Desk, name: str, value: str) -> None:
    """A sample is no larger, and its name no longer, than they may be."""
    told = {"csrf": desk_case.ground.key, "label": "spring", "size": "5", name: value}
    answer = desk_case.client.post("/coding/draw", data=told, follow_redirects=False)
    assert answer.status_code == 400


@pytest.mark.parametrize("origin", ["http://[", "http://[::1]x", "null", "http://evil.example", "garbage"])
def test_odd_origins_are_elsewhere(desk_case: Desk, origin: str) -> None:
    """A form from a page that cannot even be named is from another site."""
    for path in ("/login", "/review/decide", "/api/v1/decisions"):
        answer = desk_case.client.post(path, headers={"Origin": origin}, json={})
        assert answer.status_code in (403, 422), path
        assert "content-security-policy" in answer.headers


def test_no_page_names_the_host_that_its_path_looks_like(desk_case: Desk) -> None:
    """A path that begins with two slashes is not taken over as the address of another host."""
    answer = desk_case.client.get("http://127.0.0.1//evil.example/x")
    assert answer.status_code == 404
    assert '"//evil' not in answer.text


def test_behind_a_proxy_members_reach_the_desk_under_its_name(fresh_desk: Callable[[], Desk]) -> None:
    """Without members a desk of this machine answers only under its names; where everybody signs in, a proxy passes its own on."""
    ground = fresh_desk().ground
    with TestClient(make_desk(ground), base_url="http://desk.example.org") as client:
        assert client.get("/login").status_code == 421
        ground.people.members.add(ME, "ana", role="admin", password=WORDS)
        assert client.get("/login").status_code == 200
        signed = client.post(
            "/login",
            data={"name": "ana", "password": WORDS},
            headers={"Origin": "http://desk.example.org"},
            follow_redirects=False,
        )
        assert (signed.status_code, signed.headers["location"]) == (303, "/")


def test_a_long_name_takes_no_time(fresh_desk: Callable[[], Desk]) -> None:
    """Who signs in as a hundred thousand accents is refused like anybody else, and holds up nobody."""
    desk = fresh_desk()
    desk.ground.people.members.add(ME, "ana", role="admin", password=WORDS)
    began = time.monotonic()
    answer = desk.client.post("/login", data={"name": "a" + "\u0301" * 15_000 + "\u0316" * 15_000, "password": "x"})
    assert answer.status_code == 401
    assert time.monotonic() - began < 3


@pytest.mark.parametrize("path", ["/login", "/review/decide", "/logout"])
def test_forms_of_pages_are_small(desk_case: Desk, path: str) -> None:
    """Only where reports are sent is a large body read."""
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = desk_case.client.post(path, content=b"a" * 2_000_000, headers=kind)
    assert answer.status_code == 413


def test_no_answer_tells_where_the_record_is_kept(fresh_desk: Callable[[], Desk]) -> None:
    """What is wrong with the database is told without its path."""
    desk = fresh_desk()
    path = desk.ground.store.url.removeprefix("sqlite:///")
    with sqlite3.connect(path) as held:
        held.execute("DROP TABLE decision")
    held.close()
    for address in ("/decisions", "/api/v1/decisions"):
        answer = desk.client.get(address)
        assert answer.status_code == 503
        assert path not in answer.text
        assert "record" not in answer.text.partition("sqlite")[2]
