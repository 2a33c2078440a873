"""One report to be read: text, findings, what became of them, versions, copies."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dragoman.exports.answers.report import page
from dragoman.exports.answers.terminal import as_text
from dragoman.record.bounds import Bounds
from dragoman.terms.errors import NotFound
from dragoman.terms.findings import Position
from dragoman.views import report as reading
from dragoman.views.report import report
from tests.conformance.filings import Line, filing
from tests.unit.views.conftest import Case

TRUCE = Line("position", "Kestria", "the 45-day truce")
DAM = Line("meeting", "Ostland", "Valletta", date(2026, 3, 12))
COUNT = Line("figure", "Mira Vane", "the prisoners")
URL = "https://aune.example/truce"
ONE = filing(
    "2026-03-08", TRUCE, DAM, COUNT, unread="Something was meant.", publisher="Aune Post", title="One", url=URL
)
TWO = filing("2026-03-09", TRUCE, COUNT, publisher="Aune Post", title="Two", url=URL)
Make = Callable[..., Case]


def test_the_text_and_all_findings_in_its_order(case: Make) -> None:
    """Each quotes the text at its place; the text is what arrived; what was not understood stands beside it."""
    found = case(ONE).ask(report, own={"id": ONE.id})
    assert found.text == ONE.report.text
    assert [read.kind for read in found.findings] == ["position", "meeting", "figure"]
    for cited in [*(c for read in found.findings for c in read.evidence), *found.unread]:
        assert found.text[cited.start : cited.end] == cited.quote
    assert [cited.quote for cited in found.unread] == ["Something was meant."]
    assert {(read.state, read.machine, read.verdict, read.added) for read in found.findings} == {
        ("counts", None, None, False)
    }
    assert (found.card.title, found.versions, found.relatives, found.retracted) == ("One", (), (), None)


def test_some_kinds_alone(case: Make) -> None:
    """Where only these are asked for."""
    found = case(ONE).ask(report, own={"id": ONE.id}, kinds=frozenset({"figure"}))
    assert [read.kind for read in found.findings] == ["figure"]


def test_an_edited_finding_has_the_machines_beside_it(case: Make) -> None:
    """With who edited it and why."""
    made = case(ONE)
    claim = made.ask(report, own={"id": ONE.id}).findings[0].claim
    made.hand("ben").edit(claim, [("stance", "rejects")], "the words say so")
    read = made.ask(report, own={"id": ONE.id}).findings[0]
    assert isinstance(read.finding, Position)
    assert isinstance(read.machine, Position)
    assert (read.finding.stance, read.machine.stance, read.by, read.accepted) == ("rejects", "demands", "ben", True)
    assert read.verdict is not None
    assert (read.verdict.verb, read.verdict.why) == ("edit", "the words say so")
    assert "the machine read: demands" in as_text(page(made.ask(report, own={"id": ONE.id})), width=160)


def test_what_was_taken_out_is_shown_as_such(case: Make) -> None:
    """A rejected and a retracted finding stay beside the words, with the decision; of a retracted report all of them."""
    made = case(ONE)
    claims = [read.claim for read in made.ask(report, own={"id": ONE.id}).findings]
    made.hand().judge("reject", claims[0])
    made.hand().retract(claims[1])
    states = [read.state for read in made.ask(report, own={"id": ONE.id}).findings]
    assert states == ["rejected", "retracted", "counts"]
    made.hand().retract(ONE.id, "hoax")
    found = made.ask(report, own={"id": ONE.id})
    assert [read.state for read in found.findings] == ["rejected", "retracted", "retracted"]
    assert found.retracted is not None
    assert found.retracted.why == "hoax"
    assert "retracted by ana" in as_text(page(found))


def test_a_persons_own_finding(case: Make) -> None:
    """It stands among the others at its words, marked; when it is undone it is gone."""
    made = case(ONE)
    start = ONE.report.text.index("Something")
    hand = made.hand("ada")
    hand.add(
        ONE.id,
        "position",
        [(start, start + 9)],
        [("actor", "state:Ostland"), ("stance", "rejects"), ("about", "the dam")],
    )
    read = made.ask(report, own={"id": ONE.id}).findings[-1]
    assert (read.added, read.by, read.machine, read.state) == (True, "ada", None, "counts")
    assert [(cited.quote, cited.found_by) for cited in read.evidence] == [("Something", "ada")]
    hand.judge("reject", read.claim)
    assert made.ask(report, own={"id": ONE.id}).findings[-1].state == "rejected"
    hand.undo()
    hand.undo()
    assert len(made.ask(report, own={"id": ONE.id}).findings) == 3


def test_versions_with_what_changed(case: Make) -> None:
    """The later version says what went; what it repeats is counted in the first."""
    made = case(ONE, TWO)
    found = made.ask(report, own={"id": TWO.id})
    assert [(v.card.id, v.current) for v in found.versions] == [(ONE.id, False), (TWO.id, True)]
    assert found.versions[0].segments == ()
    gone = [s.text.strip() for s in found.versions[1].segments if s.change == "gone"]
    assert gone == [str(DAM), "Something was meant."]
    assert {read.state for read in found.findings} == {"repeated"}
    first = {read.kind: read.withdrawn for read in made.ask(report, own={"id": ONE.id}).findings}
    assert first == {"position": None, "meeting": date(2026, 3, 9), "figure": None}
    text = as_text(page(found))
    assert "- Something was meant." in text
    assert "an earlier version of the article says the same" in text


def test_of_very_many_versions_those_near_are_compared(case: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """All are listed."""
    monkeypatch.setattr(reading, "VERSIONS", 2)
    many = [filing(f"2026-03-{day:02}", TRUCE, unread=f"Number {day} was said.", url=URL) for day in range(1, 6)]
    found = case(*many).ask(report, own={"id": many[-1].id})
    assert [bool(version.segments) for version in found.versions] == [False, False, False, False, True]


def test_reports_that_share_the_text(case: Make) -> None:
    """A copy and its original know each other, with the words that both have."""
    lines = tuple(Line("position", "Mira Vane", f"the {word} of the long list of things") for word in "abcdefgh")
    original = filing("2026-03-08", *lines, publisher="Kestrian Wire")
    copy = filing("2026-03-09", *lines, TRUCE, publisher="Bay Times")
    made = case(original, copy)
    (relative,) = made.ask(report, own={"id": copy.id}).relatives
    assert (relative.card.id, relative.copy, relative.earlier) == (original.id, True, True)
    assert all(copy.report.text[start:end] in original.report.text for start, end in relative.spans)
    assert not made.ask(report, own={"id": original.id}).relatives[0].earlier


def test_what_is_no_story_is_told(case: Make) -> None:
    """A credit at the foot of a page is furniture."""
    made = filing("2026-03-08", TRUCE, unread="(Reporting by Ada Lind; editing by Hans Ude)")
    found = case(made).ask(report, own={"id": made.id})
    assert [found.text[aside.start : aside.end] for aside in found.furniture] == [
        "(Reporting by Ada Lind; editing by Hans Ude)"
    ]


def test_a_report_that_is_not_there(case: Make) -> None:
    """It is told, also where it was published after the day of the bounds."""
    made = case(ONE)
    with pytest.raises(NotFound, match="report"):
        made.ask(report, own={"id": "nothing"})
    with pytest.raises(NotFound, match="report"):
        made.ask(report, bounds=Bounds(as_of=date(2026, 3, 7)), own={"id": ONE.id})
