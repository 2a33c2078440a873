"""`dragoman disagreements`: where sources contradict each other."""

from __future__ import annotations

from typing import Any

from dragoman.cli.asking import add_view

_DESCRIPTION = """\
Show where sources contradict each other, the rival accounts side by side with their words and origins: on a date, a place,
who attended, the level, a figure, the outcome, who proposed it, or whether it happened at all. What one source says later
than before is an update and no disagreement; accounts that differ but could all be true are marked so."""

_EXAMPLES = """\
examples:
  dragoman disagreements --case lenn
  dragoman disagreements --case lenn --kind figure --from 2026-03-16
  dragoman disagreements --case lenn --kind happened --json
"""


def add_to(commands: Any) -> None:
    """Add the command to the parser's."""
    parser = add_view(
        commands,
        "disagreements",
        answer="dragoman.views.disagreements:disagreements",
        page="dragoman.exports.answers.disagreements:page",
        help="where sources contradict each other",
        description=_DESCRIPTION,
        examples=_EXAMPLES,
        filters=("actor", "from", "to", "limit", "after"),
    )
    parser.add_argument(
        "--kind",
        action="append",
        choices=("happened", "date", "place", "attendance", "level", "figure", "outcome", "proposer"),
        help="only disagreements of this kind; may be given several times",
    )
