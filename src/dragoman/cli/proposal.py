"""`dragoman proposal`: everything on one proposal."""

from __future__ import annotations

from typing import Any

from dragoman.cli.asking import add_view

_DESCRIPTION = """\
Print everything on one proposal, by its id or in words: what reports call it and why that is one thing, where the parties
stand and stood, conditions, agreements, and the proposals of its family that it might be or is not.
Of a long history the latest 200 findings are told; --from and --to lead to others."""

_EXAMPLES = """\
examples:
  dragoman proposal "30-day ceasefire"
  dragoman proposal 4bf0a1c2d3e4 --as-of 2025-05-13 --json
"""


def add_to(commands: Any) -> None:
    """Add the command to the parser's."""
    parser = add_view(
        commands,
        "proposal",
        answer="dragoman.views.proposal:proposal",
        page="dragoman.exports.answers.proposal:page",
        help="everything on one proposal",
        description=_DESCRIPTION,
        examples=_EXAMPLES,
        passes=("name",),
        filters=("from", "to"),
    )
    parser.add_argument("name", metavar="ID", help="of the proposal, or words for it")
