"""A page of an answer as text for a terminal."""

from __future__ import annotations

import io
from pathlib import PurePath

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dragoman.exports.answers.page import Block, Page, Row
from dragoman.exports.telling import day
from dragoman.exports.terminal import AGAINST, FOR, clean, console_on
from dragoman.views.cited import Cited

BADGE = 13
QUOTES = 3
"""Quotes shown of one row; `--json` has all."""


def as_text(page: Page, *, width: int = 80, color: bool = False) -> str:
    """Return a page as text of the given width."""
    out = io.StringIO()
    width = max(width, 40)
    console = console_on(out, width=width, color=color)
    console.print(Rule(style="bright_black"))
    console.print(Text(clean(page.title), style="bold"))
    for block in page.blocks:
        _print_block(console, block, width)
    if not any(block.rows for block in page.blocks):
        console.print(Text(f"  {page.empty}", style="dim"))
    for note in page.notes:
        console.print(Text(f"\n{clean(note)}", style="dim"))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _print_block(console: Console, block: Block, width: int) -> None:
    if not block.rows:
        return
    console.print(Text.assemble("\n", (clean(block.title).upper(), "bold cyan"), (f" {len(block.rows)}", "dim")))
    table = Table.grid(padding=(0, 1), expand=True)
    table.add_column(width=BADGE, no_wrap=True)
    table.add_column(ratio=1)
    table.add_column(justify="right", max_width=max(16, width // 4))
    for row in block.rows:
        table.add_row(Text(clean(row.badge), style=_style(row.badge)), _body(row), Text(clean(row.when)))
    console.print(Padding(table, (0, 0, 0, 2)))


def _style(badge: str) -> str:
    if badge in AGAINST or badge.startswith("overdue"):
        return "red"
    return "green" if badge in FOR else "yellow"


def _body(row: Row) -> Text:
    body = Text(clean(row.text))
    if row.id:
        body.append(f"  {row.id}", style="dim")
    if row.facts:
        body.append("\n" + clean(" · ".join(row.facts)), style="dim")
    for line in row.lines:
        body.append(f"\n- {clean(line)}")
    for cited in row.cited[:QUOTES]:
        body.append(f"\n“{clean(cited.quote)}”", style="italic")
        body.append(f" {_source(cited)}", style="dim")
    if len(row.cited) > QUOTES:
        body.append(f"\nand {len(row.cited) - QUOTES} more", style="dim")
    return body


def _source(cited: Cited) -> str:
    where = cited.publisher or cited.title or (PurePath(cited.path).name if cited.path else cited.report)
    marks = f", via {cited.via}" if cited.via else ""
    marks += f", suggested by {cited.suggested_by}" if cited.suggested_by else ""
    marks += f", found by {cited.found_by}" if cited.found_by else ""
    gone = f", support withdrawn or edited on {cited.withdrawn.isoformat()}" if cited.withdrawn else ""
    return clean(f"[{where}, {day(cited.published)}, {cited.start}–{cited.end}{marks}{gone}]")
