"""Claims as they count: what people took out, confirmed, annotated and edited; the proof stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dragoman.record.claims import Card, Claim
from dragoman.record.decisions import Decision, Thing, Verb, in_force
from dragoman.record.keeping import claim_of, kept_of
from dragoman.record.revising import edited, revise
from dragoman.terms.findings import Actor, Event, Position, Quotation, Why
from dragoman.terms.span import Evidence
from dragoman.terms.when import When

BERG = Actor("p1", "Ana Berg", "person", role="Foreign Minister", state="NOR")
CARD = Card("r1", date(2025, 5, 14), "2025-05-20T10:00:00.000000+00:00")
POSITION = Position(
    actor=BERG,
    stance="demands",
    about="a truce",
    conditions=("an exchange of prisoners",),
    toward=None,
    date=When(date(2025, 5, 13), date(2025, 5, 13), "day", "on Tuesday"),
    via=None,
    evidence=(Evidence(10, 40, "demanded a truce on Tuesday"),),
    events=(Event("REQUEST", None, "105", BERG, None),),
    why=Why("stance", "demanded"),
)
CLAIM = Claim("pc1", "position", 0, CARD, POSITION, date(2025, 5, 13))


def said(verb: Verb, *things: str, thing: Thing = "claim", why: str | None = None, **change: Any) -> Decision:
    """Return a decision."""
    return Decision(f"d-{verb}", "ana", "2025-05-21T10:00:00.000000+00:00", verb, thing, things, why, change)


def test_what_was_rejected_or_retracted_does_not_count() -> None:
    """A rejected claim, a retracted one, and all claims of a retracted report are left out."""
    for decision in (said("reject", "pc1"), said("retract", "pc1"), said("retract", "r1", thing="report")):
        assert revise([CLAIM], in_force([decision])) == ()
    assert revise([CLAIM], in_force([said("reject", "other")])) == (CLAIM,)


def test_confirmed_and_annotated_claims_say_so() -> None:
    """Acceptance and notes are told of the claim; its finding is the machine's."""
    (claim,) = revise([CLAIM], in_force([said("accept", "pc1"), said("note", "pc1", why="seen on video")]))
    assert (claim.accepted, claim.notes, claim.by, claim.finding) == (True, ("seen on video",), None, POSITION)


def test_edits_change_opinion_and_say_whose() -> None:
    """Two edits add up; the day follows the date; the codes made of the old stance are gone; the words stay."""
    edits = [said("edit", "pc1", stance="rejects"), replace(said("edit", "pc1", date=None), id="d2", by="ben")]
    (claim,) = revise([CLAIM], in_force(edits))
    assert isinstance(claim.finding, Position)
    assert (claim.finding.stance, claim.finding.date, claim.finding.events) == ("rejects", None, ())
    assert (claim.day, claim.by, claim.accepted) == (date(2025, 5, 14), "ben", True)
    assert claim.finding.evidence == POSITION.evidence
    assert claim.finding.conditions == POSITION.conditions


def test_codes_stay_where_nothing_that_they_are_made_of_changed() -> None:
    """Another date does not make another event."""
    assert edited(CLAIM, {"date": None}, by="ana").finding.events == POSITION.events  # type: ignore[union-attr]


@pytest.mark.parametrize("field", ["evidence", "why", "events", "nothing"])
def test_proof_cannot_be_edited(field: str) -> None:
    """No edit reaches the words, the rule or the codes, nor a field that is not there."""
    with pytest.raises(KeyError):
        edited(CLAIM, {field: []}, by="ana")


def test_the_words_that_name_a_speaker_are_proof() -> None:
    """`source` of a quotation is evidence, `source` of a figure is an opinion."""
    said_by = Quotation(BERG, None, "said", "direct", (), None, None, None, POSITION.evidence, (), Why("quote"))
    with pytest.raises(KeyError):
        edited(replace(CLAIM, kind="quotation", finding=said_by), {"source": None}, by="ana")


def test_a_kept_claim_comes_back_as_it_was() -> None:
    """What a decision keeps of a claim is the whole claim."""
    assert claim_of("pc1", kept_of(CLAIM), CARD) == CLAIM
