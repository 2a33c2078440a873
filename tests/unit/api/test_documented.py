"""What the documents and pages say of the API is what the API does."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from benchmarks.operations import described
from tests.unit.api.conftest import Served

ROOT = Path(__file__).parents[3]
PAGES = (ROOT / "docs/how-to/use-the-api.md", ROOT / "src/dragoman/web/templates/documentation.html.j2")


def commands() -> list[str]:
    """Return the commands that the documents show."""
    told = [line for page in PAGES for line in page.read_text(encoding="utf-8").splitlines()]
    return [re.sub(r"^<pre[^>]*>|</pre>$", "", line).replace("&amp;", "&") for line in told if "curl " in line]


@pytest.mark.parametrize("command", commands())
def test_a_shown_command_is_an_operation(command: str) -> None:
    """The address of each command is one that the API has, its method one that is taken, its body JSON where it says so."""
    words = shlex.split(command)
    address = next(word for word in words if "/api/v1" in word)
    path = address.partition("/api/v1")[2].partition("?")[0]
    written = {"--json", "-F", "--data-binary"} & {*words}
    known = described()["paths"]
    found = next(
        one for one in known if re.fullmatch(re.sub(r"{\w+}", "[^/]+", one.removeprefix("/api/v1")), path) is not None
    )
    assert ("post" if written else "get") in known[found]
    asked = {name for one in known[found].get("get", {}).get("parameters", ()) for name in [one["name"]]}
    assert {pair.partition("=")[0] for pair in address.partition("?")[2].split("&") if pair} <= asked
    if "--json" in words:
        json.loads(words[words.index("--json") + 1])


def test_the_page_tells_of_every_operation(lenn: Served) -> None:
    """The page has each operation, each form and each problem, loads nothing from elsewhere and runs nothing of its own."""
    page = lenn.client.get("/api/docs").text
    document = described()
    for methods in document["paths"].values():
        for operation in methods.values():
            assert f'id="{operation["operationId"]}"' in page
    for name in document["components"]["schemas"]:
        assert f'id="form-{name}"' in page
    assert set(re.findall(r'(?:src|href)="(https?:)?//', page)) == set()
    assert "<script>" not in page
    assert "style=" not in page
    links = set(re.findall(r'href="#([^"]+)"', page))
    assert links <= set(re.findall(r'id="([^"]+)"', page))


def test_the_twin_of_every_page_answers(lenn: Served) -> None:
    """Where a page names its JSON twin, the twin answers."""
    pages = ("/", "/timeline", "/docket", "/positions", "/people", "/network", "/reports", "/changes", "/disagreements",
             "/obligations", "/search?words=truce", "/sources", "/coverage", "/review", "/decisions")  # fmt: skip
    for page in pages:
        shown = lenn.client.get(page)
        assert shown.status_code == 200, page
        for twin in re.findall(r'type="application/json" href="([^"]+)"', shown.text):
            assert lenn.client.get(twin.replace("&amp;", "&")).status_code == 200, twin


def test_an_answer_over_http_needs_no_network(lenn: Served) -> None:
    """The description names no other host."""
    assert not re.search(r"https?://(?!127|localhost)", lenn.client.get("/api/v1/openapi.json").text)
