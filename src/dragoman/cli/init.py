"""`dragoman init`: makes a case."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

_DESCRIPTION = """\
Make a case: a folder whose record grows with every report that is added.

By default the record is one SQLite file in the folder. With --store it is a PostgreSQL database that exists and is empty;
the address stands in the folder's case.toml, which only you can read."""

_EXAMPLES = """\
examples:
  dragoman init lenn
  dragoman init lenn --store postgresql://me@localhost/lenn
  dragoman add --case lenn reports/
"""


def add_to(commands: Any) -> None:
    """Add the command to the parser's."""
    parser = commands.add_parser(
        "init",
        help="make a case",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("case", type=Path, metavar="CASE", help="the folder; it is made where it is not there")
    parser.add_argument("--store", metavar="URL", help="postgresql://… instead of a file in the folder")
    parser.set_defaults(run=_run)


def _run(asked: argparse.Namespace) -> int:
    from dragoman.cases import create_case

    create_case(asked.case, asked.store).close()
    print(f"made the case {asked.case}; add reports with: dragoman add --case {asked.case} FILE...")
    return 0
