"""The list of reports: the latest first, filtered, page by page, with where each text is from."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from dragoman.exports.answers.reports import page
from dragoman.exports.answers.terminal import as_text
from dragoman.record.bounds import Bounds
from dragoman.terms.errors import NotFound
from dragoman.views import reports as reporting
from dragoman.views.reports import reports
from tests.conformance.filings import Line, filing
from tests.unit.views.conftest import Case

TRUCE = Line("position", "Kestria", "the 45-day truce")
DAM = Line("meeting", "Ostland", "Valletta", date(2026, 3, 12))
LONG = tuple(Line("position", "Mira Vane", f"the {word} of the long list of things") for word in "abcdefgh")
FIRST = filing("2026-03-08", TRUCE, DAM, publisher="Aune Post", title="A truce is asked for")
SECOND = filing("2026-03-09", *LONG, publisher="Kestrian Wire", title="Vane on things")
COPY = filing("2026-03-10", *LONG, TRUCE, publisher="Bay Times", title="Of a truce, and things")
NEWER = filing("2026-03-08", TRUCE, publisher="Aune Post", title="Untitled")
Make = Callable[..., Case]


def test_the_latest_published_stand_first(case: Make) -> None:
    """Each with what was found in it, by kind."""
    found = case(FIRST, SECOND, COPY).ask(reports)
    assert [one.card.title for one in found.items] == [
        "Of a truce, and things",
        "Vane on things",
        "A truce is asked for",
    ]
    assert (found.items[2].findings, found.items[2].kinds) == (2, {"meeting": 1, "position": 1})
    assert (found.looked, found.next) == (3, None)


def test_filters(case: Make) -> None:
    """By publisher, by days of publication, by words of the title whatever their case."""
    made = case(FIRST, SECOND, COPY)
    assert [one.card.id for one in made.ask(reports, publisher="Aune Post").items] == [FIRST.id]
    assert [one.card.id for one in made.ask(reports, first=date(2026, 3, 9), last=date(2026, 3, 9)).items] == [
        SECOND.id
    ]
    assert [one.card.id for one in made.ask(reports, own={"words": "TRUCE things"}).items] == [COPY.id]
    assert made.ask(reports, own={"words": "bridge"}).items == ()
    assert [one.card.id for one in made.ask(reports, bounds=Bounds(as_of=date(2026, 3, 8))).items] == [FIRST.id]


def test_page_by_page_none_is_lost(case: Make) -> None:
    """Whatever the length of a page and however few reports are looked at for it."""
    filings = [
        filing(date(2026, 1, 1) + timedelta(days=n // 3), Line("position", "Ostland", f"matter {n}"), title=f"No {n}")
        for n in range(20)
    ]
    made = case(*filings)
    whole = [one.card.id for one in made.ask(reports).items]
    assert set(whole) == {one.id for one in filings}
    for limit in (1, 7, 20):
        paged: list[str] = []
        after = ""
        while True:
            part = made.ask(reports, limit=limit, after=after)
            paged += [one.card.id for one in part.items]
            if part.next is None:
                break
            after = part.next
        assert paged == whole


def test_rare_words_are_looked_for_page_by_page(case: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page may be empty; its cursor goes on where it ended."""
    monkeypatch.setattr(reporting, "LOOK", 2)
    made = case(FIRST, SECOND, COPY)
    first = made.ask(reports, own={"words": "asked"})
    assert (first.items, first.looked) == ((), 2)
    assert first.next is not None
    assert [one.card.id for one in made.ask(reports, own={"words": "asked"}, after=first.next).items] == [FIRST.id]


def test_whose_text_it_is(case: Make) -> None:
    """A report that takes over another's text is its copy, and the other knows how many did."""
    found = {one.card.id: one.descent for one in case(FIRST, SECOND, COPY).ask(reports).items}
    assert (found[COPY.id].origin, found[COPY.id].of, found[COPY.id].of_publisher) == (
        "copy",
        SECOND.id,
        "Kestrian Wire",
    )
    assert (found[SECOND.id].origin, found[SECOND.id].copies) == ("copied", 1)
    assert (found[FIRST.id].origin, found[FIRST.id].outlet) == ("alone", "Aune Post")


def test_versions_of_an_article(case: Make) -> None:
    """Of one address: each knows which it is of how many."""
    url = "https://aune.example/truce"
    old = filing("2026-03-08", TRUCE, DAM, publisher="Aune Post", url=url)
    new = filing("2026-03-09", TRUCE, publisher="Aune Post", url=url)
    latest, first = case(old, new).ask(reports).items
    assert (first.version, latest.version, first.versions) == (1, 2, (old.id, new.id))
    assert latest.descent.origin == "alone"


def test_a_retracted_report_is_listed(case: Make) -> None:
    """It was taken in, and is not denied; nothing of it counts."""
    made = case(FIRST, SECOND)
    made.hand().retract(FIRST.id, "withdrawn by the paper")
    gone = next(one for one in made.ask(reports).items if one.card.id == FIRST.id)
    assert (gone.retracted, gone.findings, gone.descent.origin) == (True, 0, "alone")


def test_a_cursor_that_no_page_gave(case: Make) -> None:
    """It is told."""
    with pytest.raises(NotFound, match="cursor"):
        case(FIRST).ask(reports, after="x")


def test_a_page_for_people(case: Make) -> None:
    """Title, publisher, kinds, whose text; and how to go on."""
    text = as_text(page(case(FIRST, SECOND, COPY).ask(reports, limit=2)), width=120)
    for words in (
        "9 findings    Of a truce, and things",
        "Bay Times · position 9",
        "takes over text of Kestrian Wire",
        "more: --after",
    ):
        assert words in text, words
