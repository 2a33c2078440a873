"""The reports of the record as a page: a row for each, with where its text is from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from dragoman.exports.answers.page import Block, Page, Row
from dragoman.exports.telling import day
from dragoman.record.claims import Card
from dragoman.views.descent import Descent
from dragoman.views.reports import Listed, Reports


def page(answer: Reports) -> Page:
    """Return the reports, the latest published first."""
    notes = () if answer.next is None else (f"more: --after {answer.next}",)
    rows = tuple(_row(listed) for listed in answer.items)
    return Page("Reports", (Block("Reports", rows),), notes, "no report in the record answers this")


def name_of(card: Card) -> str:
    """Return what a report is called: its title, else its address, else its file."""
    return card.title or card.url or (PurePath(card.path).name if card.path else card.id)


def origin_of(descent: Descent) -> Iterator[str]:
    """Yield in words where a report's text is from."""
    if descent.origin == "copy":
        yield f"takes over text of {descent.of_publisher or 'another report'}" + (
            f": {descent.why}" if descent.why else ""
        )
    if descent.copies:
        yield f"{descent.copies} other report{'' if descent.copies == 1 else 's'} take{'s' if descent.copies == 1 else ''} over its text"


def _row(listed: Listed) -> Row:
    kinds = ", ".join(f"{kind} {number}" for kind, number in listed.kinds.items())
    facts = (
        listed.card.publisher or listed.descent.outlet or "publisher unknown",
        kinds or "no findings",
        *origin_of(listed.descent),
        *((f"version {listed.version} of {len(listed.versions)}",) if len(listed.versions) > 1 else ()),
    )
    badge = "retracted" if listed.retracted else f"{listed.findings} finding{'' if listed.findings == 1 else 's'}"
    return Row(name_of(listed.card), badge, day(listed.card.published), facts, id=listed.card.id)
