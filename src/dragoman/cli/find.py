"""`dragoman find`: a person's own finding, made of words of a report."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from dragoman.cli import deciding
from dragoman.cli.decide import edit_of

if TYPE_CHECKING:
    from dragoman.desk.decide import Hand, Taken
    from dragoman.record.claims import Kind

_DESCRIPTION = """\
Make a finding of words of a report that no reader found. It counts like any other, bears your name wherever it is shown, and can be
edited, rejected and undone. The words are written as they stand in the report, where they stand once; values as for `decide --edit`."""

_EXAMPLES = """\
examples:
  dragoman find b9dba51c2b96f08a --kind position --words "called the decision regrettable" --set actor="Ada Lind" --set stance=rejects --set about="the decision"
"""


def add_to(commands: Any) -> None:
    """Add the command to the parser's."""
    parser = deciding.add_command(
        commands, "find", help="make a finding of words of a report", description=_DESCRIPTION, examples=_EXAMPLES
    )
    parser.add_argument("report", metavar="REPORT", help="the id of a report")
    parser.add_argument(
        "--kind",
        required=True,
        choices=("quotation", "meeting", "position", "delegation", "agreement", "figure", "incident"),
        help="what it is",
    )
    parser.add_argument(
        "--words", action="append", required=True, metavar="TEXT", help="words of the report (several times)"
    )
    parser.add_argument(
        "--set", action="append", type=edit_of, default=[], metavar="FIELD=VALUE", help="a value (several times)"
    )
    parser.set_defaults(run=_run, command="find")


def _run(asked: argparse.Namespace) -> int:
    return deciding.take(asked, lambda hand: _found(asked, hand))


def _found(asked: argparse.Namespace, hand: Hand) -> Iterator[Taken]:
    kind: Kind = asked.kind
    with hand.store.shelf() as shelf:
        text = shelf.texts([asked.report]).get(asked.report, "")
    yield hand.add(
        asked.report, kind, [_span(text, words) for words in asked.words] if text else [], asked.set, asked.why
    )


def _span(text: str, words: str) -> tuple[int, int]:
    from dragoman.terms.errors import DecisionError

    start = text.find(words)
    if start < 0 or text.find(words, start + 1) >= 0:
        times = "do not stand" if start < 0 else "stand more than once"
        raise DecisionError("find", f"the words {words!r} {times} in the report; write as many as stand there once")
    return start, start + len(words)
