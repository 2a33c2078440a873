"""A person's decisions, checked against a real record and written at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.desk.decide import Hand
from dragoman.record.claims import Claim
from dragoman.record.shelf import Wanted
from dragoman.store.store import Store
from dragoman.terms.errors import DecisionError, EditError, NotFound
from dragoman.terms.findings import Meeting, Position
from dragoman.views.question import Question
from dragoman.views.review import review
from dragoman.views.scope import Scope


@pytest.fixture
def hand(store: Store, clock: Callable[[], str]) -> Hand:
    """A person with a pen."""
    return Hand(store, "ana", clock)


def claims(store: Store) -> tuple[Claim, ...]:
    """Return the claims that count."""
    with store.shelf() as shelf:
        return Scope(shelf).claims(Wanted())


def position(store: Store, actor: str, stance: str) -> Claim:
    """Return the position of an actor."""
    return next(
        c
        for c in claims(store)
        if isinstance(c.finding, Position) and c.finding.actor.name == actor and c.finding.stance == stance
    )


def meetings(store: Store) -> list[Claim]:
    """Return the claims about meetings."""
    return [c for c in claims(store) if isinstance(c.finding, Meeting)]


def test_a_rejected_finding_does_not_count_until_it_is_undone(store: Store, hand: Hand) -> None:
    """Rejecting takes it out of every question, undoing the last decision brings it back."""
    before = claims(store)
    taken = hand.judge("reject", position(store, "Ana Berg", "rejects").id, "misread")
    assert len(claims(store)) == len(before) - 1
    assert hand.undo().decision.things == (taken.decision.id,)
    assert claims(store) == before


def test_the_same_decision_twice_is_told_and_not_written(store: Store, hand: Hand) -> None:
    """The first one is shown again, the record has one."""
    claim = position(store, "Ana Berg", "rejects").id
    first, again = hand.judge("accept", claim), hand.judge("accept", claim)
    assert (first.new, again.new, again.decision) == (True, False, first.decision)
    with store.shelf() as shelf:
        assert shelf.decisions() == (first.decision,)


def test_an_edited_finding_is_found_by_its_new_values(store: Store, hand: Hand) -> None:
    """An edit moves a finding to its new day, matter and actor; the words stay; no page misses it or has it twice."""
    claim = position(store, "Ana Berg", "rejects")
    written = [("stance", "undecided"), ("date", "2025-05-10"), ("actor", "Erik Lund"), ("about", "a pause of a month")]
    hand.edit(claim.id, written, "the minutes say so")
    now = next(c for c in claims(store) if c.id == claim.id)
    assert isinstance(now.finding, Position)
    assert (now.finding.stance, now.finding.actor.name, now.day.isoformat(), now.by) == (
        "undecided",
        "Erik Lund",
        "2025-05-10",
        "ana",
    )
    assert now.finding.evidence == claim.finding.evidence
    with store.shelf() as shelf:
        scope = Scope(shelf)
        assert claim.id in {c.id for c in scope.claims(Wanted(first=now.day, last=now.day))}
        assert claim.id not in {c.id for c in scope.claims(Wanted(kinds=frozenset({"position"}), first=claim.day))}
        assert [c.id for c in scope.claims(Wanted(keys=frozenset({f"p:{now.finding.actor.id}"}), limit=1))] == [
            claim.id
        ]
        assert scope.ledger.find("a pause of a month")


def test_pages_of_edited_and_rejected_findings_are_whole(store: Store, hand: Hand) -> None:
    """Paging through the record gives each finding that counts once, in order, whatever was decided."""
    told = [c for c in claims(store) if c.kind in ("position", "meeting")]
    hand.judge("reject", told[0].id)
    hand.edit(told[-1].id, [("date", "2025-04-01")])
    hand.edit(told[1].id, [("date", "2025-07-01")])
    with store.shelf() as shelf:
        scope = Scope(shelf)
        for latest_first in (False, True):
            whole = scope.shelf.claims(Wanted(latest_first=latest_first))
            paged: list[Claim] = []
            while page := scope.shelf.claims(
                Wanted(latest_first=latest_first, limit=2, after=(paged[-1].day, paged[-1].id) if paged else None)
            ):
                paged += page
            assert tuple(paged) == whole
            assert told[0].id not in {c.id for c in whole}


def test_a_new_actor_is_made_by_the_person(store: Store, hand: Hand) -> None:
    """An actor that no report names is written with its kind, and can be asked for after."""
    claim = position(store, "Ana Berg", "rejects")
    with pytest.raises(EditError, match=r"nobody in the record is called 'Hans Ude'; write KIND:Hans Ude"):
        hand.edit(claim.id, [("actor", "Hans Ude")])
    hand.edit(claim.id, [("actor", "person:Hans Ude")])
    with store.shelf() as shelf:
        (found,) = Scope(shelf).cast.find("Hans Ude")
        assert (found.name, found.kind) == ("Hans Ude", "person")


def test_actors_are_merged_and_split(store: Store, hand: Hand) -> None:
    """What somebody puts together is one, what somebody parts is two; the later word holds."""
    hand.merge("actor", ("Ana Berg", "Erik Lund"), "one woman under two names")
    with store.shelf() as shelf:
        (one,) = Scope(shelf).cast.find("Ana Berg")
        assert one in Scope(shelf).cast.find("Erik Lund")
    with pytest.raises(DecisionError, match="are one already"):
        hand.merge("actor", ("Ana Berg", "Erik Lund"), "again")
    hand.split("actor", ("Erik Lund",), "no, they are two")
    with store.shelf() as shelf:
        assert set(Scope(shelf).cast.find("Ana Berg")).isdisjoint(Scope(shelf).cast.find("Erik Lund"))
    with pytest.raises(DecisionError, match="Erik Lund is alone already"):
        hand.split("actor", ("Erik Lund",), "again")
    hand.merge("actor", ("Ana Berg", "Erik Lund"), "one after all")
    with store.shelf() as shelf:
        assert set(Scope(shelf).cast.find("Ana Berg")) & set(Scope(shelf).cast.find("Erik Lund"))


def test_a_meeting_leaves_its_item_and_joins_it_again(store: Store, hand: Hand) -> None:
    """The talks announced and held are one item until somebody splits them; a link joins them again."""
    one, other = (claim.id for claim in meetings(store)[:2])
    with pytest.raises(DecisionError, match="belongs to"):
        hand.link(one, other)
    hand.split("meeting", (other,), "another meeting of the two")
    with pytest.raises(DecisionError, match="alone already"):
        hand.split("meeting", (other,), "again")
    linked = hand.link(other, one, "no, the same").decision
    assert linked.things == (other, one)
    with pytest.raises(DecisionError, match="belongs to"):
        hand.link(one, other)


def test_a_position_is_linked_to_a_proposal(store: Store, hand: Hand) -> None:
    """A position leaves the words of its report for the proposal that somebody names."""
    claim = position(store, "Ana Berg", "rejects")
    hand.edit(claim.id, [("about", "the offer")])
    hand.link(claim.id, "a 30-day truce", "that is what was offered")
    now = next(c for c in claims(store) if c.id == claim.id)
    with store.shelf() as shelf:
        ledger = Scope(shelf).ledger
        assert ledger.of(now.about or "").id == ledger.find("a 30-day truce")[0].id


def test_a_report_is_retracted_with_all_that_it_says(store: Store, hand: Hand) -> None:
    """Nothing of a retracted report counts; undoing it brings all back."""
    before = claims(store)
    report = before[0].card.id
    hand.retract(report, "the paper took it back")
    assert {c.card.id for c in claims(store)} == {c.card.id for c in before} - {report}
    hand.undo()
    assert claims(store) == before


def test_a_decision_is_taken_back_once(store: Store, hand: Hand) -> None:
    """Undoing twice is refused with the id that would bring it back, and that does."""
    claim = position(store, "Ana Berg", "rejects").id
    taken = hand.judge("reject", claim).decision
    undone = hand.retract(taken.id, "wrong line").decision
    with pytest.raises(DecisionError, match=f"undo {undone.id} to let it hold again"):
        hand.undo(taken.id)
    hand.undo(undone.id)
    assert claim not in {c.id for c in claims(store)}


@pytest.mark.parametrize("verb", ["judge", "retract", "undo", "merge"])
def test_what_is_not_in_the_record_is_said(hand: Hand, verb: str) -> None:
    """No decision is written about nothing."""
    calls: dict[str, Callable[[], object]] = {
        "judge": lambda: hand.judge("accept", "c-none"),
        "retract": lambda: hand.retract("nothing", "so"),
        "undo": lambda: hand.undo("d-none"),
        "merge": lambda: hand.merge("actor", ("Ana Berg", "Nobody Atall"), "so"),
    }
    with pytest.raises(NotFound):
        calls[verb]()


def test_the_queue_forgets_what_was_decided_and_puts_off_what_was_skipped(store: Store, hand: Hand) -> None:
    """A decided finding leaves the queue, a skipped one comes last, an undone one comes back."""
    with store.shelf() as shelf:
        before = review(Scope(shelf), Question()).items
    first, second = [item for item in before if item.thing == "claim"][:2]
    hand.judge("accept", first.things[0])
    hand.skip("claim", second.things)
    with store.shelf() as shelf:
        after = review(Scope(shelf), Question()).items
    assert first.things not in [item.things for item in after]
    assert after[-1].things == second.things
    with store.shelf() as shelf:
        (decided,) = review(Scope(shelf), Question(), decided=True).items
    assert decided.verdict is not None
    assert (decided.things, decided.verdict.by) == (first.things, "ana")


def test_an_edit_is_shown_beside_what_the_machine_read(store: Store, hand: Hand) -> None:
    """The list of what was decided has both findings."""
    claim = position(store, "Ana Berg", "rejects")
    hand.edit(claim.id, [("stance", "demands")])
    with store.shelf() as shelf:
        (item,) = review(Scope(shelf), Question(), decided=True).items
    assert isinstance(item.finding, Position)
    assert isinstance(item.machine, Position)
    assert (item.finding.stance, item.machine.stance) == ("demands", "rejects")
