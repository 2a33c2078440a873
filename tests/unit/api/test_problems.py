"""What is wrong with a request comes as a problem, whatever it is, and tells nothing of the inside."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from dragoman.views import docket as view
from tests.unit.api.conftest import Served


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/v1/nothing", 404),
        ("GET", "/api/v2", 404),
        ("GET", "/api/v1/meetings/nothing", 404),
        ("DELETE", "/api/v1/decisions", 405),
        ("GET", "/api/v1/timeline?as_of=yesterday", 400),
        ("GET", "/api/v1/timeline?from=2026-03-11&to=2026-03-10", 400),
        ("GET", "/api/v1/timeline?limit=0", 422),
        ("GET", "/api/v1/timeline?kind=nothing", 422),
        ("GET", "/api/v1/timeline?from=0001-01-01", 422),
        ("GET", "/api/v1/search", 422),
        ("GET", "/api/v1/timeline?after=nothing", 404),
        ("POST", "/api/v1/reports", 415),
        ("POST", "/api/v1/decisions", 422),
    ],
)
def test_every_refusal_is_a_problem(lenn: Served, method: str, path: str, status: int) -> None:
    """It has type, title, status, detail and instance, and its type leads to where it is told."""
    answer = lenn.client.request(method, path)
    told = answer.json()
    assert answer.status_code == told["status"] == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert {"type", "title", "status", "detail", "instance"} <= {*told}
    assert told["instance"] == path.partition("?")[0]
    assert told["type"] == f"/api/docs#problem-{status}"
    assert f'id="problem-{status}"' in lenn.client.get("/api/docs").text


def test_all_wrong_values_are_told_at_once(lenn: Served) -> None:
    """Who sends several wrong values hears of each, with its place."""
    told = lenn.get("/timeline", 422, limit=999, kind="nothing")
    assert {one["where"] for one in told["errors"]} == {"query.limit", "query.kind.0"}


def test_names_like_the_one_asked_for_are_told(lenn: Served) -> None:
    """A name that nobody bears comes with those that are near it."""
    assert "Kestria" in lenn.get("/actors/Kestri", 404)["near"]


NEVER_ASKED = {"as_of": "2031-05-17"}
"""Bounds of no other test: what was answered before is remembered, and needs no page."""


def test_a_fault_tells_nothing_of_the_inside(lenn: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of ours is a problem without a traceback; on a page it is a page."""

    def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError("a secret of the inside")

    monkeypatch.setattr(view._Pages, "page", broken)
    told = lenn.client.get("/api/v1/docket", params=NEVER_ASKED)
    assert (told.status_code, told.json()["status"]) == (500, 500)
    assert "secret" not in told.text
    page = lenn.client.get("/docket", params=NEVER_ASKED)
    assert page.status_code == 500
    assert page.headers["content-type"].startswith("text/html")
    assert "secret" not in page.text


def test_an_address_that_is_no_page_is_a_page(lenn: Served) -> None:
    """People are answered in HTML."""
    answer = lenn.client.get("/nothing")
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")


def test_a_body_that_is_too_large_is_refused_while_it_arrives(lenn: Served) -> None:
    """Whether its length is told or not, no more is read than is taken."""
    body = b" " * 1_000_001
    client: TestClient = lenn.client
    told = client.post("/api/v1/decisions", content=body, headers={"content-type": "application/json"})
    untold = client.post(
        "/api/v1/decisions",
        content=(body[n : n + 100_000] for n in range(0, len(body), 100_000)),
        headers={"content-type": "application/json"},
    )
    for answer in (told, untold):
        assert (answer.status_code, answer.json()["title"]) == (413, "Too large")
