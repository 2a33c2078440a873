"""What a decision would change, told before it is taken, and then true of the record when it is taken."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from dragoman.desk.drafts import Drafts
from dragoman.record.decisions import Decision
from dragoman.record.shelf import Wanted
from dragoman.views import preview as previewing
from dragoman.views.preview import Preview, preview
from dragoman.views.question import Question
from dragoman.views.scope import Scope
from tests.conformance.filings import Line, filing
from tests.unit.views.conftest import Case

VANE = Line("position", "Mira Vane", "the 45-day truce")
LIND = Line("position", "Ada Lind", "the dam on the river")
HERE = Line("meeting", "Ostland", "Valletta", date(2026, 3, 12))
THERE = Line("meeting", "Ostland", "Port Aune", date(2026, 3, 25))
ONE = filing("2026-03-08", VANE, HERE, publisher="Aune Post")
TWO = filing("2026-03-09", LIND, THERE, publisher="Bay Times")
Make = Callable[..., Case]


def seen(case: Case, draft: Callable[[Drafts], Decision]) -> Preview:
    """Return what a draft would change."""
    with case.store.shelf() as shelf:
        made = draft(Drafts(shelf, "ana", lambda: "2026-04-01T00:00:00.000000+00:00"))
        assert made.id == ""
        return preview(Scope(shelf), Question(), draft=made)


def ids(case: Case, kind: str) -> list[str]:
    """Return the claims of a kind, by day."""
    with case.store.shelf() as shelf:
        return [claim.id for claim in shelf.claims(Wanted()) if claim.kind == kind]


def test_nothing_is_written(case: Make) -> None:
    """However often it is looked at."""
    made = case(ONE, TWO)
    for _ in range(2):
        seen(made, lambda drafts: drafts.merge("actor", ["Mira Vane", "Ada Lind"]))
    with made.store.shelf() as shelf:
        assert shelf.decisions() == ()


def test_a_merge_of_actors(case: Make) -> None:
    """Two become one with the members of both; what either said is told of the one."""
    made = case(ONE, TWO)
    found = seen(made, lambda drafts: drafts.merge("actor", ["Mira Vane", "Ada Lind"]))
    assert sorted(one.name for one in found.before) == ["Ada Lind", "Mira Vane"]
    (after,) = found.after
    assert set(after.members) == {member for one in found.before for member in one.members}
    assert (after.claims, after.whole, sum(one.claims for one in found.before)) == (2, True, 2)
    assert set(after.words) == {"Ada Lind", "Mira Vane"}
    (cell,) = found.touched
    assert (cell.thing, cell.fields, found.whole) == ("cell", (), True)
    assert cell.before is not None
    assert cell.after is not None
    assert cell.before.split(": ")[1] == cell.after.split(": ")[1]
    assert cell.evidence


def test_a_split_is_the_merge_backwards(case: Make) -> None:
    """What was put together would come apart again; so would it by undoing the merge."""
    made = case(ONE, TWO)
    taken = made.hand().merge("actor", ["Mira Vane", "Ada Lind"]).decision
    split = seen(made, lambda drafts: drafts.split("actor", [taken.things[0]]))
    undone = seen(made, lambda drafts: drafts.undo())
    for found in (split, undone):
        assert len(found.before) == 1
        assert sorted(one.name for one in found.after) == ["Ada Lind", "Mira Vane"]
    assert split.touched == undone.touched


def test_a_merge_of_proposals(case: Make) -> None:
    """The cells of both would stand under one name."""
    made = case(ONE, TWO)
    found = seen(made, lambda drafts: drafts.merge("proposal", ["the 45-day truce", "the dam on the river"]))
    assert (len(found.before), len(found.after)) == (2, 1)
    assert set(found.after[0].words) == {"the 45-day truce", "the dam on the river"}
    assert {one.thing for one in found.touched} == {"cell"}


def test_a_merge_of_meetings(case: Make) -> None:
    """Both findings would belong to one item of the docket."""
    made = case(ONE, TWO)
    found = seen(made, lambda drafts: drafts.merge("meeting", ids(made, "meeting")))
    assert [one.claims for one in found.before] == [1, 1]
    assert [one.claims for one in found.after] == [2]
    assert {(one.thing, (one.after or "").rsplit(", ", 1)[1]) for one in found.touched} == {("meeting", "2 findings")}


def test_an_edit_tells_its_fields(case: Make) -> None:
    """Which values change, and where the finding would stand."""
    made = case(ONE, TWO)
    claim = ids(made, "position")[0]
    (one,) = seen(made, lambda drafts: drafts.edit(claim, [("stance", "rejects")])).touched
    assert [(field.field, field.before, field.after) for field in one.fields] == [("stance", "demands", "rejects")]
    assert (one.before, one.after) == ("Mira Vane: demands, 45-day truce", "Mira Vane: rejects, 45-day truce")


def test_what_is_taken_out_has_no_after(case: Make) -> None:
    """A finding that is rejected; a report that is retracted with all of its findings; undoing brings them back."""
    made = case(ONE, TWO)
    (one,) = seen(made, lambda drafts: drafts.judge("reject", ids(made, "position")[0])).touched
    assert (one.before is None, one.after) == (False, None)
    found = seen(made, lambda drafts: drafts.retract(ONE.id))
    assert [(touched.thing, touched.after) for touched in found.touched] == [("cell", None), ("meeting", None)]
    made.hand().retract(ONE.id)
    back = seen(made, lambda drafts: drafts.undo())
    assert [(touched.before, touched.id) for touched in back.touched] == [(None, one.id) for one in found.touched]


def test_a_finding_of_a_person(case: Make) -> None:
    """It is not there before."""
    made = case(ONE, TWO)
    values = [("actor", "Mira Vane"), ("stance", "rejects"), ("about", "bread")]
    (one,) = seen(made, lambda drafts: drafts.add(ONE.id, "position", [(0, 9)], values)).touched
    assert (one.before, one.after) == (None, "Mira Vane: rejects, bread")
    assert [cited.found_by for cited in one.evidence] == ["ana"]


def test_accepting_changes_nothing(case: Make) -> None:
    """It says that it is right as it is."""
    made = case(ONE, TWO)
    assert seen(made, lambda drafts: drafts.judge("accept", ids(made, "position")[0])).touched == ()


def test_of_much_a_part_is_looked_at(case: Make, monkeypatch: object) -> None:
    """The answer says so."""
    monkeypatch.setattr(previewing, "SAMPLE", 1)  # type: ignore[attr-defined]
    monkeypatch.setattr(previewing, "COUNTED", 1)  # type: ignore[attr-defined]
    made = case(ONE, TWO)
    found = seen(made, lambda drafts: drafts.merge("actor", ["Mira Vane", "Ada Lind"]))
    assert (found.whole, [one.whole for one in found.after]) == (False, [False])


def test_what_is_told_comes_true(case: Make) -> None:
    """The record after the decision is the one that was shown."""
    made = case(ONE, TWO)
    shown = seen(made, lambda drafts: drafts.merge("actor", ["Mira Vane", "Ada Lind"])).after
    taken = made.hand().merge("actor", ["Mira Vane", "Ada Lind"]).decision
    assert seen(made, lambda drafts: drafts.judge("accept", ids(made, "position")[0])).before == ()
    with made.store.shelf() as shelf:
        scope = Scope(shelf)
        profile = shelf.profiles(ids=[taken.things[0]])[0]
        identity = scope.cast.of(profile.actor, profile.last)
        assert (identity.id, identity.name, identity.members) == (shown[0].id, shown[0].name, shown[0].members)
