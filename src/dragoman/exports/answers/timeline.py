"""The timeline as a page: a row for each event, its origins as facts."""

from __future__ import annotations

from itertools import groupby

from dragoman.exports.answers.page import Block, Page, Row
from dragoman.exports.telling import MONTHS, day, days
from dragoman.views.timeline import Item, Timeline


def page(answer: Timeline) -> Page:
    """Return the timeline for a person, a block a month."""
    blocks = tuple(
        Block(title, tuple(row_of(item) for item in items)) for title, items in groupby(answer.items, key=_month)
    )
    notes = (f"more: --after {answer.next}",) if answer.next else ()
    return Page("Timeline", blocks, notes, "no event in the record answers this")


def row_of(item: Item) -> Row:
    """Return an event as one row."""
    origins = len(item.origins)
    number = f"{origins} origin{'' if origins == 1 else 's'}"
    reports = f" in {item.reports} reports" if item.reports > origins else ""
    facts = (
        item.kind,
        *((f"in {item.place}",) if item.place else ()),
        f"{number}{reports}: {', '.join(origin.label for origin in item.origins)}",
        *item.flags,
        *(("rival accounts",) if item.disputed else ()),
        *((f"{item.doubtful} that may belong",) if item.doubtful else ()),
    )
    when = days(item.day) if item.day is not None else f"by {day(item.by)}"
    return Row(text=item.what, badge=item.status, when=when, facts=facts, cited=item.evidence, id=item.id)


def _month(item: Item) -> str:
    at = item.by if item.day is None else item.day.start
    return f"{MONTHS[at.month - 1]} {at.year}"
