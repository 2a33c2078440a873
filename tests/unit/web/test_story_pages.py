"""The pages that tell the story: what each shows of the sample case, and that none believes a word of it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.unit.web.conftest import HOSTILE, Desk

PAGES = (
    "/", "/timeline", "/timeline?lanes=party&kind=figure&kind=quotation", "/docket", "/changes",
    "/changes?from=2026-03-01&to=2026-03-20", "/disagreements", "/obligations", "/coverage", "/search", "/search?words=truce",
    "/sources",
)  # fmt: skip
WITHIN = (
    "as_of=2026-03-12&actor=Kestria&limit=2",
    "known_at=2026-03-25&from=2026-03-10&to=2026-03-11&publisher=Nobody",
)


def _joined(address: str, query: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}{query}"


def _meeting(desk: Desk, as_of: str = "") -> str:
    """Return the address of the meeting with the longest life."""
    docket = desk.look(f"/docket?as_of={as_of}")
    rows: list[tuple[str, str]] = re.findall(
        r'href="(/meetings/[^"]*)".*?<ol class="steps"(.*?)</ol>', docket.html, re.DOTALL
    )
    return max(rows, key=lambda row: row[1].count("<li>"))[0]


@pytest.mark.parametrize("address", PAGES)
def test_every_page_answers_with_a_title_and_how_to_read_it(desk_case: Desk, address: str) -> None:
    """Each has one title, words on how to read it, headings in order, and its answer as JSON beside it."""
    page = desk_case.look(address)
    assert page.status == 200
    levels = page.headings
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels
    assert re.search(r'<header class="head"><h1>.*?</h1><p', page.html, re.DOTALL)
    assert "words" in address or address == "/search" or "/api/v1/" in page.html


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("query", WITHIN)
def test_bounds_and_filters_keep_their_place(desk_case: Desk, address: str, query: str) -> None:
    """Within bounds and filters a page answers too, and its links to other pages carry the bounds, not the filters."""
    page = desk_case.look(_joined(address, query))
    assert page.status == 200
    bounds = {name: told for name, told in parse_qs(query).items() if name in ("as_of", "known_at")}
    nav = page.html.split('<nav class="nav"')[1].split("</nav>")[0]
    leading = re.findall(r'href="([^"]*)"', nav)
    assert leading
    assert all(parse_qs(urlsplit(one.replace("&amp;", "&")).query) == bounds for one in leading)


@pytest.mark.parametrize("address", PAGES)
def test_an_empty_case_says_so(empty_desk: Desk, address: str) -> None:
    """Without a report each page says that there is nothing, and breaks nowhere."""
    page = empty_desk.look(address)
    assert page.status == 200
    assert 'class="empty"' in page.html or "has no reports yet" in page.text


@pytest.mark.parametrize("address", [*PAGES, "/search?words=alert", "meeting"])
def test_hostile_words_are_shown_as_text(hostile_desk: Desk, address: str) -> None:
    """What stands in a report, a title, a name or an address of the web never becomes a part of the page."""
    page = hostile_desk.look(_meeting(hostile_desk) if address == "meeting" else address)
    assert page.status == 200
    assert HOSTILE not in page.html
    assert "7*7" in page.text or "49" not in page.text
    for tag, attributes in page.tags:
        assert tag != "img"
        assert tag != "script" or (attributes.get("src") or "").startswith("/static/")
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
        assert not (attributes.get("href") or "").lower().startswith("javascript")


@pytest.mark.parametrize("address", PAGES)
def test_no_page_needs_what_the_policy_forbids(desk_case: Desk, address: str) -> None:
    """There is no style and no script in a page, and nothing of another host."""
    page = desk_case.look(address)
    assert "<style" not in page.html
    for tag, attributes in page.tags:
        assert "style" not in attributes
        if tag in ("link", "script", "img"):
            assert (attributes.get("href") or attributes.get("src") or "/").startswith("/")


@pytest.mark.parametrize("address", PAGES)
def test_a_wide_table_can_be_reached_by_keyboard_and_has_a_name(desk_case: Desk, address: str) -> None:
    """What scrolls sideways can be focused, says what it is, and each table has a caption and heads with a scope."""
    page = desk_case.look(address)
    for tag, attributes in page.tags:
        if attributes.get("class") == "wide":
            assert attributes.get("tabindex") == "0"
            assert attributes.get("role") == "region"
            assert attributes.get("aria-label")
        if tag == "th":
            assert attributes.get("scope") in ("row", "col")
    assert page.html.count("<table") == page.html.count("<caption")


def test_the_overview_shows_a_part_of_every_page(desk_case: Desk) -> None:
    """It has what is new, what comes, what is overdue, positions, disagreements, conditions and the coverage."""
    page = desk_case.look("/")
    for part in ("fresh", "meetings", "overdue", "positions", "disagreements", "conditions", "coverage"):
        assert f'id="{part}"' in page.html
    assert "Last day with reports" in page.text
    assert "Summit: Kestria and Orvania" in page.text
    assert "foreign monitors" in page.text
    assert "at least 14 passengers / 14 people / 9 people" in page.text


def test_the_overview_tells_what_is_new_since_the_last_visit(desk_case: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A visitor who was here before sees what was recorded since then, and from when that is."""
    people: Any = type(desk_case.ground.people)
    monkeypatch.setattr(people, "last_visit", lambda *_: "2026-03-20T08:00:00.000000+00:00")
    page = desk_case.page("/")
    assert "Since your last visit 2026-03-20 08:00 UTC" in page.text
    assert "12 new reports" in page.text
    monkeypatch.setattr(people, "last_visit", lambda *_: "2026-03-22T08:00:00.000000+00:00")
    assert "0 new reports" in desk_case.page("/").text


