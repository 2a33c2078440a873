"""`dragoman coverage`: what the record was made of."""

from __future__ import annotations

from typing import Any

from dragoman.cli import asking

_DESCRIPTION = """\
Show what the record was made of: reports by publisher and day, days without any, and the sentences about the negotiation that
were not understood. --from and --to bound the day of publication; without --from it is the last 90 days, up to the last report
or --as-of."""

_EXAMPLES = """\
examples:
  dragoman coverage --case lenn
  dragoman coverage --case lenn --from 2026-03-01 --to 2026-03-31 --publisher "Harbour Post"
  dragoman coverage --case lenn --as-of 2026-03-20 --json
"""


def add_to(commands: Any) -> None:
    """Add the command to the parser's."""
    parser = asking.add_view(
        commands,
        "coverage",
        answer="dragoman.views.coverage:coverage",
        page="dragoman.exports.answers.coverage:page",
        help="reports by day and publisher, what was not understood",
        description=_DESCRIPTION,
        examples=_EXAMPLES,
        filters=("from", "to", "limit", "after"),
    )
    parser.add_argument("--publisher", metavar="NAME", help="only reports of this publisher")
