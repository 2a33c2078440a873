"""`dragoman`: finds the command and runs it. Nothing heavy is imported before a command needs it."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from dragoman import __version__
from dragoman.terms.errors import DragomanError, NotFound

REFUSED = 1
"""Exit status where something was refused or not found, and the rest was done."""
USAGE = 2
"""Exit status where nothing could be done: a wrong flag or setting, no such case, a damaged record, no such pipeline."""

COMMANDS = (
    "init", "add", "read",
    "timeline", "docket", "positions", "actor", "proposal", "meeting", "changes", "disagreements", "obligations", "ask",
    "search", "coverage", "reports", "report", "people", "network", "sources",
    "review", "decide", "find", "merge", "split", "link", "retract", "undo", "decisions", "reread",
    "asof", "doctor", "backup", "user", "token", "audit", "codebook",
    "serve", "demo",
)  # fmt: skip
"""The modules of the commands, in the order in which `--help` lists them."""

_ABOUT = """\
Reads dated news reports about a negotiation and keeps a cited, dated, correctable record of them:
who met whom, who proposed, accepted or rejected what, who said what, and what was known on any day."""

_EXAMPLES = """\
examples:
  dragoman read report.txt                               show what one report says
  dragoman read reports/*.txt --format json > all.jsonl  one line of JSON a report

  dragoman init lenn                                     make a case
  dragoman add --case lenn reports/                      take reports into it
  dragoman docket --case lenn --as-of 2026-03-11         every meeting, as it was known on a day
  dragoman changes --case lenn                           what changed since yesterday
  dragoman review --case lenn                            go through what a person should look at

exit status: 0 all was done, 1 something was refused or not found (standard error says what and why), 2 nothing could be done:
a wrong flag or setting, no such case, a damaged record, a missing language pipeline or codebook.
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
        return REFUSED if isinstance(error, NotFound) else USAGE
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
    for name in COMMANDS:
        import_module(f"dragoman.cli.{name}").add_to(commands)
    return parser


if __name__ == "__main__":
    main()
