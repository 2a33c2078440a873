"""A desk as a process of its own: reports are read in the background while pages answer, and nothing is lost by a kill."""

from __future__ import annotations

import json
import re
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random  # noqa: TID251 - drawn from a fixed seed
from typing import Any

import httpx
import psutil
import pytest

from dragoman.assembly import create_case
from dragoman.store.opening import open_store

pytestmark = [pytest.mark.slow, pytest.mark.enable_socket]

LONGEST_WAIT = 240
"""Seconds for what is read in the background, on a machine that others use too."""


class Desk:
    """A desk that is served, and a client for it."""

    def __init__(self, process: subprocess.Popen[str], address: str) -> None:
        self.process = process
        self.client = httpx.Client(base_url=address, timeout=60, trust_env=False)

    def errand(self, key: str) -> Any:
        """Return how far an errand has come."""
        answer = self.client.get(f"/api/v1/errands/{key}")
        assert answer.status_code == 200, answer.text
        return answer.json()

    def until(self, key: str, done: int | None = None) -> Any:
        """Wait until an errand has come so far, or to its end."""
        for _ in range(LONGEST_WAIT * 5):
            told = self.errand(key)
            if told["state"] in ("done", "failed") or (done is not None and told["done"] >= done):
                return told
            time.sleep(0.2)
        raise AssertionError(told)


@contextmanager
def served(case: Path) -> Iterator[Desk]:
    """Serve a case on any port until the end."""
    words = [sys.executable, "-m", "dragoman", "serve", "--case", str(case), "--port", "0", "--by", "ana"]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        found = re.search(r"http://\S+", process.stdout.readline())
        assert found is not None, process.stderr.read() if process.stderr else ""
        desk = Desk(process, found[0])
        with desk.client:
            yield desk
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        _, complaint = process.communicate(timeout=60)
    assert "Traceback" not in complaint, complaint


STORIES = (
    "{who}, foreign minister of {land}, rejected the {thing} on Monday. \u201c{word} cannot wait,\u201d {last} told {paper} in {town}.",
    "Envoys of {land} and {other} met in {town} on Tuesday. {who} led one team; the {thing} was on the table, {paper} wrote.",
    "{land} demanded {number} prisoners from {other} before any {thing}. President {who} spoke of it in {town}.",
    "A summit in {town} is set for Friday, {who} said. {other} has not answered {land} on the {thing} yet.",
)
THINGS = (
    "truce",
    "dam",
    "corridor",
    "ferry line",
    "customs pact",
    "inquiry",
    "harbour lease",
    "grain deal",
    "border post",
)


def reports(count: int, first: int = 0) -> list[dict[str, str]]:
    """Return short reports, each of its own words."""
    return [_report(n) for n in range(first, first + count)]


def _report(number: int) -> dict[str, str]:
    draw = Random(number)
    names = (
        "".join(draw.choice(("ba", "ko", "ri", "len", "dor", "mi", "sta", "vel")) for _ in range(3)) for _ in range(7)
    )
    land, other, town, first, last, paper, word = (name.capitalize() for name in names)
    text = draw.choice(STORIES).format(
        land=land, other=other, town=town, who=f"{first} {last}", last=last, paper=f"the {paper} Post", word=word,
        thing=draw.choice(THINGS), number=draw.randint(20, 900),
    )  # fmt: skip
    return {"text": text, "published": f"2025-05-{1 + number % 28:02d}", "publisher": f"{paper} Post"}


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """An empty case."""
    create_case(tmp_path / "case").close()
    return tmp_path / "case"


