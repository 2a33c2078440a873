"""Reports sent over HTTP: read in the background, each kept or refused with its reason, once for a key."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from typing import Any

import pytest
from starlette.testclient import TestClient

from dragoman.desk.access import local
from dragoman.hosting import parcels
from dragoman.hosting.errands import Errands
from dragoman.hosting.labour import Stopped, do
from dragoman.hosting.parcels import Parcel, file, pack, reports_in, rows
from dragoman.serving import make_desk
from dragoman.terms.errors import Refused
from tests.unit.api.conftest import Served

REPORTS = [
    {"text": "Norland Foreign Minister Ana Berg said on Monday that Norland rejects the truce with Sudria.", "published": "2025-05-12",
     "publisher": "Test Post", "title": "<script>alert(1)</script>", "url": "javascript:alert(1)"},
    {"text": "Envoys of Norland met envoys of Sudria in Geneva on Monday, and agreed to meet again.", "published": "2025-05-13"},
    {"text": "Envoys of Norland met envoys of Sudria in Basel.", "published": "the other day"},
]  # fmt: skip


def done(desk: Served, errand: str) -> Any:
    """Wait until an errand is at its end."""
    for _ in range(600):
        told = desk.get(f"/errands/{errand}")
        if told["state"] in ("done", "failed"):
            return told
        time.sleep(0.05)
    raise AssertionError(told)


def test_reports_are_read_in_the_background(own: Served) -> None:
    """The answer says where the errand is told; at its end each report was kept or refused, and what it says is in the record."""
    answer = own.client.post("/api/v1/reports", json=REPORTS, headers={"Idempotency-Key": "r1"})
    assert (answer.status_code, answer.json()["total"]) == (202, 3)
    told = done(own, answer.headers["location"].rpartition("/")[2])
    assert (told["state"], told["new"], told["known"], told["refused"], told["findings"] > 1) == ("done", 2, 0, 1, True)
    assert told["refusals"][0]["report"] == "report:3"
    assert "date" in told["refusals"][0]["why"]
    kept = own.get("/reports", to="2025-05-12")["items"][0]["card"]
    assert (kept["publisher"], kept["title"]) == ("Test Post", "<script>alert(1)</script>")
    assert own.post("/reports", REPORTS, 202, key="r1")["id"] == told["id"]
    own.post("/reports", REPORTS[:1], 422, key="r1")
    again = done(own, own.post("/reports", REPORTS, 202)["id"])
    assert (again["new"], again["known"], again["refused"]) == (0, 2, 1)
    assert {one["id"] for one in own.get("/errands")} == {told["id"], again["id"]}
    assert own.get("/audit", what="add reports")["total"] == 2


def test_files_and_tables_are_taken(own: Served) -> None:
    """A browser's files with a day for all of them; a table of one JSON object a line; other bodies are not taken."""
    text = b"Envoys of Norland met envoys of Sudria in Oslo on Monday, and agreed to meet again."
    files = [
        ("file", ("../../a b.txt", text)),
        ("file", ("c.csv", b'published,text\n2025-05-16,"' + text + b' Twice."\n')),
    ]
    sent = own.client.post("/api/v1/reports", files=files, data={"published": "2025-05-16"})
    told = done(own, sent.json()["id"])
    assert (told["new"], told["total"]) == (2, 2)
    day = own.client.get("/api/v1/reports?from=2025-05-16&to=2025-05-16").json()
    assert {one["card"]["path"] for one in day["items"]} == {"a b.txt", None}
    lines = "".join(json.dumps(one) + "\n" for one in REPORTS)
    sent = own.client.post("/api/v1/reports", content=lines, headers={"content-type": "application/x-ndjson"})
    assert done(own, sent.json()["id"])["new"] == 2
    wrong = own.client.post("/api/v1/reports", files=files, data={"published": "a day"})
    assert wrong.status_code == 400
    assert own.client.post("/api/v1/reports", data={"published": "2025-05-16"}).status_code == 415
    empty = own.client.post("/api/v1/reports", files=[("other", ("a.txt", text))])
    assert empty.status_code == 422


@pytest.mark.parametrize(
    "body",
    [
        [],
        {},
        [{"text": "x"}],
        [{"text": "x", "published": "2025-05-12", "more": 1}],
        [{"text": "", "published": "2025-05-12"}],
    ],
)
def test_a_list_that_is_none_is_refused_whole(own: Served, body: Any) -> None:
    """What a program sends wrongly is told with its places, and nothing is taken."""
    assert own.post("/reports", body, 422)["errors"]
    assert own.get("/errands") == []


