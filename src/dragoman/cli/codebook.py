"""`dragoman codebook`: the kinds of findings and the event codes that they get."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

_DESCRIPTION = "Print the rules by which a finding gets its PLOVER type and CAMEO code, with definitions and examples."

_EXAMPLES = """examples:
  dragoman codebook
  dragoman codebook --codebook own.toml   the rules of a codebook of your own
"""


def add_to(commands: Any) -> None:
    """Add the command to the parser's."""
    parser = commands.add_parser(
        "codebook",
        help="print the kinds and codes of events",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--codebook", type=Path, metavar="FILE", help="a codebook of your own, in TOML")
    parser.set_defaults(run=_run)


def _run(asked: argparse.Namespace) -> int:
    from dragoman.exports.codebook import as_text
    from dragoman.resolving.codes import load_codebook
    from dragoman.settings import load_settings

    settings = load_settings({"codebook": asked.codebook})
    print(as_text(load_codebook(settings.codebook)), end="")
    return 0
