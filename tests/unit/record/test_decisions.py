"""What people decided amounts to one state: who undoes, outranks, puts together and apart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from dragoman.record.decisions import Decision, Rulings, Thing, Verb, decided, in_force, said_already


def make(
    verb: Verb,
    *things: str,
    thing: Thing = "claim",
    by: str = "ana",
    why: str | None = None,
    change: Mapping[str, Any] | None = None,
) -> Decision:
    """Return a decision without its id."""
    return Decision("", by, "2025-05-20T10:00:00.000000+00:00", verb, thing, things, why, change or {})


def listed(*decisions: Decision) -> list[Decision]:
    """Return decisions one after the other, with their ids."""
    out: list[Decision] = []
    for decision in decisions:
        out.append(decided(decision, out))
    return out


def undo(*things: str) -> Decision:
    """Return an undoing."""
    return make("undo", *things, thing="decision")


def test_the_last_verdict_is_in_force() -> None:
    """Accepting takes back a rejection and the other way round, and who said the last word is known."""
    rulings = in_force(listed(make("reject", "c1"), make("accept", "c1", by="ben"), make("reject", "c2")))
    assert (set(rulings.accepted), set(rulings.rejected)) == ({"c1"}, {"c2"})
    assert rulings.verdicts["c1"].by == "ben"


def test_an_edit_accepts_and_edits_add_up() -> None:
    """Two edits of one claim both count, in their order."""
    first = make("edit", "c1", change={"stance": "rejects", "about": "talks"})
    rulings = in_force(listed(first, make("edit", "c1", change={"stance": "demands"})))
    assert rulings.accepted == {"c1"}
    assert [edit.change for edit in rulings.edits["c1"]] == [first.change, {"stance": "demands"}]


def test_an_undoing_can_be_undone() -> None:
    """What is undone counts no more; when the undoing is undone, it counts again."""
    told = listed(make("reject", "c1"))
    told = listed(*told, undo(told[0].id))
    assert in_force(told) == Rulings()
    again = listed(*told, undo(told[1].id))
    assert in_force(again).rejected == {"c1"}


def test_retracting_a_decision_undoes_it() -> None:
    """A retracted decision is one that was undone."""
    told = listed(make("merge", "a", "b", thing="actor"))
    assert not in_force(listed(*told, make("retract", told[0].id, thing="decision"))).together


def test_an_undoing_reaches_only_what_was_before_it() -> None:
    """A decision that names a later one does not touch it."""
    later = make("reject", "c1")
    told = [undo("d-later"), Decision("d-later", *_rest(later))]
    assert in_force(told).rejected == {"c1"}


def _rest(d: Decision) -> tuple[Any, ...]:
    return (d.by, d.recorded, d.verb, d.thing, d.things, d.why, d.change)


def test_a_merge_puts_every_pair_together() -> None:
    """All that a merge names are one: each pair, whatever was said of it before."""
    told = listed(make("split", "b", "a", thing="actor"), make("merge", "a", "b", "c", thing="actor"))
    rulings = in_force(told)
    assert set(rulings.together) == {("actor", "a", "b"), ("actor", "a", "c"), ("actor", "b", "c")}
    assert not rulings.apart


def test_a_split_parts_the_first_from_the_others() -> None:
    """Who leaves is apart from all others, who stay as they are; a later split outranks a merge."""
    rulings = in_force(listed(make("merge", "a", "b", thing="actor"), make("split", "a", "b", "c", thing="actor")))
    assert set(rulings.apart) == {("actor", "a", "b"), ("actor", "a", "c")}
    assert not rulings.together


def test_things_of_two_kinds_do_not_meet() -> None:
    """The same id as actor and as proposal is two things."""
    rulings = in_force(listed(make("merge", "a", "b", thing="actor"), make("split", "a", "b", thing="proposal")))
    assert (set(rulings.together), set(rulings.apart)) == ({("actor", "a", "b")}, {("proposal", "a", "b")})


def test_a_link_joins_one_item_and_leaves_another() -> None:
    """One decision says to where a claim goes and from where."""
    rulings = in_force(listed(make("link", "m1", "m9", thing="meeting", change={"apart": ["m2", "m3"]})))
    assert set(rulings.together) == {("meeting", "m1", "m9")}
    assert set(rulings.apart) == {("meeting", "m1", "m2"), ("meeting", "m1", "m3")}


def test_a_carried_decision_holds_of_the_new_claim() -> None:
    """What was decided of a claim that is gone holds of the one that has its words: verdict, edits, notes, pairs."""
    told = listed(
        make("edit", "m1", change={"status": "declined"}),
        make("note", "m1", why="see the minutes"),
        make("split", "m1", "m2", thing="meeting"),
        make("carry", "m1", "m7"),
    )
    rulings = in_force(told)
    assert rulings.accepted == {"m7"}
    assert (set(rulings.edits), set(rulings.notes)) == ({"m7"}, {"m7"})
    assert set(rulings.apart) == {("meeting", "m2", "m7")}
    assert rulings.carried["m7"].things == ("m1", "m7")


def test_what_was_undone_is_not_carried() -> None:
    """Undoing the first decision takes it from the claim that it was carried to, before or after."""
    told = listed(make("reject", "c1"), make("carry", "c1", "c2"))
    assert in_force(told).rejected == {"c2"}
    assert not in_force(listed(*told, undo(told[0].id))).rejected


def test_a_carry_back_returns_what_it_took() -> None:
    """A claim that comes back by another reading gets its decisions back."""
    told = listed(make("reject", "c1"), make("carry", "c1", "c2"), make("carry", "c2", "c1"))
    assert in_force(told).rejected == {"c1"}


def test_the_new_claims_own_verdict_stays() -> None:
    """What a person said of the new claim itself outranks what is carried to it."""
    told = listed(make("reject", "c1"), make("accept", "c2"), make("carry", "c1", "c2"))
    assert (set(in_force(told).accepted), set(in_force(told).rejected)) == ({"c2"}, set())


@pytest.mark.parametrize("verb", ["accept", "reject", "note", "skip"])
def test_the_same_decision_twice_is_told(verb: Verb) -> None:
    """The same words of the same person about the same claim are found again, those of another person are not."""
    told = listed(make(verb, "c1", why="so"), make("accept", "c2"))
    assert said_already(make(verb, "c1", why="so"), told) == told[0]
    assert said_already(make(verb, "c1", why="so", by="ben"), told) is None
    assert said_already(make(verb, "c1", why="for another reason"), told) is None


def test_a_decision_that_was_outranked_can_be_taken_again() -> None:
    """Accept, reject, accept: the second acceptance changes something."""
    told = listed(make("accept", "c1"), make("reject", "c1"))
    assert said_already(make("accept", "c1"), told) is None


def test_ids_come_from_content_moment_and_place() -> None:
    """The same list has the same ids everywhere; the same words at another place have another."""
    one, again = listed(make("skip", "c1")), listed(make("skip", "c1"), make("skip", "c1"))
    assert one[0].id == again[0].id != again[1].id
    assert one[0].id.startswith("d")
    assert len(one[0].id) == 12
