"""`dragoman split`: an actor, proposal or meeting that was taken for another is one of its own."""

from __future__ import annotations

import argparse
from typing import Any

from dragoman.cli import deciding

_DESCRIPTION = """\
Say that a member was wrongly taken for one with others: a description of an actor, the words of a proposal, a finding about a
meeting (by id, or a name where one member bears it). It leaves all others of its identity, or those that are named after it."""

_EXAMPLES = """\
examples:
  dragoman split actor 4f1e2d3c4b5a --why "the other Ivanov, the envoy"
  dragoman split meeting m2a4c6e8f0b1d3a5 --why "these talks were held a week before"
"""


def add_to(commands: Any) -> None:
    """Add the command to the parser's."""
    parser = deciding.add_command(
        commands, "split", help="say that one is two", description=_DESCRIPTION, examples=_EXAMPLES
    )
    parser.add_argument("thing", choices=("actor", "proposal", "meeting", "report"))
    parser.add_argument("member", metavar="MEMBER")
    parser.add_argument("others", nargs="*", metavar="FROM")
    parser.set_defaults(run=_run, command="split")


def _run(asked: argparse.Namespace) -> int:
    why = deciding.why_of(asked)
    return deciding.take(asked, lambda hand: [hand.split(asked.thing, (asked.member, *asked.others), why)])
