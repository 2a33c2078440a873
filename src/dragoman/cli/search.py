"""`dragoman search`: the passages that hold some words."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from dragoman.cli import asking

_KINDS = ("quotation", "meeting", "position", "delegation", "agreement", "figure", "incident")

_DESCRIPTION = """\
Show the passages of reports that hold all the words, the latest report first, each with the findings that stand in it.

Case and accents do not count. Words in quotation marks stand together: search '"30-day ceasefire" Geneva'. --from and --to
bound the day of publication; --actor and --kind ask for passages in which something of that actor or kind was found."""

_EXAMPLES = """\
examples:
  dragoman search --case lenn ceasefire
  dragoman search --case lenn '"prisoner exchange"' --actor Kestria --kind position
  dragoman search --case lenn monitors --publisher "Harbour Post" --to 2026-03-10 --json
"""


def add_to(commands: Any) -> None:
    """Add the command to the parser's."""
    parser = asking.add_view(
        commands,
        "search",
        answer="dragoman.views.search:search",
        page="dragoman.exports.answers.search:page",
        help="the passages that hold some words",
        description=_DESCRIPTION,
        examples=_EXAMPLES,
        passes=("words",),
        filters=("actor", "from", "to", "limit", "after"),
    )
    parser.add_argument("words", nargs="+", action=_Joined, metavar="WORDS", help="what the passages hold")
    parser.add_argument("--publisher", metavar="NAME", help="only reports of this publisher")
    parser.add_argument(
        "--kind", action="append", choices=_KINDS, help="only passages with such a finding; may be repeated"
    )


class _Joined(argparse.Action):
    """Makes one search of several words."""

    def __call__(
        self,
        _parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        _flag: str | None = None,
    ) -> None:
        setattr(namespace, self.dest, " ".join(values or ()))
