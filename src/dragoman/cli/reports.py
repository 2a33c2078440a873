"""`dragoman reports`: the reports of the record."""

from __future__ import annotations

from typing import Any

from dragoman.cli import asking

_DESCRIPTION = """\
Show the reports, the latest published first: how many findings of which kinds count, whose text it is, which version of its
article. --from and --to bound the day of publication."""

_EXAMPLES = """\
examples:
  dragoman reports --case lenn
  dragoman reports --case lenn --publisher "The Halden Courier" --words dam
"""


def add_to(commands: Any) -> None:
    """Add the command to the parser's."""
    parser = asking.add_view(
        commands,
        "reports",
        answer="dragoman.views.reports:reports",
        page="dragoman.exports.answers.reports:page",
        help="the reports of the record",
        description=_DESCRIPTION,
        examples=_EXAMPLES,
        passes=("words",),
        filters=("from", "to", "limit", "after"),
    )
    parser.add_argument("--publisher", metavar="NAME", help="only reports of this publisher")
    parser.add_argument("--words", metavar="WORDS", help="only reports whose titles have these words")
