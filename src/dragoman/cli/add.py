"""`dragoman add`: takes reports into a case."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.cli import asking

if TYPE_CHECKING:
    from dragoman.cli.intake import Intake
    from dragoman.desk.take_in import Tally
    from dragoman.settings import Settings
    from dragoman.store.store import Store

_DESCRIPTION = """\
Read reports and keep what they say in a case.

A report is known by its content: adding it again adds nothing. A changed version of an article that is kept already becomes
a new version of it. What was kept stays kept, whatever stops the command; run it again and it goes on."""

_EXAMPLES = """\
examples:
  dragoman add --case lenn reports/                      all reports of a folder
  dragoman add --case lenn "reports/**/*.txt" table.csv --column text=body --column published=date
  dragoman add --case lenn feed.xml archive.warc.gz https://example.org/news/talks.html
  dragoman add --case lenn reports/ --model http://localhost:11434/v1 --model-name qwen3:8b
  cat note.txt | dragoman add --case lenn --published 2025-05-14 -
"""


def add_to(commands: Any) -> None:
    """Add the command to the parser's."""
    parser = commands.add_parser(
        "add",
        help="take reports into a case",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "places", nargs="+", metavar="PATH|URL|-", help="a file, folder, pattern, address, or - for standard input"
    )
    asking.add_case(parser)
    parser.add_argument("--published", type=asking.day, metavar="DATE", help="the publication day of all, YYYY-MM-DD")
    parser.add_argument(
        "--fetched", type=asking.day, metavar="DATE", help="when pages were saved: none is later than that"
    )
    parser.add_argument(
        "--column", action="append", default=[], type=_column, metavar="NAME=COLUMN",
        help="which column of a table has the text, published, publisher, title, url, id or updated",
    )  # fmt: skip
    parser.add_argument("--pipeline", metavar="NAME", help="an installed spaCy pipeline (or DRAGOMAN_PIPELINE)")
    parser.add_argument("--codebook", type=Path, metavar="FILE", help="a codebook of your own, in TOML")
    parser.add_argument("--workers", type=asking.count, metavar="N", help="processes to read with (default 1)")
    parser.add_argument("--json", action="store_true", help="print what became of the reports as JSON")
    asking.add_model(parser)
    parser.set_defaults(run=_run)


def _column(written: str) -> tuple[str, str]:
    name, equals, column = written.partition("=")
    known = ("text", "published", "publisher", "title", "url", "id", "updated")
    if not equals or not column or name not in known:
        raise argparse.ArgumentTypeError(f"{written!r}: write NAME=COLUMN, with NAME one of {', '.join(known)}")
    return name, column


def _run(asked: argparse.Namespace) -> int:
    from dragoman.assembly import check_parts
    from dragoman.cli.intake import Intake
    from dragoman.desk.take_in import Tally
    from dragoman.sources.draft import Options

    settings = asking.settings_of(asked)
    check_parts(settings)
    tally = Tally()
    with asking.opened(asked) as store:
        options = Options(published=asked.published, fetched=asked.fetched, columns=dict(asked.column))
        intake = Intake(asked.places, options, today=date.today())
        for _ in _taken(intake, store, settings, tally):
            pass
    _tell(asked, tally, intake.refused)
    return intake.status


def _taken(intake: Intake, store: Store, settings: Settings, tally: Tally) -> Iterator[None]:
    """Take in all reports, counting."""
    from functools import partial

    from dragoman.assembly import provenance_of, read_many
    from dragoman.cli.intake import tell
    from dragoman.cli.progress import progress
    from dragoman.desk.take_in import take_in
    from dragoman.record.filing import Filing, file_report
    from dragoman.terms.errors import Refused

    read = partial(read_many, settings=settings, render=file_report, note=tell)
    with progress([]) as step:
        for done in take_in(intake.reports(), store, read, provenance_of(settings), asking.now):
            step()
            if isinstance(done, Refused):
                intake.refuse(done)
            elif isinstance(done, Filing):
                tally.new += 1
                tally.findings += len(done.filed)
            else:
                tally.known += 1
            yield


def _tell(asked: argparse.Namespace, tally: Tally, refused: int) -> None:
    counts = {"new": tally.new, "known": tally.known, "refused": refused, "findings": tally.findings}
    if asked.json:
        print(json.dumps(counts))
        return
    reports = "1 new report" if tally.new == 1 else f"{tally.new} new reports"
    findings = "1 finding" if tally.findings == 1 else f"{tally.findings} findings"
    print(f"{reports} with {findings}; {tally.known} known already; {refused} refused")
