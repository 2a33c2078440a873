"""`dragoman changes`: what changed between two days."""

from __future__ import annotations

from typing import Any

from dragoman.cli import asking

_DESCRIPTION = """\
Show what changed between two days: the record as of --to against the record as of --from. One column has what happened in
between, the other what was only then learned, corrected, denied or withdrawn about earlier.

Without --to it is the last day of the record (or --as-of), without --from the day before."""

_EXAMPLES = """\
examples:
  dragoman changes --case lenn                                     since yesterday
  dragoman changes --case lenn --from 2026-03-08 --to 2026-03-12
  dragoman changes --case lenn --from 2026-03-08 --actor Kestria --json
"""


def add_to(commands: Any) -> None:
    """Add the command to the parser's."""
    asking.add_view(
        commands,
        "changes",
        answer="dragoman.views.changes:changes",
        page="dragoman.exports.answers.changes:page",
        help="what changed between two days",
        description=_DESCRIPTION,
        examples=_EXAMPLES,
        ends=True,
    )
