"""An answer as JSON: every field of its dataclasses, days as ISO, unknown as null."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from dragoman.record.bounds import Bounds


def as_json(view: str, answer: Any, bounds: Bounds, today: date | None) -> str:
    """Return an answer as one object: which view, the bounds within which it holds, and the answer's own fields."""
    head = {"view": view, "as_of": bounds.as_of, "known_at": bounds.known_at, "today": today}
    return json.dumps({**encode(head), **encode(answer)}, ensure_ascii=True, indent=1) + "\n"


def encode(value: Any) -> Any:
    """Return a value as JSON has it."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: encode(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): encode(held) for key, held in value.items()}
    if isinstance(value, tuple | list):
        return [encode(held) for held in value]
    if isinstance(value, frozenset | set):
        return sorted(encode(held) for held in value)
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if isinstance(value, float) and value.is_integer() else value
