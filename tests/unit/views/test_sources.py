"""What each publisher reported: how much, how late, how much of its own, what first and alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dragoman.exports.answers.sources import page
from dragoman.exports.answers.terminal import as_text
from dragoman.record.bounds import Bounds
from dragoman.views import sources as counting
from dragoman.views.sources import Source, Sources, sources
from tests.conformance.filings import Line, filing
from tests.unit.views.conftest import Case

HELD = Line("meeting", "Ostland", "Valletta", date(2026, 3, 6))
TRUCE = Line("position", "Kestria", "the 45-day truce")
LONG = tuple(Line("position", "Mira Vane", f"the {word} of the long list of things") for word in "abcdefgh")
CASE = (
    filing("2026-03-08", HELD, TRUCE, publisher="Aune Post", unread="Something was meant."),
    filing("2026-03-09", *LONG, publisher="Kestrian Wire"),
    filing("2026-03-10", *LONG, Line("position", "Ostland", "the dam"), publisher="Bay Times"),
    filing("2026-03-10", Line("position", "Kestria", "the 45-day truce again"), publisher="Bay Times"),
    filing("2026-03-11", Line("position", "Ostland", "the prisoners")),
)
Make = Callable[..., Case]


def by_name(found: Sources) -> dict[str | None, Source]:
    """Return the publishers by name."""
    return {one.publisher: one for one in found.items}


def test_how_much_each_reported(case: Make) -> None:
    """Reports, findings, sentences not understood, days; the one with most reports first; one without a name is not hidden."""
    found = case(*CASE).ask(sources, first=date(2026, 3, 2), last=date(2026, 3, 11))
    assert (found.first, found.last, found.days) == (date(2026, 3, 2), date(2026, 3, 11), 10)
    assert [one.publisher for one in found.items] == ["Bay Times", "Aune Post", "Kestrian Wire", None]
    bay, aune = found.items[:2]
    assert (bay.reports, bay.days, bay.a_day) == (2, 1, 0.2)
    assert [(one.day, one.reports) for one in bay.by_day] == [(date(2026, 3, 10), 2)]
    assert (aune.reports, aune.findings, aune.unread, aune.first) == (1, 2, 1, date(2026, 3, 8))


def test_how_late(case: Make) -> None:
    """The median of days from what is told with a past day; None where nothing is."""
    told = by_name(case(*CASE).ask(sources))
    assert (told["Aune Post"].delay, told["Aune Post"].dated) == (2.0, 1)
    assert (told["Kestrian Wire"].delay, told["Kestrian Wire"].dated) == (None, 0)


def test_how_much_of_its_own(case: Make) -> None:
    """A report with another's text is a copy, and whose is told."""
    told = by_name(case(*CASE).ask(sources))
    assert (told["Bay Times"].alone, told["Bay Times"].copies) == (1, 1)
    assert [(one.outlet, one.reports) for one in told["Bay Times"].whose] == [("Kestrian Wire", 1)]
    assert (told["Kestrian Wire"].alone, told["Kestrian Wire"].copies) == (1, 0)


def test_who_was_alone_to_say(case: Make) -> None:
    """What one origin alone tells is of whom it is first from, with the words; the copy has nothing of its own there."""
    told = by_name(case(*CASE).ask(sources))
    assert [one.what for one in told["Kestrian Wire"].told_alone][:1] == [
        "Mira Vane demands: the a of the long list of things"
    ]
    assert told["Kestrian Wire"].alones == 1
    assert all(one.evidence[0].publisher == "Kestrian Wire" for one in told["Kestrian Wire"].told_alone)
    assert not [one for one in told["Bay Times"].told_alone if "long list" in one.what]


def test_who_was_first_to_say(case: Make) -> None:
    """Where others followed on a later day; where two begin on one day nobody was first."""
    first = filing("2026-03-08", TRUCE, Line("position", "Ostland", "bread"), publisher="Aune Post")
    then = filing("2026-03-09", TRUCE, Line("position", "Ostland", "prisoners"), publisher="Bay Times")
    told = by_name(case(first, then).ask(sources))
    assert (told["Aune Post"].firsts, told["Bay Times"].firsts) == (1, 0)
    assert told["Aune Post"].told_first[0].published == date(2026, 3, 8)


def test_a_window_and_a_publisher(case: Make) -> None:
    """Without days it is the last ninety; one publisher alone can be asked for."""
    old = filing("2025-03-08", TRUCE, publisher="Aune Post")
    made = case(*CASE, old)
    assert (made.ask(sources).first, by_name(made.ask(sources))["Aune Post"].reports) == (date(2025, 12, 12), 1)
    assert [one.publisher for one in made.ask(sources, publisher="Bay Times").items] == ["Bay Times"]
    early = made.ask(sources, bounds=Bounds(as_of=date(2026, 3, 8)))
    assert [(one.publisher, one.reports) for one in early.items] == [("Aune Post", 1)]


def test_what_was_looked_at_is_told(case: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """All of a small window; of a large one the latest, and the answer says so."""
    made = case(*CASE)
    whole = made.ask(sources)
    assert (whole.looked, whole.whole) == (5, True)
    for name, most in (("REPORTS", 1), ("NEAR", 1), ("EVENTS", 1)):
        monkeypatch.setattr(counting, name, most)
    part = made.ask(sources)
    assert (part.looked, part.events, part.events_from, part.whole) == (1, 1, date(2026, 3, 11), False)
    assert sum(one.reports for one in part.items) == 5
    assert "1 latest reports were compared" in as_text(page(part), width=120)


def test_an_empty_case(case: Make) -> None:
    """Nothing is made up."""
    found = case().ask(sources)
    assert (found.items, found.first, found.days, found.whole) == ((), None, 0, True)
    assert "there is no report" in as_text(page(found))


def test_a_page_for_people(case: Make) -> None:
    """A row for each publisher."""
    text = as_text(page(case(*CASE).ask(sources)), width=140)
    for words in (
        "2 reports",
        "Bay Times",
        "1 with the text of others (Kestrian Wire 1)",
        "2 days after the event",
        "alone to say:",
    ):
        assert words in text, words
