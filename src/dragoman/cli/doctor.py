"""`dragoman doctor`: whether a case is sound, and what to do where it is not."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.cli import asking

if TYPE_CHECKING:
    from dragoman.settings import Settings

_DESCRIPTION = """\
Check a case: the database's own integrity, that every text, finding and decision is what was kept, that every quote stands in
its report, that no migration is pending, and that the language pipeline is installed. Nothing is changed without --migrate."""

_EXAMPLES = """\
examples:
  dragoman doctor --case lenn
  dragoman doctor --case lenn --migrate      bring an older record to the present schema (take a backup first)

exit status: 0 all is well, 1 something is not (it is said what), 2 the case cannot be opened at all
"""


def add_to(commands: Any) -> None:
    """Add the command to the parser's."""
    parser = commands.add_parser(
        "doctor",
        help="check a case",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    asking.add_case(parser)
    parser.add_argument("--migrate", action="store_true", help="run the migrations that are pending")
    parser.add_argument("--json", action="store_true", help="print what was found as JSON")
    parser.set_defaults(run=_run)


def _run(asked: argparse.Namespace) -> int:
    settings = asking.settings_of(asked)
    migrated = _migrate(settings) if asked.migrate else ()
    troubles = [*_missing_parts(settings)]
    with asking.opened(asked, unchecked=True) as store:
        troubles += [str(trouble) for trouble in store.check()]
    if asked.json:
        print(json.dumps({"migrated": list(migrated), "troubles": troubles}))
        return int(bool(troubles))
    for name in migrated:
        print(f"migrated: {name}")
    for trouble in troubles:
        print(f"trouble: {trouble}")
    if not troubles:
        print("all is well")
    return int(bool(troubles))


def _migrate(settings: Settings) -> tuple[str, ...]:
    from dragoman.desk.case import store_of
    from dragoman.store.opening import migrate

    return migrate(store_of(settings.case or Path()))


def _missing_parts(settings: Settings) -> Iterator[str]:
    from dragoman.assembly import check_parts
    from dragoman.terms.errors import CodebookError, PipelineMissing

    try:
        check_parts(settings)
    except (PipelineMissing, CodebookError) as error:
        yield str(error)
