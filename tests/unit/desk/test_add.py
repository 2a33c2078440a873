"""A person's own finding: made of words of a report, counted like any other, until it is taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import pytest

from dragoman.assembly import Reader
from dragoman.desk.decide import Hand
from dragoman.desk.reread import Hand as Rereader
from dragoman.desk.reread import reread
from dragoman.desk.take_in import Provenance
from dragoman.record.claims import Claim
from dragoman.record.filing import Filing, file_report
from dragoman.record.packing import unpack
from dragoman.record.shelf import Wanted
from dragoman.store.store import Store
from dragoman.terms.errors import DecisionError, EditError, NotFound
from dragoman.terms.findings import Meeting, Position
from dragoman.terms.report import Report
from dragoman.views.actor import actor
from dragoman.views.decisions import decisions
from dragoman.views.docket import docket
from dragoman.views.positions import positions
from dragoman.views.question import Question
from dragoman.views.scope import Scope
from dragoman.views.timeline import timeline

LUND = [("actor", "Erik Lund"), ("stance", "supports"), ("about", "a longer truce"), ("date", "2025-05-14")]


@pytest.fixture
def hand(store: Store, clock: Callable[[], str]) -> Hand:
    """A person with a pen."""
    return Hand(store, "ada", clock)


@pytest.fixture
def report(filings: tuple[Filing, ...]) -> Filing:
    """The second report."""
    return filings[1]


def span(report: Filing, words: str) -> tuple[int, int]:
    """Return where words stand in a report."""
    start = report.report.text.index(words)
    return start, start + len(words)


def giving(one: Filing) -> Callable[[Iterable[Report]], Iterator[Filing]]:
    """Return a reader that reads this, whatever it is given."""
    return lambda _: iter([one])


def counted(store: Store) -> dict[str, Claim]:
    """Return the claims that count."""
    with store.shelf() as shelf:
        return {claim.id: claim for claim in Scope(shelf).claims(Wanted())}


def test_it_counts_like_any_other_finding(store: Store, hand: Hand, report: Filing) -> None:
    """It is found by its actor, its matter and its day, with the words that were selected and who selected them."""
    before = counted(store)
    taken = hand.add(report.id, "position", [span(report, "the talks were useful")], LUND, "that is what it means")
    (key,) = taken.decision.things
    claim = counted(store)[key]
    assert counted(store).keys() - before.keys() == {key}
    assert isinstance(claim.finding, Position)
    assert (claim.finding.stance, claim.by, claim.accepted, claim.day.isoformat()) == (
        "supports",
        "ada",
        True,
        "2025-05-14",
    )
    assert [piece.quote for piece in claim.finding.evidence] == ["the talks were useful"]
    assert claim.finding.why.found_by == "ada"
    with store.shelf() as shelf:
        scope = Scope(shelf)
        told = timeline(scope, Question(kinds=frozenset({"position"}))).items
        assert [c.found_by for one in told for c in one.evidence if c.claim == key] == ["ada"]
        assert "longer truce" in {row.name for row in positions(scope, Question()).items}
        sections = actor(scope, Question(), name="Erik Lund").sections
        assert key in {one.id for section in sections for one in section.items}


def test_a_meeting_of_ones_own_is_on_the_docket(store: Store, hand: Hand, report: Filing) -> None:
    """With its parties, also those whom the record did not know."""
    values = [
        ("kind", "call"),
        ("status", "held"),
        ("parties", "Erik Lund"),
        ("parties", "person:Hans Ude"),
        ("date", "2025-05-15"),
    ]
    key = hand.add(report.id, "meeting", [span(report, "the talks were useful")], values).decision.things[0]
    assert isinstance(counted(store)[key].finding, Meeting)
    with store.shelf() as shelf:
        items = docket(Scope(shelf), Question()).items
    assert ["Erik Lund", "Hans Ude"] in [[who.name for who in item.parties] for item in items if item.kind == "call"]


def test_it_can_be_edited_rejected_and_undone(store: Store, hand: Hand, report: Filing) -> None:
    """Each takes hold and each can be taken back, to the state before it was made."""
    before = counted(store)
    key = hand.add(report.id, "position", [span(report, "the talks were useful")], LUND).decision.things[0]
    hand.edit(key, [("stance", "rejects")])
    finding = counted(store)[key].finding
    assert isinstance(finding, Position)
    assert (finding.stance, finding.why.found_by) == ("rejects", "ada")
    hand.judge("reject", key)
    assert key not in counted(store)
    for _ in range(3):
        hand.undo()
    assert counted(store) == before


def test_the_same_again_is_not_written_twice(store: Store, hand: Hand, report: Filing) -> None:
    """It is told that it is there; with other values it is an edit, and so it is for what a machine found."""
    where = [span(report, "the talks were useful")]
    first = hand.add(report.id, "position", where, LUND)
    again = hand.add(report.id, "position", where, LUND)
    assert (again.new, again.decision) == (False, first.decision)
    with pytest.raises(DecisionError, match="edit or accept it"):
        hand.add(report.id, "position", where, [*LUND[:1], ("stance", "rejects"), LUND[2]])
    own = next(c for c in counted(store).values() if isinstance(c.finding, Position) and c.by is None)
    assert isinstance(own.finding, Position)
    spans = [(piece.start, piece.end) for piece in own.finding.evidence]
    values = [("actor", own.finding.actor.name), ("stance", "rejects"), ("about", "something else")]
    with pytest.raises(DecisionError, match=own.id):
        hand.add(own.card.id, "position", spans, values)


def test_it_outlives_a_new_reading(
    store: Store, hand: Hand, report: Filing, reader: Reader, clock: Callable[[], str]
) -> None:
    """Reading anew neither finds nor loses it, and no decision is written for it."""
    key = hand.add(report.id, "position", [span(report, "the talks were useful")], LUND).decision.things[0]
    before = counted(store)[key]
    files = lambda reports: map(file_report, reader.read(reports))  # noqa: E731 - as the desk reads
    list(reread(store, files, Provenance("newer", "newer"), Rereader("ben", clock)))
    assert counted(store)[key] == before
    with store.shelf() as shelf:
        assert [d.verb for d in shelf.decisions()] == ["add"]
        assert [(one.state, one.verb) for one in decisions(Scope(shelf), Question()).items] == [("holds", "add")]


def test_what_a_later_reader_makes_of_the_same_words_stands_beside_it(
    new_store: Store, filings: tuple[Filing, ...], clock: Callable[[], str]
) -> None:
    """The person's values count, the machine's are the machine's; when that reader's finding goes, the person's stays."""
    whole = filings[0]
    found = next(one for one in whole.filed if one.kind == "position")
    less = replace(whole, filed=tuple(one for one in whole.filed if one.id != found.id))
    new_store.take([less], recorded="2025-05-20T10:00:00.000000+00:00", reader="older", codebook="older")
    finding, _, _ = unpack(found.kind, found.packed)
    assert isinstance(finding, Position)
    hand = Hand(new_store, "ada", clock)
    who = ("actor", f"{finding.actor.kind}:{finding.actor.name}")
    where = [(piece.start, piece.end) for piece in finding.evidence]
    values = [who, ("stance", "undecided"), ("about", "something else")]
    assert hand.add(whole.id, "position", where, values).decision.things == (found.id,)
    mine = counted(new_store)[found.id]
    for reading in (whole, less):
        list(reread(new_store, giving(reading), Provenance("newer", "newer"), Rereader("ben", clock)))
        assert counted(new_store)[found.id] == mine
    with new_store.shelf() as shelf:
        assert [decision.verb for decision in shelf.decisions()] == ["add"]


