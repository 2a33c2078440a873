"""What is owed by a day, as a page."""

from __future__ import annotations

from dragoman.exports.answers.docket import coverage_of
from dragoman.exports.answers.page import Block, Page, Row
from dragoman.exports.telling import day
from dragoman.views.obligations import Obligation, Obligations


def page(answer: Obligations) -> Page:
    """Return a page of obligations for a person."""
    rows = tuple(_row(item) for item in answer.items)
    notes = (f"more: --after {answer.next}",) if answer.next else ()
    empty = (
        "nothing on this page is owed by a day; what follows may be"
        if answer.next
        else "nothing in the record is owed by a day"
    )
    return Page("Obligations", (Block("Owed by a day", rows),), notes, empty)


def _row(item: Obligation) -> Row:
    owes = " and ".join(w.name for w in item.owes)
    late = f", {item.late} day{'' if item.late == 1 else 's'} late" if item.late else ""
    facts = (
        item.kind,
        *((f"to {', '.join(w.name for w in item.to)}",) if item.to else ()),
        *((f"“{item.words}”",) if item.words else ()),
        f"told {day(item.said)}",
        *((f"done {day(item.done)}{late}",) if item.done else ()),
        *((coverage_of(item.coverage),) if item.coverage else ()),
    )
    text = item.what if item.kind == "meeting" or not owes else f"{owes}: {item.what}"
    return Row(
        text=text,
        badge=item.status,
        when=day(item.due),
        facts=facts,
        cited=(*item.evidence, *item.fulfilled_by),
        id=item.id,
    )
