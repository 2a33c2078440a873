"""What the commands that ask the record share: the case, the bounds, the common filters, text or JSON."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.record.bounds import as_moment, moment_of

if TYPE_CHECKING:
    from dragoman.settings import Settings
    from dragoman.store.store import Store
    from dragoman.views.scope import Scope

FILTERS = ("actor", "proposal", "from", "to", "limit", "after")


def add_case(parser: argparse.ArgumentParser) -> None:
    """Add the flag that names the case."""
    parser.add_argument(
        "--case", type=Path, metavar="CASE", help="the folder of the case (or DRAGOMAN_CASE; else the current folder)"
    )


def add_model(parser: argparse.ArgumentParser) -> None:
    """Add the flags that name a language model and its bounds."""
    group = parser.add_argument_group(
        "a language model, for those who have one",
        "It suggests findings beside those of the rules; each must quote the report, and is marked. A key comes from DRAGOMAN_MODEL_KEY.",
    )
    group.add_argument("--model", metavar="URL", help="an OpenAI-compatible address (or DRAGOMAN_MODEL); off: none")
    group.add_argument("--model-name", metavar="NAME", help="its name (or DRAGOMAN_MODEL_NAME)")
    group.add_argument(
        "--model-cache", type=Path, metavar="DIR", help="where its answers are kept (default: your cache)"
    )
    group.add_argument("--model-reports", type=count, metavar="N", help="ask about N reports at most (default 100)")
    group.add_argument("--model-seconds", type=count, metavar="N", help="wait for N seconds at most (default 60)")
    group.add_argument("--model-tokens", type=count, metavar="N", help="answers of N tokens at most (default 4000)")


def add_bounds(parser: argparse.ArgumentParser) -> None:
    """Add the flags that bound the record."""
    parser.add_argument("--as-of", type=day, metavar="DATE", help="only reports published on or before DATE")
    parser.add_argument(
        "--known-at",
        type=moment,
        metavar="MOMENT",
        help="only what had been recorded by MOMENT (ISO; a day counts whole)",
    )


def add_view(  # noqa: PLR0913 - what a command says of itself, by name
    commands: Any,
    name: str,
    *,
    answer: str,
    page: str,
    help: str,  # noqa: A002 - argparse's own word
    description: str,
    examples: str,
    passes: tuple[str, ...] = (),
    filters: tuple[str, ...] = FILTERS,
    ends: bool = False,
) -> argparse.ArgumentParser:
    """Add a command that asks one view and prints its answer.

    `answer` and `page` are "module:function": `answer(scope, question, **passes)` gives the answer, `page(answer)` what a
    person is shown. `passes` are the command's own arguments, handed on by name. They are imported when they are asked.
    `ends` says that the last day bounds what had been published, so that nothing later tells on what was known by then.
    """
    parser: argparse.ArgumentParser = commands.add_parser(
        name,
        help=help,
        description=description,
        epilog=examples,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add_case(parser)
    add_bounds(parser)
    add_filters(parser, filters)
    parser.add_argument("--json", action="store_true", help="print the answer as JSON")
    parser.set_defaults(run=_run, view=name, answer=answer, page=page, passes=passes, ends=ends)
    return parser


def add_filters(parser: argparse.ArgumentParser, filters: tuple[str, ...]) -> None:
    """Add the common filters that a view keeps to."""
    if "actor" in filters:
        parser.add_argument("--actor", metavar="NAME", help="only what concerns this actor or side")
    if "proposal" in filters:
        parser.add_argument("--proposal", metavar="ID", help="only what concerns this proposal, by id or words")
    if "from" in filters:
        parser.add_argument("--from", dest="first", type=day, metavar="DATE", help="nothing before DATE")
    if "to" in filters:
        parser.add_argument("--to", dest="last", type=day, metavar="DATE", help="nothing after DATE")
    if "limit" in filters:
        parser.add_argument("--limit", type=count, default=50, metavar="N", help="items on a page (default 50)")
    if "after" in filters:
        parser.add_argument(
            "--after", default="", metavar="CURSOR", help="the page after the one that gave this cursor"
        )


def day(written: str) -> date:
    """Return a day, YYYY-MM-DD."""
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{written!r} is no day; write YYYY-MM-DD") from error


def moment(written: str) -> str:
    """Return a moment as the record writes it; see `record.bounds`."""
    try:
        return moment_of(written)
    except ValueError as error:
        raise argparse.ArgumentTypeError(
            f"{written!r} is no moment; write YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS"
        ) from error


def now() -> str:
    """Return the present moment: the clock of the command line."""
    return as_moment(datetime.now(UTC))


def count(written: str) -> int:
    """Return a number of one or more."""
    if not written.isdigit() or not int(written):
        raise argparse.ArgumentTypeError(f"{written!r} is no number of one or more")
    return int(written)


def settings_of(asked: argparse.Namespace) -> Settings:
    """Return the settings of a command from its flags, the environment and the file; a model only where it has the flag of one."""
    from dragoman.settings import NAMES, load_settings

    return load_settings({name: getattr(asked, name) for name in NAMES if hasattr(asked, name)})


@contextmanager
def opened(asked: argparse.Namespace, *, unchecked: bool = False) -> Iterator[Store]:
    """Open the case that a command names, and close it after; a damaged one only `unchecked`."""
    from dragoman.cases import open_case

    store = open_case(settings_of(asked), unchecked=unchecked)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def scope_of(store: Store, asked: argparse.Namespace) -> Iterator[Scope]:
    """Give the record within the bounds that a command gives, in one snapshot; see `add_view` for `ends`.

    Raises `SettingsError` where the first day is after the last.
    """
    from dragoman.record.bounds import Bounds
    from dragoman.terms.errors import SettingsError
    from dragoman.views.scope import Scope

    first, last = getattr(asked, "first", None), getattr(asked, "last", None)
    if first is not None and last is not None and first > last:
        raise SettingsError("--from", f"{first} is after --to {last}")
    ends = [getattr(asked, "as_of", None), asked.last if getattr(asked, "ends", False) else None]
    as_of = min((end for end in ends if end is not None), default=None)
    bounds = Bounds(as_of=as_of, known_at=getattr(asked, "known_at", None))
    with store.shelf(bounds) as shelf:
        yield Scope(shelf)


def _run(asked: argparse.Namespace) -> int:
    from dragoman.views.question import Question

    question = Question(
        first=getattr(asked, "first", None),
        last=getattr(asked, "last", None),
        actor=getattr(asked, "actor", None),
        proposal=getattr(asked, "proposal", None),
        kinds=frozenset(asked.kind) if getattr(asked, "kind", None) else None,
        publisher=getattr(asked, "publisher", None),
        limit=getattr(asked, "limit", 50),
        after=getattr(asked, "after", ""),
    )
    with opened(asked) as store, scope_of(store, asked) as scope:
        answer = _imported(asked.answer)(scope, question, **{name: getattr(asked, name) for name in asked.passes})
        show(asked, scope, answer, _imported(asked.page))
    return 0


def show(asked: argparse.Namespace, scope: Scope, answer: Any, page: Callable[[Any], Any]) -> None:
    """Print an answer: as JSON where it was asked for, else as a page of text."""
    if asked.json:
        from dragoman.exports.answers.encode import as_json

        sys.stdout.write(as_json(asked.view, answer, scope.shelf.bounds, scope.today))
        return
    if scope.horizon is None:
        print(f"the case holds no report{_within(scope)}; `dragoman add` takes reports in")
        return
    import shutil

    from dragoman.exports.answers.terminal import as_text

    at_terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if at_terminal else 100
    utf8(sys.stdout).write(as_text(page(answer), width=width, color=at_terminal))


def _within(scope: Scope) -> str:
    """Say the bounds of a record in words."""
    bounds = scope.shelf.bounds
    published = f" published by {bounds.as_of.isoformat()}" if bounds.as_of is not None else ""
    return f"{published} recorded by {bounds.known_at}" if bounds.known_at is not None else published


def utf8(stream: Any) -> Any:
    """Make a stream UTF-8 with plain line feeds, whatever the locale says: the same bytes everywhere."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    return stream


def _imported(name: str) -> Callable[..., Any]:
    module, function = name.split(":")
    found: Callable[..., Any] = getattr(import_module(module), function)
    return found
