"""The API against its own description: whatever is sent, no fault of the desk and no answer that is not documented."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import hypothesis
import pytest
import schemathesis
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.testclient import TestClient

from dragoman.assembly import Reader, create_case, provenance_of
from dragoman.hosting.errands import Errands
from dragoman.record.filing import file_report
from dragoman.samples import sample_paths
from dragoman.serving import make_desk, make_ground
from dragoman.settings import Settings
from dragoman.sources.draft import Options
from dragoman.sources.take import take
from dragoman.terms.report import Report

pytestmark = pytest.mark.slow

NOW = "2026-04-22T09:00:00.000000+00:00"
CHECKS = [
    schemathesis.checks.not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
EXAMPLES = 12
"""Requests of each operation; a run by hand may ask for more."""


class Idle:
    """Takes errands and does none."""

    def do(self, key: str, stopped: Event) -> str:
        """Say that an errand is done."""
        del key, stopped
        return ""

    def let_go(self) -> None:
        """End."""


@pytest.fixture(scope="module")
def desk(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A desk of one's own on the sample case; what is asked for in the background is written down and not done."""
    store = create_case(tmp_path_factory.mktemp("described") / "lenn")
    reports = [one for path in sample_paths() for one in take(path, Options()) if isinstance(one, Report)]
    of = provenance_of(Settings())
    filings = [file_report(findings) for findings in reader.read(reports)]
    store.take(filings, recorded=NOW, reader=of.reader, codebook=of.codebook)
    ground = make_ground(store, Settings(case=Path("lenn")), name="lenn", host="127.0.0.1", by="ana", now=lambda: NOW)
    yield make_desk(replace(ground, errands=Errands(ground.people, Idle)))
    store.close()


class Known:
    """What the sample case holds, put into some of the requests in the place of words that nothing has."""

    def __init__(self, desk: Any) -> None:
        client = TestClient(desk, base_url="http://localhost")
        self._ids = {
            "meetings": client.get("/api/v1/docket").json()["items"][0]["id"],
            "proposals": client.get("/api/v1/positions").json()["items"][0]["id"],
            "actors": "Kestria",
            "reports": client.get("/api/v1/reports").json()["items"][0]["card"]["id"],
        }
        drawn = client.post("/api/v1/coding/samples", json={"label": "all", "size": 50}).json()["drawn"]
        self._sample, self._claims = drawn["name"], [item["claim"] for item in drawn["items"]]
        self._asked = 0

    def put_into(self, case: Any) -> None:
        """Change two requests of three."""
        self._asked += 1
        if self._asked % 3 == 0:
            return
        for part, known in self._ids.items():
            if f"/{part}/" in case.path:
                case.path_parameters["id"] = known
        if case.query and "name" in case.query:
            case.query["name"] = self._sample
        if isinstance(case.body, dict):
            self._fill(case.body)

    def _fill(self, body: dict[str, Any]) -> None:
        claim = self._claims[self._asked % len(self._claims)]
        known = {
            "claim": claim,
            "to": self._claims[0],
            "id": claim,
            "report": self._ids["reports"],
            "sample": self._sample,
        }
        body.update({name: value for name, value in known.items() if name in body})
        if "spans" in body and self._asked % 2:
            body["spans"] = [[10, 30]]


def test_no_fault_and_nothing_undocumented(desk: Any) -> None:
    """Every operation is asked with values of all kinds, fit and unfit; each answer is one that its description tells."""
    schema: Any = schemathesis.openapi.from_asgi("/api/v1/openapi.json", desk, headers={"host": "localhost"})
    known = Known(desk)
    asked = 0
    for operation in schema.get_all_operations():
        asked += 1
        _ask(operation.ok(), known)
    assert asked > 40


def _ask(operation: Any, known: Known) -> None:
    @hypothesis.seed(5)
    @hypothesis.settings(
        max_examples=EXAMPLES, deadline=None, derandomize=True, database=None,
        suppress_health_check=list(hypothesis.HealthCheck), phases=[hypothesis.Phase.generate],
    )  # fmt: skip
    @hypothesis.given(case=operation.as_strategy())
    def ask(case: Any) -> None:
        known.put_into(case)
        response = case.call(headers={"host": "localhost"})
        case.validate_response(response, checks=CHECKS)

    ask()
