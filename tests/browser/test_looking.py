"""A person looks: what was known on a day, who stands where and by which words, where something is said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

if TYPE_CHECKING:
    from tests.browser.conftest import Served


def _as_of(page: Page, day: str) -> None:
    """Move the control in the head of the page to a day."""
    page.get_by_label("as of").fill(day)
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".within")).to_be_visible()


def test_the_leaders_meeting_turns_from_confirmed_to_declined(desk: Served) -> None:
    """The control moves the day from which the record is seen, and keeps its place when one goes to another page."""
    page = desk.page()
    page.goto("/")
    page.get_by_role("link", name="Docket", exact=True).click()
    _as_of(page, "2026-03-10")
    told = page.locator("li.row", has_text="Thu 12 Mar 2026")
    expect(told).to_contain_text("confirmed")
    expect(told).not_to_contain_text("declined")
    told.get_by_role("link", name="Talks: Kestria and Orvania", exact=True).click()
    expect(page.locator("main")).not_to_contain_text("declined")
    _as_of(page, "2026-03-11")
    expect(page.locator("main")).to_contain_text("declined")
    page.get_by_role("link", name="Positions", exact=True).click()
    assert parse_qs(urlsplit(page.url).query)["as_of"] == ["2026-03-11"]
    expect(page.get_by_label("as of")).to_have_value("2026-03-11")


def test_a_cell_of_the_grid_leads_to_the_words(desk: Served) -> None:
    """From a stance in the grid one reaches the very words in the report, marked."""
    page = desk.page()
    page.goto("/positions")
    page.locator("button.stance", has_text="rejects").first.click()
    quote = page.locator("a.quote:visible").first
    expect(quote).to_be_visible()
    words = " ".join(quote.locator("q").inner_text().split())
    quote.click()
    expect(page).to_have_url(re.compile(r"/reports/\w+\?.*at=\d+-\d+"))
    marked = page.locator(".at")
    expect(marked.first).to_be_in_viewport()
    assert words.strip('“”"') in " ".join("".join(marked.all_inner_texts()).split())


def test_search_marks_what_was_sought(desk: Served) -> None:
    """A search shows the passages that hold the words, marked, each with its report."""
    page = desk.page()
    page.goto("/search")
    page.locator("main").get_by_role("searchbox").first.fill("exchange of prisoners")
    page.keyboard.press("Enter")
    expect(page.locator("main mark").first).to_be_visible()
    assert {word.lower() for word in page.locator("main mark").all_inner_texts()} & {"exchange", "prisoners"}
    page.goto("/search?words=nobodysaidthis")
    expect(page.locator(".empty")).to_be_visible()


def test_on_a_phone_the_filters_and_the_menu_are_folded(desk: Served) -> None:
    """Each opens at a touch and by keyboard, without a script; where there is room both are open at once."""
    page = desk.page(viewport={"width": 380, "height": 780}, java_script_enabled=False)
    page.goto("/docket")
    actor = page.get_by_label("actor")
    expect(actor).to_be_hidden()
    expect(page.get_by_role("link", name="Coverage", exact=True)).to_be_hidden()
    page.locator(".fold > summary").press("Enter")
    actor.fill("Kestria")
    page.get_by_role("button", name="Filter").click()
    expect(page.locator(".fold > summary")).to_contain_text("actor Kestria")
    page.locator(".menu > summary").click()
    page.get_by_role("link", name="Coverage", exact=True).click()
    expect(page.get_by_role("heading", name="Coverage", level=1)).to_be_visible()
    page.set_viewport_size({"width": 1200, "height": 780})
    expect(page.get_by_role("searchbox", name="publisher")).to_be_visible()
    expect(page.get_by_role("link", name="Docket", exact=True)).to_be_visible()
