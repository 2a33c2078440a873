"""Two coders judge the same sample blindly; one who adjudicates sees where they differ, and decides."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import expect

from tests.browser.test_roles import signed_in

if TYPE_CHECKING:
    from tests.browser.conftest import Served


def test_two_coders_and_an_adjudicator(team: Served) -> None:
    """Neither coder sees the other's word before giving one's own; the agreement counts both, and a difference can be decided."""
    one, other = signed_in(team, "coder"), signed_in(team, "adjudicator")
    one.goto("/coding")
    one.get_by_label("called").fill("spring round")
    one.get_by_label("findings").fill("3")
    one.get_by_role("button", name="draw").click()
    sample = urlsplit(one.url)
    assert "spring round" in parse_qs(sample.query)["name"][0]
    expect(one.locator("[data-card]")).to_have_count(3)
    for key in "aar":
        left = one.locator("[data-card]").count()
        one.keyboard.press("j")
        one.keyboard.press(key)
        expect(one.locator("[data-card]")).to_have_count(left - 1)
    expect(one.get_by_text("You have coded all of it.")).to_be_visible()
    one.goto("/coding/agreement")
    expect(one.locator("td", has_text="no finding was coded by two").first).to_be_visible()
    other.goto(f"{sample.path}?{sample.query}")
    for key in "aaa":
        left = other.locator("[data-card]").count()
        other.keyboard.press("j")
        other.keyboard.press(key)
        expect(other.locator("[data-card]")).to_have_count(left - 1)
    other.goto("/coding/agreement")
    expect(other.get_by_role("heading", name="Where coders differ")).to_be_visible()
    expect(other.locator("article")).to_have_count(1)
    expect(other.locator("tbody tr").first).to_contain_text("66.7 %")
    other.locator("article li", has_text="coder").first.get_by_role("button", name="decide so").click()
    with team.store.shelf() as shelf:
        last = shelf.decisions()[-1]
    assert last.by == "adjudicator"
    assert last.why is not None
