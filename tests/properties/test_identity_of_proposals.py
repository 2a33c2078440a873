"""Proposals are a function of the visible matters and the rulings: neither order nor what else was asked plays a part."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.record.identity.matters.likeness import liken
from dragoman.record.identity.matters.sense import sense_of
from dragoman.record.keys import matter_id
from tests.matter_shelf import groups, ledger_of, ruled

_LENGTHS = ("", "30-day ", "45-day ", "thirty-day ", "month-long ")
_PARTS = ("", "full ", "partial ", "maritime ", "unconditional ")
_HEADS = ("truce", "ceasefire", "talks", "prisoner exchange", "meeting", "withdrawal of troops")
_PLACES = ("", " in Vellin", " in Karsk", " with Kestria", " around the dam")
ABOUTS = st.builds(
    lambda *parts: f"a {''.join(parts)}",
    st.sampled_from(_LENGTHS),
    st.sampled_from(_PARTS),
    st.sampled_from(_HEADS),
    st.sampled_from(_PLACES),
)
SETS = st.lists(ABOUTS, min_size=1, max_size=12, unique=True)


@settings(max_examples=60, deadline=None)
@given(SETS.flatmap(lambda abouts: st.tuples(st.just(abouts), st.permutations(abouts))), st.data())
def test_order_plays_no_part(drawn: tuple[list[str], list[str]], data: st.DataObject) -> None:
    """The same matters, kept and asked in any order and in any portions, are the same proposals with the same doubts."""
    abouts, shuffled = drawn
    one, other = ledger_of(*abouts), ledger_of(*shuffled)
    one.learn(abouts)
    other.learn(shuffled[: data.draw(st.integers(0, len(shuffled)))])
    assert groups(one, abouts) == groups(other, shuffled)
    assert [one.of(about) for about in abouts] == [other.of(about) for about in abouts]
    assert [one.of(about).doubtful for about in abouts] == [other.of(about).doubtful for about in abouts]


@settings(max_examples=60, deadline=None)
@given(SETS)
def test_no_proposal_holds_two_rivals(abouts: list[str]) -> None:
    """Whatever hangs together, no two members of a proposal speak against each other."""
    ledger = ledger_of(*abouts)
    for proposal in {ledger.of(about) for about in abouts}:
        senses = [sense_of(about) for about in proposal.words]
        assert all(liken(a, b).verdict != "apart" for a in senses for b in senses)


@settings(max_examples=60, deadline=None)
@given(SETS, st.data())
def test_rulings_always_hold(abouts: list[str], data: st.DataObject) -> None:
    """Two that a person joined are one, two that a person parted are not, whatever the words say."""
    if len(abouts) < 2:
        return
    one, other = data.draw(st.permutations(abouts))[:2]
    joined = ledger_of(*abouts, rulings=ruled(("merge", one, other)))
    assert joined.of(one).id == joined.of(other).id
    parted = ledger_of(*abouts, rulings=ruled(("split", one, other)))
    assert parted.of(one).id != parted.of(other).id
    undone = ledger_of(*abouts, rulings=ruled(("split", one, other), ("merge", one, other)))
    assert undone.of(one).id == undone.of(other).id


@settings(max_examples=60, deadline=None)
@given(SETS)
def test_members_part_the_matters(abouts: list[str]) -> None:
    """Every matter is in exactly one proposal, and that proposal names it."""
    ledger = ledger_of(*abouts)
    found = {ledger.of(about).id: ledger.of(about) for about in abouts}
    members = [member for proposal in found.values() for member in proposal.members]
    assert sorted(members) == sorted(map(matter_id, abouts))
    assert all(matter_id(about) in ledger.of(about).members for about in abouts)


@settings(max_examples=200, deadline=None)
@given(ABOUTS, ABOUTS)
def test_likeness_has_no_direction(one: str, other: str) -> None:
    """Which of two matters comes first plays no part in what they are to each other."""
    here, there = liken(sense_of(one), sense_of(other)), liken(sense_of(other), sense_of(one))
    assert (here.verdict, here.rule) == (there.verdict, there.rule)
