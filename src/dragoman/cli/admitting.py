"""What the commands about members, tokens and the audit share: the people of a case, who asks, lines and JSON."""

from __future__ import annotations

import argparse
import getpass
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from dragoman.cli import asking

if TYPE_CHECKING:
    from dragoman.desk.access import Visitor
    from dragoman.desk.people import People


def add_action(actions: Any, name: str, *, help: str, by: bool = True) -> argparse.ArgumentParser:  # noqa: A002 - argparse's own word
    """Add what a command can do, with the flags that all of its actions have."""
    from dragoman.cli.deciding import add_by

    parser: argparse.ArgumentParser = actions.add_parser(name, help=help, description=f"{help[0].upper()}{help[1:]}.")
    asking.add_case(parser)
    if by:
        add_by(parser)
    return parser


@contextmanager
def people_of(asked: argparse.Namespace) -> Iterator[tuple[People, Visitor]]:
    """Give the people of the case that a command names, and the one who asks: on the machine itself, who may do all."""
    from dragoman.cli.deciding import by_of
    from dragoman.desk.access import local
    from dragoman.desk.people import People

    with asking.opened(asked) as store:
        yield People(store.people, asking.now), local(by_of(asking.settings_of(asked)))


def new_password(asked: argparse.Namespace) -> str:
    """Return a new password: a line of standard input, or typed twice at the terminal. Raises `SettingsError`."""
    from dragoman.terms.errors import SettingsError

    if asked.password_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    if not sys.stdin.isatty():
        raise SettingsError(
            "--password-stdin", "there is no terminal to ask for the password at; give it on standard input"
        )
    first = getpass.getpass("password (12 characters or more): ")
    if getpass.getpass("the same again: ") != first:
        raise SettingsError("password", "the two are not the same; nothing was changed")
    return first


def show(asked: argparse.Namespace, answer: Any, rows: Iterable[Sequence[str | None]]) -> None:
    """Print an answer as JSON where it was asked for, else as lines with aligned columns."""
    out = asking.utf8(sys.stdout)
    if asked.json:
        out.write(json.dumps(answer, ensure_ascii=False) + "\n")
        return
    written = [[plain(cell or "") for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*written, strict=True)]
    for row in written:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        out.write("  ".join(cells).rstrip() + "\n")


def plain(text: str) -> str:
    """Return a text that can do nothing to a terminal: what cannot be seen in it stands as U+FFFD."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in text)


def minute(moment: str) -> str:
    """Return a moment for a person: UTC, to the minute."""
    return moment[:16].replace("T", " ")
