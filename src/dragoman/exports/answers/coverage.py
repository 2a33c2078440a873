"""What the record was made of, as a page."""

from __future__ import annotations

from datetime import date

from dragoman.exports.answers.page import Block, Page, Row
from dragoman.exports.telling import day
from dragoman.views.coverage import Coverage, Day, Feed, Gap, Unread

UNKNOWN = "publisher unknown"
DAYS = 31
"""Days shown, the latest; `--json` has all."""


def page(answer: Coverage) -> Page:
    """Return publishers, days without reports, days with reports, and sentences that were not understood."""
    span = "" if answer.first is None or answer.last is None else f", {day(answer.first)} to {day(answer.last)}"
    earlier = len(answer.days) - DAYS
    notes = [f"{earlier} earlier {'day' if earlier == 1 else 'days'} with reports: --json"] if earlier > 0 else []
    if answer.next is not None:
        notes.append(f"more sentences: --after {answer.next}")
    return Page(
        title=f"Coverage{span}: {', '.join((_some(answer.reports, 'report'), *_findings(answer)))}",
        blocks=(
            Block("Publishers", tuple(_feed(feed) for feed in answer.publishers)),
            Block("Days without a report", tuple(_gap(gap) for gap in answer.gaps)),
            Block("Days", tuple(_day(one) for one in answer.days[-DAYS:])),
            Block("Not understood", tuple(_sentence(s) for s in answer.sentences)),
        ),
        notes=tuple(notes),
        empty="there is no report in the record",
    )


def _feed(feed: Feed) -> Row:
    return Row(
        text=feed.publisher or UNKNOWN,
        badge=_some(feed.reports, "report"),
        when=_span(feed.first, feed.last),
        facts=(*_findings(feed), f"on {_some(feed.days, 'day')}"),
    )


def _gap(gap: Gap) -> Row:
    return Row(text="no report", badge=_some(gap.days, "day"), when=_span(gap.first, gap.last))


def _day(one: Day) -> Row:
    shares = (f"{share.publisher or UNKNOWN} {share.reports:,}" for share in one.publishers)
    return Row(text=", ".join(shares), badge=_some(one.reports, "report"), when=day(one.day), facts=_findings(one))


def _findings(counted: Coverage | Day | Feed) -> tuple[str, ...]:
    unread = (f"{_some(counted.unread, 'sentence')} not understood",) if counted.unread else ()
    return (_some(counted.findings, "finding"), *unread)


def _some(number: int, what: str) -> str:
    return f"{number:,} {what if number == 1 else what + 's'}"


def _span(first: date, last: date) -> str:
    return day(first) if first == last else f"{day(first)} – {day(last)}"


def _sentence(unread: Unread) -> Row:
    (cited,) = unread.evidence
    return Row(
        text=cited.title or cited.publisher or cited.path or cited.report, when=day(cited.published), cited=(cited,)
    )
