"""The docket as a page: a row for each meeting, its history as facts."""

from __future__ import annotations

from dragoman.exports.answers.page import Block, Page, Row
from dragoman.exports.telling import day, days
from dragoman.views.docket import Docket
from dragoman.views.docket_item import Covered, Entry, Item, Sent


def page(answer: Docket) -> Page:
    """Return the docket for a person."""
    rows = tuple(row_of(item) for item in answer.items)
    notes = (f"more: --after {answer.next}",) if answer.next else ()
    return Page("Docket", (Block("Meetings", rows),), notes, "no meeting in the record answers this")


def row_of(item: Item) -> Row:
    """Return a meeting as one row."""
    sent = tuple(_sent(one) for one in item.delegations if one.head or one.members or one.level)
    facts = (
        *((f"in {item.place}",) if item.place else ()),
        *((f"level: {item.level}",) if item.level else ()),
        *((f"host {item.host.name}",) if item.host else ()),
        *((f"mediated by {', '.join(w.name for w in item.mediators)}",) if item.mediators else ()),
        *sent,
        *((f"slipped {_many(item.slippage, 'day')}",) if item.slippage else ()),
        *(("rival accounts",) if item.disputed else ()),
        *((f"{_many(item.doubtful, 'doubtful claim')}",) if item.doubtful else ()),
        *((coverage_of(item.coverage),) if item.coverage else ()),
    )
    state, _, told = item.state.partition(": ")
    return Row(
        text=item.title + (f" ({told})" if told else ""),
        badge=state,
        when=days(item.planned) or f"by {day(item.day)}",
        facts=facts,
        cited=item.history[-1].evidence if item.history else (),
        id=item.id,
        lines=tuple(entry_of(entry) for entry in item.history),
    )


def entry_of(entry: Entry) -> str:
    """Return a change in words: "declined Thu 15 May 2025 by Vladimir Putin"; "told" where only the report has a day."""
    by = f" by {', '.join(w.name for w in entry.by)}" if entry.by else ""
    known = entry.told or entry.day != entry.published
    words = f"{entry.change} {day(entry.day)}{by}" if known else f"{entry.change}{by}, told {day(entry.day)}"
    if entry.change == "moved" or (entry.before and entry.after and entry.before != entry.after):
        words += f", from {days(entry.before) or 'an unknown day'} to {days(entry.after) or 'an unknown day'}"
    if entry.level_before:
        words += f", from {entry.level_before} to {entry.level}"
    if entry.conditions:
        words += f", if {'; '.join(entry.conditions)}"
    return f"{words} [{_many(len(entry.origins), 'origin')}]"


def coverage_of(covered: Covered) -> str:
    """Return a coverage in words, so that a feed that ended is seen."""
    told = f"{_many(covered.reports, 'report')} of {_many(covered.publishers, 'publisher')}"
    return f"coverage {covered.first.isoformat()} to {covered.last.isoformat()}: {told}"


def _sent(sent: Sent) -> str:
    head = f" led by {sent.head.name}" if sent.head else ""
    members = f" with {', '.join(w.name for w in sent.members)}" if sent.members else ""
    return f"{sent.party.name}{head}{members}" + (f" ({sent.level})" if sent.level else "")


def _many(number: int | None, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
