"""`dragoman ask`: the first contact, the last, the longest time without."""

from __future__ import annotations

import argparse
from calendar import monthrange
from datetime import date
from typing import Any

from dragoman.cli.asking import add_view

_DESCRIPTION = """\
Ask for the first or the last contact, or the longest gaps between rounds of talks, over the whole record. A contact is a
meeting that a report says was held or is under way. What would count if its level or day were told stands apart, and the
answer is asked again of less evidence: without what another report denies or calls off, without what one origin alone tells.

--since 2022-03 is after March 2022 (and the last contact of that time is shown too), --before 2025-05-13 ends before that day.
Gaps count talks and summits unless --kind says otherwise; a gap can end with a round that is planned."""

_EXAMPLES = """\
examples:
  dragoman ask first --contact direct --level ministers --since 2022-03 --between Russia Ukraine
  dragoman ask last --between Orvania Kestria --case lenn
  dragoman ask gap --between Orvania Kestria --limit 3 --case lenn --json
"""


def add_to(commands: Any) -> None:
    """Add the command to the parser's."""
    parser = add_view(
        commands,
        "ask",
        answer="dragoman.views.ask:ask",
        page="dragoman.exports.answers.ask:page",
        help="the first contact, the last, the longest gap",
        description=_DESCRIPTION,
        examples=_EXAMPLES,
        passes=("which", "between", "contact", "level", "since", "before", "also_planned"),
        filters=("actor", "from", "to"),
    )
    parser.add_argument("which", choices=("first", "last", "gap"), metavar="first|last|gap", help="what is asked for")
    parser.add_argument("--between", nargs=2, metavar=("A", "B"), help="two sides or persons that must both be parties")
    parser.add_argument(
        "--contact",
        choices=("direct", "any"),
        default="any",
        help="direct: two sides met, and nobody calls it indirect",
    )
    parser.add_argument(
        "--level",
        choices=("leaders", "ministers", "senior-officials", "officials", "technical"),
        help="at this level or above",
    )
    parser.add_argument("--since", type=last_day, metavar="DATE", help="after DATE: a day, a month or a year")
    parser.add_argument("--before", type=first_day, metavar="DATE", help="before DATE: a day, a month or a year")
    parser.add_argument("--also-planned", action="store_true", help="count meetings that are planned too")
    parser.add_argument("--limit", "--longest", type=int, default=5, metavar="N", help="gaps to show (default 5)")
    parser.add_argument(
        "--kind",
        action="append",
        choices=("talks", "summit", "call", "visit", "signing", "other"),
        help="only meetings of this kind; may be given several times",
    )


def first_day(written: str) -> date:
    """Return the first day of YYYY, YYYY-MM or YYYY-MM-DD."""
    return _days(written)[0]


def last_day(written: str) -> date:
    """Return the last day of YYYY, YYYY-MM or YYYY-MM-DD."""
    return _days(written)[1]


def _days(written: str) -> tuple[date, date]:
    try:
        parts = [int(part) for part in written.split("-")]
        if len(parts) == 1:
            return date(parts[0], 1, 1), date(parts[0], 12, 31)
        if len(parts) == 2:
            return date(parts[0], parts[1], 1), date(parts[0], parts[1], monthrange(parts[0], parts[1])[1])
        return date.fromisoformat(written), date.fromisoformat(written)
    except (ValueError, IndexError) as error:
        raise argparse.ArgumentTypeError(f"{written!r} is no day; write YYYY-MM-DD, YYYY-MM or YYYY") from error
