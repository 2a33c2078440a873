"""The pages that one reads in: positions, proposals, people, reports, and the report reader with its words."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from itertools import pairwise
from urllib.parse import quote

import pytest

from dragoman.exports.html import UNSAFE
from dragoman.terms.span import Span
from dragoman.views.positions import positions
from dragoman.views.question import Question
from dragoman.views.report import ReportAnswer, report
from dragoman.views.scope import Scope
from dragoman.web.pages.positions import grid_of, is_told
from dragoman.web.painting import notes_of, pieces_of
from tests.unit.web.conftest import HOSTILE, Desk

PAGES = (
    "/positions", "/positions?parties=all", "/positions?actor=Kestria&from=2026-03-10", "/people", "/people?kind=person&words=orlik",
    "/people?party=Malta", "/network", "/network?between=person", "/reports", "/reports?words=valletta&publisher=The+Halden+Courier",
)  # fmt: skip
WORDS = "Kestria has until now insisted on 45 days"


def _reports(desk: Desk) -> list[str]:
    with desk.ground.store.shelf() as shelf:
        return [card.id for card in shelf.cards()]


def _answer(desk: Desk, key: str) -> ReportAnswer:
    with desk.ground.store.shelf() as shelf:
        return report(Scope(shelf), Question(), id=key)


def _having(desk: Desk, words: str) -> ReportAnswer:
    """Return the report that has some words."""
    return next(answer for key in _reports(desk) if words in (answer := _answer(desk, key)).text)


def _first(desk: Desk, page: str, begin: str) -> str:
    """Return the first address of a page that begins so."""
    return next(address for address in desk.page(page).addresses if address.startswith(begin))


def _shown(page: str) -> str:
    """Return the text of the report as the page has it."""
    found = re.search(r'<div class="text"[^>]*>(.*?)</div>', page, re.DOTALL)
    assert found is not None
    return html.unescape(re.sub(r"<[^>]*>", "", found[1]))


@pytest.mark.parametrize("address", PAGES)
def test_every_page_answers_with_headings_in_order(desk_case: Desk, address: str) -> None:
    """Each has one title, words on how to read it, headings in order, and its answer as JSON beside it."""
    page = desk_case.page(address)
    assert page.status == 200
    levels = page.headings
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels
    assert f'href="/api/v1{html.escape(address)}' in page.html
    assert "style=" not in page.html
    assert "<script>" not in page.html


@pytest.mark.parametrize("address", ["/positions", "/people", "/network", "/reports"])
def test_an_empty_case_says_so(empty_desk: Desk, address: str) -> None:
    """Where there is nothing a page says so instead of showing an empty table."""
    page = empty_desk.page(address)
    assert page.status == 200
    assert 'class="empty"' in page.html
    assert "<tbody" not in page.html


def test_a_cell_of_the_grid_opens_its_words(desk_case: Desk) -> None:
    """A stance is a button that opens what was said, with a link to the words in their report and to the proposal."""
    page = desk_case.page("/positions")
    opened = [a["popovertarget"] for tag, a in page.tags if tag == "button" and a.get("class") == "stance"]
    ids = [a["id"] for _, a in page.tags if "popover" in a]
    assert opened == ids
    assert ids
    first = re.search(rf'<div popover id="{ids[0]}".*?</div>\s*<td|<div popover id="{ids[0]}".*', page.html, re.DOTALL)
    assert first is not None
    assert re.search(r'href="/reports/\w+\?at=(\d+)-\d+#t\1"', first[0])
    assert re.search(r'href="/proposals/\w+#c\w+"', first[0])


def test_parties_without_a_column_are_not_lost(desk_case: Desk) -> None:
    """Whoever takes a position stands in a column or under “others”; nobody in both."""
    with desk_case.ground.store.shelf() as shelf:
        answer = positions(Scope(shelf), Question(limit=20))
    grid = grid_of(answer, most=2)
    assert len(grid.columns) == 2
    assert grid.hidden > 0
    for line, row in zip(grid.lines, answer.items, strict=True):
        told = [one for one in row.parties if is_told(one)]
        assert sorted(one.side for one in told) == sorted(
            one.side for one in (*line.cells, *line.others) if is_told(one)
        )
    assert grid_of(answer, most=None).hidden == 0


def test_a_proposal_has_every_cell_as_a_place(desk_case: Desk) -> None:
    """The address of a cell in the grid is a place on the page of its proposal, with all words beside it."""
    address = _first(desk_case, "/positions", "/proposals/")
    cells = [a for a in desk_case.page("/positions").addresses if a.startswith(f"{address}#c")]
    page = desk_case.page(address)
    assert page.status == 200
    assert cells
    for cell in cells:
        assert f'id="{cell.partition("#")[2]}"' in page.html
    assert re.search(r'href="/reports/\w+\?at=', page.html)


def test_doubtful_proposals_lead_to_the_preview_of_a_merge(desk_case: Desk) -> None:
    """Who may decide is led to what would change."""
    found = [
        desk_case.page(a).html for a in desk_case.page("/positions").addresses if re.fullmatch(r"/proposals/\w+", a)
    ]
    assert any("/review/join?verb=merge&amp;thing=proposal&amp;things=" in page for page in found)


def test_an_actor_has_offices_meetings_positions_and_names(desk_case: Desk) -> None:
    """All on one actor stands on one page; a name in any spelling leads there too."""
    page = desk_case.page("/actors/Marek%20Dolvan")
    assert page.status == 200
    for place in ("offices", "meetings", "positions", "network", "names"):
        assert f'id="{place}"' in page.html
    assert "President" in page.text
    with desk_case.ground.store.shelf() as shelf:
        (identity,) = Scope(shelf).cast.find("Marek Dolvan")
    assert desk_case.page(f"/actors/{identity.id}").text.count("Marek Dolvan") > 3


def test_a_section_of_an_actor_goes_on(desk_case: Desk) -> None:
    """What does not fit is one link away, and that page has only the rest of its section."""
    address = _first(desk_case, "/actors/Kestria?limit=2", "/actors/Kestria?limit=2&after=position")
    page = desk_case.page(address)
    assert page.status == 200
    assert 'id="positions"' in page.html
    assert 'id="names"' not in page.html


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/reports/nothing", 404), ("/proposals/nothing", 404), ("/actors/Nobody%20At%20All", 404), ("/network?between=states", 400),
        ("/people?limit=0", 400), ("/reports?from=yesterday", 400), ("/positions?actor=Nobody", 404),
    ],
)  # fmt: skip
def test_what_is_not_there_is_told_plainly(desk_case: Desk, address: str, status: int) -> None:
    """A wrong address has a page that says what is wrong with it."""
    page = desk_case.page(address)
    assert page.status == status
    assert 'class="failed"' in page.html


def test_the_reader_shows_the_text_as_it_arrived(desk_case: Desk) -> None:
    """On every page of a report the pieces joined are the text, character for character."""
    for key in _reports(desk_case):
        answer = _answer(desk_case, key)
        notes = notes_of(answer)
        assert "".join(piece.text for piece in pieces_of(answer, notes, Span(3, 40))) == answer.text
        assert _shown(desk_case.page(f"/reports/{key}").html) == UNSAFE.sub("�", answer.text)


def test_text_and_margin_lead_to_each_other(desk_case: Desk) -> None:
    """Every finding has its words as links into the text, every marked stretch names its findings; no link is dead."""
    key = _having(desk_case, WORDS).card.id
    page = desk_case.page(f"/reports/{key}")
    ids = {a["id"] for _, a in page.tags if "id" in a}
    inner = {address[1:] for address in page.addresses if address.startswith("#")}
    assert inner <= ids
    answer = _answer(desk_case, key)
    marked = {key for _, a in page.tags for key in (a.get("data-f") or "").split()}
    assert {f"f{read.claim}" for read in answer.findings} == marked
    assert marked <= ids
    assert {f"t{cited.start}" for read in answer.findings for cited in read.evidence} <= inner & ids
    assert len([a["id"] for _, a in page.tags if "id" in a]) == len(ids)


def test_an_address_marks_its_words(desk_case: Desk) -> None:
    """`at` marks just these words, which need not be those of a finding."""
    answer = _having(desk_case, WORDS)
    start = answer.text.index(WORDS) + 3
    page = desk_case.page(f"/reports/{answer.card.id}?at={start}-{start + 20}")
    marked = "".join(re.findall(r'<(?:a|mark) class="[^"]*\bat\b[^"]*"[^>]*>(.*?)</', page.html))
    assert html.unescape(marked) == answer.text[start : start + 20]
    assert f'id="t{start}"' in page.html


@pytest.mark.parametrize("at", ["5", "9-3", "0-99999", "1-x", "-1-4"])
def test_words_that_are_not_there_are_refused(desk_case: Desk, at: str) -> None:
    """An address that points past the text is told to be wrong."""
    assert desk_case.page(f"/reports/{_reports(desk_case)[0]}?at={at}").status == 400


def test_what_was_not_understood_stands_in_the_margin(hostile_desk: Desk) -> None:
    """A sentence about the negotiation that gave no finding is listed in its place, as such."""
    page = hostile_desk.page(f"/reports/{_reports(hostile_desk)[0]}")
    assert "not understood" in page.text
    assert re.search(r'id="u\d+" class="finding k-unread"', page.html)


def test_hostile_words_stay_words(hostile_desk: Desk) -> None:
    """Whatever a report calls its people, proposals and itself is shown as text on each page; no link leaves the web."""
    begins = ("/proposals/", "/actors/", "/reports/")
    found = {
        re.split(r"[?#]", a)[0]
        for address in ("/positions", "/people", "/reports")
        for a in hostile_desk.page(address).addresses
        if a.startswith(begins)
    }
    assert {begin for begin in begins if any(a.startswith(begin) for a in found)} == {*begins}
    for address in ("/positions", "/people", "/network", "/reports", *sorted(found)):
        page = hostile_desk.page(address)
        assert page.status == 200, address
        assert "<script>alert" not in page.html
        assert all(("onerror" not in a and "src" not in a) or tag == "script" for tag, a in page.tags)
        assert not any(a.startswith("javascript:") for a in page.addresses)
        assert "49" not in re.findall(r"\}\}|\b49\b", page.text)
    assert HOSTILE in html.unescape(hostile_desk.page("/reports").html)


def test_a_person_makes_a_finding_of_words(fresh_desk: Callable[[], Desk]) -> None:
    """Words written as the report has them, or their place, become a finding of that person, which the page then shows."""
    desk = fresh_desk()
    answer = _having(desk, WORDS)
    address = f"/reports/{answer.card.id}"
    form = {"csrf": desk.ground.key, "kind": "incident", "incident.what": "insisting", "incident.status": "ongoing"}
    sent = desk.client.post(f"{address}/find", data={**form, "words": WORDS}, follow_redirects=False)
    assert sent.status_code == 303
    start = answer.text.index("Monitors")
    place = {"start": str(start), "end": str(start + 8), "words": "anything"}
    desk.client.post(f"{address}/find", data={**form, **place}, follow_redirects=False)
    added = [read for read in _answer(desk, answer.card.id).findings if read.added]
    assert sent.headers["location"] == f"{address}#f{added[-1].claim}" or sent.headers["location"].endswith(
        added[0].claim
    )
    assert {piece.quote for read in added for piece in read.evidence} == {WORDS, "Monitors"}
    page = desk.page(address)
    assert all(f'id="f{read.claim}"' in page.html for read in added)
    assert "found by ana" in page.text


def test_what_people_decided_stands_beside_what_the_machine_read(fresh_desk: Callable[[], Desk]) -> None:
    """A rejected finding is shown as such, an edited one with the machine's own; the text stays as it arrived."""
    desk = fresh_desk()
    answer = _having(desk, WORDS)
    (told,) = [read for read in answer.findings if any(piece.quote == WORDS for piece in read.evidence)][:1]
    other = next(read for read in answer.findings if read.kind == "position" and read.claim != told.claim)
    hand = desk.ground.hand("ana")
    hand.judge("reject", told.claim, "not so <b>")
    hand.edit(other.claim, [("about", "the guns <b>")])
    page = desk.page(f"/reports/{answer.card.id}")
    assert re.search(rf'id="f{told.claim}" class="finding k-\w+ out"', page.html)
    assert "rejected by ana" in page.text
    assert "the machine read:" in page.text
    assert "<b>" not in page.html
    assert _shown(page.html) == answer.text


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"words": "words that nobody wrote"}, 409), ({"words": "the"}, 409), ({"words": ""}, 409), ({"kind": "rumour"}, 409),
        ({"incident.status": ""}, 422), ({"csrf": "guessed"}, 403),
    ],
)  # fmt: skip
def test_a_finding_without_its_words_is_refused(desk_case: Desk, changed: dict[str, str], status: int) -> None:
    """Words that the report has not, or has several times, a field that must be known, a form from elsewhere: nothing is kept."""
    answer = _having(desk_case, WORDS)
    form = {
        "csrf": desk_case.ground.key,
        "kind": "incident",
        "incident.what": "insisting",
        "incident.status": "ongoing",
    }
    sent = desk_case.client.post(
        f"/reports/{answer.card.id}/find", data={**form, "words": WORDS, **changed}, follow_redirects=False
    )
    assert sent.status_code == status
    assert not any(read.added for read in _answer(desk_case, answer.card.id).findings)


def test_bounds_hide_what_was_published_later(desk_case: Desk) -> None:
    """A report that was not there yet is not there; the links of a page carry its bounds."""
    later = _having(desk_case, WORDS).card.id
    assert desk_case.page(f"/reports/{later}?as_of=2026-03-12").status == 404
    page = desk_case.page("/reports?as_of=2026-03-12")
    assert later not in page.html
    for address in page.addresses:
        if address.startswith("/reports/"):
            assert "as_of=2026-03-12" in address
    assert desk_case.page(f"/people?as_of=2026-03-12&words={quote('Radek Holm')}").html.count("/actors/") == 0
