"""Frozen dataclasses -> JSON Schema, as `exports.answers.encode` writes them: what the OpenAPI document says of answers."""

from __future__ import annotations

import inspect
from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from datetime import date
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

REF = "#/components/schemas/"
Schema = dict[str, Any]
_PLAIN: Mapping[Any, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    date: {"type": "string", "format": "date"},
    NoneType: {"type": "null"},
    Any: {},
}
_MANY = (list, tuple, set, frozenset, Collection, Iterable, Sequence, AbstractSet)


class Schemas:
    """The schemas of some dataclasses and of all that they hold, each once under a name of its own."""

    def __init__(self) -> None:
        self.held: dict[str, Schema] = {}
        self._classes: dict[str, type] = {}

    def ref(self, kind: type) -> Schema:
        """Return a reference to the schema of a dataclass, which is held from then on."""
        name = name_of(kind)
        if self._classes.setdefault(name, kind) is not kind:
            raise ValueError(f"{kind} and {self._classes[name]} would both be called {name}")
        if name not in self.held:
            self.held[name] = {}  # a class may hold itself
            self.held[name] = self.whole(kind)
        return {"$ref": REF + name}

    def whole(self, kind: type) -> Schema:
        """Return the schema of a dataclass itself."""
        properties = {name: self.of(hint) for name, hint in hints_of(kind).items()}
        schema: Schema = {
            "type": "object",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        }
        told = described(kind)
        return {"description": told, **schema} if told else schema

    def of(self, hint: Any) -> Schema:
        """Return the schema of the values of a type."""
        if hint in _PLAIN:
            return dict(_PLAIN[hint])
        if isinstance(hint, type) and is_dataclass(hint):
            return self.ref(hint)
        origin, parts = get_origin(hint), get_args(hint)
        if origin is Literal:
            return {"enum": list(parts)}
        if origin in (Union, UnionType):
            return {"anyOf": [self.of(part) for part in parts]}
        if origin is tuple and (len(parts) != 2 or parts[1] is not Ellipsis):
            each = [self.of(part) for part in parts]
            return {"type": "array", "prefixItems": each, "minItems": len(each), "maxItems": len(each)}
        if origin in _MANY:
            return {"type": "array", "items": self.of(parts[0])}
        if isinstance(origin, type) and issubclass(origin, Mapping):
            return {"type": "object", "additionalProperties": self.of(parts[1])}
        raise TypeError(f"no schema is known for {hint!r}")


def hints_of(kind: Any) -> dict[str, Any]:
    """Return the fields of a dataclass that an answer shows, with their types."""
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


def classes_in(hint: Any) -> Iterable[type]:
    """Yield the dataclasses of which a value of a type can be made, looking into lists and alternatives."""
    if isinstance(hint, type) and is_dataclass(hint):
        yield hint
        return
    origin = get_origin(hint)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return  # its names are no fields
    for part in get_args(hint):
        yield from classes_in(part)


def described(kind: type) -> str:
    """Return what a class says of itself, "" where it says nothing."""
    told = inspect.getdoc(kind) or ""
    return "" if told.startswith(f"{kind.__name__}(") else told


def name_of(kind: type) -> str:
    """Return the name of a class among all: a view's parts carry the name of their view, since several have an `Item`."""
    name, package, _, module = kind.__name__, *kind.__module__.rpartition(".")
    if not package.endswith(".views"):
        return name
    view = "".join(part.capitalize() for part in module.split("_"))
    if view.endswith(name):
        return view
    return name if name.lower().startswith(view.lower()) or view.lower().startswith(name.lower()) else view + name
