"""`dragoman`: finds the command and runs it. Nothing heavy is imported before a command needs it."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from dragoman import __version__
from dragoman.cli import add, asof, backup, codebook, doctor, init, read
from dragoman.terms.errors import DragomanError

REFUSED = 1
"""Exit status where something was read and something refused, or all refused."""
USAGE = 2
"""Exit status where nothing was read: a wrong flag or setting, no such pipeline or codebook."""

_ABOUT = """\
Reads dated news reports about a negotiation and makes a cited, dated record of it:
who met whom, who proposed, accepted or rejected what, who said what."""

_EXAMPLES = """\
examples:
  dragoman read report.txt                               show what a report says
  dragoman read reports/*.txt --format json > all.jsonl  one line of JSON a report
  dragoman read table.jsonl --format json --workers 4    a table with one report a line
  dragoman read page.html --format html > page.found.html
  dragoman read note.txt --published 2025-05-14
  dragoman codebook                                      the kinds of findings and their codes

exit status: 0 all was read, 1 something was refused (standard error says what and why), 2 nothing could be read because
of the command itself: a wrong flag or setting, a missing language pipeline or codebook.
"""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run `dragoman` and exit."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run `dragoman` with the given words and return its exit status."""
    parser = make_parser()
    asked = parser.parse_args(arguments)
    try:
        status: int = asked.run(asked)
        sys.stdout.flush()
    except DragomanError as error:
        print(f"dragoman: {error}", file=sys.stderr)
        return USAGE
    except BrokenPipeError:
        # whoever read our output has enough; keep Python from complaining when it closes the stream
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    return status


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    parser = argparse.ArgumentParser(
        prog="dragoman", description=_ABOUT, epilog=_EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--version", action="version", version=f"dragoman {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    init.add_to(commands)
    add.add_to(commands)
    read.add_to(commands)
    codebook.add_to(commands)
    asof.add_to(commands)
    doctor.add_to(commands)
    backup.add_to(commands)
    return parser


if __name__ == "__main__":
    main()
