"""What people decided, as a page."""

from __future__ import annotations

from dragoman.exports.answers.page import Block, Page, Row
from dragoman.exports.answers.wording import said
from dragoman.views.decisions import Decisions, Listed


def page(answer: Decisions) -> Page:
    """Return the decisions, the last one first."""
    notes = () if answer.next is None else (f"more: --after {answer.next}",)
    if answer.orphaned:
        notes = (f"{answer.orphaned} are about words that nobody reads any more: --orphaned lists them", *notes)
    rows = tuple(_row(listed) for listed in answer.items)
    return Page("Decisions", (Block("Decisions", rows),), notes, "no decision is there, or none of this kind")


def _row(listed: Listed) -> Row:
    things = " — ".join(listed.names)
    change = [f"{field} = {said(value)}" for field, value in listed.change.items() if field != "apart"]
    state = f"undone by {listed.undone_by}" if listed.undone_by else "" if listed.state == "holds" else listed.state
    facts = (f"by {listed.by}", listed.why, *change, state, " ".join(listed.things))
    text = f"{listed.thing}: {things}"
    return Row(text, listed.verb, listed.recorded[:10], tuple(f for f in facts if f), listed.evidence[:1], listed.id)
