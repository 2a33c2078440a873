"""`dragoman decide`: a person's word on findings: accept, reject, edit, note, skip."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from dragoman.cli import deciding

if TYPE_CHECKING:
    from dragoman.desk.decide import Hand, Taken

_DESCRIPTION = """\
Accept, reject, edit, annotate or put off findings by their ids (as `dragoman review` and every view with --json show them).

A person's word outranks the machine's and survives reading anew. An edit gives fields new values; several of one field are
written several times; an empty value makes it unknown. The evidence cannot be edited. Actors are named as in the record, or
as KIND:NAME for one that the record does not know; days as 2025-05-15, 2025-05, 2025 or 2025-05-15..2025-05-17."""

_EXAMPLES = """\
examples:
  dragoman decide p1f0a3c5e7b9d2f4 --accept
  dragoman decide p1f0a3c5e7b9d2f4 --reject --why "the speaker is another minister"
  dragoman decide p1f0a3c5e7b9d2f4 --edit stance=rejects --edit date=2025-05-15 --why "see the transcript"
  dragoman decide p1f0a3c5e7b9d2f4 --edit conditions="a truce first" --edit conditions="an exchange of prisoners"
  dragoman decide m2a4c6e8f0b1d3a5 --note "the ministry's own site says the 16th"
"""


def add_to(commands: Any) -> None:
    """Add the command to the parser's."""
    parser = deciding.add_command(
        commands, "decide", help="accept, reject or edit findings", description=_DESCRIPTION, examples=_EXAMPLES
    )
    parser.add_argument("claims", nargs="+", metavar="FINDING", help="the id of a finding")
    verbs = parser.add_mutually_exclusive_group(required=True)
    verbs.add_argument("--accept", dest="verb", action="store_const", const="accept", help="it is right")
    verbs.add_argument("--reject", dest="verb", action="store_const", const="reject", help="it is wrong: leave it out")
    verbs.add_argument("--skip", dest="verb", action="store_const", const="skip", help="put it off")
    verbs.add_argument("--note", metavar="TEXT", help="say something about it")
    verbs.add_argument(
        "--edit", action="append", type=edit_of, metavar="FIELD=VALUE", help="a new value (several times)"
    )
    parser.set_defaults(run=_run, command="decide")


def edit_of(written: str) -> tuple[str, str]:
    """Return the field and the new value of an edit as it is written: FIELD=VALUE."""
    name, equals, value = written.partition("=")
    if not equals or not name.strip():
        raise argparse.ArgumentTypeError(f"{written!r}: write FIELD=VALUE")
    return name.strip(), value


def _run(asked: argparse.Namespace) -> int:
    return deciding.take(asked, lambda hand: _decided(asked, hand))


def _decided(asked: argparse.Namespace, hand: Hand) -> Iterator[Taken]:
    for claim in asked.claims:
        if asked.edit:
            yield hand.edit(claim, asked.edit, asked.why)
        elif asked.note is not None:
            yield hand.judge("note", claim, asked.note)
        else:
            yield hand.judge(asked.verb, claim, asked.why)
