"""`dragoman merge`: several actors, proposals or meetings are one."""

from __future__ import annotations

import argparse
from typing import Any

from dragoman.cli import deciding

_DESCRIPTION = """\
Say that several actors, proposals or meetings are one. Actors are named by name or id, proposals by words or id, meetings by
the id of any of their findings. It holds for all reports, those to come among them, until somebody splits or undoes it."""

_EXAMPLES = """\
examples:
  dragoman merge actor "Volodymyr Zelensky" "Vladimir Zelensky" --why "one man, two spellings"
  dragoman merge meeting m2a4c6e8f0b1d3a5 m9b8a7c6d5e4f3a2 --why "the talks were moved to Ankara"
"""


def add_to(commands: Any) -> None:
    """Add the command to the parser's."""
    parser = deciding.add_command(
        commands, "merge", help="say that two are one", description=_DESCRIPTION, examples=_EXAMPLES
    )
    parser.add_argument("thing", choices=("actor", "proposal", "meeting", "report"))
    parser.add_argument("first", metavar="ONE")
    parser.add_argument("others", nargs="+", metavar="OTHER")
    parser.set_defaults(run=_run, command="merge")


def _run(asked: argparse.Namespace) -> int:
    why = deciding.why_of(asked)
    return deciding.take(asked, lambda hand: [hand.merge(asked.thing, (asked.first, *asked.others), why)])