@pytest.mark.parametrize(
    ("spans", "values", "why"),
    [
        ([], LUND, "select the words"),
        ([(0, 0)], LUND, "there are no words"),
        ([(5, 100_000)], LUND, "there are no words"),
        ([(-3, 4)], LUND, "there are no words"),
    ],
)
def test_without_words_there_is_no_finding(
    hand: Hand, report: Filing, spans: list[tuple[int, int]], values: list[tuple[str, str]], why: str
) -> None:
    """None, empty ones, or such as lie outside of the text."""
    with pytest.raises(DecisionError, match=why):
        hand.add(report.id, "position", spans, values)


@pytest.mark.parametrize(
    ("kind", "values", "field"),
    [
        ("position", LUND[:2], "about"),
        ("position", [("stance", "agrees"), *LUND[2:]], "stance"),
        ("position", [*LUND, ("place", "Oslo")], "place"),
        ("position", [("actor", "Nobody Known"), *LUND[1:]], "actor"),
        ("meeting", [("kind", "talks"), ("status", "held")], "parties"),
        ("figure", [("value", "many")], "value"),
    ],
)
def test_what_must_be_known_is_asked_for(
    hand: Hand, report: Filing, kind: str, values: list[tuple[str, str]], field: str
) -> None:
    """And what is none of its values is refused, by field."""
    with pytest.raises(EditError, match=field):
        hand.add(report.id, kind, [(0, 6)], values)  # type: ignore[arg-type]


def test_a_report_that_is_not_there(hand: Hand) -> None:
    """It is told."""
    with pytest.raises(NotFound, match="report"):
        hand.add("nothing", "position", [(0, 3)], LUND)


def test_the_quoted_words_of_a_quotation_are_its_content(store: Store, hand: Hand, report: Filing) -> None:
    """They are selected once."""
    values = [("speaker", "Erik Lund"), ("type", "direct")]
    key = hand.add(report.id, "quotation", [span(report, "GENEVA, May 16")], values).decision.things[0]
    finding = counted(store)[key].finding
    assert finding.content == "GENEVA, May 16"  # type: ignore[union-attr]
