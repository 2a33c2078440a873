"""One meeting as a page: its life, every claim, why they are one, what is doubtful, what was agreed."""

from __future__ import annotations

from dragoman.exports.answers.disagreements import block_of
from dragoman.exports.answers.docket import entry_of, row_of
from dragoman.exports.answers.page import Block, Page, Row
from dragoman.exports.telling import day, days
from dragoman.views.meeting import Agreed, MeetingAnswer, Telling


def page(answer: MeetingAnswer) -> Page:
    """Return everything on one meeting for a person."""
    item = answer.item
    history = tuple(Row(entry_of(e), e.change, day(e.day), (), e.evidence) for e in item.history)
    links = tuple(Row(link.why, link.rule, "", (f"{link.one} and {link.other}",)) for link in answer.links)
    doubtful = tuple(Row(pair.why, pair.rule, "", (), pair.evidence) for pair in answer.doubtful)
    blocks = (
        Block("Now", (row_of(item),)),
        Block("History", history),
        Block("Agreed", tuple(_agreed(one) for one in answer.agreements)),
        *(block_of(one) for one in answer.disputed),
        Block("Claims", tuple(_telling(one) for one in answer.claims)),
        Block("Why they are one", links),
        Block("Doubtful", doubtful),
    )
    return Page(item.title, blocks)


def _telling(told: Telling) -> Row:
    facts = (
        *((f"in {told.place}",) if told.place else ()),
        *((f"level: {told.level}",) if told.level else ()),
        *((f"moved from {days(told.moved_from)}",) if told.moved_from else ()),
        f"published {day(told.published)}",
    )
    text = f"{told.kind}: {' and '.join(w.name for w in told.parties)}"
    return Row(text, told.status, days(told.date), facts, told.evidence, told.claim)


def _agreed(agreed: Agreed) -> Row:
    names = ", ".join(w.name for w in agreed.parties)
    return Row(f"{names}: {agreed.about}", agreed.status, days(agreed.date), (), agreed.evidence, agreed.claim)
