"""One report as a page: what was found in it, what was not understood, whose text it has, how its versions differ."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.exports.answers.page import Block, Page, Row
from dragoman.exports.answers.reports import name_of, origin_of
from dragoman.exports.answers.wording import line_of
from dragoman.exports.telling import day
from dragoman.views.cited import Cited
from dragoman.views.report import Read, ReportAnswer, Version

CHANGE = {"gone": "-", "new": "+"}


def page(answer: ReportAnswer) -> Page:
    """Return the report with its findings in the order of its text."""
    card = answer.card
    whose = card.publisher or answer.descent.outlet or "publisher unknown"
    about = [f"{card.id}, taken in {card.recorded[:10]}", *origin_of(answer.descent)]
    if answer.retracted is not None:
        why = f": {answer.retracted.why}" if answer.retracted.why else ""
        about.insert(0, f"retracted by {answer.retracted.by} on {answer.retracted.recorded[:10]}{why}")
    relatives = tuple(
        Row(name_of(one.card), "copy" if one.copy else "passage", day(one.card.published), (one.why,), id=one.card.id)
        for one in answer.relatives
    )
    return Page(
        title=f"{name_of(card)} ({whose}, {day(card.published)})",
        blocks=(
            Block("Findings", tuple(map(_finding, answer.findings))),
            Block("Not understood", tuple(map(_sentence, answer.unread))),
            Block("Versions", tuple(map(_version, answer.versions))),
            Block("The same words elsewhere", relatives),
        ),
        notes=tuple(about),
        empty="nothing was found in this report",
    )


def _finding(read: Read) -> Row:
    line = line_of(read.kind, read.finding)
    return Row(line.text, line.badge, line.when, (*line.facts, *_marks(read)), read.evidence, read.claim)


def _marks(read: Read) -> Iterator[str]:
    """Yield what became of a finding."""
    if read.state == "repeated":
        yield "an earlier version of the article says the same, and is counted"
    if read.verdict is not None:
        why = f": {read.verdict.why}" if read.verdict.why else ""
        yield f"{read.verdict.verb} by {read.verdict.by}, {read.verdict.recorded[:10]}{why}"
    if read.machine is not None:
        line = line_of(read.kind, read.machine)
        yield f"the machine read: {' · '.join(part for part in (line.badge, line.text, line.when) if part)}"
    yield from (f"note: {note}" for note in read.notes)


def _sentence(cited: Cited) -> Row:
    return Row(text="", badge="not read", cited=(cited,))


def _version(version: Version) -> Row:
    lines = tuple(f"{CHANGE[s.change]} {' '.join(s.text.split())}" for s in version.segments if s.change in CHANGE)
    facts = ("not all of the text was compared",) if version.cut else ()
    badge = "this one" if version.current else "version"
    return Row(name_of(version.card), badge, day(version.card.published), facts, id=version.card.id, lines=lines)
