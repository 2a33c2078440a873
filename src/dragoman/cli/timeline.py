"""`dragoman timeline`: what happened and what is expected."""

from __future__ import annotations

from typing import Any

from dragoman.cli.asking import add_view

_DESCRIPTION = """\
Show what happened and what is expected, one item an event however many reports tell it, by day. Each item has its status,
its origins (wire copies, handouts and "X reported, citing Y" are one origin, and one origin alone is said), the rival
accounts and the words. What no report gives a day stands at its publication, as "by" that day."""

_EXAMPLES = """\
examples:
  dragoman timeline --case lenn
  dragoman timeline --case lenn --from 2026-03-09 --to 2026-03-12 --actor Kestria
  dragoman timeline --case lenn --kind incident --kind figure --json
  dragoman timeline --case lenn --as-of 2026-03-11
"""


def add_to(commands: Any) -> None:
    """Add the command to the parser's."""
    parser = add_view(
        commands,
        "timeline",
        answer="dragoman.views.timeline:timeline",
        page="dragoman.exports.answers.timeline:page",
        help="what happened and what is expected, by day",
        description=_DESCRIPTION,
        examples=_EXAMPLES,
    )
    parser.add_argument(
        "--kind",
        action="append",
        choices=("meeting", "agreement", "incident", "position", "quotation", "figure"),
        help="only events of this kind (default: all but quotations and figures); may be given several times",
    )
