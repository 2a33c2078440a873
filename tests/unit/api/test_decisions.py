"""Decisions over HTTP: by right, once for a key, with a look at what they would do; and what the audit knows of them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from dragoman.desk.access import ROLES, Role
from tests.unit.api.conftest import Served


def claim(desk: Served, kind: str = "position") -> str:
    """Return a finding of a kind that nobody has decided."""
    queue = desk.get("/review", kind=kind, limit=30)["items"]
    return str(next(item["things"][0] for item in queue if item["thing"] == "claim"))


def orders(desk: Served) -> dict[str, dict[str, Any]]:
    """Return a decision of each verb that the sample case bears."""
    pair = next(item for item in desk.get("/review", limit=20)["items"] if item["pair"] is not None)
    one, report = claim(desk), desk.get("/reports")["items"][0]["card"]["id"]
    meetings = [
        item["things"][0] for item in desk.get("/review", kind="meeting", limit=10)["items"] if not item["pair"]
    ]
    away = next(
        m for m in meetings[1:] if meetings[0] not in [c["claim"] for c in desk.get(f"/meetings/{m}")["claims"]]
    )
    return {
        "accept": {"verb": "accept", "claim": one},
        "reject": {"verb": "reject", "claim": one, "why": "it is another's"},
        "edit": {"verb": "edit", "claim": one, "values": {"stance": "rejects", "conditions": ["a", "b"], "date": None}},
        "note": {"verb": "note", "things": [one], "why": "see the transcript"},
        "skip": {"verb": "skip", "things": [one]},
        "add": {"verb": "add", "report": report, "kind": "incident", "spans": [[20, 40]], "values": {"what": "a ship", "status": "happened"}},
        "merge": {"verb": "merge", "thing": pair["thing"], "things": pair["things"]},
        "split": {"verb": "split", "thing": pair["thing"], "things": pair["things"]},
        "link": {"verb": "link", "claim": meetings[0], "to": away},
        "retract": {"verb": "retract", "id": report},
    }  # fmt: skip


def test_every_verb_is_taken_and_undone(own: Served) -> None:
    """Each decision is written with its author, changes what it is about, is in the audit, and can be taken back."""
    for verb, order in orders(own).items():
        seen = own.post("/decisions/preview", order, 200)
        taken = own.post("/decisions", order)
        assert (taken["new"], taken["decision"]["verb"], taken["decision"]["by"]) == (True, verb, "ana")
        assert {**seen["decision"], "id": ""} == {**taken["decision"], "id": ""}
        undone = own.post("/decisions", {"verb": "undo", "decision": taken["decision"]["id"]})
        assert undone["decision"]["things"] == [taken["decision"]["id"]]
        assert own.get("/audit", limit=2)["items"][1]["what"] == verb
    told = own.get("/decisions", limit=200)
    assert told["total"] == 20
    assert {one["state"] for one in told["items"] if one["verb"] != "undo"} == {"undone"}


CODES = {"accept", "reject", "edit", "note", "skip", "add"}


@pytest.mark.parametrize("role", ROLES)
def test_a_role_decides_what_it_may(own: Served, role: Role) -> None:
    """A reader decides nothing, a coder of findings, who adjudicates of all; a preview is seen by who may decide it."""
    written = orders(own)
    desk = own.member("bo", role)
    for verb, order in written.items():
        may = role in ("adjudicator", "admin") or (role == "coder" and verb in CODES)
        desk.post("/decisions/preview", order, 200 if may else 403)
        desk.post("/decisions", order, 201 if may else 403)


def test_only_who_adjudicates_takes_back_what_others_decided(own: Served) -> None:
    """A coder undoes what is their own."""
    one = claim(own)
    ana, bo, judge = own.member("ana", "coder"), own.member("bo", "coder"), own.member("cy", "adjudicator")
    taken = ana.post("/decisions", {"verb": "accept", "claim": one})["decision"]["id"]
    bo.post("/decisions", {"verb": "undo", "decision": taken}, 403)
    undone = ana.post("/decisions", {"verb": "undo", "decision": taken})["decision"]["id"]
    judge.post("/decisions", {"verb": "undo", "decision": undone})


def test_the_same_key_decides_once(own: Served) -> None:
    """Asked for twice with a key it is done once and answered the same; with another body the key is refused."""
    first = {"verb": "note", "things": [claim(own)], "why": "once"}
    one = own.post("/decisions", first, key="k1")
    own.post("/decisions", {"verb": "undo", "decision": one["decision"]["id"]})
    again = own.client.post("/api/v1/decisions", json=first, headers={"Idempotency-Key": "k1"})
    assert (again.status_code, again.json(), again.headers["idempotency-replayed"]) == (201, one, "true")
    assert own.get("/decisions")["total"] == 2
    own.post("/decisions", {**first, "why": "twice"}, 422, key="k1")
    own.post("/members", {"name": "bo", "role": "reader", "password": "a long enough word"}, 422, key="k1")


def test_what_failed_may_be_asked_for_again(own: Served) -> None:
    """A decision that could not be taken is no answer to be remembered."""
    order = {"verb": "undo", "decision": "d00000000000"}
    own.post("/decisions", order, 404, key="k2")
    own.post("/decisions", order, 404, key="k2")
    one = claim(own)
    own.post("/decisions", {"verb": "edit", "claim": one, "values": {"stance": "nothing"}}, 422, key="k3")
    own.post("/decisions", {"verb": "accept", "claim": one}, 422, key="k3")


def test_what_another_site_sends_is_refused(own: Served) -> None:
    """On a desk of one's own a browser on another's page may not write."""
    order = {"verb": "accept", "claim": claim(own)}
    own.post("/decisions", order, 403, origin="https://elsewhere.example")
    own.post("/decisions", order, 403, **{"sec-fetch-site": "cross-site"})
    assert own.get("/decisions")["total"] == 0
    assert own.client.get("/api/v1/me", headers={"host": "elsewhere.example"}).status_code == 421


def test_the_same_word_of_the_same_person_is_told(own: Served) -> None:
    """Deciding again what one decided already writes nothing."""
    order = {"verb": "accept", "claim": claim(own)}
    assert own.post("/decisions", order)["new"]
    assert not own.post("/decisions", order, 200)["new"]


def test_hostile_words_are_text(own: Served) -> None:
    """Whatever stands in a note comes back as it was, in JSON that no browser takes for a page."""
    one = claim(own)
    written = '{"verb": "note", "things": ["' + one + '"], "why": "<script>alert(1)</script>\\u2028\'\\"=1+1"}'
    answer = own.client.post("/api/v1/decisions", content=written, headers={"content-type": "application/json"})
    assert answer.status_code == 201
    listed = own.client.get("/api/v1/decisions")
    assert listed.json()["items"][0]["why"] == "<script>alert(1)</script>\u2028'\"=1+1"
    assert (listed.headers["content-type"], listed.headers["x-content-type-options"]) == ("application/json", "nosniff")
    assert "\u2028" not in listed.text


@pytest.mark.parametrize("words", ["\ud800", "\x00", "a\x00b", "﷽" * 500])
def test_odd_characters_do_no_harm(own: Served, words: str) -> None:
    """Half characters and zeros are kept or refused, never a fault."""
    body = json.dumps({"verb": "note", "things": [claim(own)], "why": words})
    answer = own.client.post("/api/v1/decisions", content=body, headers={"content-type": "application/json"})
    assert answer.status_code in (201, 422)
    assert own.client.get("/api/v1/decisions").status_code == 200
    found = own.client.get("/api/v1/search", params={"words": words.encode("utf-8", "replace")})
    assert found.status_code in (200, 422)
