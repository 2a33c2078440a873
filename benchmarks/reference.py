"""What commands and answers say of themselves -> their references: arguments and flags, keys and values."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from importlib import import_module
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

MARK = re.compile(r"(<!-- commands -->\n)(?P<shown>.*?)(\n<!-- end of commands -->)", re.DOTALL)


def with_commands(text: str) -> str:
    """Return a document with its reference of commands as it should be."""
    from dragoman.cli.main import make_parser

    if not MARK.search(text):
        return text
    written = "\n\n".join(_section(name, parser) for name, parser in commands_of(make_parser()).items())
    return MARK.sub(lambda m: m[1] + written + m[3], text)


def commands_of(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """Return the commands of a parser, in order."""
    for action in parser._actions:  # noqa: SLF001 - argparse has no other way to ask
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - as above
            return dict(action.choices)
    return {}


def _section(name: str, parser: argparse.ArgumentParser) -> str:
    places = " ".join(_places(parser))
    heading = f"## `dragoman {name} {places}`" if places else f"## `dragoman {name}`"
    examples = re.sub(r"\nexit status:.*", "", parser.epilog or "", flags=re.DOTALL)
    shown = [line.strip() for line in examples.splitlines() if line.strip().startswith("dragoman")]
    parts = [heading, (parser.description or "").strip()]
    if shown:
        parts.append("```sh\n" + "\n".join(_commented(line) for line in shown) + "\n```")
    inner = commands_of(parser)
    actions = [(f"`{' '.join((name, *_places(one)))}`", one.description or "") for name, one in inner.items()]
    rows = [*_rows(parser), *actions, *(row for one in inner.values() for row in _rows(one))]
    if rows:
        table = [f"| {words} | {means} |" for words, means in dict(rows).items()]
        parts.append("\n".join(["| argument | means |", "| --- | --- |", *table]))
    return "\n\n".join(parts)


def _commented(line: str) -> str:
    """Part the words of an example from what explains them."""
    return re.sub(r" {3,}(?=\S)", "  # ", line, count=1)


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    for action in parser._actions:  # noqa: SLF001 - as above
        if not isinstance(action, argparse._HelpAction | argparse._SubParsersAction):  # noqa: SLF001 - as above
            yield action


def _places(parser: argparse.ArgumentParser) -> tuple[str, ...]:
    return tuple(_place(action) for action in _actions(parser) if not action.option_strings)


def _place(action: argparse.Action) -> str:
    name = str(action.metavar or (f"{{{','.join(action.choices)}}}" if action.choices else action.dest.upper()))
    if action.nargs == "?":
        return f"[{name}]"
    return f"{name}..." if action.nargs in ("+", "*") else name


def _rows(parser: argparse.ArgumentParser) -> Iterator[tuple[str, str]]:
    for action in _actions(parser):
        value = "" if action.nargs == 0 else f" {_place(action)}"
        words = f"`{action.option_strings[-1]}{value}`" if action.option_strings else f"`{_place(action)}`"
        means = (action.help or "").replace("%(default)s", str(action.default)).replace("%%", "%")
        yield words.replace("|", "\\|"), means.replace("|", "\\|")


ANSWERS = re.compile(r"(<!-- answers -->\n)(?P<shown>.*?)(\n<!-- end of answers -->)", re.DOTALL)
VIEWS = (
    "timeline", "docket", "positions", "actor", "proposal", "meeting", "changes", "disagreements", "obligations", "ask", "search",
    "coverage", "reports", "report", "people", "network", "sources", "overview", "preview",
)  # fmt: skip


def with_answers(text: str) -> str:
    """Return a document with its reference of answers as it should be."""
    if not ANSWERS.search(text):
        return text
    seen: set[type] = set()
    written = "\n\n".join(part for view in VIEWS for part in _answer(view, seen))
    return ANSWERS.sub(lambda m: m[1] + written + m[3], text)


def _answer(view: str, seen: set[type]) -> Iterator[str]:
    """Yield the section of a view: its answer and the parts that no earlier view has."""
    function = getattr(import_module(f"dragoman.views.{view}"), view)
    yield f"## `{view}`"
    pending = [get_type_hints(function)["return"]]
    while pending:
        kind = pending.pop(0)
        if kind in seen:
            continue
        seen.add(kind)
        hints = get_type_hints(kind)
        rows = [f"| `{f.name}` | {_type(hints[f.name])} |" for f in fields(kind)]
        about = (kind.__doc__ or "").strip().replace("\n    ", "\n")
        yield f"### `{kind.__name__}`\n\n{about}\n\n| key | value |\n| --- | --- |\n" + "\n".join(rows)
        pending += [part for f in fields(kind) for part in _parts(hints[f.name])]


def _parts(hint: Any) -> Iterator[type]:
    """Yield the dataclasses in a type."""
    if is_dataclass(hint) and isinstance(hint, type):
        yield hint
    for inner in get_args(hint):
        yield from _parts(inner)


def _type(hint: Any) -> str:
    """Say a type as JSON has it."""
    names = {str: "text", int: "number", float: "number", bool: "true or false", date: "day", type(None): "null"}
    if hint in names:
        return names[hint]
    if is_dataclass(hint) and isinstance(hint, type):
        return f"[`{hint.__name__}`](#{hint.__name__.lower()})"
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Literal:
        return ", ".join(f"`{value}`" for value in inner)
    if origin is tuple:
        return f"list of {_type(inner[0])}"
    if origin in (Union, UnionType):
        return " or ".join(_type(part) for part in inner)
    return "object"
