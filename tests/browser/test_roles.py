"""Each role signs in and is refused what it lacks; who does not sign in sees nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from dragoman.desk.access import ROLES
from tests.browser.conftest import PASSWORD

if TYPE_CHECKING:
    from tests.browser.conftest import Served

SEEN = {"reader": 14, "coder": 16, "adjudicator": 16, "admin": 17}
"""How many pages each role is offered."""


def signed_in(desk: Served, name: str) -> Page:
    """Sign somebody in, and return the page to which that led."""
    page = desk.page()
    page.goto("/docket")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Docket", level=1)).to_be_visible()
    return page


@pytest.mark.parametrize("role", ROLES)
def test_a_role_sees_and_does_what_it_may(team: Served, role: str) -> None:
    """Signing in leads to the page that was asked for; what the role lacks is neither offered nor given, on pages and in the API."""
    page = signed_in(team, role)
    expect(page.locator(".nav a")).to_have_count(SEEN[role])
    allowed = {"/review": role != "reader", "/admin": role == "admin", "/admin/audit": role == "admin"}
    for path, may in allowed.items():
        answer = page.goto(path)
        assert answer is not None
        assert answer.status == (200 if may else 403), path
    asked = page.request.get("/api/v1/audit")
    assert asked.status == (200 if role == "admin" else 403)
    page.goto("/docket")
    page.get_by_role("button", name="sign out").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    page.goto("/positions")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


def test_a_coder_decides_under_the_own_name_and_joins_nothing(team: Served) -> None:
    """A coder's decision bears the coder's name and is in the audit; merging is left to others."""
    page = signed_in(team, "coder")
    page.goto("/review?kind=incident")
    page.keyboard.press("j")
    page.keyboard.press("a")
    expect(page.locator(".said .done")).to_contain_text("by coder")
    page.goto("/review/join?things=Dana+Corvin&things=Pavel+Orlik")
    expect(page.get_by_text("An adjudicator decides this.")).to_be_visible()
    admin = signed_in(team, "admin")
    admin.goto("/admin/audit")
    expect(admin.locator("tr", has_text="accept")).to_contain_text("coder")


def test_a_wrong_password_is_told_and_at_last_throttled(team: Served) -> None:
    """Which of name and password is wrong is not told; after five failures nobody is heard under that name for a while."""
    page = team.page()
    for _ in range(6):
        page.goto("/login")
        page.get_by_label("Name").fill("reader")
        page.get_by_label("Password").fill("not the right one")
        page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_role("alert")).to_contain_text("too many")
