"""Every view over HTTP: the bytes of the command line, in the form that the description tells, page by page."""

from __future__ import annotations

import json
from typing import Any

import jsonschema_rs
import pytest

from dragoman.exports.answers.encode import as_json
from dragoman.record.bounds import Bounds
from dragoman.views.docket import docket
from dragoman.views.question import Question
from dragoman.views.scope import Scope
from dragoman.views.timeline import timeline
from tests.unit.api.conftest import Served

LISTS = (
    "overview", "timeline", "docket", "positions", "changes", "disagreements", "obligations", "people", "network", "reports",
    "sources", "coverage", "review", "decisions", "ask/first", "ask/gap", "search?words=truce",
)  # fmt: skip


def valid(lenn: Served, schema: str, answer: Any) -> None:
    """Check an answer against the schema of that name."""
    document = lenn.client.get("/api/v1/openapi.json").json()
    whole = {"$ref": f"#/components/schemas/{schema}", "components": document["components"]}
    jsonschema_rs.validator_for(whole).validate(answer)


@pytest.mark.parametrize("path", LISTS)
def test_an_answer_has_the_form_that_is_described(lenn: Served, path: str) -> None:
    """All fields are there, no others, each of the type that the document tells."""
    answer = lenn.client.get(f"/api/v1/{path}")
    assert answer.headers["content-type"] == "application/json"
    told = answer.json()
    assert list(told)[:4] == ["view", "as_of", "known_at", "today"]
    assert told["view"] == path.partition("/")[0].partition("?")[0]
    valid(lenn, f"{told['view'].capitalize()}View", told)


def test_what_is_reached_from_lists(lenn: Served) -> None:
    """A meeting, a proposal, an actor and a report are found by the ids that lists give, in the form that is described."""
    meeting = lenn.get("/docket")["items"][0]["id"]
    proposal = lenn.get("/positions")["items"][0]["id"]
    actor = lenn.get("/people")["items"][0]["who"]["id"]
    report = lenn.get("/reports")["items"][0]["card"]["id"]
    for path, schema in (
        (f"/meetings/{meeting}", "MeetingView"),
        (f"/proposals/{proposal}", "ProposalView"),
        (f"/actors/{actor}", "ActorView"),
        (f"/reports/{report}", "ReportView"),
    ):
        valid(lenn, schema, lenn.get(path))
    assert lenn.client.get(f"/api/v1/reports/{report}/text").text == lenn.get(f"/reports/{report}")["text"]


@pytest.mark.parametrize(("path", "view"), [("timeline", timeline), ("docket", docket)])
def test_the_bytes_are_those_of_the_command_line(lenn: Served, path: str, view: Any) -> None:
    """The same view with the same question and bounds gives the same JSON everywhere."""
    bounds = Bounds(as_of=None)
    with lenn.ground.store.shelf(bounds) as shelf:
        scope = Scope(shelf)
        expected = as_json(path, view(scope, Question(limit=7)), bounds, scope.today)
    assert lenn.client.get(f"/api/v1/{path}?limit=7").text == expected


def test_the_bounds_hold(lenn: Served) -> None:
    """As of a day nothing later is told; what had not been recorded by a moment is not there."""
    early = lenn.get("/timeline", as_of="2026-03-10")
    assert (early["as_of"], early["today"]) == ("2026-03-10", "2026-03-10")
    assert all(cited["published"] <= "2026-03-10" for item in early["items"] for cited in item["evidence"])
    assert lenn.get("/timeline", known_at="2026-04-01")["items"] == []
    assert lenn.get("/changes", to="2026-03-10")["as_of"] == "2026-03-10"


def test_pages_follow_each_other(lenn: Served) -> None:
    """The cursor and the header `Link` lead through all items, each once."""
    whole = [one["who"]["id"] for one in lenn.get("/people", limit=200)["items"]]
    found: list[str] = []
    address = "/api/v1/people?limit=9&kind=person&kind=state&kind=government"
    while address:
        answer = lenn.client.get(address)
        found += [one["who"]["id"] for one in answer.json()["items"]]
        address = answer.links.get("next", {}).get("url", "")
        assert bool(address) == (answer.json()["next"] is not None)
    assert len(found) > 20
    assert len(found) == len(set(found))
    assert set(found) < set(whole)


def test_only_the_fields_that_are_asked_for(lenn: Served) -> None:
    """`fields` keeps these fields of the items and what stands around them; what does not exist is told."""
    told = lenn.get("/timeline", fields="id, evidence.quote,day", limit=3)
    assert {*told} == {"view", "as_of", "known_at", "today", "items", "next"}
    assert all({*one} == {"id", "evidence", "day"} for one in told["items"])
    assert {*told["items"][0]["evidence"][0]} == {"quote"}
    report = lenn.get("/reports")["items"][0]["card"]["id"]
    assert {*lenn.get(f"/reports/{report}", fields="card.title,findings.finding.stance")} == {
        "view", "as_of", "known_at", "today", "card", "findings",
    }  # fmt: skip
    for wrong in ("nothing", "id.more", "evidence.nothing"):
        assert "fields" in lenn.get("/timeline", 400, fields=wrong)["detail"]


def test_what_did_not_change_is_not_sent_again(lenn: Served) -> None:
    """The entity tag is strong and belongs to the bytes; with it the same answer is 304 and empty."""
    first = lenn.client.get("/api/v1/docket?limit=5")
    tag = first.headers["etag"]
    assert tag.startswith('"')
    again = lenn.client.get("/api/v1/docket?limit=5", headers={"If-None-Match": f'"other", {tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    other = lenn.client.get("/api/v1/docket?limit=4", headers={"If-None-Match": tag})
    assert other.status_code == 200
    assert first.headers["vary"] == "Authorization, Cookie"


def test_the_description_tells_of_every_operation(lenn: Served) -> None:
    """Each has an id of its own, a tag, words, and its problems; all forms that are named are there and none besides."""
    written = lenn.client.get("/api/v1/openapi.json").text
    document = json.loads(written)
    operations = [one for methods in document["paths"].values() for one in methods.values()]
    ids = [one["operationId"] for one in operations]
    assert len(ids) == len(set(ids)) > 40
    assert all(len(one["tags"]) == 1 and one["description"] for one in operations)
    assert all({"401", "403", "422", "500"} <= {*one["responses"]} for one in operations)
    known = {*document["components"]["schemas"]}
    assert {name for name in known if f'"#/components/schemas/{name}"' in written} == known
