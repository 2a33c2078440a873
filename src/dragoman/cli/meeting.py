"""`dragoman meeting`: everything on one meeting."""

from __future__ import annotations

from typing import Any

from dragoman.cli.asking import add_view

_DESCRIPTION = """\
Show everything on one meeting: its life, every report's claim and the reason why it belongs, claims that might belong too, and
what the same sides agreed there. ID is that of the docket, or of any claim about the meeting."""

_EXAMPLES = """\
examples:
  dragoman meeting m75724f988ff2ebc --case lenn
"""


def add_to(commands: Any) -> None:
    """Add the command to the parser's."""
    parser = add_view(
        commands,
        "meeting",
        answer="dragoman.views.meeting:meeting",
        page="dragoman.exports.answers.meeting:page",
        help="everything on one meeting",
        description=_DESCRIPTION,
        examples=_EXAMPLES,
        passes=("id",),
        filters=(),
    )
    parser.add_argument("id", metavar="ID", help="a meeting of the docket, or a claim about it")
