"""The API against its own description: whatever is sent, no fault of the desk and no answer that is not documented."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
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

from dragoman.assembly import Reader, create_case, provenance_of
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
REFUSED_ELSEWHERE = {404, 405}
"""What the server says of paths and methods that no operation has: documented once for all (docs/how-to/use-the-api.md)."""
EXAMPLES = 12
"""Requests of each operation; a run by hand may ask for more."""


@pytest.fixture(scope="module")
def desk(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A desk of one's own on the sample case; what is asked for in the background is written down and not done."""
    store = create_case(tmp_path_factory.mktemp("described") / "lenn")
    reports = [one for path in sample_paths() for one in take(path, Options()) if isinstance(one, Report)]
    of = provenance_of(Settings())
    filings = [file_report(findings) for findings in reader.read(reports)]
    store.take(filings, recorded=NOW, reader=of.reader, codebook=of.codebook)
    ground = make_ground(store, Settings(case=Path("lenn")), name="lenn", host="127.0.0.1", by="ana", now=lambda: NOW)
    yield make_desk(ground)
    store.close()


def test_no_fault_and_nothing_undocumented(desk: Any) -> None:
    """Every operation is asked with values of all kinds, fit and unfit; each answer is one that its description tells."""
    schema: Any = schemathesis.openapi.from_asgi("/api/v1/openapi.json", desk, headers={"host": "localhost"})
    asked = 0
    for operation in schema.get_all_operations():
        asked += 1
        _ask(operation.ok())
    assert asked > 40


def _ask(operation: Any) -> None:
    @hypothesis.seed(5)
    @hypothesis.settings(
        max_examples=EXAMPLES, deadline=None, derandomize=True, database=None,
        suppress_health_check=list(hypothesis.HealthCheck), phases=[hypothesis.Phase.generate],
    )  # fmt: skip
    @hypothesis.given(case=operation.as_strategy())
    def ask(case: Any) -> None:
        response = case.call(headers={"host": "localhost"})
        case.validate_response(response, checks=CHECKS)

    ask()
