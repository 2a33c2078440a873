"""What the commands by which people decide share: who decides, why, and what is told after."""

from __future__ import annotations

import argparse
import getpass
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from dragoman.cli import asking

if TYPE_CHECKING:
    from dragoman.desk.decide import Hand, Taken
    from dragoman.settings import Settings


def add_command(commands: Any, name: str, *, help: str, description: str, examples: str) -> argparse.ArgumentParser:  # noqa: A002
    """Add a command that takes decisions, with the flags that all of them have."""
    parser: argparse.ArgumentParser = commands.add_parser(
        name,
        help=help,
        description=description,
        epilog=examples,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    asking.add_case(parser)
    add_by(parser)
    parser.add_argument("--why", metavar="TEXT", help="why; kept with the decision")
    parser.add_argument("--json", action="store_true", help="print the decision as JSON")
    return parser


def add_by(parser: argparse.ArgumentParser) -> None:
    """Add the flag that says who decides."""
    parser.add_argument("--by", metavar="NAME", help="who decides (or DRAGOMAN_BY; else the login name)")


def by_of(settings: Settings) -> str:
    """Return who decides. Raises `SettingsError` where the system does not know the login name either."""
    from dragoman.terms.errors import SettingsError

    if settings.by:
        return settings.by
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError) as error:
        raise SettingsError("--by", "say who decides: the login name is not known") from error


@contextmanager
def hand_of(asked: argparse.Namespace) -> Iterator[Hand]:
    """Open the case for decisions of the person that the command names."""
    from dragoman.desk.decide import Hand

    with asking.opened(asked) as store:
        yield Hand(store, by_of(asking.settings_of(asked)), asking.now)


def why_of(asked: argparse.Namespace) -> str | None:
    """Return why, asking for it at a terminal; a decision that matters is not taken without.

    Raises `DecisionError` where nobody can be asked.
    """
    from dragoman.terms.errors import DecisionError

    why: str | None = asked.why
    if not why and sys.stdin.isatty() and sys.stderr.isatty():
        print("why? ", end="", file=sys.stderr, flush=True)
        why = sys.stdin.readline().strip()
    if not why:
        raise DecisionError(asked.command, "say why, with --why")
    return why


def take(asked: argparse.Namespace, decide: Callable[[Hand], Iterable[Taken]]) -> int:
    """Take decisions and tell each as it is written."""
    with hand_of(asked) as hand:
        for taken in decide(hand):
            tell(asked, taken)
    return 0


def tell(asked: argparse.Namespace, taken: Taken) -> None:
    """Print a decision that was taken."""
    if asked.json:
        from dragoman.exports.answers.encode import encode

        print(json.dumps({"decision": encode(taken.decision), "new": taken.new}), flush=True)
        return
    print(sentence(taken), flush=True)


def sentence(taken: Taken) -> str:
    """Return a decision that was taken as a line: its id first, with which it can be undone."""
    from dragoman.exports.answers.decided import sentence as told

    return told(taken.decision, new=taken.new)
