"""The grid of positions, from a store: what holds, what went before and why it holds no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from dragoman.exports.answers.encode import as_json
from dragoman.exports.answers.positions import page as positions_page
from dragoman.exports.answers.proposal import page as proposal_page
from dragoman.exports.answers.terminal import as_text
from dragoman.record.bounds import Bounds
from dragoman.store.opening import create
from dragoman.terms.errors import NotFound
from dragoman.terms.findings import Findings, Stance
from dragoman.views.cells import Cell
from dragoman.views.grid import Row, Standing
from dragoman.views.positions import LAST_WORDS, SOUGHT, Positions, positions
from dragoman.views.proposal import ProposalAnswer, proposal
from dragoman.views.question import Question
from dragoman.views.scope import Scope
from tests.meeting_claims import CORVIN, DOLVAN, KESTRIA, MALTA, ORLIK, ORVANIA, TARNOW, TAVLAND
from tests.position_reports import agree, deed, keep, report, stand

TRUCE = "a 45-day truce"
DEMANDS = "demands from Kestria and two neighbouring states for a truce of 45 days"
FULL = "a Maltese-backed proposal for a full 45-day ceasefire"
SHORT = "a truce of 10 days around the dam"

FIRST = report(
    "2026-03-08",
    "Northgate Wire",
    stand(DOLVAN, "rejects", DEMANDS, "2026-03-07"),
    stand(KESTRIA, "demands", TRUCE),
    stand(ORVANIA, "undecided", "Dolvan's participation"),
)
SECOND = report(
    "2026-03-11",
    "Halden Courier",
    stand(
        DOLVAN, "rejects", "an offer by Kestrian Prime Minister Ilse Tarnow for a face-to-face meeting", "2026-03-10"
    ),
    stand(TARNOW, "proposes", "a face-to-face meeting"),
    stand(KESTRIA, "accepts", FULL),
    stand(ORVANIA, "rejects", "a full 45-day ceasefire", None, "Kestria lifts its blockade of the Vellin bridge"),
)
THIRD = report("2026-03-13", "Radio Meridian", stand(CORVIN, "proposes", SHORT), stand(ORLIK, "undecided", SHORT))
CASE = (FIRST, SECOND, THIRD)


@contextmanager
def scope_of(folder: Path, reports: Iterable[Findings], as_of: str | None = None) -> Iterator[Scope]:
    """Give the record of some reports."""
    path = folder / f"record{len(list(folder.iterdir()))}.sqlite"
    store = create(f"sqlite:///{path}")
    keep(store, reports)
    with store.shelf(Bounds(as_of=None if as_of is None else date.fromisoformat(as_of))) as shelf:
        yield Scope(shelf)
    store.close()


def ask(folder: Path, reports: Iterable[Findings], as_of: str | None = None, **question: object) -> Positions:
    """Return the grid of some reports."""
    with scope_of(folder, reports, as_of) as scope:
        return positions(scope, Question(**question))  # type: ignore[arg-type]


def row_of(answer: Positions, word: str) -> Row:
    """Return the one row whose name holds a word."""
    (row,) = [row for row in answer.items if word in row.name]
    return row


def party(row: Row, name: str) -> Standing:
    """Return where a party stands."""
    (standing,) = [standing for standing in row.parties if standing.party == name]
    return standing


def told(cells: Iterable[Cell]) -> list[tuple[str, str, str, str]]:
    """Return stance, day, dating and status of cells."""
    return [(cell.stance, cell.day.isoformat(), cell.dating, cell.status) for cell in cells]


def test_one_proposal_under_two_names_has_cells_by_day(tmp_path: Path) -> None:
    """A rejection told with its day and one told later are two cells; a demand gives way to an acceptance, with the reason."""
    row = row_of(ask(tmp_path, CASE), "45-day")
    assert told(party(row, "Orvania").history) == [
        ("rejects", "2026-03-07", "told", "superseded"),
        ("rejects", "2026-03-11", "by", "current"),
    ]
    kestria = party(row, "Kestria")
    assert told(kestria.history) == [
        ("demands", "2026-03-08", "by", "superseded"),
        ("accepts", "2026-03-11", "by", "current"),
    ]
    before, after = kestria.history
    assert before.superseded_by == after.id
    assert before.why == (
        "Kestria demanded it by 2026-03-08; Kestria accepted it by 2026-03-11: a later stance of the same party on the same "
        "proposal"
    )
    assert (kestria.stance, kestria.current) == ("accepts", (after.id,))


def test_every_cell_is_cited_and_counts_its_origins(tmp_path: Path) -> None:
    """A cell has the words that it stands on and who found them out."""
    for row in ask(tmp_path, CASE).items:
        for standing in row.parties:
            assert all(cell.evidence and len(cell.origins) == 1 for cell in standing.history)


def test_what_was_undecided_is_settled_under_another_name(tmp_path: Path) -> None:
    """Whether the president takes part is settled by his refusal of a face-to-face meeting; the reason names both."""
    orvania = party(row_of(ask(tmp_path, CASE), "participation"), "Orvania")
    undecided, refusal = orvania.history
    assert told([undecided, refusal]) == [
        ("undecided", "2026-03-08", "by", "superseded"),
        ("rejects", "2026-03-10", "told", "current"),
    ]
    assert undecided.superseded_by == refusal.id
    assert "Marek Dolvan rejected it on 2026-03-10 (“face-to-face meeting”)" in (undecided.why or "")
    assert orvania.stance == "rejects"


@pytest.mark.parametrize(
    ("published", "about"),
    [("2026-05-20", "a face-to-face meeting"), ("2026-03-10", "a 45-day truce"), ("2026-03-10", "a visit by Tarnow")],
)
def test_what_was_undecided_stays_so(tmp_path: Path, published: str, about: str) -> None:
    """A decision long after, on another family or on a matter that something speaks against settles nothing."""
    later = report(published, "Radio Meridian", stand(DOLVAN, "rejects", about))
    opening = report("2026-03-08", "Northgate Wire", stand(ORVANIA, "undecided", "a phone call with Tarnow"))
    orvania = party(row_of(ask(tmp_path, (opening, later)), "call"), "Orvania")
    assert told(orvania.history) == [("undecided", "2026-03-08", "by", "current")]


def test_contradictions_of_one_day_stand_side_by_side(tmp_path: Path) -> None:
    """One outlet says that Kestria accepted, another that it rejected, of the same day: both stay, as disputed."""
    yes = report("2026-03-09", "Northgate Wire", stand(KESTRIA, "accepts", TRUCE, "2026-03-09"))
    no = report("2026-03-10", "Halden Courier", stand(KESTRIA, "rejects", TRUCE, "2026-03-09"))
    kestria = party(row_of(ask(tmp_path, (yes, no)), "45-day"), "Kestria")
    assert kestria.stance == "disputed"
    assert {cell.status for cell in kestria.history} == {"disputed"}
    one, other = kestria.history
    assert (one.disputes, other.disputes) == ((other.id,), (one.id,))
    settled = report("2026-03-12", "Radio Meridian", stand(KESTRIA, "rejects", TRUCE, "2026-03-12"))
    later = party(row_of(ask(tmp_path, (yes, no, settled)), "45-day"), "Kestria")
    assert (later.stance, [cell.status for cell in later.history]) == ("rejects", ["superseded", "repeated", "current"])


def test_silence_is_no_refusal_and_not_ignorance(tmp_path: Path) -> None:
    """A party that speaks of other truces is silent on this one; of one that does not, nothing is known."""
    other = report("2026-03-12", "Radio Meridian", stand(TAVLAND, "supports", "talks in Oslo"))
    answer = ask(tmp_path, (*CASE, other))
    short = row_of(answer, "10 days")
    assert {s.party: s.stance for s in short.parties} == {
        "Orvania": "proposes",
        "Kestria": "undecided",
        "Tavland": "unknown",
    }
    participation = row_of(answer, "participation")
    assert party(participation, "Kestria").stance == "silent"
    assert party(participation, "Kestria").why == "takes positions on like proposals; none is told on this one"


def test_what_others_say_of_a_party_is_not_its_word(tmp_path: Path) -> None:
    """Said by a minister of the other side it is marked, and gives way to the party's own word, even an earlier one."""
    claim = report("2026-03-12", "Radio Meridian", stand(ORVANIA, "accepts", TRUCE), said_by=ORLIK)
    alone = party(row_of(ask(tmp_path, (claim,)), "45-day"), "Orvania")
    assert (alone.stance, alone.history[0].reported_by) == ("accepts", "Pavel Orlik")
    beside = party(row_of(ask(tmp_path, (FIRST, claim)), "45-day"), "Orvania")
    assert beside.stance == "rejects"
    assert told(beside.history)[-1] == ("accepts", "2026-03-12", "by", "reported")


