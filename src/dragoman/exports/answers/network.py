"""Who meets whom, and who speaks for whom, as a page."""

from __future__ import annotations

from datetime import date

from dragoman.exports.answers.page import Block, Page, Row
from dragoman.exports.telling import day
from dragoman.views.network import Met, Network, Tie
from dragoman.views.speaking import Spoken


def page(answer: Network) -> Page:
    """Return the ties, the closest first, the meetings that make them, and who speaks for which party."""
    names = {node.id: node.name for node in answer.nodes}
    notes = () if answer.whole else (f"made of the latest {answer.looked:,} findings about meetings; there are more",)
    return Page(
        title=f"Who meets whom{'' if answer.first is None else f', from {day(answer.first)}'}",
        blocks=(
            Block("Ties", tuple(_tie(tie, names) for tie in answer.ties)),
            Block("Meetings", tuple(map(_met, answer.meetings))),
            Block("Who speaks for whom", tuple(map(_spoken, answer.speaks))),
        ),
        notes=notes,
        empty="no meeting that was held or set answers this",
    )


def _tie(tie: Tie, names: dict[str, str]) -> Row:
    facts = (f"held {tie.held}", *((f"planned {tie.planned}",) if tie.planned else ()))
    return Row(f"{names[tie.one]} and {names[tie.other]}", "meet", _span(tie.first, tie.last), facts)


def _met(met: Met) -> Row:
    return Row(met.title, "planned" if met.planned else "held", "" if met.day is None else day(met.day), id=met.id)


def _spoken(one: Spoken) -> Row:
    role = f" ({one.role})" if one.role else ""
    times = "once" if one.times == 1 else f"{one.times} times"
    when = _span(one.first, one.last)
    return Row(f"{one.who.name}{role} for {one.name}", one.how, when, (times,), one.evidence[-1:], one.who.id)


def _span(first: date, last: date) -> str:
    return day(first) if first == last else f"{day(first)} – {day(last)}"
