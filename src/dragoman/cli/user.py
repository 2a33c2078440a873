"""`dragoman user`: who may sign in at the desk of a case, and in which role."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from dragoman.cli import admitting

if TYPE_CHECKING:
    from dragoman.terms.people import Membership

ROLES = ("reader", "coder", "adjudicator", "admin")
"""As in desk/access.py, which is not loaded before it is needed."""

_DESCRIPTION = """\
See to those who may sign in at the desk of a case: add, list, role, password, disable, enable.

A reader sees every page. A coder also adds reports and accepts, rejects and edits findings. An adjudicator also merges, splits
and retracts, undoes what others decided, and sees how coders agree. An admin also sees to members, tokens and the audit. There is
always one admin. Passwords have 12 characters or more; only what they can be recognised by is kept. Who is disabled is out at once."""

_EXAMPLES = """\
examples:
  dragoman user add "Ana Berg" --role admin --case lenn
  dragoman user add ben --role coder --password-stdin < password.txt
  dragoman user list --json
  dragoman user role ben adjudicator
  dragoman user password ben
  dragoman user disable ben
  dragoman user enable ben
"""


def add_to(commands: Any) -> None:
    """Add the command to the parser's."""
    parser = commands.add_parser(
        "user",
        help="see to who may sign in",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    actions = parser.add_subparsers(title="what to do", metavar="ACTION", required=True)
    added = admitting.add_action(actions, "add", help="let somebody sign in, with a password of their own")
    _add_name(added)
    added.add_argument("--role", required=True, choices=ROLES, metavar="ROLE", help=_roles())
    _add_password(added)
    added.set_defaults(run=_add)
    listed = admitting.add_action(actions, "list", help="list all members, those who are disabled too", by=False)
    listed.add_argument("--json", action="store_true", help="print them as JSON")
    listed.set_defaults(run=_list)
    role = admitting.add_action(actions, "role", help="give a member another role")
    _add_name(role)
    role.add_argument("role", choices=ROLES, metavar="ROLE", help=_roles())
    role.set_defaults(run=_role)
    renewed = admitting.add_action(actions, "password", help="give a member another password; their sessions end")
    _add_name(renewed)
    _add_password(renewed)
    renewed.set_defaults(run=_password)
    out = admitting.add_action(actions, "disable", help="let a member in no more: sessions end, tokens work no more")
    _add_name(out)
    out.set_defaults(run=_disable)
    back = admitting.add_action(actions, "enable", help="let a disabled member in again")
    _add_name(back)
    back.set_defaults(run=_enable)


def _roles() -> str:
    return f"{', '.join(ROLES[:-1])} or {ROLES[-1]}"


def _add_name(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="the name of a member, which stands by every decision of theirs")


def _add_password(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--password-stdin", action="store_true", help="take the password from standard input, a line, and do not ask"
    )


def _add(asked: argparse.Namespace) -> int:
    with admitting.people_of(asked) as (people, me):
        password = admitting.new_password(asked)
        member = people.members.add(me, asked.name, role=asked.role, password=password)
    print(f"{member.name} may sign in as {member.role}")
    return 0


def _list(asked: argparse.Namespace) -> int:
    with admitting.people_of(asked) as (people, me):
        members = people.members.list(me)
    if not members and not asked.json:
        print("nobody can sign in; `dragoman user add` lets somebody")
    admitting.show(asked, {"members": [asdict(member) for member in members]}, map(_row, members))
    return 0


def _row(member: Membership) -> tuple[str, str, str, str]:
    since = f"since {admitting.minute(member.created)}"
    return member.name, member.role, since, f"disabled {admitting.minute(member.disabled)}" if member.disabled else ""


def _role(asked: argparse.Namespace) -> int:
    with admitting.people_of(asked) as (people, me):
        member = people.members.set_role(me, asked.name, asked.role)
    print(f"{member.name} is {member.role} now")
    return 0


def _password(asked: argparse.Namespace) -> int:
    with admitting.people_of(asked) as (people, me):
        name = people.members.get(asked.name).name
        people.members.set_password(me, name, admitting.new_password(asked))
    print(f"{name} has another password now; all sessions have ended")
    return 0


def _disable(asked: argparse.Namespace) -> int:
    with admitting.people_of(asked) as (people, me):
        member = people.members.disable(me, asked.name)
    print(f"{member.name} is let in no more")
    return 0


def _enable(asked: argparse.Namespace) -> int:
    with admitting.people_of(asked) as (people, me):
        member = people.members.enable(me, asked.name)
    print(f"{member.name} may sign in again, as {member.role}")
    return 0
