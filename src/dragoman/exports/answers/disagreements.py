"""Disagreements as a page: a block for each matter, a row for each rival account."""

from __future__ import annotations

from dragoman.exports.answers.page import Block, Page, Row
from dragoman.exports.answers.wording import origins_of
from dragoman.exports.telling import day, days
from dragoman.views.disagreements import Disagreement, Disagreements, Value

NAMES = {
    "happened": "whether it happened",
    "date": "the date",
    "place": "the place",
    "attendance": "who attended",
    "level": "the level",
    "figure": "the figure",
    "outcome": "the outcome",
    "proposer": "who proposed it",
}
"""What accounts differ in, in words."""


def page(answer: Disagreements) -> Page:
    """Return the disagreements for a person."""
    blocks = tuple(block_of(item) for item in answer.items)
    notes = (f"more: --after {answer.next}",) if answer.next else ()
    return Page("Disagreements", blocks, notes, "no sources in the record disagree")


def block_of(item: Disagreement) -> Block:
    """Return one disagreement: its rival accounts, each with its origins and words."""
    when = days(item.day) if item.day is not None else f"by {day(item.by)}"
    soft = ", both may be true" if item.soft else ""
    title = f"{NAMES[item.kind]}: {item.matter} ({when}{soft})"
    return Block(title, tuple(_row(item, value) for value in item.rivals))


def _row(item: Disagreement, value: Value) -> Row:
    said = (f"says {', '.join(value.said_by)}",) if value.said_by else ()
    return Row(
        text=value.value,
        badge=item.kind,
        when=f"told {day(value.published)}",
        facts=(*said, origins_of(value.origins)),
        cited=value.evidence,
        id=item.id,
    )
