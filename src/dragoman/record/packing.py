"""Claims' findings as JSON and back: what `pack` writes, `unpack` returns equal."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache, lru_cache, partial
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from dragoman.record.claims import Finding, Kind, Team, Turn
from dragoman.terms.findings import (
    Agreement,
    Delegation,
    Figure,
    Incident,
    Meeting,
    Position,
    Quotation,
)

CLASSES: dict[Kind, type[Finding]] = {
    "quotation": Quotation,
    "meeting": Meeting,
    "position": Position,
    "delegation": Delegation,
    "agreement": Agreement,
    "figure": Figure,
    "incident": Incident,
}

REMEMBERED = 8192
"""Findings that are remembered unpacked: more than the parts of one page ask for, some tens of megabytes."""


def pack(finding: Finding, turns: tuple[Turn, ...] = (), teams: tuple[Team, ...] = ()) -> str:
    """Return a finding, with the turns and teams of a meeting, as compact JSON. Unknown (None, empty) is left out."""
    packed = plain(finding)
    if turns:
        packed["turns"] = [plain(turn) for turn in turns]
    if teams:
        packed["teams"] = [plain(team) for team in teams]
    return json.dumps(packed, ensure_ascii=True, separators=(",", ":"))


@lru_cache(maxsize=REMEMBERED)
def unpack(kind: Kind, packed: str) -> tuple[Finding, tuple[Turn, ...], tuple[Team, ...]]:
    """Return what `pack` was given. The same words give the same values: they never change, and pages ask for many of them again."""
    values = json.loads(packed)
    turns = tuple(made(Turn, turn) for turn in values.pop("turns", ()))
    teams = tuple(made(Team, team) for team in values.pop("teams", ()))
    return made(CLASSES[kind], values), turns, teams


def plain(value: Any) -> Any:
    """Return a value of dataclasses, days and tuples as dicts, strings and lists; what is None or empty is left out."""
    if is_dataclass(value):
        kept = ((name, getattr(value, name)) for name in _names(value.__class__))
        return {name: plain(held) for name, held in kept if held is not None and held != ()}
    if isinstance(value, tuple):
        return [plain(held) for held in value]
    return value.isoformat() if isinstance(value, date) else value


def made(kind: type[Any], values: dict[str, Any]) -> Any:
    """Return the dataclass `kind` of plain values; what is left out is None or empty."""
    return kind(
        *[
            missing if (value := values.get(name)) is None else value if convert is None else convert(value)
            for name, convert, missing in _fields(kind)  # type: ignore[arg-type]
        ]
    )


@cache
def _names(kind: Hashable) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind))  # type: ignore[arg-type]


@cache
def _fields(kind: Hashable) -> tuple[tuple[str, Callable[[Any], Any] | None, Any], ...]:
    """Return each field of a class in order: its name, how its plain value is converted, and what it is when left out."""
    hints = get_type_hints(kind)
    return tuple((name, _converter(_bare(hints[name])), _missing(hints[name])) for name in _names(kind))


def _missing(hint: Any) -> Any:
    return "" if hint is str else () if get_origin(hint) is tuple else None


def _bare(hint: Any) -> Any:
    """Return a type without its `| None`."""
    if get_origin(hint) in (UnionType, Union):
        return next(part for part in get_args(hint) if part is not type(None))
    return hint


def _converter(hint: Any) -> Callable[[Any], Any] | None:
    """Return what makes a plain value into one of the type; None where it is one already."""
    if get_origin(hint) is tuple:
        inner = _converter(get_args(hint)[0])
        return tuple if inner is None else partial(_each, inner)
    if hint is date:
        return date.fromisoformat
    if isinstance(hint, type) and is_dataclass(hint):
        return partial(made, hint)
    return float if hint is float else None


def _each(convert: Callable[[Any], Any], values: list[Any]) -> tuple[Any, ...]:
    return tuple(map(convert, values))
