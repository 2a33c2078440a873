"""What comes from outside is text: HTML, scripts, formulas and false addresses, planted in every field, do nothing anywhere."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dragoman.assembly import Reader, create_case, provenance_of
from dragoman.desk.access import local
from dragoman.desk.decide import Hand
from dragoman.desk.people import People
from dragoman.record.filing import Filing, file_report
from dragoman.record.shelf import Wanted
from dragoman.settings import Settings
from dragoman.store.store import Store
from dragoman.terms.report import Report, content_id
from dragoman.views.coding import Plan
from tests.browser.conftest import NOW
from tests.browser.test_every_page import ONE, PAGES

if TYPE_CHECKING:
    from tests.browser.conftest import Served

SCRIPT = "<script>window.owned=1</script>"
IMAGE = "<img src=http://evil.example/x onerror=window.owned=2>"
QUOTE = "\"'><svg onload=window.owned=3>"
FORMULA = '=HYPERLINK("http://evil.example","x")'
TEMPLATE = "{{ 7 * 7 }}{% raw %}datum.x"
ADDRESS = "javascript:window.owned=4"
HOSTILE = f"{SCRIPT}{IMAGE}{QUOTE}{FORMULA}{TEMPLATE}"
FIRST = (
    "Orvania's Foreign Minister Ilse Tarnow met Kestria's President Marek Dolvan in Valletta on Monday. Dolvan rejected a "
    "45-day truce and demanded monitors at the dam. Orvania supports the truce. Kestria offered to host talks. "
    f"“{SCRIPT} {IMAGE} {QUOTE} {FORMULA} {TEMPLATE},” Dolvan said. Talks will be held in Geneva on Friday. "
    f"Kestrian forces shelled the town of Lenn on Sunday. The truce {HOSTILE} failed."
)
SECOND = (
    f"Kestria accepted a 45-day truce if monitors stay at the dam, {QUOTE} the foreign ministry said. Orvania denied that the "
    f"foreign ministers met in Valletta on Monday. More than 40 people were killed, Orvania said. {HOSTILE}"
)


@pytest.fixture
def store(tmp_path: Path, reader: Reader) -> Iterator[Store]:
    """A case in which every field that comes from outside is hostile."""
    made = create_case(tmp_path / "lenn")
    of = provenance_of(Settings())
    made.take(list(_filings(reader)), recorded=NOW, reader=of.reader, codebook=of.codebook)
    hand = Hand(made, HOSTILE, lambda: NOW)
    with made.shelf() as shelf:
        claims = [claim.id for claim in shelf.claims(Wanted(kinds=frozenset({"position"}), limit=3))]
    hand.judge("note", claims[0], HOSTILE)
    hand.judge("reject", claims[1], HOSTILE)
    hand.edit(claims[2], [("about", HOSTILE), ("actor", f"person:{HOSTILE}")], HOSTILE)
    people = People(made.people, lambda: NOW)
    people.codings.code(local(HOSTILE), Plan(HOSTILE, 3, NOW).name, claims[0], "accept", note=HOSTILE)
    people.note_deed(local(HOSTILE), HOSTILE, HOSTILE, HOSTILE, HOSTILE)
    yield made
    made.close()


def _filings(reader: Reader) -> Iterator[Filing]:
    for number, text in enumerate((FIRST, SECOND)):
        report = Report(
            id=content_id(text),
            published=date(2026, 3, 10 + number),
            text=text,
            publisher=HOSTILE,
            title=HOSTILE,
            url=ADDRESS if number else f"https://evil.example/{HOSTILE}",
            path=f"{HOSTILE}.txt",
        )
        yield file_report(next(iter(reader.read([report]))))


class _Seen(HTMLParser):
    """The tags of a page that could do something."""

    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag that none of our templates writes so."""
        held = {name: value or "" for name, value in attrs}
        if any(name.startswith("on") or name == "style" for name in held) or tag in ("img", "iframe", "object", "base"):
            self.wrong.append(self.get_starttag_text() or tag)
        if tag == "script" and not re.fullmatch(r"/static/\w+\.js\?\w+", held.get("src", "")):
            self.wrong.append(self.get_starttag_text() or tag)
        for name in ("href", "src", "action", "xlink:href"):
            if name in held and not re.match(r"/(?!/)|#|\?", held[name]):
                self._outside(tag, held)

    def _outside(self, tag: str, held: dict[str, str]) -> None:
        """Let a link to a report's own address be, where it is of the web and tells nobody from where it comes."""
        web = held.get("href", "").startswith(("http://", "https://"))
        if tag != "a" or not web or "noreferrer" not in held.get("rel", ""):
            self.wrong.append(self.get_starttag_text() or tag)


def test_nothing_planted_does_anything(desk: Served, barriers: Callable[..., list[str]]) -> None:
    """On no page does a planted text become a tag, an attribute, an address or a script; browser and policy have nothing to refuse."""
    page = desk.page()
    addresses = dict(PAGES)
    for start, listed in ONE.items():
        page.goto(listed)
        addresses[start] = page.locator(f'main a[href^="{start}"]').first.get_attribute("href") or "/"
    del addresses["/api/docs"], addresses["/codebook"]
    wrong: dict[str, list[str]] = {}
    for name, address in addresses.items():
        answer = page.goto(address)
        assert answer is not None
        seen = _Seen()
        seen.feed(answer.text())
        if seen.wrong:
            wrong[name] = seen.wrong
        assert page.evaluate("window.owned") is None, name
        assert "49{%" not in answer.text(), name
    assert wrong == {}
    assert barriers(page) == []


def test_the_api_hands_it_out_as_text(desk: Served) -> None:
    """The same texts come out of the API as they went in, as JSON that no browser takes for a page."""
    request = desk.page().request
    for view in ("reports", "positions", "timeline", "review", "decisions", "search?words=Dolvan", "people"):
        answer = request.get(f"/api/v1/{view}")
        assert answer.status == 200, view
        assert answer.headers["content-type"].startswith("application/json")
        assert answer.headers["x-content-type-options"] == "nosniff"
    assert SCRIPT in json.dumps(request.get("/api/v1/reports").json(), ensure_ascii=False).replace('\\"', '"')
