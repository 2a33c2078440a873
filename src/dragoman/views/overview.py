"""The first page: what is new, what comes, where the parties stand, what is open, overdue and disputed, and what was covered.

Each part is the answer of its own view with a small limit, so that the page says nothing that the others do not say.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.record.docket import OPEN
from dragoman.views.changes import Change, Changes, changes
from dragoman.views.conditions import Condition
from dragoman.views.coverage import Day, coverage
from dragoman.views.disagreements import Disagreement, disagreements
from dragoman.views.docket import docket
from dragoman.views.docket_item import Item
from dragoman.views.grid import Row
from dragoman.views.obligations import Obligation, obligations
from dragoman.views.positions import positions
from dragoman.views.question import Question
from dragoman.views.remembering import remembered
from dragoman.views.scope import Scope

FEW = 5
LOOK = 20
"""Items of a view that are looked at for a few that fit, such as meetings that are still to come."""
COVERED = 30
"""Days of the coverage, and of what was overdue or disputed of late."""
FRESH = timedelta(days=7)
"""What is new is looked for among what was published so long before the day from which the record is seen."""
CHANGES = 10
MANY = 200
"""Changes that are looked at for those that new reports tell."""


@dataclass(frozen=True, slots=True)
class Fresh:
    """What is new: `reports` were recorded after `since`, published from `first` to `last`.

    `changes` are those that these reports tell, of the last week at most. Without a moment it is what the last day with reports changed.
    """

    since: str | None
    reports: int
    first: date | None
    last: date | None
    changes: Changes


@dataclass(frozen=True, slots=True)
class Small:
    """A proposal and where the parties stand on it: the stance by the name of the party."""

    id: str
    name: str
    last: date
    stances: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Overview:
    """The first page. `coverage` are the days with reports from `first` to `last`."""

    fresh: Fresh
    meetings: tuple[Item, ...]
    parties: tuple[str, ...]
    positions: tuple[Small, ...]
    conditions: tuple[Condition, ...]
    overdue: tuple[Obligation, ...]
    disagreements: tuple[Disagreement, ...]
    coverage: tuple[Day, ...]
    first: date | None
    last: date | None


@remembered
def overview(scope: Scope, question: Question, *, since: str | None = None) -> Overview:
    """Return the first page as of the day from which the record is seen; `since` is the moment of the last visit (ISO, UTC)."""
    today = scope.today
    asked = Question(actor=question.actor, limit=FEW)
    if today is None:
        return Overview(Fresh(since, 0, None, None, changes(scope, asked)), (), (), (), (), (), (), (), None, None)
    first = today - timedelta(days=COVERED - 1)
    grid = positions(scope, asked)
    return Overview(
        fresh=_fresh(scope, asked, since, today),
        meetings=_to_come(scope, asked, today),
        parties=grid.parties,
        positions=tuple(map(_small, grid.items)),
        conditions=_open(grid.items),
        overdue=_overdue(scope, asked, first, today),
        disagreements=disagreements(scope, replace(asked, first=first)).items[:FEW],
        coverage=coverage(scope, replace(asked, actor=None, first=first, last=today)).days,
        first=first,
        last=today,
    )


def _fresh(scope: Scope, asked: Question, since: str | None, today: date) -> Fresh:
    """Return what is new. Nothing later than today is known within the bounds, so the changes are those until today."""
    if since is None:
        told = changes(scope, replace(asked, last=today, limit=CHANGES))
        return Fresh(None, told.reports, told.first, told.last, told)
    added = scope.shelf.added(since)
    if added.first is None or added.last is None:
        return Fresh(since, 0, None, None, Changes(today, today, (), (), 0, (), None))
    first = max(added.first - timedelta(days=1), today - FRESH)
    told = changes(scope, replace(asked, first=first, last=today, limit=MANY))
    new = {card.id for card in scope.shelf.cards(first=first, last=today) if card.recorded > since}
    happened, learned = _told_by(new, told.happened), _told_by(new, told.learned)
    return Fresh(since, added.reports, added.first, added.last, replace(told, happened=happened, learned=learned))


def _told_by(reports: set[str], told: Iterable[Change]) -> tuple[Change, ...]:
    """Return the changes that one of these reports tells."""
    return tuple(one for one in told if any(cited.report in reports for cited in one.evidence))[:CHANGES]


def _to_come(scope: Scope, asked: Question, today: date) -> tuple[Item, ...]:
    """Return the next meetings that are still to come."""
    page = docket(scope, replace(asked, first=today, limit=LOOK))
    coming = (item for item in page.items if item.state in OPEN and (item.planned is None or item.planned.end >= today))
    return tuple(coming)[:FEW]


def _small(row: Row) -> Small:
    return Small(row.id, row.name, row.last, {one.party: one.stance for one in row.parties})


def _open(rows: Iterable[Row]) -> tuple[Condition, ...]:
    """Return the open conditions on the proposals that were told of last."""
    return tuple(one for row in rows for one in row.conditions if one.status == "open")[:FEW]


def _overdue(scope: Scope, asked: Question, first: date, today: date) -> tuple[Obligation, ...]:
    """Return what is overdue of the last days, the latest due first."""
    found = obligations(scope, replace(asked, first=first, last=today, limit=LOOK), status=("overdue",)).items
    return tuple(sorted(found, key=lambda owed: owed.due, reverse=True)[:FEW])
