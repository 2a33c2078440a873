"""Reading kept reports anew: the difference first, then new readings, and nothing that a person decided is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from dragoman.desk.decide import Hand
from dragoman.desk.reread import Hand as Clock
from dragoman.desk.reread import Reread, reread
from dragoman.desk.take_in import Provenance
from dragoman.record.bounds import Bounds
from dragoman.record.claims import Claim
from dragoman.record.comparing import Difference
from dragoman.record.filing import Filed, Filing
from dragoman.record.ids import profile_id
from dragoman.record.packing import pack, unpack
from dragoman.record.shelf import Wanted
from dragoman.store.store import Store
from dragoman.terms.errors import Refused
from dragoman.terms.findings import Actor, Position
from dragoman.terms.report import Report
from dragoman.views.decisions import decisions
from dragoman.views.question import Question
from dragoman.views.scope import Scope

NEW = Provenance("newer", "newer")
Now = Callable[[], str]


def reads(filings: Iterable[Filing]) -> Callable[[Iterable[Report]], Iterator[Filing | Refused]]:
    """Return what reads reports as these filings."""
    known = {filing.report.id: filing for filing in filings}
    return lambda reports: (known[report.id] for report in reports)


def again(store: Store, filings: Iterable[Filing], now: Now | None) -> list[Difference]:
    """Read anew and return all differences; write them where there is a clock."""
    hand = None if now is None else Clock("ana", now)
    found = list(reread(store, reads(filings), NEW, hand))
    assert all(isinstance(one, Reread) for one in found)
    return [d for one in found if isinstance(one, Reread) for d in one.differences]


def truce(filing: Filing) -> Filed:
    """Return the position in which the truce is rejected."""
    return next(f for f in filing.filed if f.kind == "position" and unpack(f.kind, f.packed)[0].stance == "rejects")  # type: ignore[union-attr]


def changed(filing: Filing, old: Filed, *new: Filed) -> Filing:
    """Return a filing in which one finding is another, or several, or none."""
    kept = [f for f in filing.filed if f is not old]
    return replace(filing, filed=(*kept, *new))


def edited(filed: Filed, key: str, **fields: Any) -> Filed:
    """Return a finding with other values, under another id where one is given."""
    finding, turns, teams = unpack(filed.kind, filed.packed)
    return replace(filed, id=key, packed=pack(replace(finding, **fields), turns, teams))


def claims(store: Store) -> dict[str, Claim]:
    """Return the claims that count by id."""
    with store.shelf() as shelf:
        return {claim.id: claim for claim in Scope(shelf).claims(Wanted())}


@pytest.fixture
def hand(store: Store, clock: Now) -> Hand:
    """A person with a pen."""
    return Hand(store, "ben", clock)


def test_no_difference_writes_nothing(store: Store, filings: tuple[Filing, ...], clock: Now) -> None:
    """The same findings by a newer reader are no new reading."""
    assert again(store, filings, clock) == []
    assert store.readings() == (("older", "older", 2),)


def test_what_comes_goes_and_changes_is_told_first(store: Store, filings: tuple[Filing, ...], clock: Now) -> None:
    """A dry run writes nothing; the run after it writes just what it told; a third has nothing to tell."""
    first = filings[0]
    old = truce(first)
    newer = (changed(first, old, edited(old, old.id, stance="demands", about="a truce")), filings[1])
    (difference,) = again(store, newer, None)
    assert (difference.change, difference.claim, difference.fate) == ("changes", old.id, None)
    assert [(c.field, c.before, c.after) for c in difference.fields] == [
        ("about", "a 30-day truce", "a truce"),
        ("stance", "rejects", "demands"),
    ]
    assert store.readings() == (("older", "older", 2),)
    assert again(store, newer, clock) == [difference]
    assert store.readings() == (("newer", "newer", 1), ("older", "older", 1))
    assert again(store, newer, clock) == []
    finding = claims(store)[old.id].finding
    assert isinstance(finding, Position)
    assert finding.stance == "demands"


def test_the_former_reading_stays_for_who_asks_as_it_was_known(
    store: Store, filings: tuple[Filing, ...], clock: Now
) -> None:
    """`known_at` before the new reading shows the old one."""
    old = truce(filings[0])
    again(store, (changed(filings[0], old), filings[1]), clock)
    assert old.id not in claims(store)
    with store.shelf(Bounds(known_at="2025-05-20T23:00:00.000000+00:00")) as shelf:
        assert old.id in {claim.id for claim in Scope(shelf).claims(Wanted())}


def test_a_decision_holds_where_the_finding_changes(
    store: Store, filings: tuple[Filing, ...], hand: Hand, clock: Now
) -> None:
    """An edit outranks the newer reading in its fields and lets the others through."""
    old = truce(filings[0])
    told = hand.edit(old.id, [("stance", "undecided")]).decision
    newer = changed(filings[0], old, edited(old, old.id, stance="demands", about="a truce"))
    (difference,) = again(store, (newer, filings[1]), clock)
    assert (difference.fate, difference.touched) == ("holds", (told.id,))
    finding = claims(store)[old.id].finding
    assert isinstance(finding, Position)
    assert (finding.stance, finding.about) == ("undecided", "a truce")


def test_a_decision_is_carried_to_the_finding_on_the_same_words(
    store: Store, filings: tuple[Filing, ...], hand: Hand, clock: Now
) -> None:
    """A finding that goes hands its decisions to the one of its kind that comes on its words; undoing still reaches them."""
    old = truce(filings[0])
    told = hand.judge("reject", old.id, "misread").decision
    newer = changed(filings[0], old, edited(old, "p00000000000000a"))
    goes = next(d for d in again(store, (newer, filings[1]), clock) if d.change == "goes")
    assert (goes.fate, goes.to) == ("carried", "p00000000000000a")
    assert "p00000000000000a" not in claims(store)
    hand.undo(told.id)
    assert "p00000000000000a" in claims(store)


def test_a_decision_is_not_carried_in_doubt(store: Store, filings: tuple[Filing, ...], hand: Hand, clock: Now) -> None:
    """Where two findings come on the same words, neither gets the decision; it is told as orphaned and listed."""
    old = truce(filings[0])
    told = hand.judge("reject", old.id, "misread").decision
    two = (edited(old, "p00000000000000a"), edited(old, "p00000000000000b", about="a pause"))
    goes = next(d for d in again(store, (changed(filings[0], old, *two), filings[1]), clock) if d.change == "goes")
    assert (goes.fate, goes.to) == ("orphaned", None)
    assert {"p00000000000000a", "p00000000000000b"} <= claims(store).keys()
    with store.shelf() as shelf:
        answer = decisions(Scope(shelf), Question(), orphaned=True)
    assert [(listed.id, listed.state) for listed in answer.items] == [(told.id, "orphaned")]
    assert answer.items[0].names == tuple(cited.quote for cited in answer.items[0].evidence[:1])


def test_a_confirmed_finding_stays_as_the_persons(
    store: Store, filings: tuple[Filing, ...], hand: Hand, clock: Now
) -> None:
    """What somebody accepted or edited stays when no reader finds it any more: with its words, under the person's name."""
    old = truce(filings[0])
    hand.edit(old.id, [("stance", "demands")], "heard it myself")
    (goes,) = again(store, (changed(filings[0], old), filings[1]), clock)
    assert goes.fate == "kept"
    kept = claims(store)[old.id]
    assert isinstance(kept.finding, Position)
    assert (kept.finding.stance, kept.by, kept.accepted) == ("demands", "ben", True)
    with store.shelf() as shelf:
        text = shelf.texts([kept.card.id])[kept.card.id]
        assert all(text[e.start : e.end] == e.quote for e in kept.finding.evidence)
        side = frozenset({f"p:{kept.finding.actor.id}"})
        assert kept.id in {c.id for c in Scope(shelf).claims(Wanted(keys=side))}
    hand.undo()
    assert old.id not in claims(store)


