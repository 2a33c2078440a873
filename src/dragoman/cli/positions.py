"""`dragoman positions`: who stands where on what."""

from __future__ import annotations

from typing import Any

from dragoman.cli.asking import add_view

_DESCRIPTION = """\
Print parties by proposals: for each proposal, the one told of last first, where every party stands, since when, in whose
words, and all that it said before with the reason why that holds no more. A day with "by" is that of the first report:
none tells the day of the stance itself. Conditions are open, met or dropped."""

_EXAMPLES = """\
examples:
  dragoman positions
  dragoman positions --actor Russia --as-of 2025-05-13
  dragoman positions --proposal "30-day ceasefire" --json
"""


def add_to(commands: Any) -> None:
    """Add the command to the parser's."""
    add_view(
        commands,
        "positions",
        answer="dragoman.views.positions:positions",
        page="dragoman.exports.answers.positions:page",
        help="who stands where on what",
        description=_DESCRIPTION,
        examples=_EXAMPLES,
    )
