"""`dragoman people`: people and parties."""

from __future__ import annotations

from typing import Any

from dragoman.cli import asking

_DESCRIPTION = """\
Show who is told of, who was told of last first: people, states, bodies, groups, with their offices and the party for which they
act. It is made of the latest findings (it says how many); --from and --to bound the day of publication."""

_EXAMPLES = """\
examples:
  dragoman people --case lenn
  dragoman people --case lenn --kind person --party Kestria
  dragoman people --case lenn --words minister --json
"""


def add_to(commands: Any) -> None:
    """Add the command to the parser's."""
    parser = asking.add_view(
        commands,
        "people",
        answer="dragoman.views.people:people",
        page="dragoman.exports.answers.people:page",
        help="people and parties",
        description=_DESCRIPTION,
        examples=_EXAMPLES,
        passes=("words", "kind", "party"),
        filters=("from", "to", "limit", "after"),
    )
    parser.add_argument("--words", metavar="WORDS", help="only those with these words in the name or office")
    parser.add_argument(
        "--kind",
        action="append",
        choices=(
            "person", "state", "government", "military", "armed-group", "igo", "ngo", "media", "company", "group",
        ),
        help="only actors of this kind; may be given several times",
    )  # fmt: skip
    parser.add_argument("--party", metavar="NAME", help="only those who are or act for this party")