def test_the_same_stance_told_again_is_a_repetition(tmp_path: Path) -> None:
    """What a party says again stands since the last time; what went before is shown as repeated."""
    again = report("2026-03-10", "Halden Courier", stand(KESTRIA, "demands", TRUCE))
    kestria = party(row_of(ask(tmp_path, (FIRST, again)), "45-day"), "Kestria")
    assert [cell.status for cell in kestria.history] == ["repeated", "current"]


def test_an_agreement_settles_where_its_parties_stand(tmp_path: Path) -> None:
    """Who agreed accepts, whatever was told before; who never took a position is no more unknown."""
    deal = report("2026-03-14", "Radio Meridian", agree((ORVANIA, KESTRIA, MALTA), TRUCE, "signed", "2026-03-13"))
    row = row_of(ask(tmp_path, (*CASE, deal)), "45-day")
    assert {s.party: s.stance for s in row.parties} == {"Orvania": "accepts", "Kestria": "accepts", "Malta": "accepts"}
    assert party(row, "Orvania").history[-1].superseded_by == row.agreements[0].id
    assert party(row, "Malta").evidence


BRIDGE = "Kestria lifts its blockade of the Vellin bridge"


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ((), "open"),
        ((agree((ORVANIA, KESTRIA), "lift the blockade of the Vellin bridge", "agreed"),), "met"),
        ((deed(KESTRIA, "lifted its blockade of the Vellin bridge"),), "met"),
        ((deed(KESTRIA, "lifted its blockade of the Vellin bridge", "denied"),), "open"),
        ((deed(KESTRIA, "lifted the blockade of the port"),), "open"),
        ((stand(KESTRIA, "accepts", "lift the blockade of the Vellin bridge"),), "met"),
        ((stand(ORVANIA, "accepts", "lift the blockade of the Vellin bridge"),), "open"),
        ((stand(ORVANIA, "accepts", TRUCE),), "dropped"),
    ],
)
def test_conditions_are_open_met_or_dropped(tmp_path: Path, more: tuple[object, ...], status: str) -> None:
    """Met by an agreement, a deed or another's acceptance of that very matter; dropped by accepting without; else open."""
    later = [report("2026-03-15", "Radio Meridian", *more)] if more else []  # type: ignore[arg-type]
    (condition,) = row_of(ask(tmp_path, (SECOND, *later)), "45-day").conditions
    assert (condition.words, condition.party, condition.status) == (BRIDGE, "Orvania", status)
    assert (condition.settled_by is None) == (status == "open")
    assert condition.evidence


