"""`dragoman actor`: everything on one actor."""

from __future__ import annotations

from typing import Any

from dragoman.cli.asking import add_view

_DESCRIPTION = """\
Show everything on one actor: how reports name it and why these are one, pairs that are doubtful, offices with their days,
meetings, positions, words, delegations, agreements, figures and incidents. NAME is a name in any spelling, or an id.

Each section has at most --limit entries; the cursor at the foot gives the rest of one."""

_EXAMPLES = """\
examples:
  dragoman actor Orlik --case lenn
  dragoman actor Kestria --case lenn --kind position --kind meeting
  dragoman actor "Marek Dolvan" --case lenn --from 2026-03-10 --to 2026-03-15 --json
"""


def add_to(commands: Any) -> None:
    """Add the command to the parser's."""
    parser = add_view(
        commands,
        "actor",
        answer="dragoman.views.actor:actor",
        page="dragoman.exports.answers.actor:page",
        help="everything on one actor",
        description=_DESCRIPTION,
        examples=_EXAMPLES,
        passes=("name",),
        filters=("from", "to", "limit", "after"),
    )
    parser.add_argument("name", metavar="NAME", help="a name in any spelling, or the id of an actor")
    parser.add_argument(
        "--kind",
        action="append",
        choices=("meeting", "position", "quotation", "delegation", "agreement", "figure", "incident"),
        help="only this section; may be given several times",
    )
