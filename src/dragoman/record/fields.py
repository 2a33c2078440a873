"""The fields of a finding as a person writes them: what an edit would have to say to leave them as they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from dragoman.record.claims import Finding, Kind
from dragoman.record.editing import fields_of
from dragoman.terms.findings import Actor
from dragoman.terms.when import When


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a finding: its values as written (none where it is unknown), and what it can hold.

    `choices` are the words that it can be, empty where it is free; `many` says that it holds several values, `holds` what:
    "actor", "days", "number" or "words".
    """

    name: str
    values: tuple[str, ...]
    choices: tuple[str, ...]
    many: bool
    optional: bool
    holds: Literal["actor", "days", "number", "words"]


def fields_written(kind: Kind, finding: Finding | None = None) -> tuple[Field, ...]:
    """Return the fields of a kind of finding that can be edited, with the values of one finding, or with none."""
    return tuple(_field(name, hint, getattr(finding, name, None)) for name, hint in fields_of(kind).items())


def changed(kind: Kind, finding: Finding, written: Mapping[str, tuple[str, ...]]) -> tuple[tuple[str, str], ...]:
    """Return what an edit must say where somebody wrote these values into the fields: only what differs from the finding.

    A field that was emptied is written with an empty value: unknown.
    """
    before = {field.name: field.values for field in fields_written(kind, finding)}
    return tuple(
        (name, value)
        for name, values in written.items()
        if name in before and values != before[name]
        for value in (values or ("",))
    )


def _field(name: str, hint: Any, value: Any) -> Field:
    many = get_origin(hint) is tuple
    inner = get_args(hint)[0] if many else hint
    options = get_args(inner) if get_origin(inner) in (UnionType, Union) else (inner,)
    bare = next(option for option in options if option is not NoneType)
    choices = tuple(get_args(bare)) if get_origin(bare) is Literal else ()
    held = value if many and value is not None else () if value is None else (value,)
    return Field(name, tuple(map(_written, held)), choices, many, NoneType in options, _holds(bare))


def _holds(hint: Any) -> Literal["actor", "days", "number", "words"]:
    return "actor" if hint is Actor else "days" if hint is When else "number" if hint is float else "words"


def _written(value: Any) -> str:
    if isinstance(value, Actor):
        return value.name
    if isinstance(value, When):
        return f"{value.start}" if value.start == value.end else f"{value.start}..{value.end}"
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