def test_nothing_published_later_is_seen(tmp_path: Path) -> None:
    """As of a day the answer is that of a record which ends there, in every field."""
    for day, count in (("2026-03-08", 1), ("2026-03-11", 2), ("2026-03-13", 3)):
        assert ask(tmp_path, CASE, day) == ask(tmp_path, CASE[:count])


def test_the_order_of_taking_in_plays_no_part(tmp_path: Path) -> None:
    """The same reports in any order give the same grid."""
    answers = [ask(tmp_path, order) for order in permutations(CASE)]
    assert all(answer == answers[0] for answer in answers)


def test_pages_follow_each_other_without_gap_or_repetition(tmp_path: Path) -> None:
    """Page after page gives the proposals of the whole, each once, the last told of first."""
    whole = [row.id for row in ask(tmp_path, CASE).items]
    for limit in (1, 2, 3):
        found, cursor = [], ""
        while True:
            answer = ask(tmp_path, CASE, limit=limit, after=cursor)
            found += [row.id for row in answer.items]
            if answer.next is None:
                break
            cursor = answer.next
        assert sorted(found) == sorted(whole)
        assert len(set(found)) == len(found)


def test_much_history_is_cut_to_the_last_words_of_each_party(tmp_path: Path) -> None:
    """However often one party repeats itself, the last word of the other is there; the proposal itself has all."""
    often = [report(f"2026-03-{day}", "Halden Courier", stand(KESTRIA, "demands", TRUCE)) for day in range(10, 22)]
    row = row_of(ask(tmp_path, (FIRST, *often)), "45-day")
    assert not row.whole
    assert len(party(row, "Kestria").history) == LAST_WORDS
    assert party(row, "Orvania").stance == "rejects"
    with scope_of(tmp_path, (FIRST, *often)) as scope:
        (one,) = proposal(scope, Question(), name=row.id).items
    assert one.row.whole
    assert len(party(one.row, "Kestria").history) == 13


