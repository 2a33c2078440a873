"""`fields`: only these parts of the items of an answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dragoman.api.schemas import classes_in, hints_of
from dragoman.terms.errors import SettingsError

NAME = "fields"
Tree = dict[str, "Tree"]


def tree_of(written: str) -> Tree:
    """Return comma-separated names, dotted where they go inside, as a tree; a name without more stands for all in it."""
    tree: Tree = {}
    whole: set[tuple[str, ...]] = set()
    for name in filter(None, (part.strip() for part in written.split(","))):
        parts = tuple(name.split("."))
        at = tree
        for part in parts:
            at = at.setdefault(part, {})
        whole.add(parts)
    for parts in whole:  # "evidence" asks for more than "evidence.quote"
        at = tree
        for part in parts[:-1]:
            at = at[part]
        at[parts[-1]] = {}
    return tree


def check_fields(tree: Tree, kind: Any, path: str = "") -> None:
    """Check that some type has all fields that are named. Raises `SettingsError` for one that it does not have."""
    known = fields_in(kind)
    for name, inner in tree.items():
        if not known:
            raise SettingsError(NAME, f"{path.removesuffix('.')!r} has no fields inside")
        if name not in known:
            raise SettingsError(NAME, f"there is no field {path + name!r}; there are {', '.join(sorted(known))}")
        if inner:
            check_fields(inner, known[name], f"{path}{name}.")


def fields_in(kind: Any) -> dict[str, tuple[Any, ...]]:
    """Return the fields of a type by name, each with the types that it has in the dataclasses of which it can be made."""
    known: dict[str, tuple[Any, ...]] = {}
    for one in (found for part in (kind if isinstance(kind, tuple) else (kind,)) for found in classes_in(part)):
        for name, hint in hints_of(one).items():
            known[name] = (*known.get(name, ()), hint)
    return known


def item_of(kind: type) -> Any:
    """Return what `fields` chooses from: the items of an answer that has some, else the answer itself."""
    return hints_of(kind).get("items", kind)


def chosen(answer: Mapping[str, Any], tree: Tree, head: frozenset[str]) -> dict[str, Any]:
    """Return an answer with only the fields of a tree in its items; what stands around them, and the `head`, stays."""
    if "items" in answer:
        return {**answer, "items": picked(answer["items"], tree)}
    own = {name: value for name, value in answer.items() if name not in head}
    return {name: value for name, value in answer.items() if name in head} | dict(picked(own, tree))


def picked(value: Any, tree: Tree) -> Any:
    """Return the parts of a value that a tree names; a tree without branches names all."""
    if not tree:
        return value
    if isinstance(value, list):
        return [picked(one, tree) for one in value]
    if isinstance(value, dict):
        return {name: picked(held, tree[name]) for name, held in value.items() if name in tree}
    return value
