"""Changes in two columns, as a page."""

from __future__ import annotations

from dragoman.exports.answers.page import Block, Page, Row
from dragoman.exports.answers.wording import origins_of
from dragoman.exports.telling import day
from dragoman.views.changes import Change, Changes


def page(answer: Changes) -> Page:
    """Return what happened, then what was only now learned."""
    first = day(answer.first) if answer.first else "the beginning"
    last = day(answer.last) if answer.last else "today"
    reports = "1 report" if answer.reports == 1 else f"{answer.reports} reports"
    of_whom = f" of {', '.join(answer.publishers)}" if answer.publishers else ""
    notes = [f"{reports}{of_whom} published after {first} until {last}"]
    if answer.next is not None:
        notes.append(f"more: --after {answer.next}")
    return Page(
        title=f"Changes after {first} until {last}",
        blocks=(
            Block("What happened", tuple(_row(change) for change in answer.happened)),
            Block("Only now learned, corrected, denied or withdrawn", tuple(_row(change) for change in answer.learned)),
        ),
        notes=tuple(notes),
        empty="nothing changed",
    )


def _row(change: Change) -> Row:
    before = (f"before: {change.before}",) if change.before else ()
    origins = (origins_of(change.origins),) if len(change.origins) > 1 else ()
    return Row(
        text=change.what,
        badge=change.change,
        when=day(change.day) if change.day else f"by {day(change.published)}",
        facts=(*before, *origins),
        cited=change.evidence,
        id=change.id,
    )
