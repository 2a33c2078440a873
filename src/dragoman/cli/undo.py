"""`dragoman undo`: takes a decision back."""

from __future__ import annotations

import argparse
from typing import Any

from dragoman.cli import deciding

_DESCRIPTION = """\
Take back a decision: the last one that holds, or the one that is named. An undoing is a decision itself and can be undone."""

_EXAMPLES = """\
examples:
  dragoman undo
  dragoman undo d1a2b3c4d5e6 --why "I had the wrong minister in mind"
"""


def add_to(commands: Any) -> None:
    """Add the command to the parser's."""
    parser = deciding.add_command(
        commands, "undo", help="take a decision back", description=_DESCRIPTION, examples=_EXAMPLES
    )
    parser.add_argument("decision", nargs="?", metavar="DECISION", help="its id (default: the last one that holds)")
    parser.set_defaults(run=_run, command="undo")


def _run(asked: argparse.Namespace) -> int:
    return deciding.take(asked, lambda hand: [hand.undo(asked.decision, asked.why)])
