"""`dragoman network`: who meets whom, who speaks for whom."""

from __future__ import annotations

from typing import Any

from dragoman.cli import asking

_DESCRIPTION = """\
Show who meets whom: the ties that meetings make which were held or are set, between parties or between persons, and who was sent or
spoke for which party. Without --from it is the last 90 days and what is to come."""

_EXAMPLES = """\
examples:
  dragoman network --case lenn
  dragoman network --case lenn --between person --actor Orvania
"""


def add_to(commands: Any) -> None:
    """Add the command to the parser's."""
    parser = asking.add_view(
        commands,
        "network",
        answer="dragoman.views.network:network",
        page="dragoman.exports.answers.network:page",
        help="who meets whom",
        description=_DESCRIPTION,
        examples=_EXAMPLES,
        passes=("between",),
        filters=("actor", "from", "to"),
    )
    parser.add_argument(
        "--between", choices=("party", "person"), default="party", help="between whom (default %(default)s)"
    )
