"""Every page, in both themes, wide and narrow: nobody is kept out, nothing goes wrong, nothing spills over its edge."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page

from dragoman.desk.decide import Hand
from dragoman.record.shelf import Wanted
from dragoman.store.store import Store
from dragoman.web.app import routes
from tests.browser.conftest import NOW

if TYPE_CHECKING:
    from tests.browser.conftest import Served

PAGES = {
    "/": "/",
    "/timeline": "/timeline?kind=meeting&kind=position&kind=incident",
    "/docket": "/docket",
    "/positions": "/positions",
    "/people": "/people",
    "/network": "/network",
    "/reports": "/reports",
    "/changes": "/changes",
    "/disagreements": "/disagreements",
    "/obligations": "/obligations",
    "/search": "/search?words=talks",
    "/sources": "/sources",
    "/coverage": "/coverage",
    "/review": "/review",
    "/review/decided": "/review/decided",
    "/review/join": "/review/join?things=Dana+Corvin&things=Pavel+Orlik",
    "/decisions": "/decisions",
    "/coding": "/coding",
    "/coding/agreement": "/coding/agreement",
    "/codebook": "/codebook",
    "/admin": "/admin",
    "/admin/audit": "/admin/audit",
    "/account": "/account",
    "/add": "/add",
    "/api/docs": "/api/docs",
    "/docket as of a day": "/docket?as_of=2026-03-11",
    "no such page of a meeting": "/meetings/m0000000000",
}
ONE = {"/proposals/": "/positions", "/actors/": "/people", "/meetings/": "/docket", "/reports/": "/reports"}
"""Pages of one thing, and a list that links to some."""
NOT_HERE = {"/login", "/coding/sample", "/errands/{id}"}
"""Pages that have tests of their own."""


@pytest.fixture
def store(kept: Callable[..., Store]) -> Store:
    """The sample case in a file: what a page looks like does not depend on the database."""
    return kept()


@pytest.fixture
def lived_in(desk: Served) -> Served:
    """A desk on which somebody has decided something, so that no page is empty for want of it."""
    hand = Hand(desk.store, "ana", lambda: NOW)
    with desk.store.shelf() as shelf:
        first, second, third = (c.id for c in shelf.claims(Wanted(kinds=frozenset({"position"}), limit=3)))
    hand.judge("accept", first)
    hand.edit(second, [("stance", "undecided")], "see the transcript")
    hand.judge("reject", third, "somebody else said it")
    return desk


def _all(page: Page) -> dict[str, str]:
    """Return the addresses of all pages: those above, and one of each thing."""
    found = dict(PAGES)
    for start, listed in ONE.items():
        page.goto(listed)
        link = page.locator(f'main a[href^="{start}"]').first.get_attribute("href")
        assert link is not None, f"{listed} links to nothing at {start}"
        found[start] = link
    return found


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nobody_is_kept_out(lived_in: Served, barriers: Callable[[Page], list[str]], theme: str) -> None:
    """Axe finds no serious barrier on any page, in either theme; no page writes an error or asks another host."""
    page = lived_in.page(color_scheme=theme, viewport={"width": 1440, "height": 1000})
    found = []
    for name, address in _all(page).items():
        page.goto(address)
        found += [f"{name}: {barrier}" for barrier in barriers(page)]
    assert found == []


def test_nothing_spills_over_on_a_phone(lived_in: Served) -> None:
    """On a screen of 380 pixels no page is wider than the screen."""
    page = lived_in.page(viewport={"width": 380, "height": 800})
    wide = []
    for name, address in _all(page).items():
        page.goto(address)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth + 1"):
            wide.append(name)
    assert wide == []


def test_every_page_is_looked_at() -> None:
    """The list above has every page of the desk."""
    shown = {route.path for route in routes() if "GET" in (getattr(route, "methods", None) or ())}  # type: ignore[attr-defined]
    told = {name.split("?")[0] for name in PAGES} | {f"{start}{{id}}" for start in ONE} | NOT_HERE
    assert {re.sub(r"\{\w+\}", "{id}", path) for path in shown} <= told
