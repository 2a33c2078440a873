"""What a person writes as the new value of a field -> the plain value of an edit, checked against the finding's own types."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from dragoman.record.claims import Kind
from dragoman.record.packing import CLASSES, plain
from dragoman.record.revising import editable
from dragoman.terms.errors import EditError
from dragoman.terms.findings import Actor
from dragoman.terms.when import Granularity, When

UNKNOWN = frozenset({"", "none", "null", "unknown"})
_FIRST, _LAST = 1000, 2999
_MONTH = re.compile(r"(\d{4})-(\d{2})")


def parse_change(
    kind: Kind, written: Iterable[tuple[str, str]], find_actor: Callable[[str], Actor]
) -> Mapping[str, Any]:
    """Return the `change` of an edit from pairs of field and words; a field of several values is written several times.

    `find_actor` gives the actor that a name stands for. An empty value makes a field unknown.
    Raises `EditError` for a field that such a finding does not have and for a value that the field cannot hold.
    """
    told: dict[str, list[str]] = {}
    for name, value in written:
        told.setdefault(name, []).append(value.strip())
    types = fields_of(kind)
    change = {}
    for name, values in told.items():
        if name not in types:
            raise EditError(name, f"a {kind} has no such field that can be edited; there are {', '.join(types)}")
        change[name] = _value(name, values, types[name], find_actor)
    return change


@cache
def fields_of(kind: Kind) -> Mapping[str, Any]:
    """Return the fields of a kind of finding that can be edited, with their types."""
    names = editable(CLASSES[kind])
    return {name: hint for name, hint in get_type_hints(CLASSES[kind]).items() if name in names}


def _value(name: str, values: list[str], hint: Any, find_actor: Callable[[str], Actor]) -> Any:
    if get_origin(hint) is tuple:
        inner = get_args(hint)[0]
        return [_one(name, value, inner, find_actor) for value in values if value.casefold() not in UNKNOWN]
    if len(values) > 1:
        raise EditError(name, f"it holds one value, not {len(values)}")
    options = get_args(hint) if get_origin(hint) in (UnionType, Union) else (hint,)
    if values[0].casefold() in UNKNOWN:
        if NoneType not in options:
            raise EditError(name, "it cannot be unknown")
        return None
    bare = next(option for option in options if option is not NoneType)
    return _one(name, values[0], bare, find_actor)


def _one(name: str, value: str, hint: Any, find_actor: Callable[[str], Actor]) -> Any:
    if get_origin(hint) is Literal:
        if value not in get_args(hint):
            raise EditError(name, f"{value!r} is none of {', '.join(get_args(hint))}")
        return value
    if hint is Actor:
        return plain(find_actor(value))
    if hint is When:
        return plain(when_of(name, value))
    return _number(name, value) if hint is float else value


def _number(name: str, value: str) -> float:
    try:
        number = float(value.replace(",", "").replace("_", ""))
    except ValueError as error:
        raise EditError(name, f"{value!r} is no number") from error
    if number in (float("inf"), float("-inf")) or number != number:  # noqa: PLR0124 - a NaN is not itself
        raise EditError(name, f"{value!r} is no number")
    return number


def when_of(name: str, value: str) -> When:
    """Return the days that a person writes: 2025-05-15, 2025-05, 2025, or two days with ".." between."""
    first, dots, last = value.partition("..")
    if dots:
        start, end = _day(name, first.strip()), _day(name, last.strip())
        if end < start:
            raise EditError(name, f"{value!r} ends before it begins")
        return _when(start, end, "day" if start == end else "range", value)
    if month := _MONTH.fullmatch(value):
        start = _day(name, f"{value}-01")
        return _when(start, start.replace(day=calendar.monthrange(start.year, int(month[2]))[1]), "month", value)
    if len(value) == 4 and value.isdigit():
        return _when(_day(name, f"{value}-01-01"), _day(name, f"{value}-12-31"), "year", value)
    day = _day(name, value)
    return _when(day, day, "day", value)


def _when(start: date, end: date, granularity: Granularity, written: str) -> When:
    return When(start, end, granularity, written, rule="person")


def _day(name: str, written: str) -> date:
    try:
        day = date.fromisoformat(written)
    except ValueError as error:
        how = "write YYYY-MM-DD, YYYY-MM, YYYY or two days with .. between"
        raise EditError(name, f"{written!r} is no date; {how}") from error
    if not _FIRST <= day.year <= _LAST:
        raise EditError(name, f"{written!r} is no day of a negotiation; its year is from {_FIRST} to {_LAST}")
    return day
