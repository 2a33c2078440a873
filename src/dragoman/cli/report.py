"""`dragoman report`: one report, and what was found in it."""

from __future__ import annotations

from typing import Any

from dragoman.cli import asking

_DESCRIPTION = """\
Show one report: every finding with its words and what people decided of it, the sentences that were not understood, other reports
with the same text, and how the versions of the article differ. With --json also the text, as it arrived."""

_EXAMPLES = """\
examples:
  dragoman report 2e62a1efeb32eed3 --case lenn
  dragoman report 2e62a1efeb32eed3 --case lenn --json
"""


def add_to(commands: Any) -> None:
    """Add the command to the parser's."""
    parser = asking.add_view(
        commands,
        "report",
        answer="dragoman.views.report:report",
        page="dragoman.exports.answers.report:page",
        help="one report, and what was found in it",
        description=_DESCRIPTION,
        examples=_EXAMPLES,
        passes=("id",),
        filters=(),
    )
    parser.add_argument("id", metavar="ID", help="a report, by the id that `dragoman reports` shows")
