"""`dragoman obligations`: what is owed by a day."""

from __future__ import annotations

from typing import Any

from dragoman.cli.asking import add_view

_DESCRIPTION = """\
Show what is owed by a day: promises and ultimatums with a deadline, what was announced for a day, meetings that are set. Each is
due, done (a later report tells it), called off, or overdue: its day has passed and no report tells more. Beside what is
overdue stands how many reports were taken in since, so that a feed that ended is not read as silence.

Pages go by the day on which the claims hold; on a page, the due day is the order."""

_EXAMPLES = """\
examples:
  dragoman obligations --case lenn
  dragoman obligations --case lenn --as-of 2026-03-17 --status overdue
  dragoman obligations --case lenn --actor Orvania --json
"""


def add_to(commands: Any) -> None:
    """Add the command to the parser's."""
    parser = add_view(
        commands,
        "obligations",
        answer="dragoman.views.obligations:obligations",
        page="dragoman.exports.answers.obligations:page",
        help="what is owed by a day, and what became of it",
        description=_DESCRIPTION,
        examples=_EXAMPLES,
        passes=("status",),
        filters=("actor", "from", "to", "limit", "after"),
    )
    parser.add_argument(
        "--status",
        action="append",
        choices=("due", "done", "overdue", "called off"),
        help="only obligations of this status; may be given several times",
    )
