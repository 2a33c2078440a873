"""First, last and longest without, from a store: what counts, what might count, and what less evidence makes of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from dragoman.cli.ask import first_day, last_day
from dragoman.exports.answers.ask import page
from dragoman.exports.answers.encode import as_json
from dragoman.exports.answers.terminal import as_text
from dragoman.record.bounds import Bounds
from dragoman.record.claims import Claim
from dragoman.store.opening import create
from dragoman.store.store import Store
from dragoman.terms.errors import NotFound
from dragoman.views.ask import Asked, ask
from dragoman.views.question import Question
from dragoman.views.scope import Scope
from tests.meeting_claims import CORVIN, DOLVAN, KESTRIA, MALTA, ORLIK, ORVANIA, TARNOW, TAVLAND, fill, on, team, told

OLD = told("2026-01-20", "held", when=on("2024-10-01", "2024-10-31", "month"))
CALL = told("2026-01-20", "held", (DOLVAN, TARNOW), when=on("2025-06-02"), kind="call", level="leaders")
ROUND = told(
    "2026-02-06",
    "held",
    when=on("2026-02-05"),
    place="Valletta",
    teams=[team(ORVANIA, CORVIN, "ministers"), team(KESTRIA, ORLIK, "senior-officials")],
)
AGAIN = told("2026-02-07", "held", when=on("2026-02-05"), place="Valletta", publisher="Halden Courier")
SECRET = told("2026-02-20", "held", (ORLIK, CORVIN), level="ministers", publisher="Halden Courier")
APART = told("2026-02-25", "held", (TAVLAND, MALTA), when=on("2026-02-24"))
COMING = told("2026-03-01", when=on("2026-03-20"), level="leaders")
CASE = (OLD, CALL, ROUND, AGAIN, SECRET, APART, COMING)
BETWEEN = ("Orvania", "Kestria")


@pytest.fixture(scope="module")
def asking(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Ask a store that holds some claims; each case of claims is put into a store once."""
    folder = tmp_path_factory.mktemp("ask")
    stores: dict[tuple[str, ...], Store] = {}

    def put(which: str, *, claims: tuple[Claim, ...] = CASE, **told: Any) -> Asked:
        key = tuple(claim.id for claim in claims)
        if key not in stores:
            stores[key] = create(f"sqlite:///{folder / f'{len(stores)}.sqlite'}")
            fill(stores[key], claims)
        bounds = Bounds(as_of=told.pop("as_of", None))
        question = Question(kinds=told.pop("kinds", None), actor=told.pop("actor", None))
        with stores[key].shelf(bounds) as shelf:
            scope = Scope(shelf)
            answer = ask(scope, question, which=which, **told)
            assert as_text(page(answer))
            assert as_json("ask", answer, bounds, scope.today)
            return answer

    yield put
    for store in stores.values():
        store.close()


def days(answer: Asked) -> tuple[date | None, date | None] | None:
    """Return the days of the contact that answers."""
    return None if answer.answer is None else (answer.answer.start, answer.answer.end)


def test_first_and_last(asking: Any) -> None:
    """The first contact is the earliest that was held, the last the latest; what is planned is none."""
    assert days(asking("first", between=BETWEEN)) == (date(2024, 10, 1), date(2024, 10, 31))
    last = asking("last", between=BETWEEN)
    assert days(last) == (date(2026, 2, 5), date(2026, 2, 5))
    assert [c.start for c in last.planned] == [date(2026, 3, 20)]
    assert days(asking("last", between=BETWEEN, also_planned=True)) == (date(2026, 3, 20), date(2026, 3, 20))


def test_a_level_is_told_or_unknown(asking: Any) -> None:
    """A level counts where it is told, by the report or by its delegations; a contact of no told level stands apart."""
    answer = asking("first", between=BETWEEN, level="ministers", kinds=frozenset({"talks"}))
    assert (days(answer), answer.answer.level) == ((date(2026, 2, 5), date(2026, 2, 5)), "ministers")
    assert [c.start for c in answer.possible] == [date(2024, 10, 1)]
    assert asking("first", between=BETWEEN, level="leaders").answer.kind == "call"


def test_a_day_is_told_or_unknown(asking: Any) -> None:
    """A contact of which no report tells the day is possible, and never the answer."""
    answer = asking("first", claims=(SECRET,), between=BETWEEN)
    assert (answer.answer, [c.start for c in answer.possible]) == (None, [None])


