"""Laws of people's decisions, for any list of them."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dragoman.record.claims import Card, Claim
from dragoman.record.decisions import Decision, decided, in_force, said_already, undoes
from dragoman.record.revising import revise
from dragoman.terms.findings import Incident, Why
from dragoman.terms.span import Evidence

CARDS = [Card(f"r{n}", date(2025, 5, 10 + n), "2025-05-20T10:00:00.000000+00:00") for n in range(2)]
CLAIMS = [
    Claim(
        f"c{n}",
        "incident",
        n,
        CARDS[n % 2],
        Incident(None, None, "a strike", "Rome", None, "happened", (Evidence(n, n + 5, "words"),), (), Why("deed")),
        CARDS[n % 2].published,
    )
    for n in range(4)
]
IDS = st.sampled_from([claim.id for claim in CLAIMS])
ON_CLAIMS = st.one_of(
    st.tuples(st.sampled_from(["accept", "reject", "retract", "skip", "note"]), st.just("claim"), st.tuples(IDS)),
    st.tuples(st.just("retract"), st.just("report"), st.tuples(st.sampled_from(["r0", "r1"]))),
    st.tuples(st.sampled_from(["edit", "add"]), st.just("claim"), st.tuples(IDS)),
    st.tuples(st.just("carry"), st.just("claim"), st.tuples(IDS, IDS).filter(lambda two: two[0] != two[1])),
    st.tuples(
        st.sampled_from(["merge", "split", "link"]),
        st.sampled_from(["actor", "meeting"]),
        st.lists(IDS, min_size=2, max_size=3, unique=True).map(tuple),
    ),
)
CHANGES = st.sampled_from([{"what": "a raid"}, {"place": None}, {"status": "denied", "place": "Oslo"}])


@st.composite
def lists(draw: st.DrawFn, undoings: bool = True) -> list[Decision]:
    """Draw a list of decisions, some of which undo earlier ones."""
    told: list[Decision] = []
    for _ in range(draw(st.integers(0, 12))):
        told.append(decided(_drawn(draw, told, undoings=undoings), told))
    return told


def _drawn(draw: Any, told: list[Decision], *, undoings: bool) -> Decision:
    by, why = draw(st.sampled_from(["ana", "ben"])), draw(st.sampled_from([None, "so it was"]))
    if undoings and told and draw(st.booleans()):
        return Decision("", by, "t", "undo", "decision", (draw(st.sampled_from(told)).id,), why)
    verb, thing, things = draw(ON_CLAIMS)
    change = draw(CHANGES) if verb in ("edit", "add") else {}
    return Decision("", by, "t", verb, thing, things, why, change)


@given(lists(), st.data())
def test_revise_then_undo_is_before(told: list[Decision], data: st.DataObject) -> None:
    """Whatever is decided and then undone leaves everything as it was; undoing the undoing brings it back."""
    one = decided(_drawn(data.draw, told, undoings=True), told)
    with_one = [*told, one]
    undoing = decided(Decision("", "ana", "t", "undo", "decision", (one.id,)), with_one)
    assert in_force([*with_one, undoing]) == in_force(told)
    assert revise(CLAIMS, in_force([*with_one, undoing])) == revise(CLAIMS, in_force(told))
    back = decided(Decision("", "ben", "t", "undo", "decision", (undoing.id,)), [*with_one, undoing])
    assert in_force([*with_one, undoing, back]) == in_force(with_one)


@given(lists())
def test_in_force_is_a_function_of_the_list(told: list[Decision]) -> None:
    """The same list gives the same rulings, and what was undone may as well never have been said."""
    rulings = in_force(told)
    assert rulings == in_force(list(told))
    assert in_force(rulings.decisions) == rulings
    assert not [d for d in rulings.decisions if undoes(d)]


@given(lists())
def test_ids_are_the_lists_own(told: list[Decision]) -> None:
    """No two decisions of a list share an id, and the ids follow from the list alone."""
    assert len({d.id for d in told}) == len(told)
    again: list[Decision] = []
    for decision in told:
        again.append(decided(decision, again))
    assert again == told


@given(lists(), IDS, st.sampled_from(["accept", "reject", "retract"]))
def test_the_later_verdict_outranks(told: list[Decision], claim: str, verb: str) -> None:
    """Whatever was said before, the last word on a claim holds, unless its whole report was retracted."""
    last = decided(Decision("", "ana", "t", verb, "claim", (claim,)), told)  # type: ignore[arg-type]
    rulings = in_force([*told, last])
    assert rulings.verdicts[claim] == last
    assert (claim in rulings.accepted) == (verb == "accept")
    counted = {c.id for c in revise(CLAIMS, rulings)}
    gone = {c.id for c in CLAIMS if c.card.id in rulings.retracted}
    assert (claim in counted) == (verb == "accept" and claim not in gone)


@given(lists())
def test_a_pair_is_on_one_side(told: list[Decision]) -> None:
    """No pair is both together and apart; no claim is both accepted and out."""
    rulings = in_force(told)
    assert not set(rulings.together) & set(rulings.apart)
    assert not rulings.accepted & (rulings.rejected | rulings.retracted)


@given(lists())
def test_no_decision_touches_the_proof(told: list[Decision]) -> None:
    """Evidence, report and id of every claim stay, whatever people decide; the machine's claims are not changed."""
    before = list(CLAIMS)
    for claim in revise(CLAIMS, in_force(told)):
        own = next(c for c in CLAIMS if c.id == claim.id)
        assert claim.finding.evidence == own.finding.evidence
        assert (claim.card, claim.kind, claim.number, claim.finding.why) == (
            own.card,
            own.kind,
            own.number,
            own.finding.why,
        )
    assert before == CLAIMS


@given(lists(undoings=False), st.data())
def test_what_is_said_twice_is_known(told: list[Decision], data: st.DataObject) -> None:
    """A decision that was just taken is found again, and taking it would change nothing."""
    one = decided(_drawn(data.draw, told, undoings=False), told)
    if one.verb == "carry":
        return
    found = said_already(one, [*told, one])
    assert found is not None
    assert revise(CLAIMS, in_force([*told, one, one])) == revise(CLAIMS, in_force([*told, one])) or one.verb == "note"
