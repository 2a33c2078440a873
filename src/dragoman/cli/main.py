"""The command line."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def main() -> None:
    """Run `dragoman`."""
    parser = argparse.ArgumentParser(prog="dragoman")
    parser.add_argument("command", choices=["read"])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--format", default="json")
    parser.add_argument("--explain", action="store_true")
    args = parser.parse_args()
    from dragoman.assembly import make_reader
    from dragoman.exports.json import as_json
    from dragoman.sources.take import Options, take
    from dragoman.terms.report import Report

    reports = (r for path in args.files for r in take(path, Options()) if isinstance(r, Report))
    for findings in make_reader().read(reports):
        sys.stdout.write(as_json(findings, explain=args.explain) + "\n")


if __name__ == "__main__":
    main()
