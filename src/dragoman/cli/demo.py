"""`dragoman demo`: the sample case, and its desk."""

from __future__ import annotations

import argparse
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.cli import asking
from dragoman.cli.serve import add_place, serve

if TYPE_CHECKING:
    from dragoman.settings import Settings
    from dragoman.store.store import Store

PAGES = ("/", "/timeline", "/docket", "/positions", "/people", "/reports", "/changes", "/disagreements", "/search?words=talks",
         "/sources", "/review", "/api/docs", "/api/v1/positions")  # fmt: skip
"""Pages that must answer."""

_DESCRIPTION = """\
Make a case of the sample dispatches and serve its desk until it is interrupted. Without a terminal it checks that the pages
answer, and ends. The case is kept where --case says, else it is gone at the end."""

_EXAMPLES = """\
examples:
  dragoman demo
  dragoman demo --open                 opens a browser
  dragoman demo --case lenn            keeps the case
"""


def add_to(commands: Any) -> None:
    """Add the command to the parser's."""
    parser = commands.add_parser(
        "demo",
        help="the sample case, and its desk",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    asking.add_case(parser)
    add_place(parser)
    parser.set_defaults(run=_run)


def _run(asked: argparse.Namespace) -> int:
    settings = asking.settings_of(asked)
    with ExitStack() as stack:
        if asked.case is None:
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="dragoman-"))
            settings = replace(settings, case=Path(folder) / "lenn")
        store = _filled(settings)
        stack.callback(store.close)
        if sys.stdin.isatty() and sys.stdout.isatty():
            return serve(asked, store, settings)
        return _check(asked, store, settings)


def _filled(settings: Settings) -> Store:
    """Return the sample case, made where it is not there yet."""
    from functools import partial

    from dragoman.assembly import create_case, open_case, provenance_of, read_many
    from dragoman.cli.intake import Intake
    from dragoman.desk.case import FILE
    from dragoman.desk.take_in import take_in
    from dragoman.record.filing import file_report
    from dragoman.samples import sample_paths
    from dragoman.sources.draft import Options

    assert settings.case is not None, "the demo has its folder"
    there = (settings.case / FILE).exists()
    store = open_case(settings) if there else create_case(settings.case)
    intake = Intake(sample_paths(), Options(), today=date.today())
    read = partial(read_many, settings=settings, render=file_report)
    kept = sum(1 for _ in take_in(intake.reports(), store, read, provenance_of(settings), asking.now))
    print(f"a case of {kept} dispatches about the Lenn talks: {settings.case}", flush=True)
    return store


def _check(asked: argparse.Namespace, store: Store, settings: Settings) -> int:
    """Say of each page whether it answers."""
    import httpx

    from dragoman.cli.hosted import Hosted
    from dragoman.cli.serve import ground_of
    from dragoman.serving import make_desk

    wrong = 0
    asked.port = 0
    with Hosted(make_desk(ground_of(asked, store, settings)), asked.host, asked.port) as hosted:
        for path in PAGES:
            answer = httpx.get(hosted.address.rstrip("/") + path, timeout=60, trust_env=False)
            wrong += answer.status_code != 200
            print(f"{answer.status_code} {path}", flush=True)
    if wrong:
        print(f"dragoman: {wrong} of {len(PAGES)} pages do not answer", file=sys.stderr)
    else:
        print(f"all {len(PAGES)} pages answer; in a terminal `dragoman demo` serves them until it is interrupted")
    return int(wrong > 0)
