"""`dragoman reread`: kept reports under the present reader and codebook, the difference first."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.cli import asking
from dragoman.cli.deciding import add_by, by_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.desk.reread import Reread
    from dragoman.settings import Settings
    from dragoman.store.store import Store
    from dragoman.terms.errors import Refused

_DESCRIPTION = """\
Read all kept reports anew with the present reader and codebook, and tell every finding that comes, goes or changes, and why.

With --dry-run nothing is written. Without it the reports that differ get a new reading; the former one stays for --known-at.
What people decided outranks the newer reading too: it holds on, is carried to the finding that has its words now, or keeps
a confirmed finding in the record; what is left is told as orphaned.

With a language model, a report about which it gives no answer is passed over and keeps its reading: by the rules alone it would
lose what the model found in it before."""

_EXAMPLES = """\
examples:
  dragoman reread --case lenn --dry-run
  dragoman reread --case lenn --codebook own.toml --dry-run --json
  dragoman reread --case lenn --workers 4
  dragoman reread --case lenn --report 3f0c1b2a4d5e6f70

exit status: 0 all was read, 1 a report could not be read again or is not there, 2 nothing was done
"""


def add_to(commands: Any) -> None:
    """Add the command to the parser's."""
    parser = commands.add_parser(
        "reread",
        help="read kept reports anew and show what differs",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    asking.add_case(parser)
    add_by(parser)
    parser.add_argument("--dry-run", action="store_true", help="show what would differ, write nothing")
    parser.add_argument("--report", action="append", default=[], metavar="ID", help="only this report (several times)")
    parser.add_argument("--pipeline", metavar="NAME", help="an installed spaCy pipeline (or DRAGOMAN_PIPELINE)")
    parser.add_argument("--codebook", type=Path, metavar="FILE", help="a codebook of your own, in TOML")
    parser.add_argument("--workers", type=asking.count, metavar="N", help="processes to read with (default 1)")
    parser.add_argument(
        "--json", action="store_true", help="print one JSON object a line: each difference, then the counts"
    )
    asking.add_model(parser)
    parser.set_defaults(run=_run)


def _run(asked: argparse.Namespace) -> int:
    from dragoman.assembly import check_parts, provenance_of
    from dragoman.cli.progress import progress
    from dragoman.exports.answers.reread import summary
    from dragoman.terms.errors import Refused

    settings = _settings(asked)
    check_parts(settings)
    counts: Counter[str] = Counter()
    asking.utf8(sys.stdout)
    with asking.opened(asked) as store:
        _check_reports(store, asked.report)
        then = [{"reader": reader, "codebook": book, "reports": count} for reader, book, count in store.readings()]
        now = provenance_of(settings)
        _tell_head(asked, then, {"reader": now.reader, "codebook": now.codebook})
        total = len(asked.report) or sum(count for _, _, count in store.readings())
        with progress([Path()] * total) as step:  # each counts as one report
            for done in _read_anew(asked, settings, store):
                step()
                if isinstance(done, Refused):
                    counts["refused"] += 1
                    print(f"dragoman: {done}", file=sys.stderr)
                    continue
                counts.update(reports=1, differing=int(bool(done.differences)))
                counts.update(told for d in done.differences for told in (d.change, d.fate) if told)
                _tell(asked, done)
    if asked.json:
        print(json.dumps({"counts": dict(sorted(counts.items())), "written": not asked.dry_run}))
    else:
        print(summary(counts, written=not asked.dry_run))
    return int(bool(counts["refused"]))


def _settings(asked: argparse.Namespace) -> Settings:
    """Return the settings; a model that is named is needed: a reading without its answer would take its findings out of the record."""
    from dataclasses import replace

    settings = asking.settings_of(asked)
    return settings if settings.model is None else replace(settings, model=replace(settings.model, needed=True))


def _read_anew(asked: argparse.Namespace, settings: Settings, store: Store) -> Iterator[Reread | Refused]:
    from functools import partial

    from dragoman.assembly import provenance_of, read_many
    from dragoman.cli.intake import tell
    from dragoman.desk.reread import Hand, reread
    from dragoman.record.filing import file_report

    hand = None if asked.dry_run else Hand(by_of(settings), asking.now)
    read = partial(read_many, settings=settings, render=file_report, note=tell)
    return reread(store, read, provenance_of(settings), hand, reports=asked.report)


def _check_reports(store: Store, ids: list[str]) -> None:
    from dragoman.terms.errors import NotFound

    for missing in sorted(set(ids) - store.known(ids)):
        raise NotFound("report", missing)


def _tell_head(asked: argparse.Namespace, then: list[dict[str, Any]], now: dict[str, str]) -> None:
    """Say with which reader and codebook it was read and is read now."""
    if asked.json:
        print(json.dumps({"then": then, "now": now}))
        return
    for reading in then:
        print(f"then: {reading['reports']} reports by {reading['reader']}, codebook {reading['codebook']}")
    print(f"now:  {now['reader']}, codebook {now['codebook']}")


def _tell(asked: argparse.Namespace, done: Reread) -> None:
    if not done.differences:
        return
    if asked.json:
        from dragoman.exports.answers.encode import encode

        for difference in done.differences:
            print(json.dumps(encode(difference)))
        return
    import shutil

    from dragoman.exports.answers.reread import page
    from dragoman.exports.answers.terminal import as_text

    at_terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if at_terminal else 100
    print(as_text(page(done.card, done.differences), width=width, color=at_terminal), end="")
