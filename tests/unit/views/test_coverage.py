"""Coverage: what the record was made of, which days have nothing, what was not understood."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from dragoman.exports.answers.coverage import page
from dragoman.exports.answers.encode import as_json
from dragoman.exports.answers.terminal import as_text
from dragoman.record.bounds import Bounds
from dragoman.record.filing import Filing
from dragoman.store.opening import create
from dragoman.terms.errors import NotFound
from dragoman.views.coverage import Coverage, Gap, Share, Unread, coverage
from dragoman.views.question import Question
from dragoman.views.scope import Scope
from tests.conformance.filings import BY, Line, filing, many

LINES = (Line("position", "Kestria", "the truce"), Line("meeting", "Ostland", "Valletta"))
CASE = (
    filing("2026-03-08", *LINES, publisher="Aune Post", unread="Something was meant."),
    filing("2026-03-08", LINES[0], publisher="Bay Times"),
    filing("2026-03-10", LINES[1], publisher="Aune Post", title="Later", unread="Something else was meant."),
    filing("2026-03-14", LINES[0]),
)
Asks = Callable[..., Coverage]


@pytest.fixture
def asking(tmp_path: Path) -> Iterator[Callable[..., Asks]]:
    """Make a case of filings and return what asks for its coverage."""
    with ExitStack() as stack:

        def make(*filings: Filing, bounds: Bounds = Bounds()) -> Asks:  # noqa: B008 - bounds never change
            store = create(f"sqlite:///{tmp_path / 'record.sqlite'}")
            stack.callback(store.close)
            store.take(filings, **BY)
            shelf = stack.enter_context(store.shelf(bounds))
            return lambda **asked: coverage(Scope(shelf), Question(**asked))

        yield make


def test_reports_by_day_and_publisher(asking: Callable[..., Asks]) -> None:
    """Each count stands once for the day and once for the publisher; a report without a publisher is not hidden."""
    whole = asking(*CASE)()
    assert (whole.first, whole.last) == (date(2026, 3, 8), date(2026, 3, 14))
    assert (whole.reports, whole.findings, whole.unread) == (4, 5, 2)
    assert [(day.day.day, day.reports, day.findings, day.unread) for day in whole.days] == [
        (8, 2, 3, 1),
        (10, 1, 1, 1),
        (14, 1, 1, 0),
    ]
    assert whole.days[0].publishers == (Share("Aune Post", 1, 2, 1), Share("Bay Times", 1, 1, 0))
    feeds = [(f.publisher, f.reports, f.days, f.first.day, f.last.day) for f in whole.publishers]
    assert feeds == [("Aune Post", 2, 2, 8, 10), ("Bay Times", 1, 1, 8, 8), (None, 1, 1, 14, 14)]


def test_gaps_are_the_days_without_reports(asking: Callable[..., Asks]) -> None:
    """Within the span alone, its edges included."""
    ask = asking(*CASE)
    inner = (Gap(date(2026, 3, 9), date(2026, 3, 9), 1), Gap(date(2026, 3, 11), date(2026, 3, 13), 3))
    assert ask().gaps == inner
    wider = ask(first=date(2026, 3, 6), last=date(2026, 3, 16)).gaps
    assert wider == (Gap(date(2026, 3, 6), date(2026, 3, 7), 2), *inner, Gap(date(2026, 3, 15), date(2026, 3, 16), 2))
    assert ask(first=date(2026, 4, 1), last=date(2026, 4, 30)).gaps == (Gap(date(2026, 4, 1), date(2026, 4, 30), 30),)
    assert ask(first=date(2026, 4, 2), last=date(2026, 4, 1)).gaps == ()


def test_a_feed_that_went_dead_is_seen(asking: Callable[..., Asks]) -> None:
    """As of a later day the days since the last report are a gap; of one publisher, those on which it was silent."""
    ask = asking(*CASE, bounds=Bounds(as_of=date(2026, 3, 20)))
    assert ask().gaps[-1] == Gap(date(2026, 3, 15), date(2026, 3, 20), 6)
    bay = ask(publisher="Bay Times")
    assert (bay.reports, bay.gaps) == (1, (Gap(date(2026, 3, 9), date(2026, 3, 20), 12),))


def test_days_and_gaps_together_are_the_span(asking: Callable[..., Asks]) -> None:
    """Every day of the span is either among the days or in one gap."""
    whole = asking(*many(30))()
    assert whole.first is not None
    assert whole.last is not None
    missing = {gap.first + timedelta(days=n) for gap in whole.gaps for n in range(gap.days)}
    told = {day.day for day in whole.days}
    assert missing.isdisjoint(told)
    assert missing | told == {whole.first + timedelta(days=n) for n in range((whole.last - whole.first).days + 1)}


def test_bounds_hold(asking: Callable[..., Asks]) -> None:
    """As of a day no later report is counted."""
    ask = asking(*CASE, bounds=Bounds(as_of=date(2026, 3, 9)))
    assert (ask().reports, ask().unread, ask().last) == (2, 1, date(2026, 3, 9))


def test_sentences_come_page_by_page(asking: Callable[..., Asks]) -> None:
    """Quoted with their place, the latest first, none twice and none lost."""
    filings = many(40)
    ask = asking(*filings)
    texts = {one.id: one.report.text for one in filings}
    whole = ask(limit=1_000).sentences
    assert len(whole) == ask().unread > 7
    for sentence in whole:
        (cited,) = sentence.evidence
        assert texts[cited.report][cited.start : cited.end] == cited.quote
    pages: list[Unread] = []
    after = ""
    while True:
        part = ask(limit=3, after=after)
        pages += part.sentences
        if part.next is None:
            break
        after = part.next
    assert tuple(pages) == whole


def test_an_empty_case(asking: Callable[..., Asks]) -> None:
    """Nothing is made up, and the page says so."""
    whole = asking()()
    assert whole == Coverage(None, None, 0, 0, 0, (), (), (), (), None)
    assert "there is no report in the record" in as_text(page(whole))


def test_a_cursor_that_no_page_gave(asking: Callable[..., Asks]) -> None:
    """It is told."""
    with pytest.raises(NotFound, match="cursor"):
        asking(*CASE)(after="x")


def test_a_page_for_people(asking: Callable[..., Asks]) -> None:
    """Publishers, days without reports, days, sentences; of many days the latest."""
    ask = asking(*CASE)
    text: Any = as_text(page(ask(limit=1)), width=100)
    for words in (
        "Coverage, Sun 8 Mar 2026 to Sat 14 Mar 2026: 4 reports, 5 findings, 2 sentences not understood",
        "2 reports     Aune Post",
        "publisher unknown",
        "3 days        no report",
        "Aune Post 1, Bay Times 1",
        "“Something else was meant.” [Aune Post, Tue 10 Mar 2026",
        "more sentences: --after 1",
    ):
        assert words in text, words
    assert '"gaps"' in as_json("coverage", ask(), Bounds(), None)


def test_of_many_days_the_latest_are_shown(asking: Callable[..., Asks]) -> None:
    """The others are counted, and JSON has them."""
    days = [filing(date(2026, 1, 1) + timedelta(days=n), LINES[0], publisher="Aune Post") for n in range(40)]
    whole = asking(*days)()
    text = as_text(page(whole))
    assert len(whole.days) == 40
    assert "9 earlier days with reports: --json" in text


def test_a_long_record_is_looked_at_from_its_end(asking: Callable[..., Asks]) -> None:
    """Without a first day the span is of 90 days; what lies before is told where it is asked for."""
    ask = asking(filing("2025-06-01", LINES[0]), *CASE)
    assert ask().first == date(2025, 12, 14)
    assert ask().reports == len(CASE)
    assert ask(first=date(2025, 6, 1)).reports == len(CASE) + 1
