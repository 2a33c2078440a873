"""`dragoman link`: a finding belongs to that meeting or proposal."""

from __future__ import annotations

import argparse
from typing import Any

from dragoman.cli import deciding

_DESCRIPTION = """\
Say to what one finding belongs: one about a meeting to another meeting (by the id of any of its findings), a position or an
agreement to a proposal (by words or id). It leaves what it was taken for."""

_EXAMPLES = """\
examples:
  dragoman link m2a4c6e8f0b1d3a5 m9b8a7c6d5e4f3a2
  dragoman link p1f0a3c5e7b9d2f4 "a 30-day unconditional ceasefire" --why "what the offer is stands in the lead"
"""


def add_to(commands: Any) -> None:
    """Add the command to the parser's."""
    parser = deciding.add_command(
        commands, "link", help="say to what a finding belongs", description=_DESCRIPTION, examples=_EXAMPLES
    )
    parser.add_argument("claim", metavar="FINDING")
    parser.add_argument("to", metavar="TO", help="a meeting's finding, or a proposal")
    parser.set_defaults(run=_run, command="link")


def _run(asked: argparse.Namespace) -> int:
    return deciding.take(asked, lambda hand: [hand.link(asked.claim, asked.to, asked.why)])
