"""The first page: each part says what its own view says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from dragoman.exports.answers.encode import as_json
from dragoman.record.bounds import Bounds
from dragoman.views.changes import changes
from dragoman.views.coverage import coverage
from dragoman.views.overview import overview
from dragoman.views.positions import positions
from tests.conformance.filings import Line, filing
from tests.unit.views.conftest import Case

TRUCE = Line("position", "Kestria", "the 45-day truce")
OLD = filing("2026-03-08", TRUCE, Line("meeting", "Ostland", "Valletta", date(2026, 3, 9)), publisher="Aune Post")
NEW = filing("2026-03-10", Line("meeting", "Ostland", "Port Aune", date(2026, 3, 20)), publisher="Bay Times")
LATE = filing("2026-03-09", Line("position", "Ostland", "the dam"), publisher="Aune Post")
Make = Callable[..., Case]


def test_what_comes_and_where_parties_stand(case: Make) -> None:
    """Meetings whose day has not passed; the proposals of the grid with the stance of each party."""
    made = case(OLD, NEW)
    found = made.ask(overview)
    assert [(item.state, item.day) for item in found.meetings] == [("scheduled", date(2026, 3, 20))]
    grid = made.ask(positions)
    assert found.parties == grid.parties
    assert [(row.id, dict(row.stances)) for row in found.positions] == [
        (row.id, {one.party: one.stance for one in row.parties}) for row in grid.items
    ]


def test_what_is_overdue(case: Make) -> None:
    """What was to be by a day that passed."""
    assert [(owed.due, owed.status) for owed in case(OLD, NEW).ask(overview).overdue] == [(date(2026, 3, 9), "overdue")]


def test_without_a_moment_the_last_day_is_new(case: Make) -> None:
    """As the view of changes tells it."""
    made = case(OLD, NEW)
    found = made.ask(overview).fresh
    assert (found.since, found.reports) == (None, 1)
    assert found.changes == made.ask(changes, limit=10)


def test_since_a_moment_it_is_what_was_recorded_after_it(case: Make) -> None:
    """Whatever the day of publication; changes that only older reports tell are none."""
    made = case(OLD, NEW, later=(LATE,))
    found = made.ask(overview, own={"since": "2026-01-15T00:00:00Z"}).fresh
    assert (found.reports, found.first, found.last) == (1, date(2026, 3, 9), date(2026, 3, 9))
    told = [*found.changes.happened, *found.changes.learned]
    assert told
    assert {cited.report for one in told for cited in one.evidence} == {LATE.id}
    nothing = made.ask(overview, own={"since": "2026-02-02T00:00:00Z"}).fresh
    assert (nothing.reports, nothing.changes.happened, nothing.changes.learned) == (0, (), ())
    unknown_yet = made.ask(
        overview, bounds=Bounds(known_at="2026-01-20T00:00:00Z"), own={"since": "2026-01-15T00:00:00Z"}
    )
    assert unknown_yet.fresh.reports == 0


def test_coverage_of_a_month(case: Make) -> None:
    """The days with reports of the last thirty."""
    made = case(OLD, NEW, filing("2025-12-01", TRUCE))
    found = made.ask(overview)
    assert (found.first, found.last) == (date(2026, 2, 9), date(2026, 3, 10))
    assert found.coverage == made.ask(coverage, first=found.first).days


def test_as_of_a_day(case: Make) -> None:
    """It is the first page of that day."""
    made = case(OLD, NEW)
    found = made.ask(overview, bounds=Bounds(as_of=date(2026, 3, 8)))
    assert [item.day for item in found.meetings] == [date(2026, 3, 9)]
    assert (found.overdue, found.last) == ((), date(2026, 3, 8))


def test_an_empty_case(case: Make) -> None:
    """Nothing is made up, and it can be written as JSON."""
    found = case().ask(overview)
    assert (found.meetings, found.positions, found.first, found.fresh.reports) == ((), (), None, 0)
    assert '"fresh"' in as_json("overview", found, Bounds(), None)
