"""A person corrects the record in the browser, with the keyboard alone and with the mouse, and takes it back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import Page, expect

from dragoman.store.store import Store

if TYPE_CHECKING:
    from tests.browser.conftest import Served


def _decisions(store: Store) -> list[tuple[str, str]]:
    """Return who took which decision, in order."""
    with store.shelf() as shelf:
        return [(d.by, d.verb) for d in shelf.decisions()]


def _said(page: Page) -> str:
    return page.locator(".said").inner_text()


def test_accept_edit_and_undo_with_the_keyboard_alone(desk: Served) -> None:
    """The keys a, e and u decide the item that has the focus; each decision is kept at once, and the last one is taken back first."""
    page = desk.page()
    page.goto("/review?kind=incident")
    page.keyboard.press("j")
    first = page.locator("[data-card]:focus").get_attribute("id")
    assert first is not None
    page.keyboard.press("a")
    expect(page.locator(".said .done")).to_contain_text("Accepted claim")
    assert _decisions(desk.store) == [("ana", "accept")]
    assert page.locator(f"#{first}").count() == 0
    expect(page.locator("[data-card]:focus")).to_have_count(1)
    page.keyboard.press("e")
    for _ in range(40):
        if page.evaluate("document.activeElement.name") == "f.status":
            break
        page.keyboard.press("Tab")
    page.keyboard.type("den")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".said .done")).to_contain_text("Edited claim")
    with desk.store.shelf() as shelf:
        assert dict(shelf.decisions()[-1].change) == {"status": "denied"}
    page.keyboard.press("u")
    expect(page.locator(".said .done")).to_contain_text("Undone: ")
    page.keyboard.press("u")
    expect(page.locator(f"#{first}")).to_have_count(1)
    assert [verb for _, verb in _decisions(desk.store)] == ["accept", "edit", "undo", "undo"]


def test_keys_mean_nothing_while_somebody_writes(desk: Served) -> None:
    """Letters that are typed into a field are letters; Escape leads back to the item."""
    page = desk.page()
    page.goto("/review?kind=incident")
    page.keyboard.press("j")
    page.keyboard.press("n")
    page.keyboard.type("area under snow")
    assert _decisions(desk.store) == []
    page.keyboard.press("Escape")
    expect(page.locator("[data-card]:focus")).to_have_count(1)
    assert page.locator("details[open] textarea").count() == 0


def test_review_without_a_script(desk: Served) -> None:
    """Where no script runs, buttons do the same: a decision leads back to the page, which says what was decided."""
    page = desk.page(java_script_enabled=False)
    page.goto("/review?kind=incident")
    page.locator("[data-card]").first.get_by_role("button", name=re.compile("reject")).click()
    expect(page.locator(".said .done")).to_contain_text("Rejected claim")
    page.get_by_role("button", name=re.compile("undo")).click()
    expect(page.locator(".said .done")).to_contain_text("Undone: ")


def test_merge_two_actors_and_undo(desk: Served) -> None:
    """What a merge would change is shown first; once taken, both names are one actor, until it is taken back."""
    page = desk.page()
    page.goto("/review/join")
    page.get_by_label("one", exact=True).fill("Dana Corvin")
    page.get_by_label("another", exact=True).fill("Pavel Orlik")
    page.get_by_role("button", name="see what would change").click()
    expect(page.get_by_role("heading", name="After")).to_be_visible()
    page.get_by_label("why").fill("to see what happens")
    page.get_by_role("button", name="merge", exact=True).click()
    expect(page.locator(".said .done")).to_contain_text("Merged actor")
    assert _decisions(desk.store) == [("ana", "merge")]
    page.goto("/review/join?things=Dana+Corvin&things=Pavel+Orlik")
    expect(page.locator(".failed")).to_contain_text("are one already")
    page.goto("/decisions")
    page.get_by_role("button", name="take it back").click()
    page.goto("/review/join?things=Dana+Corvin&things=Pavel+Orlik")
    expect(page.get_by_role("heading", name="After")).to_be_visible()
    assert [verb for _, verb in _decisions(desk.store)] == ["merge", "undo"]


def test_a_key_decides_nothing_before_somebody_went_to_an_item(desk: Served) -> None:
    """The first key leads to the first item; only then does it decide."""
    page = desk.page()
    page.goto("/review?kind=incident")
    page.keyboard.press("a")
    expect(page.locator("[data-card]:focus")).to_have_count(1)
    assert _decisions(desk.store) == []
    page.keyboard.press("a")
    expect(page.locator(".said .done")).to_contain_text("Accepted claim")