def test_filters(tmp_path: Path) -> None:
    """By actor, by side, by proposal and by days; a name that nobody bears is an error that says so."""
    by_person = ask(tmp_path, CASE, actor="Ilse Tarnow")
    assert [(row.name, [s.party for s in row.parties]) for row in by_person.items] == [
        ("face-to-face meeting", ["Kestria"])
    ]
    by_side = ask(tmp_path, CASE, actor="Orvania")
    assert {s.party for row in by_side.items for s in row.parties} == {"Orvania"}
    assert len(by_side.items) == 4
    assert [row.name for row in ask(tmp_path, CASE, proposal="the 10-day truce").items] == [SHORT.removeprefix("a ")]
    assert {row.family for row in ask(tmp_path, CASE, first=date(2026, 3, 13)).items} == {"ceasefire"}
    for asked in ({"actor": "Nobody Known"}, {"proposal": "the moon"}, {"after": "nonsense"}):
        with pytest.raises(NotFound):
            ask(tmp_path, CASE, **asked)


def one_proposal(folder: Path, name: str) -> ProposalAnswer:
    """Return everything on one proposal."""
    with scope_of(folder, CASE) as scope:
        return proposal(scope, Question(), name=name)


def test_one_proposal_tells_its_names_reasons_and_neighbours(tmp_path: Path) -> None:
    """What it is called, why that is one, and what else is of its family and why that is another."""
    (one,) = one_proposal(tmp_path, "the 45-day truce").items
    assert {name.words for name in one.names} == {TRUCE, DEMANDS, FULL, "a full 45-day ceasefire"}
    assert {link.why for link in one.row.links}
    assert [(other.name, other.doubtful, other.why) for other in one.beside] == [
        (SHORT.removeprefix("a "), False, "45 days is not 10 days")
    ]
    again = one_proposal(tmp_path, one.row.id)
    assert replace(again, items=()) == replace(ProposalAnswer((one,)), items=())
    assert again.items[0].names == one.names
    with pytest.raises(NotFound):
        one_proposal(tmp_path, "the moon")


def test_pages_for_people_and_programs(tmp_path: Path) -> None:
    """The text shows stance, day, quote and reason; the JSON has every field."""
    answer = ask(tmp_path, CASE)
    text = as_text(positions_page(answer), width=160)
    for words in (
        "45-DAY",
        "superseded",
        "a later stance of the same party",
        "by Wed 11 Mar 2026",
        "silent",
        "condition:",
    ):
        assert words in text, words
    assert '"superseded_by"' in as_json("positions", answer, Bounds(), date(2026, 3, 13))
    shown = as_text(proposal_page(one_proposal(tmp_path, "the 45-day truce")), width=160)
    assert "WHY THAT IS ONE PROPOSAL" in shown
    assert "45 days is not 10 days" in shown


def test_an_empty_record_has_an_empty_grid(tmp_path: Path) -> None:
    """Nothing told, nothing shown."""
    assert ask(tmp_path, ()) == Positions((), (), (), None)


TWICE: tuple[tuple[str, Stance], ...] = (("Northgate Wire", "rejects"), ("Radio Meridian", "accepts"))


def test_a_contradiction_is_never_cut(tmp_path: Path) -> None:
    """What holds is told of all that is looked at: the one report that says otherwise of the same day stays beside many."""
    often = [report(f"2026-03-{day}", "Halden Courier", stand(KESTRIA, "demands", TRUCE)) for day in range(10, 17)]
    twice = [report("2026-03-18", outlet, stand(KESTRIA, stance, TRUCE, "2026-03-18")) for outlet, stance in TWICE]
    row = row_of(ask(tmp_path, (FIRST, *often, *twice)), "45-day")
    assert not row.whole
    assert party(row, "Kestria").stance == "disputed"
    with scope_of(tmp_path, (FIRST, *often, *twice)) as scope:
        (one,) = proposal(scope, Question(), name=row.id).items
    assert party(one.row, "Kestria").stance == "disputed"


def test_an_actor_is_found_behind_much_that_others_say(tmp_path: Path) -> None:
    """What a party said long ago stands there when it is asked for, however often others spoke since."""
    early = report("2026-02-01", "Halden Courier", stand(ORVANIA, "rejects", TRUCE))
    often = [
        report(f"2026-03-{1 + n // 4:02}", f"Paper {n}", stand(KESTRIA, "demands", TRUCE)) for n in range(SOUGHT + 5)
    ]
    row = row_of(ask(tmp_path, (early, *often), actor="Orvania"), "45-day")
    assert row.whole
    assert [one.party for one in row.parties if one.history] == ["Orvania"]
