"""`dragoman retract`: a report, a finding or a decision counts no more."""

from __future__ import annotations

import argparse
from typing import Any

from dragoman.cli import deciding

_DESCRIPTION = """\
Take a report with all its findings, one finding, or a decision out of what counts, by id. Nothing is deleted: --known-at shows
the record as it was, and `dragoman undo` takes the retraction back."""

_EXAMPLES = """\
examples:
  dragoman retract 3f0c1b2a4d5e6f70 --why "the paper took the whole article back"
"""


def add_to(commands: Any) -> None:
    """Add the command to the parser's."""
    parser = deciding.add_command(
        commands, "retract", help="take a report or finding out", description=_DESCRIPTION, examples=_EXAMPLES
    )
    parser.add_argument("id", metavar="ID", help="of a report, a finding or a decision")
    parser.set_defaults(run=_run, command="retract")


def _run(asked: argparse.Namespace) -> int:
    why = deciding.why_of(asked)
    return deciding.take(asked, lambda hand: [hand.retract(asked.id, why)])
