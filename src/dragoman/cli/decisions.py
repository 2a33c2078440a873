"""`dragoman decisions`: what people decided, and what has become of it."""

from __future__ import annotations

from typing import Any

from dragoman.cli import asking

_DESCRIPTION = """\
List what people decided, the last one first: who, when, what and why, and whether it still holds: undone, outranked by a later
word, or orphaned, because a newer reading no longer finds what it is about."""

_EXAMPLES = """\
examples:
  dragoman decisions --case lenn
  dragoman decisions --case lenn --orphaned
  dragoman decisions --case lenn --known-at 2026-04-01 --json
"""


def add_to(commands: Any) -> None:
    """Add the command to the parser's."""
    parser = asking.add_view(
        commands,
        "decisions",
        answer="dragoman.views.decisions:decisions",
        page="dragoman.exports.answers.decisions:page",
        help="list what people decided",
        description=_DESCRIPTION,
        examples=_EXAMPLES,
        passes=("orphaned",),
        filters=("limit", "after"),
    )
    parser.add_argument(
        "--orphaned", action="store_true", help="only decisions about what a newer reading no longer finds"
    )
