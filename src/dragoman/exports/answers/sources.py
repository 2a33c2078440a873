"""The sources as a page: a row for each publisher."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.exports.answers.page import Block, Page, Row
from dragoman.exports.telling import day
from dragoman.views.sources import Source, Sources, Told

FEW = 3


def page(answer: Sources) -> Page:
    """Return the publishers, the one with most reports first."""
    span = "" if answer.first is None or answer.last is None else f", {day(answer.first)} to {day(answer.last)}"
    notes: tuple[str, ...] = ()
    if not answer.whole and answer.events_from is not None:
        looked = f"{answer.looked:,} latest reports were compared, {answer.claims:,} latest findings measured"
        notes = (f"{looked}, {answer.events:,} events since {day(answer.events_from)} looked at",)
    rows = tuple(map(_source, answer.items))
    return Page(f"Sources{span}", (Block("Publishers", rows),), notes, "there is no report of these days in the record")


def _source(source: Source) -> Row:
    delay = "delay unknown"
    if source.delay is not None:
        delay = f"{_number(source.delay)} {'day' if source.delay == 1 else 'days'} after the event, the median of {source.dated}"
    copies = (f"{one.outlet or 'another'} {one.reports}" for one in source.whose)
    facts = (
        _some(source.findings, "finding"),
        *((f"{_some(source.unread, 'sentence')} not understood",) if source.unread else ()),
        f"{_number(source.a_day)} reports a day",
        delay,
        f"{source.alone} of its own"
        + (f", {source.copies} with the text of others ({', '.join(copies)})" if source.copies else ""),
    )
    return Row(
        text=source.publisher or "publisher unknown",
        badge=_some(source.reports, "report"),
        when=day(source.first) if source.first == source.last else f"{day(source.first)} – {day(source.last)}",
        facts=facts,
        lines=(*_told("first", source.firsts, source.told_first), *_told("alone", source.alones, source.told_alone)),
    )


def _told(how: str, number: int, told: tuple[Told, ...]) -> Iterator[str]:
    yield from (f"{how} to say: {one.what} [{one.evidence[0].report}]" for one in told[:FEW])
    if number > FEW:
        yield f"{how} to say: {number - min(FEW, len(told))} more"


def _number(value: float) -> str:
    return f"{value:g}"


def _some(number: int, what: str) -> str:
    return f"{number:,} {what if number == 1 else what + 's'}"
