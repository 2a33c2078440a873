"""`dragoman sources`: what each publisher reported."""

from __future__ import annotations

from typing import Any

from dragoman.cli import asking

_DESCRIPTION = """\
Show what each publisher reported: how much, how many days after the event, how much of its own and whose text otherwise, and what it
was first or alone to say. Without --from and --to it is the last 90 days."""

_EXAMPLES = """\
examples:
  dragoman sources --case lenn
  dragoman sources --case lenn --from 2026-03-01 --to 2026-03-31 --json
"""


def add_to(commands: Any) -> None:
    """Add the command to the parser's."""
    parser = asking.add_view(
        commands,
        "sources",
        answer="dragoman.views.sources:sources",
        page="dragoman.exports.answers.sources:page",
        help="what each publisher reported",
        description=_DESCRIPTION,
        examples=_EXAMPLES,
        filters=("from", "to", "limit"),
    )
    parser.add_argument("--publisher", metavar="NAME", help="only reports of this publisher")
