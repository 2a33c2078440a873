"""`dragoman token`: lets programs in for a member, within scopes."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from dragoman.cli import admitting, asking

if TYPE_CHECKING:
    from dragoman.terms.people import AccessToken

SCOPES = ("read", "code", "add", "adjudicate", "admin")
"""As in desk/access.py, which is not loaded before it is needed."""

_DESCRIPTION = """\
See to the tokens with which programs use the API: add, list, revoke.

A token belongs to a member. It may do what its scopes say, and never more than the member may at that moment. It is printed
once, on standard output, and kept only as a hash; who loses it makes another one."""

_EXAMPLES = """\
examples:
  dragoman token add ben --scope read --scope add --expires 90 --for "the nightly import"
  dragoman token list --json
  dragoman token revoke t0f1e2d3c4b5a6978
"""


def add_to(commands: Any) -> None:
    """Add the command to the parser's."""
    parser = commands.add_parser(
        "token",
        help="let programs in for a member",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    actions = parser.add_subparsers(title="what to do", metavar="ACTION", required=True)
    added = admitting.add_action(actions, "add", help="make a token and print it, this once")
    added.add_argument("name", metavar="NAME", help="the member whose token it is")
    scopes = f"what it may do: {', '.join(SCOPES[:-1])} or {SCOPES[-1]} (several times)"
    added.add_argument("--scope", action="append", required=True, choices=SCOPES, metavar="RIGHT", help=scopes)
    added.add_argument("--expires", type=asking.count, metavar="DAYS", help="it runs out after DAYS days (else never)")
    added.add_argument("--for", dest="label", default="", metavar="TEXT", help="what it is for")
    added.set_defaults(run=_add)
    listed = admitting.add_action(
        actions, "list", help="list all tokens, those that are worth nothing any more too", by=False
    )
    listed.add_argument("--json", action="store_true", help="print them as JSON")
    listed.set_defaults(run=_list)
    revoked = admitting.add_action(actions, "revoke", help="make a token worth nothing, from now on")
    revoked.add_argument("token", metavar="ID", help="the id of a token, as `dragoman token list` tells it")
    revoked.set_defaults(run=_revoke)


def _add(asked: argparse.Namespace) -> int:
    with admitting.people_of(asked) as (people, me):
        issued = people.tokens.add(me, asked.name, scopes=asked.scope, name=asked.label, days=asked.expires)
    token = issued.token
    until = f"until {admitting.minute(token.expires)} UTC" if token.expires else "until it is revoked"
    print(
        f"token {token.id} of {token.member}: {', '.join(token.scopes)}, {until}; it is shown only now:",
        file=sys.stderr,
    )
    print(issued.secret)
    return 0


def _list(asked: argparse.Namespace) -> int:
    with admitting.people_of(asked) as (people, me):
        tokens = people.tokens.list(me)
        moment = asking.now()
    if not tokens and not asked.json:
        print("there are no tokens")
    admitting.show(asked, {"tokens": [asdict(token) for token in tokens]}, (_row(token, moment) for token in tokens))
    return 0


def _row(token: AccessToken, moment: str) -> tuple[str, ...]:
    used = f"used {admitting.minute(token.used)}" if token.used else "never used"
    return token.id, token.member, ", ".join(token.scopes), _state(token, moment), used, token.name


def _state(token: AccessToken, moment: str) -> str:
    if token.revoked:
        return f"revoked {admitting.minute(token.revoked)}"
    if token.expires is None:
        return "never runs out"
    return f"{'ran' if token.expires <= moment else 'runs'} out {admitting.minute(token.expires)}"


def _revoke(asked: argparse.Namespace) -> int:
    with admitting.people_of(asked) as (people, me):
        token = people.tokens.revoke(me, asked.token)
    print(f"token {token.id} of {token.member} lets nobody in any more")
    return 0