def test_an_errand_is_followed(own: Served) -> None:
    """The events end with the errand's end; who comes back hears what is new, and nothing twice."""
    errand = own.post("/reports", REPORTS, 202)["id"]
    done(own, errand)
    stream = own.client.get(f"/api/v1/errands/{errand}/events")
    assert stream.headers["content-type"].startswith("text/event-stream")
    event = dict(line.split(": ", 1) for line in stream.text.strip().splitlines())
    assert (event["event"], json.loads(event["data"])["new"]) == ("done", 2)
    seen = own.client.get(f"/api/v1/errands/{errand}/events", headers={"Last-Event-ID": event["id"]})
    assert seen.text == ""
    assert own.client.get("/api/v1/errands/nothing/events").status_code == 404


def test_one_member_follows_only_so_many_streams(own: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    """A desk cannot be kept busy by streams; what has ended makes room."""
    errand = own.post("/reports", REPORTS, 202)["id"]
    done(own, errand)
    monkeypatch.setattr("dragoman.api.errands.STREAMS", 0)
    refused = own.client.get(f"/api/v1/errands/{errand}/events")
    assert (refused.status_code, "end one of them first" in refused.json()["detail"]) == (503, True)
    monkeypatch.setattr("dragoman.api.errands.STREAMS", 1)
    for _ in range(3):
        assert own.client.get(f"/api/v1/errands/{errand}/events").status_code == 200


def test_kept_reports_are_read_anew(own: Served) -> None:
    """The errand tells how many reports differ under the reader of this desk."""
    some = [one["card"]["id"] for one in own.get("/reports", limit=2)["items"]]
    told = done(own, own.post("/errands/reread", {"reports": some}, 202)["id"])
    assert (told["state"], told["total"], told["done"], told["new"]) == ("done", 2, 2, 0)
    failed = done(own, own.post("/errands/reread", {"reports": ["nothing"]}, 202)["id"])
    assert failed["done"] == 0


def test_what_a_stop_left_is_taken_up_again(own: Served) -> None:
    """A desk that is closed in the middle of an errand goes on where it was, and counts no report twice."""
    errands = own.ground.errands
    assert errands is not None
    errands.stop()
    with pytest.raises(AssertionError, match="closing"):
        own.post("/reports", REPORTS, 202)
    left, _ = own.ground.people.errands.open(
        visitor(own), "add reports", digest="x", payload=pack(Parcel((rows(REPORTS),)))
    )
    shop = errands._hire().workshop  # type: ignore[attr-defined]
    with pytest.raises(Stopped):
        do(shop, left.id, lambda: True)
    other, _ = own.ground.people.errands.open(visitor(own), "decide", digest="y", key="k")
    errands.start()
    assert (done(own, left.id)["done"], own.get(f"/errands/{other.id}")["state"]) == (3, "failed")


def visitor(desk: Served) -> Any:
    """Return who works on the machine itself."""
    return local(desk.ground.lone or "")


def test_an_errand_that_nobody_can_do_fails_in_words(own: Served) -> None:
    """Where no process can be started the errand says so, and the next one is tried."""

    def hire() -> Any:
        raise OSError("no more processes")

    people = own.ground.people
    errands = Errands(people, hire)
    errand, _ = people.errands.open(visitor(own), "add reports", digest="x", payload=b"")
    errands.start()
    told = done(own, errand.id)
    errands.stop()
    assert (told["state"], "no more processes" in told["error"]) == ("failed", True)


def test_a_fault_while_reading_is_the_errands_own(own: Served) -> None:
    """A parcel that cannot be opened fails its errand, not the process."""
    errand, _ = own.ground.people.errands.open(visitor(own), "add reports", digest="x", payload=b"no parcel")
    assert own.ground.errands is not None
    do(own.ground.errands._hire().workshop, errand.id, lambda: False)  # type: ignore[attr-defined]
    assert "fault" in own.get(f"/errands/{errand.id}")["error"]


def test_more_than_can_wait_is_refused(own: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    """A queue has an end: what comes then is refused for now."""
    monkeypatch.setattr("dragoman.hosting.errands.WAITING", 0)
    assert "waiting" in own.post("/reports", REPORTS, 503)["detail"]


def test_a_parcel_has_at_most_so_many_reports(monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes after is refused with what to do; the same parcel is the same bytes."""
    monkeypatch.setattr(parcels, "MOST", 1)
    parcel = Parcel((rows(REPORTS), file("b\\c/d.txt", b"date 2025-05-12 Envoys met.")))
    first, second = reports_in(pack(parcel))
    assert not isinstance(first, Refused)
    assert isinstance(second, Refused)
    assert "left out" in second.why
    assert pack(parcel) == pack(parcel)
    assert parcel.pieces[1].path == "d.txt"


def test_a_case_without_errands_says_so(own: Served) -> None:
    """A desk that does nothing in the background refuses what would wait for ever."""
    bare = make_desk(replace(own.ground, errands=None))
    answer = TestClient(bare, base_url="http://127.0.0.1").post("/api/v1/reports", json=REPORTS)
    assert answer.status_code == 503
