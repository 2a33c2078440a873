"""The queue of a review: as a page, and one item as a card with its words in their context, marked."""

from __future__ import annotations

import io
from collections.abc import Mapping

from rich.text import Text

from dragoman.exports.answers.page import Block, Page, Row
from dragoman.exports.answers.wording import line_of
from dragoman.exports.telling import Line, day
from dragoman.exports.terminal import clean, console_on
from dragoman.record.claims import Finding, Kind
from dragoman.terms.span import Span
from dragoman.views.cited import Cited, nearby
from dragoman.views.review import Item, Queue

TITLES = {
    "doubtful": "Might be one",
    "disputed": "Disputed",
    "single-origin": "The present state rests on one origin",
    "withdrawn": "Support withdrawn or edited",
    "unreviewed": "Not yet looked at",
}
MARKS = ("⟦", "⟧")
AROUND = 240
"""Characters of a report shown on each side of the evidence, within its paragraph."""
QUOTES = 3


def page(queue: Queue) -> Page:
    """Return the queue, by reason; what was decided under its verdict."""
    titles = dict.fromkeys(_title(item) for item in queue.items)
    blocks = tuple(Block(title, tuple(_row(i) for i in queue.items if _title(i) == title)) for title in titles)
    notes = () if queue.next is None else (f"more: --after {queue.next}",)
    return Page("Review", blocks, notes, "nothing waits for a person")


def _title(item: Item) -> str:
    return TITLES[item.reason] if item.verdict is None else f"{item.verdict.verb} by {item.verdict.by}"


def _row(item: Item) -> Row:
    if item.pair is not None:
        text = " — ".join(f"{side.name} ({'; '.join(side.facts)})" for side in item.pair.sides)
        return Row(text, item.thing, "", _facts(item), item.evidence, " ".join(item.things))
    line = _line(item.kind, item.finding)
    return Row(line.text, line.badge, line.when, (*line.facts, *_facts(item)), item.evidence, item.things[0])


def _facts(item: Item) -> tuple[str, ...]:
    told = [item.why, *(f"note: {note}" for note in item.notes)]
    if item.verdict is not None:
        why = f": {item.verdict.why}" if item.verdict.why else ""
        told[0] = f"{item.verdict.decision}, {item.verdict.recorded[:10]}{why}"
    if item.machine is not None:
        line = _line(item.kind, item.machine)
        read = " · ".join(part for part in (line.badge, line.text, line.when, *line.facts) if part)
        told.append(f"the machine read: {read}")
    return (*told, *(["put off before"] if item.skipped else []))


def _line(kind: Kind | None, finding: Finding | None) -> Line:
    assert kind is not None, "an item that is no pair is a finding"
    assert finding is not None, "an item that is no pair is a finding"
    return line_of(kind, finding)


def card(item: Item, texts: Mapping[str, str], *, width: int = 80, color: bool = False) -> str:
    """Return one item with all that a person needs to judge it; `texts` are the reports' texts by id."""
    out = io.StringIO()
    console = console_on(out, width=max(width, 40), color=color)
    for line in _lines(item, texts, color=color):
        console.print(line)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _lines(item: Item, texts: Mapping[str, str], *, color: bool) -> list[Text]:
    lines = [Text(clean(f"{TITLES[item.reason]}: {item.why}"), style="bold cyan")]
    if item.pair is not None:
        lines.append(Text(f"Is this one {item.thing}?", style="bold"))
        for side in item.pair.sides:
            lines.append(Text(clean(f"{side.name} ({'; '.join(side.facts)})"), style="bold"))
            lines += [_context(cited, texts, color=color) for cited in side.evidence[:QUOTES]]
        return lines
    line = _line(item.kind, item.finding)
    told = " · ".join(part for part in (item.kind, line.badge, line.text, line.when) if part)
    lines.append(Text(clean(told), style="bold"))
    lines += [Text("  " + clean(fact)) for fact in (*line.facts, *_facts(item)[1:])]
    lines.append(Text("  " + clean(f"{item.things[0]} · {' · '.join(line.why)}"), style="dim"))
    return [*lines, *(_context(cited, texts, color=color) for cited in item.evidence[:QUOTES])]


def around(cited: Cited, texts: Mapping[str, str]) -> tuple[str, str, str]:
    """Return the words of a piece of evidence in their paragraph: what stands before, the words, what stands after."""
    text = texts.get(cited.report, "")
    words = Span(cited.start, cited.end)
    near, paragraph = nearby(text, words, AROUND), nearby(text, words, len(text))
    before, after = "… " if paragraph.start < near.start else "", " …" if near.end < paragraph.end else ""
    return (before + text[near.start : cited.start], text[cited.start : cited.end], text[cited.end : near.end] + after)


def _context(cited: Cited, texts: Mapping[str, str], *, color: bool) -> Text:
    """Return the words of a piece of evidence, marked, in their paragraph."""
    before, words, after = map(_flat, around(cited, texts))
    where = cited.publisher or cited.title or cited.path or cited.report
    source = "  " + clean(f"[{where}, {day(cited.published)}, {cited.start}–{cited.end}]")
    opening, closing = ("", "") if color else MARKS
    marked = (f"{opening}{words}{closing}", "reverse")
    return Text.assemble("  ", before, marked, after, (source, "dim"))


def _flat(words: str) -> str:
    """Words on one line, the spaces at their ends kept."""
    kept = clean(words)
    left, right = words[:1].isspace(), words[-1:].isspace()
    return f"{' ' if left and kept else ''}{kept}{' ' if right else ''}"
