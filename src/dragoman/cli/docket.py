"""`dragoman docket`: every meeting through its life."""

from __future__ import annotations

from typing import Any

from dragoman.cli.asking import add_view

_DESCRIPTION = """\
Show every meeting once, by the first day for which it was set: floated, scheduled, confirmed, moved, downgraded, declined, postponed, cancelled, under
way, held, denied, or overdue (its day has passed and no report tells what became of it, beside the coverage of those days).
Each change has the day on which it was announced, by whom, how many origins tell it, and their words."""

_EXAMPLES = """\
examples:
  dragoman docket --case lenn
  dragoman docket --case lenn --as-of 2026-03-11 --actor Orvania
  dragoman docket --case lenn --state overdue --state postponed --json
"""


def add_to(commands: Any) -> None:
    """Add the command to the parser's."""
    parser = add_view(
        commands,
        "docket",
        answer="dragoman.views.docket:docket",
        page="dragoman.exports.answers.docket:page",
        help="every meeting through its life",
        description=_DESCRIPTION,
        examples=_EXAMPLES,
        passes=("state",),
        filters=("actor", "from", "to", "limit", "after"),
    )
    parser.add_argument(
        "--state",
        action="append",
        choices=(
            "floated", "scheduled", "confirmed", "moved", "downgraded", "declined", "postponed", "cancelled", "under way",
            "held", "denied", "overdue",
        ),
        help="only meetings in this state; may be given several times",
    )  # fmt: skip
