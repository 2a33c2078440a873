"""What stands around every page: the menu, the fold of the filters, the bounds, the words of an empty case."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from dragoman.views.cited import Cited
from dragoman.web.pages.search import whole_words
from dragoman.web.rendering import NAV, place_of
from tests.unit.web.conftest import Desk

BOUNDS = "as_of=2026-03-14&known_at=2026-12-31"


def _cited(quote: str, start: int) -> Cited:
    return Cited("r", date(2026, 3, 1), None, None, None, None, start, start + len(quote), quote, None, None, None)


@pytest.mark.parametrize(
    ("path", "place"),
    [("/", "/"), ("/network", "/network"), ("/meetings/m1", "/docket"), ("/proposals/p1", "/positions"),
     ("/actors/a1", "/people"), ("/reports/r1", "/reports"), ("/coding/sample", "/review"), ("/decisions", "/decisions"),
     ("/review/join", "/review"), ("/codebook", "/admin"), ("/admin/audit", "/admin")],
)  # fmt: skip
def test_every_page_belongs_to_one_of_the_menu(path: str, place: str) -> None:
    """A page that has no place of its own belongs to the one that leads to it."""
    assert place_of(path) == place
    assert place in {page for page, _, _ in NAV}


def test_the_menu_says_where_one_is(desk_case: Desk) -> None:
    """The page itself is marked as such, and on a page of one meeting the docket as the place that it belongs to."""
    docket = desk_case.look("/docket")
    assert next(a.get("aria-current") for t, a in docket.tags if t == "a" and a.get("href") == "/docket") == "page"
    meeting = next(address for address in docket.addresses if address.startswith("/meetings/"))
    shown = desk_case.look(meeting)
    assert [
        a["aria-current"] for t, a in shown.tags if t == "a" and a.get("href") == "/docket" and "aria-current" in a
    ] == ["true"]


@pytest.mark.parametrize(
    "address", ["/", "/docket", "/search?words=talks", "/network", "/review", "/decisions", "/admin", "/api/docs"]
)
def test_no_link_of_a_page_loses_the_bounds(desk_case: Desk, address: str) -> None:
    """Both bounds are in every address that a page leads to, but for the one that lifts them."""
    page = desk_case.look(f"{address}{'&' if '?' in address else '?'}{BOUNDS}")
    inner = [a for a in page.addresses if a.startswith("/") and not a.startswith(("/static/", "/api/v1/openapi"))]
    free = [a for a in inner if not {"as_of", "known_at"} <= parse_qs(urlsplit(a).query).keys()]
    assert inner
    assert free in ([], [address])


def test_filters_are_folded_and_the_fold_tells_what_is_set(desk_case: Desk) -> None:
    """Where there is little room the filters are one line, which names those that are set."""
    free, narrowed = desk_case.look("/timeline"), desk_case.look("/timeline?actor=Orvania&kind=meeting")
    assert '<details class="fold"><summary>Filter</summary>' in free.html
    told = re.search(r'<details class="fold set"><summary>(.*?)</summary>', narrowed.html)
    assert told is not None
    assert "actor Orvania" in told[1]
    assert "kind meeting" in told[1]


def test_the_search_keeps_its_words_outside_the_fold(desk_case: Desk) -> None:
    """The words and their button are always in sight."""
    html = desk_case.look("/search").html
    assert html.index('name="words"') < html.index(">Search</button>") < html.index('class="fold"')


def test_an_empty_case_says_how_reports_come_in(empty_desk: Desk) -> None:
    """It names the command and the API, and leads to no page on which nothing can be done."""
    assert "dragoman add" in empty_desk.look("/").text
    assert "dragoman add" in empty_desk.look("/reports").text


def test_a_bound_before_the_record_is_no_empty_case(desk_case: Desk) -> None:
    """Who looks too early is told so, and led back to the record without bounds."""
    page = desk_case.look("/?as_of=2020-01-01")
    assert "no reports yet" not in page.text
    assert "No report that was taken in is that old" in page.text


def test_an_excerpt_shows_whole_words() -> None:
    """What is cut from a longer passage begins and ends between words, and still stands where it says."""
    whole = _cited("before the delegation left the city", 100)
    shown = whole_words(_cited("re the delegation left the ci", 104), whole)
    assert shown.quote == "the delegation left the"
    assert whole.quote[shown.start - 100 : shown.end - 100] == shown.quote
    assert whole_words(whole, whole) == whole


def test_the_words_of_a_terminal_stand_on_no_page(desk_case: Desk) -> None:
    """A note on what is left out speaks of pages, not of flags."""
    assert "--proposal" not in desk_case.look("/positions").text