def test_a_thousand_reports_do_not_block_a_page(case: Path) -> None:
    """While they are read every page answers soon, the events tell how far it has come, and at the end all of them are kept."""
    with served(case) as desk:
        first = desk.client.post("/api/v1/reports", json=reports(40)).json()
        desk.until(first["id"])  # the reader is loaded
        errand = desk.client.post("/api/v1/reports", json=reports(1000, 40)).json()["id"]
        waits: list[float] = []
        while desk.errand(errand)["state"] in ("queued", "running"):
            for page in ("/docket", "/reports", "/api/v1/coverage", "/api/v1/people"):
                began = time.monotonic()
                assert desk.client.get(page).status_code == 200
                waits.append(time.monotonic() - began)
        told = desk.errand(errand)
        assert (told["state"], told["new"], told["done"], told["error"]) == ("done", 1000, 1000, None)
        assert len(waits) >= 8
        assert statistics.median(waits) < 3  # where nothing else runs: a tenth of a second
        assert max(waits) < 20
        assert desk.client.get("/api/v1/coverage").json()["reports"] == 1040


def test_an_errand_is_followed_while_it_is_done(case: Path) -> None:
    """Server-sent events tell the progress as it comes, and end with the errand."""
    with served(case) as desk:
        errand = desk.client.post("/api/v1/reports", json=reports(120)).json()["id"]
        events: list[tuple[str, Any]] = []
        with desk.client.stream("GET", f"/api/v1/errands/{errand}/events") as stream:
            name = ""
            for line in stream.iter_lines():
                if line.startswith("event: "):
                    name = line.removeprefix("event: ")
                elif line.startswith("data: "):
                    events.append((name, json.loads(line.removeprefix("data: "))))
        assert [name for name, _ in events[-2:]] in (["progress", "done"], ["done"])
        done = [told["done"] for _, told in events]
        assert done == sorted(done)
        assert (done[-1], events[0][0]) == (120, "progress")


def test_a_killed_desk_loses_nothing(case: Path) -> None:
    """SIGKILL in the middle of an errand: the process that reads ends too, and the next start finishes what was begun."""
    with served(case) as desk:
        errand = desk.client.post("/api/v1/reports", json=reports(400), headers={"Idempotency-Key": "all"}).json()["id"]
        before = desk.until(errand, done=64)
        workers = psutil.Process(desk.process.pid).children(recursive=True)
        desk.process.kill()
    assert before["state"] == "running"
    _, alive = psutil.wait_procs(workers, timeout=60)
    assert not alive
    with served(case) as desk:
        told = desk.until(errand)
        assert (told["state"], told["done"], told["new"] + told["known"], told["refused"]) == ("done", 400, 400, 0)
        again = desk.client.post("/api/v1/reports", json=reports(400), headers={"Idempotency-Key": "all"})
        assert (again.status_code, again.json()["id"]) == (202, errand)
    store = open_store(f"sqlite:///{case / 'record.sqlite'}")
    assert sum(count for _, _, count in store.readings()) == 400
    assert list(store.check()) == []
    store.close()


def test_a_desk_that_is_closed_in_the_middle_goes_on(case: Path) -> None:
    """An interrupted desk ends soon, although somebody follows an errand; the next start goes on."""
    with served(case) as desk:
        errand = desk.client.post("/api/v1/reports", json=reports(300)).json()["id"]
        desk.until(errand, done=32)
        with desk.client.stream("GET", f"/api/v1/errands/{errand}/events"):
            began = time.monotonic()
            desk.process.send_signal(signal.SIGINT)
            desk.process.wait(timeout=60)
        assert time.monotonic() - began < 40
    with served(case) as desk:
        assert desk.until(errand)["done"] == 300


def test_the_cookie_behind_a_proxy_with_tls(case: Path) -> None:
    """Scripts cannot read it and other sites cannot send it; behind TLS it never goes over a line without TLS."""
    words = [sys.executable, "-m", "dragoman", "user", "add", "ana", "--case", str(case), "--role", "admin"]
    subprocess.run(
        [*words, "--password-stdin"], input="a long and quiet river\n", text=True, check=True, capture_output=True
    )
    form = {"name": "ana", "password": "a long and quiet river"}
    with served(case) as desk:
        for proxy, secure in (({"X-Forwarded-Proto": "https"}, True), ({}, False)):
            answer = desk.client.post("/login", data=form, headers=proxy)
            cookie = answer.headers["set-cookie"].lower()
            assert answer.status_code == 303
            assert ("; secure" in cookie) is secure
            assert "; httponly" in cookie
            assert "; samesite=lax" in cookie
