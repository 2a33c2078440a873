"""`dragoman audit`: what was done with a case, by whom, from where."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from dragoman.cli import admitting, asking

if TYPE_CHECKING:
    from dragoman.terms.people import Audited

_DESCRIPTION = """\
List what was done at the desk of a case, the last first: who signed in and who was refused, changes of members and tokens,
decisions, reports that were added. Nothing is ever taken out. What people decided stands in the record too: `dragoman decisions`."""

_EXAMPLES = """\
examples:
  dragoman audit --case lenn
  dragoman audit --user "Ana Berg" --limit 20
  dragoman audit --what "log-in refused" --json
"""


def add_to(commands: Any) -> None:
    """Add the command to the parser's."""
    parser = commands.add_parser(
        "audit",
        help="list what was done at the desk",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    asking.add_case(parser)
    parser.add_argument("--user", metavar="NAME", help="only what this member did")
    parser.add_argument("--what", metavar="DEED", help='only deeds of this name, like "add member"')
    asking.add_filters(parser, ("limit", "after"))
    parser.add_argument("--json", action="store_true", help="print them as JSON")
    parser.set_defaults(run=_run)


def _run(asked: argparse.Namespace) -> int:
    with admitting.people_of(asked) as (people, me):
        found = people.deeds(me, limit=asked.limit, after=asked.after, member=asked.user, what=asked.what)
    admitting.show(asked, asdict(found), map(_row, found.items))
    if not asked.json:
        told = f"{len(found.items)} of {found.total}" if found.items else "nothing was done"
        print(told + (f"; --after {found.next} lists those before" if found.next else ""))
    return 0


def _row(deed: Audited) -> tuple[str | None, ...]:
    where = f"from {deed.address}" if deed.address else ""
    return admitting.minute(deed.moment), deed.member or "somebody", deed.how, deed.what, deed.thing, deed.detail, where
