"""`dragoman read`: from files to their record."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.cli import asking

if TYPE_CHECKING:
    from dragoman.terms.errors import Refused
    from dragoman.terms.findings import Findings

_DESCRIPTION = """\
Read reports and print their record. A FILE is a text (with a first line "date YYYY-MM-DD" or front matter), a table with
one report a line (.jsonl, .csv, .tsv or Parquet with the columns id, published, text, and where known publisher, title, url),
a saved web page, a saved feed or a web archive. The publication day comes from --published, else the header line, else front
matter, else the table or feed, else the page."""

_EXAMPLES = """\
examples:
  dragoman read report.txt
  dragoman read reports/*.txt --format json > all.jsonl
  dragoman read table.jsonl --format json --explain --workers 4
  dragoman read note.txt --published 2025-05-14 --format html > note.html
  dragoman read report.txt --model http://localhost:8080/v1 --model-name qwen3-8b
"""


def add_to(commands: Any) -> None:
    """Add the command to the parser's."""
    parser = commands.add_parser(
        "read",
        help="read reports and print their record",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a file, or several")
    parser.add_argument(
        "--format", choices=("terminal", "json", "html"), default="terminal", help="terminal (default), json or html"
    )
    parser.add_argument(
        "--published", type=asking.day, metavar="DATE", help="the publication day of all files, YYYY-MM-DD"
    )
    parser.add_argument(
        "--fetched", type=asking.day, metavar="DATE", help="when web pages were saved: none is later than that"
    )
    parser.add_argument("--pipeline", metavar="NAME", help="an installed spaCy pipeline (or DRAGOMAN_PIPELINE)")
    parser.add_argument("--codebook", type=Path, metavar="FILE", help="a codebook of your own, in TOML")
    parser.add_argument("--workers", type=int, metavar="N", help="processes to read with (default 1)")
    parser.add_argument("--explain", action="store_true", help="say for each finding which rule and cue gave it")
    asking.add_model(parser)
    parser.set_defaults(run=_run)


def _run(asked: argparse.Namespace) -> int:
    from dragoman.assembly import check_parts, read_many
    from dragoman.cli.intake import Intake, tell
    from dragoman.cli.progress import progress
    from dragoman.sources.draft import Options
    from dragoman.terms.errors import Refused

    settings = asking.settings_of(asked)
    check_parts(settings)
    intake = Intake(asked.files, Options(published=asked.published, fetched=asked.fetched), today=date.today())
    out = asking.utf8(sys.stdout)
    with progress(asked.files) as step:
        results = _told(read_many(intake.reports(), settings, _renderer(asked), note=tell), intake, step, Refused)
        if asked.format == "html":
            from dragoman.exports.html import as_html

            out.write(as_html(list(results), explain=asked.explain))
        else:
            for text in results:
                out.write(text if text.endswith("\n") else text + "\n")
    return intake.status


def _told(results: Iterator[Any], intake: Any, step: Callable[[], None], refusal: type[Refused]) -> Iterator[Any]:
    """Pass on what was read, and tell what could not be."""
    for result in results:
        step()
        if isinstance(result, refusal):
            intake.refuse(result)
        else:
            yield result


def _renderer(asked: argparse.Namespace) -> Callable[[Findings], Any]:
    """Return what makes a report's findings into what is printed; it may run in another process."""
    if asked.format == "json":
        from dragoman.exports.json import as_json

        return partial(as_json, explain=asked.explain)
    if asked.format == "html":
        from dragoman.assembly import unchanged

        return unchanged
    import shutil

    from dragoman.exports.terminal import as_terminal

    at_terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if at_terminal else 100
    return partial(as_terminal, explain=asked.explain, width=width, color=at_terminal)
