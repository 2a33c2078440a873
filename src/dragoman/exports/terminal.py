"""Findings for a terminal: by kind, each with its day and its quoted evidence. Plain text where no colour is asked for.

The words of a report are never trusted: control characters, escape sequences and marks that turn the direction of text
are shown as U+FFFD, and nothing in them is read as markup.
"""

from __future__ import annotations

import io
import re
from typing import TextIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dragoman.exports.telling import Line, Section, day, person, tell, title_of
from dragoman.terms.findings import Findings
from dragoman.terms.span import Evidence

COLORS = {
    "meetings": "cyan",
    "positions": "yellow",
    "agreements": "green",
    "delegations": "blue",
    "quotations": "magenta",
    "figures": "bright_blue",
    "incidents": "red",
    "dates": "bright_black",
}
AGAINST = frozenset({"declined", "cancelled", "denied", "rejects", "violated", "ended", "postponed"})
FOR = frozenset({"held", "accepts", "agreed", "signed", "in-force", "supports"})
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
BADGE = 13
QUOTE_LINES = 2


def as_terminal(findings: Findings, *, explain: bool = False, width: int = 80, color: bool = False) -> str:
    """Return the findings of one report as text for a terminal of the given width."""
    out = io.StringIO()
    console = console_on(out, width=max(width, 40), color=color)
    console.print(_head(findings))
    sections = tell(findings)
    for section in sections:
        console.print(_section(section, width=max(width, 40), explain=explain))
    if not sections:
        console.print(Text("  nothing about a negotiation was found", style="dim"))
    console.print(_foot(findings, explain=explain))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n\n"


def console_on(out: TextIO, *, width: int, color: bool) -> Console:
    """Return what lays out text of a width on a stream: words as they are, colours only where they are asked for."""
    return Console(
        file=out,
        width=width,
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )


def clean(words: str) -> str:
    """Words on one line, without what could steer a terminal."""
    return UNSAFE.sub("\ufffd", " ".join(words.split()))


def _head(findings: Findings) -> RenderableType:
    report = findings.report
    about = [report.publisher, day(report.published), report.path, f"id\u00a0{report.id}", report.url]
    rows: list[RenderableType] = [
        Rule(style="bright_black"),
        Text(clean(title_of(findings)), style="bold"),
        Text(clean(" · ".join(part for part in about if part)), style="dim"),
    ]
    rows += [Text(f"! {clean(warning)}", style="yellow") for warning in report.warnings]
    return Group(*rows)


def _section(section: Section, *, width: int, explain: bool) -> RenderableType:
    color = COLORS[section.kind]
    title = Text.assemble("\n", (section.title.upper(), f"bold {color}"), (f" {len(section.lines)}", "dim"))
    if section.kind == "dates" and not explain:
        return Group(title, Padding(_dates(section), (0, 0, 0, 2)))
    table = Table.grid(padding=(0, 1), expand=True)
    table.add_column(width=BADGE, no_wrap=False)
    table.add_column(ratio=1)
    table.add_column(justify="right", no_wrap=True, max_width=max(15, width // 4))
    for line in section.lines:
        table.add_row(_badge(line), _body(line, width=width, explain=explain), Text(line.when, style="bold"))
    return Group(title, Padding(table, (0, 0, 0, 2)))


def _badge(line: Line) -> Text:
    style = "red" if line.badge in AGAINST else "green" if line.badge in FOR else "yellow"
    return Text(line.badge.replace("accepts-conditionally", "accepts, if"), style=style)


def _body(line: Line, *, width: int, explain: bool) -> RenderableType:
    room = QUOTE_LINES * (width - BADGE - 24)
    text = clean(line.text)
    rows = [Text(text if explain else _shorter(text, room))]
    said = not explain and _says_its_evidence(line)
    if said:
        rows[0].append(" " + ", ".join(f"[{piece.start}–{piece.end}]" for piece in line.evidence), style="bright_black")
    if line.facts:
        rows.append(Text(clean(" · ".join(line.facts)), style="italic"))
    if not said:
        rows += [_quoted(piece, room=0 if explain else room) for piece in line.evidence]
    if explain:
        rows += [Text(clean(told), style="bright_black") for told in (*line.events, " · ".join(line.why)) if told]
    return Group(*rows)


def _says_its_evidence(line: Line) -> bool:
    """Whether the line tells the words of its evidence already, as a quotation does."""
    said = clean(line.text)
    return line.key.startswith("quotations") or all(clean(e.quote).strip("“”\"'., ") in said for e in line.evidence)


def _quoted(piece: Evidence, *, room: int) -> Text:
    words = clean(piece.quote)
    words = _shorter(words, room) if room else words
    return Text.assemble((f"“{words}”", "dim"), (f" [{piece.start}–{piece.end}]", "bright_black"))


def _shorter(words: str, room: int) -> str:
    """Leave out the middle of a long quote."""
    if len(words) <= room:
        return words
    half = (room - 3) // 2
    return f"{words[:half].rsplit(' ', 1)[0]} … {words[-half:].split(' ', 1)[-1]}"


def _dates(section: Section) -> Text:
    """All dates in a running line."""
    out = Text()
    for n, line in enumerate(section.lines):
        out.append("  ·  " if n else "")
        out.append(clean(line.text), style="dim")
        out.append(" = ", style="bright_black")
        out.append(line.when)
    return out


def _foot(findings: Findings, *, explain: bool) -> RenderableType:
    rows: list[RenderableType] = []
    if findings.coverage.unread:
        count = len(findings.coverage.unread)
        rows.append(Text.assemble("\n", ("NOT UNDERSTOOD", "bold"), (f" {count} about the negotiation", "dim")))
        rows += [
            Padding(_quoted(piece, room=0 if explain else 160), (0, 0, 0, 2)) for piece in findings.coverage.unread
        ]
    if findings.actors:
        rows.append(Text("\nACTORS", style="bold"))
        who = "; ".join(clean(person(actor)) for actor in findings.actors)
        rows.append(Padding(Text(who, style="dim"), (0, 0, 0, 2)))
    return Group(*rows)