def test_a_kept_finding_gives_way_when_it_is_read_again(
    store: Store, filings: tuple[Filing, ...], hand: Hand, clock: Now
) -> None:
    """The reader finds it again: it is one finding, confirmed as before. On other bounds of the words, it is carried there."""
    old = truce(filings[0])
    hand.judge("accept", old.id)
    without = (changed(filings[0], old), filings[1])
    again(store, without, clock)
    again(store, filings, clock)
    assert (claims(store)[old.id].accepted, claims(store)[old.id].by) == (True, None)
    again(store, without, clock)
    again(store, (changed(filings[0], old, edited(old, "p00000000000000a")), filings[1]), clock)
    assert old.id not in claims(store)
    assert claims(store)["p00000000000000a"].accepted


def test_a_merge_holds_of_an_actor_that_is_described_otherwise(
    store: Store, filings: tuple[Filing, ...], hand: Hand, clock: Now
) -> None:
    """Where a newer reading describes a merged actor in other words, the merge goes over to the new description."""
    hand.merge("actor", ("Erik Lund", "Carl Dahl"), "one man")
    newer = tuple(map(_promoted, filings))
    assert again(store, newer, clock)
    with store.shelf() as shelf:
        scope = Scope(shelf)
        assert scope.cast.find("Erik Lund")[0] == scope.cast.find("Carl Dahl")[0]
        assert [d.thing for d in scope.rulings.decisions if d.verb == "carry"] == ["actor"]
        assert decisions(scope, Question(), orphaned=True).items == ()


def _promoted(filing: Filing) -> Filing:
    """Return a filing in which Carl Dahl has another office."""
    known = {actor.id: actor for actor, _ in filing.profiles if actor.name == "Carl Dahl"}
    promoted = {key: replace(actor, role="Envoy") for key, actor in known.items()}
    new = {key: replace(actor, id=profile_id(actor)) for key, actor in promoted.items()}
    filed = tuple(
        replace(f, packed=_swapped(f.packed, new), keys=tuple(sorted(_swapped(key, new) for key in f.keys)))
        for f in filing.filed
    )
    profiles = tuple((new.get(actor.id, actor), keys) for actor, keys in filing.profiles)
    return replace(filing, filed=filed, profiles=profiles)


def _swapped(words: str, new: dict[str, Actor]) -> str:
    for key, actor in new.items():
        words = words.replace(key, actor.id)
    return words


def test_a_run_that_was_killed_is_finished_by_the_next(
    store: Store, filings: tuple[Filing, ...], hand: Hand, clock: Now, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed after the decisions are settled and before the reading is written: no decision is lost."""
    old = truce(filings[0])
    hand.judge("reject", old.id, "misread")
    newer = (changed(filings[0], old, edited(old, "p00000000000000a")), filings[1])
    with monkeypatch.context() as patched:
        patched.setattr(Store, "reread", _killed)
        with pytest.raises(KeyboardInterrupt):
            again(store, newer, clock)
    again(store, newer, clock)
    assert not {old.id, "p00000000000000a"} & claims(store).keys()
    assert again(store, newer, clock) == []


def _killed(*_: object, **__: object) -> int:
    raise KeyboardInterrupt


def test_only_the_reports_that_are_named_are_read(store: Store, filings: tuple[Filing, ...]) -> None:
    """Others are not touched."""
    found = list(reread(store, reads(filings), NEW, None, reports=(filings[1].id,)))
    assert [one.card.id for one in found if isinstance(one, Reread)] == [filings[1].id]
