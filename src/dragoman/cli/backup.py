"""`dragoman backup` and `dragoman restore`: a whole case in one file, and back, in either database."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from dragoman.cli import asking

_BACKUP = """\
Write the whole record of a case into one file: reports, readings, findings, decisions, with the moment of each. Members, tokens,
the audit and the codings are no part of it.

The file can be restored into either kind of database; the answers are the same, byte for byte."""
_RESTORE = """\
Make a new case from a backup. The file is checked before anything is made."""


def add_to(commands: Any) -> None:
    """Add both commands to the parser's."""
    parser = commands.add_parser(
        "backup",
        help="write a case into one file",
        description=_BACKUP,
        epilog="examples:\n  dragoman backup --case lenn lenn.backup\n",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="the file to write; it must not be there yet")
    asking.add_case(parser)
    parser.set_defaults(run=_backup)
    parser = commands.add_parser(
        "restore",
        help="make a case from a backup",
        description=_RESTORE,
        epilog="examples:\n  dragoman restore lenn.backup lenn2\n  dragoman restore lenn.backup lenn3 --store postgresql:///lenn\n",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="the backup")
    parser.add_argument("into", type=Path, metavar="CASE", help="the folder of the new case")
    parser.add_argument("--store", metavar="URL", help="postgresql://… instead of a file in the folder")
    parser.set_defaults(run=_restore)


def _backup(asked: argparse.Namespace) -> int:
    with asking.opened(asked) as store:
        store.backup(asked.file)
    print(f"wrote {asked.file}")
    return 0


def _restore(asked: argparse.Namespace) -> int:
    from dragoman.cases import restore_case

    restore_case(asked.file, asked.into, asked.store)
    print(f"made the case {asked.into} from {asked.file}")
    return 0
