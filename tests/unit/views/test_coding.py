"""Findings drawn to be coded blind: the same name draws the same, whatever people think of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dragoman.terms.errors import NotFound
from dragoman.views import coding
from dragoman.views.coding import Drawn, Plan, items_of, plan_of, sample
from dragoman.views.question import Question
from dragoman.views.scope import Scope
from tests.conformance.filings import Line, filing, many
from tests.unit.views.conftest import Case

MOMENT = "2026-01-15T00:00:00.000000+00:00"
Make = Callable[..., Case]


def drawn(made: Case, plan: Plan) -> Drawn:
    """Return a sample as its plan has it."""
    found = made.ask(sample, bounds=plan.bounds, own={"name": plan.name, "size": plan.size}, **_asked(plan))
    assert isinstance(found, Drawn)
    return found


def _asked(plan: Plan) -> dict[str, object]:
    question = plan.question
    return {"first": question.first, "last": question.last, "kinds": question.kinds}


def test_the_same_plan_draws_the_same(case: Make) -> None:
    """Another name draws others; a larger sample holds the smaller."""
    made = case(*many(30))
    plan = Plan("spring", 10, MOMENT)
    one = drawn(made, plan)
    assert (len(one.items), len({item.claim for item in one.items}), one.whole) == (10, 10, True)
    assert drawn(made, plan) == one
    assert drawn(made, Plan("autumn", 10, MOMENT)).items != one.items


def test_days_and_kinds_bound_it(case: Make) -> None:
    """Only what was published then, only of these kinds."""
    made = case(*many(30))
    plan = Plan("spring", 50, MOMENT, date(2025, 5, 10), date(2025, 5, 20), ("meeting", "position"))
    items = drawn(made, plan).items
    assert items
    assert {item.kind for item in items} <= {"meeting", "position"}
    assert all(date(2025, 5, 10) <= item.published <= date(2025, 5, 20) for item in items)


def test_nothing_that_comes_later_changes_it(case: Make) -> None:
    """Neither reports nor decisions: each finding is shown as the machine made it, with no word of what people think."""
    first, later = many(20), many(10, seed=2, first="2025-06-20")
    made = case(*first, later=tuple(later))
    plan = Plan("spring", 8, MOMENT)
    before = drawn(made, plan)
    assert {item.report for item in before.items} <= {one.id for one in first}
    position = next(item for item in before.items if item.kind != "meeting")
    made.hand().judge("reject", position.claim)
    made.hand().retract(before.items[0].report)
    assert drawn(made, plan) == before


def test_words_are_shown_in_what_stands_around_them(case: Make) -> None:
    """The passage holds the evidence and is of the text."""
    one = filing("2026-03-08", Line("position", "Kestria", "the dam"), Line("figure", "Mira Vane", "the prisoners"))
    made = case(one)
    for item in drawn(made, Plan("all", 5, MOMENT)).items:
        assert one.report.text[item.passage.start : item.passage.end] == item.passage.quote
        assert item.passage.start <= item.evidence[0].start < item.evidence[-1].end <= item.passage.end


def test_a_sample_that_was_drawn_can_be_shown_again(case: Make) -> None:
    """By the ids of its findings, in the same order."""
    made = case(*many(20))
    before = drawn(made, Plan("spring", 8, MOMENT)).items
    with made.store.shelf() as shelf:
        assert items_of(Scope(shelf), [*(item.claim for item in before), "nothing"]) == before
        assert items_of(Scope(shelf), []) == ()


def test_a_long_record(case: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is drawn out of the latest findings, and says so."""
    monkeypatch.setattr(coding, "DRAWN_FROM", 5)
    found = drawn(case(*many(20)), Plan("spring", 3, MOMENT))
    assert (found.of, found.whole, len(found.items)) == (5, False, 3)


def test_a_publisher(case: Make) -> None:
    """Where one is asked for."""
    made = case(*many(30))
    found = made.ask(sample, own={"name": "x", "size": 50}, publisher="Aune Post")
    assert {cited.publisher for item in found.items for cited in item.evidence} == {"Aune Post"}


@pytest.mark.parametrize(
    "plan",
    [
        Plan("spring", 50, MOMENT),
        Plan("spring, first", 1, MOMENT, date(2026, 3, 1), None, ("meeting",)),
        Plan("", 2, MOMENT, None, date(2026, 3, 1), ("meeting", "figure")),
    ],
)
def test_a_name_tells_its_plan(plan: Plan) -> None:
    """And so the same sample can be drawn by whoever has the name."""
    again = plan_of(plan.name)
    assert again.name == plan.name
    assert (again.size, again.question) == (plan.size, plan.question)
    assert again.question == Question(first=plan.first, last=plan.last, kinds=frozenset(plan.kinds) or None)


@pytest.mark.parametrize(
    "name", ["", "spring", "a~0~~~~m", "a~x~~~~m", "a~5~monday~~~m", "a~5~~~nothing~m", "a~b~5~~~~m"]
)
def test_a_name_that_no_plan_has(name: str) -> None:
    """It is told."""
    with pytest.raises(NotFound, match="sample"):
        plan_of(name)
