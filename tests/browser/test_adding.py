"""Reports are added in the browser: a file and a pasted text, read beside the desk, and told as they are read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from tests.browser.conftest import Served

TEXT = (
    "Malta's Foreign Minister Carmel Zerafa met Norwegian envoy Kjersti Aunevik in Valletta on Sunday. The talks go on."
)


def test_a_file_and_a_text(desk: Served, tmp_path: Path) -> None:
    """What was sent is read while its page tells how far it is; the report then stands in the list; the same one adds nothing."""
    page = desk.page()
    page.goto("/add")
    page.get_by_label("its words").fill(TEXT)
    page.locator("form.pasted").get_by_label("published").fill("2026-04-06")
    page.get_by_label("title").fill("A meeting in Valletta")
    page.get_by_role("button", name="read the text").click()
    expect(page.get_by_role("heading", name="done")).to_be_visible(timeout=120_000)
    expect(page.locator("[role=status]")).to_contain_text("1 report done: 1 new")
    page.goto("/reports")
    expect(page.get_by_role("link", name="A meeting in Valletta")).to_be_visible()
    file = tmp_path / "later.txt"
    file.write_text(f"date 2026-04-07\n\n{TEXT} Nobody was hurt.", encoding="utf-8")
    wrong = tmp_path / "undated.txt"
    wrong.write_text(TEXT, encoding="utf-8")
    page.goto("/add")
    page.get_by_label("texts, saved pages").set_input_files([file, wrong])
    page.get_by_role("button", name="read the files").click()
    expect(page.get_by_role("heading", name="done")).to_be_visible(timeout=120_000)
    expect(page.locator("[role=status]")).to_contain_text("1 new")
    expect(page.get_by_role("heading", name="Refused")).to_be_visible()
    expect(page.locator("dt")).to_have_text("undated.txt")