def test_the_timeline_has_lanes_and_ways_to_other_days(desk_case: Desk) -> None:
    """The picture comes by kind or by party; each way to other days names them in its address."""
    page = desk_case.look("/timeline?from=2026-03-09&to=2026-03-12")
    assert 'class="chart chart-timeline"' in page.html
    ways = dict(re.findall(r'<a class="button" href="/timeline\?([^"]*)"[^>]*>([^<]*)<', page.html))
    named = {name: parse_qs(query.replace("&amp;", "&")) for query, name in ways.items()}
    assert named["← earlier"] == {"from": ["2026-03-05"], "to": ["2026-03-08"]}
    assert named["later →"] == {"from": ["2026-03-13"], "to": ["2026-03-16"]}
    assert named["zoom in"] == {"from": ["2026-03-10"], "to": ["2026-03-11"]}
    assert named["zoom out"] == {"from": ["2026-03-07"], "to": ["2026-03-14"]}
    assert named["this month"] == {"from": ["2026-03-01"], "to": ["2026-03-31"]}
    assert '<a class="button" href="/timeline?days=all">all days</a>' in page.html
    assert "by party" in desk_case.look("/timeline?lanes=party").text


def test_a_long_timeline_opens_around_the_day_of_the_record(desk_case: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who opens it sees what is going on; the twin has the same days, and all of them are one step away."""
    from dragoman.web.pages import timeline

    monkeypatch.setattr(timeline, "PAGE", 20)
    monkeypatch.setattr(timeline, "BEFORE", 2)
    page = desk_case.page("/timeline")
    assert "Wed 18 Mar 2026 – Fri 3 Apr 2026" in page.text
    assert "/api/v1/timeline?from=2026-03-18&amp;to=2026-04-03" in page.html
    assert '<a class="button" href="/timeline?days=all">all days</a>' in page.html
    assert "Oct 2025" in desk_case.page("/timeline?days=all").text
    assert 'name="from" value=""' in page.html, "moving the bounds leaves the days free"


def test_a_day_that_no_report_tells_is_shown_as_by(desk_case: Desk) -> None:
    """Its event stands at the first publication, which is not taken for its day."""
    assert "by Sun 8 Mar 2026" in desk_case.look("/timeline").text


@pytest.mark.parametrize("address", ["/timeline?lanes=moon", "/timeline?from=yesterday", "/timeline?limit=0"])
def test_what_cannot_be_read_is_refused_in_words(desk_case: Desk, address: str) -> None:
    """A value that means nothing is told, by its name."""
    page = desk_case.look(address)
    assert page.status == 400
    assert 'class="failed"' in page.html


@pytest.mark.parametrize(
    "address",
    ["/timeline?kind=moon", "/docket?state=moon", "/obligations?status=moon", "/search?words=a&kind=moon",
     "/disagreements?kind=moon", "/meetings/nothing", "/timeline?actor=Zzyzx"],
)  # fmt: skip
def test_what_is_not_in_the_record_is_not_found(desk_case: Desk, address: str) -> None:
    """A kind, a state, a meeting or an actor that does not exist is told."""
    assert desk_case.look(address).status == 404


def test_the_docket_goes_by_state_with_the_next_day_first(desk_case: Desk) -> None:
    """What is to come stands first, by day, then what is overdue, called off and held; each with the steps of its life."""
    page = desk_case.look("/docket")
    parts = re.findall(r"<h2>([^<]*?) <small>", page.html)
    assert parts == ["To come", "Overdue", "Called off", "Without a day", "Held"]
    first = page.text.split("To come set, offered")[1].split("Overdue the day has passed")[0]
    assert first.index("early Apr 2026") < first.index("16–30 Apr 2026") < first.index("Tue 21 Apr 2026")
    assert "since: 4 reports of 3 publishers taken in Tue 17 Mar 2026 – Fri 20 Mar 2026" in page.text


def test_the_leaders_meeting_turns_from_scheduled_to_declined(desk_case: Desk) -> None:
    """Within an earlier bound its life has not gone on, and the page shows no step of later days."""
    before = desk_case.look(f"{_meeting(desk_case).split('?')[0]}?as_of=2026-03-09").text
    after = desk_case.look(f"{_meeting(desk_case).split('?')[0]}?as_of=2026-03-11").text
    assert "confirmed since" in before
    assert "declined by Wed 11 Mar 2026" not in before
    assert "declined by Wed 11 Mar 2026 announced by Marek Dolvan" in after


def test_a_meeting_shows_its_life_with_the_words_that_moved_it(desk_case: Desk) -> None:
    """Each step has its day, who announced it, and words that lead to their place in the report."""
    page = desk_case.look(_meeting(desk_case))
    assert "downgraded by Wed 11 Mar 2026 level from leaders to ministers" in page.text
    assert "Orvania’s delegation led by Dana Corvin with Emil Kranz , Tomas Hruby" in page.text
    assert "the exchange of prisoners" in page.text.split("Agreed there")[1]
    assert 'class="chart chart-slippage"' in page.html
    assert any(re.fullmatch(r"/reports/[^?]+\?at=(\d+)-\d+#t\1", a) for a in page.addresses)


def test_a_meeting_shows_where_its_reports_contradict_each_other(desk_case: Desk) -> None:
    """Rival accounts stand side by side on its page."""
    docket = desk_case.look("/docket?state=denied")
    (address,) = {a for a in docket.addresses if a.startswith("/meetings/")}
    told = desk_case.look(address).text.split("Where its reports contradict each other")[1]
    assert "Whether it happened took place" in told
    assert "did not take place" in told


def test_changes_stand_in_two_columns_with_what_was_known_before(desk_case: Desk) -> None:
    """What happened stands apart from what was only then learned, by day, and a change shows what it changed."""
    page = desk_case.look("/changes?from=2026-03-12&to=2026-03-20")
    happened, learned = page.text.split("Only now learned, corrected, denied or withdrawn")
    assert "call of Carmel Zerafa and Dana Corvin held on 2026-03-15" in happened
    assert "before: downgraded for 2026-03-12, level ministers → now: held" in learned
    assert "7 reports" in page.text


def test_nothing_published_after_the_last_day_tells_on_what_changed(desk_case: Desk) -> None:
    """The last day of the changes bounds the record, as an earlier day from which it is seen does."""
    ended = desk_case.look("/changes?from=2026-03-08&to=2026-03-09").html
    bound = desk_case.look("/changes?from=2026-03-08&to=2026-03-09&as_of=2026-03-09").html
    told = [re.findall(r'class="what" [^>]*>([^<]*)<', html) for html in (ended, bound)]
    assert told[0] == told[1] != []


def test_disagreements_stand_side_by_side(desk_case: Desk) -> None:
    """Each account has its value, who says so, its origins and its words; the page says what they differ in."""
    page = desk_case.look("/disagreements")
    assert "21 people says Kestria told Tue 17 Mar 2026 2 origins: Northgate Wire, Radio Meridian" in page.text
    assert "the figure" in page.text
    assert page.html.count('class="rival"') == 8


def test_obligations_say_who_owes_what_and_how_late_it_was(desk_case: Desk) -> None:
    """What is overdue stands first beside the coverage since; what was done says when, and in which words."""
    page = desk_case.look("/obligations")
    assert page.text.index("Overdue the day has passed") < page.text.index("Due the next day first")
    assert "done Fri 20 Mar 2026, 5 days late" in page.text
    assert "done, as told:" in page.text
    only = desk_case.look("/obligations?status=done")
    assert "Overdue the day has passed" not in only.text


def test_the_coverage_tells_silence_from_no_reports(desk_case: Desk) -> None:
    """Days without a report are listed, as are sentences that were not understood, with their place."""
    page = desk_case.look("/coverage")
    assert "12 reports 245 findings" in page.text or "12 reports" in page.text
    assert "Wed 18 Mar 2026 1 day" in page.text.split("Days without a report")[1]
    assert "Malta acted as the host and Norway as the mediator." in page.text.split("Not understood")[1]
    assert 'class="chart chart-coverage"' in page.html


def test_searched_words_are_marked_and_facets_narrow_the_search(desk_case: Desk) -> None:
    """The words are marked where they stand; a facet adds itself to the address, and drops itself when it is chosen."""
    page = desk_case.look("/search?words=TRUCE")
    assert page.html.count("<mark>") >= 7
    assert set(re.findall(r"<mark>([^<]*)</mark>", page.html)) == {"truce"}
    assert "/search?words=TRUCE&kind=incident" in page.addresses
    narrowed = desk_case.look("/search?words=TRUCE&kind=incident&kind=figure")
    assert "/search?words=TRUCE&kind=incident" in narrowed.addresses
    assert 'class="chosen"' in narrowed.html
    assert any(re.fullmatch(r"/reports/[^?#]+#f\w+", a) for a in page.addresses)


def test_sources_say_what_each_was_first_or_alone_to_say(desk_case: Desk) -> None:
    """A table has volume and delay; below, what a publisher alone told, and whose text it takes over."""
    page = desk_case.look("/sources")
    assert "First to say" in page.text
    assert "Alone to say" in page.text
    assert "The Halden Courier" in page.text
    assert 'class="chart chart-' in page.html


def test_a_long_list_goes_on_where_it_ended(desk_case: Desk) -> None:
    """The link to more leads through all pages, and no event is on two of them."""
    seen: list[str] = []
    address: str | None = "/timeline?limit=30"
    while address:
        page = desk_case.look(address)
        seen += re.findall(r'<li class="row" id="([^"]*)"', page.html)
        address = next((a for a in page.addresses if "after=" in a), None)
    assert len(seen) == len(set(seen)) == len(re.findall(r'<li class="row"', desk_case.look("/timeline").html))