def test_since_is_after_and_shows_what_came_before(asking: Any) -> None:
    """ "Since October 2024" is after it; the contact of that time is shown too."""
    answer = asking("first", between=BETWEEN, since=last_day("2024-10"), level="leaders")
    assert (days(answer), answer.previous.end) == ((date(2025, 6, 2), date(2025, 6, 2)), date(2024, 10, 31))
    assert days(asking("last", between=BETWEEN, before=first_day("2026-02-05"))) == (date(2025, 6, 2), date(2025, 6, 2))


def test_contacts_of_others_are_none(asking: Any) -> None:
    """Both sides must be parties; without sides everybody's contacts count."""
    assert asking("last", between=("Tavland", "Malta")).answer.title == "Talks: Malta and Tavland"
    assert asking("last", between=("Tavland", "Kestria")).answer is None
    assert asking("last").answer.title == "Talks: Malta and Tavland"
    assert asking("last", actor="Kestria").answer.place == "Valletta"


def test_persons_meet(asking: Any) -> None:
    """Between persons, they themselves must have met."""
    assert asking("last", between=("Dolvan", "Tarnow")).answer.kind == "call"


def test_gaps(asking: Any) -> None:
    """A gap lasts from the end of a round to the start of the next; a planned round can end one, and a call is no round."""
    answer = asking("gap", between=BETWEEN)
    assert [(g.days, g.days_at_most, g.before.planned) for g in answer.gaps] == [(462, 492, False), (43, 43, True)]


def test_a_gap_that_lasts(asking: Any) -> None:
    """Where nothing is planned, the gap lasts to the day from which the record is seen."""
    answer = asking("gap", claims=(ROUND, APART), between=BETWEEN)
    assert [(g.days, g.before, g.until) for g in answer.gaps] == [(20, None, date(2026, 2, 25))]


def test_less_evidence(asking: Any) -> None:
    """The answer holds with what several origins tell alone, and changes where one origin alone told it."""
    last = asking("last", between=BETWEEN)
    assert (last.holds, len(last.answer.origins)) == ("holds under all evidence", 2)
    first = asking("first", between=BETWEEN)
    assert first.holds == "changes when single-origin claims are dropped"
    assert [(v.dropped, v.same) for v in first.sensitivity][:2] == [
        ("disputed claims", True),
        ("single-origin claims", False),
    ]
    assert first.sensitivity[1].answer.start == date(2026, 2, 5)


def test_a_disputed_contact(asking: Any) -> None:
    """Where a report denies that they met, the answer says what it would be without."""
    denied = told("2026-02-08", "denied", when=on("2026-02-05"), place="Valletta", publisher="Kestrian Daily")
    answer = asking("last", claims=(OLD, ROUND, denied), between=BETWEEN)
    assert answer.answer.disputed
    assert answer.holds == "changes when disputed claims are dropped"
    assert answer.sensitivity[0].answer.start == date(2024, 10, 1)


def test_as_of(asking: Any) -> None:
    """Nothing that was published later is known."""
    assert days(asking("last", between=BETWEEN, as_of=date(2026, 1, 31))) == (date(2025, 6, 2), date(2025, 6, 2))


def test_direct(asking: Any) -> None:
    """A contact of one side alone is not direct."""
    alone = told("2026-02-28", "held", (ORVANIA,), when=on("2026-02-27"))
    assert asking("last", claims=(*CASE, alone)).answer.start == date(2026, 2, 27)
    assert asking("last", claims=(*CASE, alone), contact="direct").answer.start == date(2026, 2, 24)


def test_nothing(asking: Any) -> None:
    """An empty record and a level that nobody met at have no answer; an unknown side is said."""
    assert asking("first", claims=()).holds == "nothing in the record answers this"
    assert asking("gap", claims=()).gaps == ()
    with pytest.raises(NotFound) as raised:
        asking("first", between=("Orvanie", "Kestria"))
    assert "Orvania" in raised.value.near


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2022-02", "2022-02-01", "2022-02-28"),
        ("2022", "2022-01-01", "2022-12-31"),
        ("2022-03-04", "2022-03-04", "2022-03-04"),
    ],
)
def test_days_that_are_written(written: str, first: str, last: str) -> None:
    """A day, a month or a year has its first and its last day."""
    assert (first_day(written).isoformat(), last_day(written).isoformat()) == (first, last)
