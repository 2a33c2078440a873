"""Which matters of a record are one proposal, with the reasons, the doubts and the rulings of people."""

from __future__ import annotations

from dragoman.record.keys import matter_id
from tests.matter_shelf import MatterShelf, groups, ledger_of, matter, ruled

TRUCE = "a 45-day truce"
DEMAND = "demands from Kestria and two neighbouring states for a truce of 45 days"
FULL = "a full 45-day ceasefire"
SHORT = "a truce of 10 days around the dam"
ANY = "a ceasefire"


def test_one_proposal_under_many_names() -> None:
    """Names of one proposal are its words; each link says why."""
    found = ledger_of(TRUCE, DEMAND, FULL, SHORT, ANY).of(TRUCE)
    assert set(found.words) == {TRUCE, DEMAND, FULL}
    assert {link.rule for link in found.links} == {"same-sense", "same-topic-and-detail"}
    assert found.family == "ceasefire"


def test_what_tells_less_is_doubtful_and_stands_apart() -> None:
    """A ceasefire without a number is none of the numbered ones, and a person is asked."""
    ledger = ledger_of(TRUCE, SHORT, ANY)
    assert len(groups(ledger, (TRUCE, SHORT, ANY))) == 3
    assert [{link.one, link.other} for link in ledger.of(TRUCE).doubtful] == [{matter_id(TRUCE), matter_id(ANY)}]


def test_nothing_is_joined_through_a_member_that_fits_two_rivals() -> None:
    """A truce of 45 days fits one in the north as well as one in the south: it is joined to neither, and that is told."""
    north, south = "a 45-day truce in Vellin", "a 45-day truce in Karsk"
    ledger = ledger_of(TRUCE, north, south)
    assert len(groups(ledger, (TRUCE, north, south))) == 3
    assert len(ledger.of(TRUCE).doubtful) == 2
    assert ledger_of(TRUCE, north).of(TRUCE).id == ledger_of(TRUCE, north).of(north).id


def test_a_person_joins_and_parts() -> None:
    """What a person decided holds against what the words say, and only for that pair."""
    joined = ledger_of(TRUCE, ANY, SHORT, rulings=ruled(("merge", TRUCE, ANY)))
    assert joined.of(TRUCE) == joined.of(ANY)
    assert "ruling" in {link.rule for link in joined.of(TRUCE).links}
    parted = ledger_of(TRUCE, DEMAND, FULL, rulings=ruled(("split", TRUCE, DEMAND)))
    assert parted.of(TRUCE) != parted.of(DEMAND)
    assert matter_id(DEMAND) not in {end for link in parted.of(TRUCE).doubtful for end in (link.one, link.other)}


def test_a_person_joins_what_shares_no_word() -> None:
    """A matter that nothing leads to is loaded because a person joined it."""
    other = "silence on the river"
    ledger = ledger_of(TRUCE, other, rulings=ruled(("merge", TRUCE, other)))
    assert ledger.of(other) == ledger.of(TRUCE)


def test_a_proposal_is_found_by_id_and_by_words() -> None:
    """Words that mean one proposal find that one; words that could mean several find them all; others find none."""
    ledger = ledger_of(TRUCE, SHORT, "talks in Valletta")
    assert ledger.find(matter_id(SHORT)) == (ledger.of(SHORT),)
    assert ledger.find("the 45 day ceasefire") == (ledger.of(TRUCE),)
    assert set(ledger.find("the truce")) == {ledger.of(TRUCE), ledger.of(SHORT)}
    assert ledger.find("the moon") == ()


def test_a_matter_that_no_report_has_is_a_proposal_of_its_own() -> None:
    """Asked for words that are not in the record, the ledger names them and nothing else."""
    found = ledger_of(TRUCE).of("a 9-day truce")
    assert (found.words, found.members) == (("a 9-day truce",), (matter_id("a 9-day truce"),))


def test_what_was_learned_before_changes_nothing() -> None:
    """A ledger that was asked for one matter answers as one that was asked for all."""
    abouts = (TRUCE, DEMAND, FULL, SHORT, ANY, "a truce", "a 45-day truce in Vellin")
    alone = {about: ledger_of(*abouts).of(about) for about in abouts}
    ledger = ledger_of(*abouts)
    ledger.learn(abouts)
    assert {about: ledger.of(about) for about in abouts} == alone


def test_many_matters_are_learned_in_few_questions() -> None:
    """The number of questions does not grow with the number of matters."""
    abouts = [f"a {n}-day truce" for n in range(2, 80)]
    shelf = MatterShelf(map(matter, abouts))
    from dragoman.record.decisions import Rulings
    from dragoman.record.identity.matters import Ledger

    ledger = Ledger(shelf, Rulings())  # type: ignore[arg-type]
    ledger.learn(abouts)
    assert len({ledger.of(about).id for about in abouts}) == len(abouts)
    assert shelf.asked <= 4


def test_relatives_are_of_one_family_and_told_apart() -> None:
    """The family of a proposal is shown beside it; what speaks against being one is told."""
    ledger = ledger_of(TRUCE, SHORT, ANY, "talks in Valletta")
    truce = ledger.of(TRUCE)
    others = ledger.relatives(truce, (TRUCE, SHORT, ANY, "talks in Valletta"))
    assert {other.words[0] for other in others} == {SHORT, ANY}
    assert ledger.against(truce, ledger.of(SHORT)) == "45 days is not 10 days"
    assert ledger.against(truce, ledger.of(ANY)) is None
