"""A browser that watches itself: Debian's Chromium, a desk on a port, and everything that a page must never do."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, sync_playwright

from dragoman.assembly import Reader, create_case, provenance_of
from dragoman.cli.hosted import Hosted
from dragoman.desk.access import ROLES, local
from dragoman.desk.people import People
from dragoman.record.filing import Filing, file_report
from dragoman.samples import sample_paths
from dragoman.serving import make_desk, make_ground
from dragoman.settings import Settings
from dragoman.sources.draft import Options
from dragoman.sources.take import take
from dragoman.store.store import Store
from dragoman.terms.report import Report

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
NOW = "2026-04-22T09:00:00.000000+00:00"

PASSWORD = "a long enough word"  # noqa: S105 - of members that live for one test


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the tests of this folder open sockets, and tell them as slow."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.slow)
            item.add_marker(pytest.mark.enable_socket)


def _missing(what: str) -> None:
    if os.environ.get("CI") == "true":
        pytest.fail(f"CI must not pass without {what}")
    pytest.skip(f"there is no {what}")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The browser, started once a module: as long as it is there, an event loop runs here, and other tests need their own."""
    if CHROMIUM is None:
        _missing("Chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@dataclass
class Watched:
    """What pages of a browser did that they must not: errors on the console, requests to another host."""

    host: str
    errors: list[str] = field(default_factory=list)
    abroad: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        """Look at everything that a page says and asks for."""
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", self._asked)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and "status of 4" not in message.text:
            self.errors.append(message.text)

    def _asked(self, request: Request) -> None:
        if urlsplit(request.url).scheme in ("http", "https") and urlsplit(request.url).netloc != self.host:
            self.abroad.append(request.url)


@dataclass(frozen=True)
class Served:
    """A desk on a port."""

    address: str
    store: Store
    context: Callable[..., BrowserContext]

    def page(self, **options: Any) -> Page:
        """Open a page in a browser of its own: no cookies of another."""
        return self.context(**options).new_page()


def reports_of_the_sample() -> list[Report]:
    """Return the dispatches of the sample case."""
    return [found for path in sample_paths() for found in take(path, Options()) if isinstance(found, Report)]


@pytest.fixture(scope="session")
def filings(reader: Reader) -> list[Filing]:
    """The dispatches of the sample case, read once for all tests."""
    return [file_report(findings) for findings in reader.read(reports_of_the_sample())]


@pytest.fixture
def kept(tmp_path: Path, filings: list[Filing]) -> Iterator[Callable[[str | None], Store]]:
    """Make the sample case, fresh, in a file or in the database of an address."""
    made: list[Store] = []

    def make(url: str | None = None) -> Store:
        made.append(create_case(tmp_path / "lenn", url))
        of = provenance_of(Settings())
        made[-1].take(filings, recorded=NOW, reader=of.reader, codebook=of.codebook)
        return made[-1]

    yield make
    for store in made:
        store.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, kept: Callable[[str | None], Store]) -> Store:
    """The sample case on each database."""
    return kept(request.getfixturevalue("database_url")("desk") if request.param == "postgresql" else None)


@pytest.fixture
def desk(store: Store, chromium: Browser) -> Iterator[Served]:
    """A desk of one's own on that case."""
    settings = Settings(case=Path("lenn"))
    ground = make_ground(store, settings, name="lenn", host="127.0.0.1", by="ana", now=partial(str, NOW))
    yield from served_by(make_desk(ground), store, chromium)


def served_by(app: Any, store: Store, chromium: Browser) -> Iterator[Served]:
    """Serve an application while a test runs. At the end nothing may have gone wrong in any page that the test opened."""
    with Hosted(app, "127.0.0.1", 0) as hosted:
        watched = Watched(urlsplit(hosted.address).netloc)
        contexts: list[BrowserContext] = []

        def context(**options: Any) -> BrowserContext:
            made = chromium.new_context(base_url=hosted.address, **options)
            made.set_default_timeout(60_000)  # patience only: other tests run beside
            made.on("page", watched.watch)
            contexts.append(made)
            return made

        yield Served(hosted.address, store, context)
        for made in contexts:
            made.close()
    assert watched.errors == []
    assert watched.abroad == []


@pytest.fixture(scope="session")
def barriers() -> Callable[[Page], list[str]]:
    """Return what axe finds on a page that keeps people out: serious and critical violations, with the elements."""
    if not AXE.exists():
        _missing("axe-core (npm ci in tests/browser)")
    script = AXE.read_text(encoding="utf-8")

    def find(page: Page) -> list[str]:
        page.evaluate(script)
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        return [
            f"{rule['id']}: {node['target']} {node.get('failureSummary', '')}"
            for rule in found["violations"]
            if rule["impact"] in ("serious", "critical")
            for node in rule["nodes"]
        ]

    return find


@pytest.fixture
def team(store: Store, chromium: Browser) -> Iterator[Served]:
    """A desk with a member of each role, who bears its name."""
    people = People(store.people, lambda: NOW)
    for role in reversed(ROLES):
        people.members.add(local("root"), role, role=role, password=PASSWORD)
    ground = make_ground(store, Settings(), name="lenn", host="127.0.0.1", by="ana", now=partial(str, NOW))
    yield from served_by(make_desk(ground), store, chromium)
