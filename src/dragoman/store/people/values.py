"""Values of columns <-> values of Python: any string is kept and comes back as it was."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import RowMapping

from dragoman.store.strings import given, kept


def columns(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values as the columns keep them."""
    return {name: kept(value) if isinstance(value, str) else value for name, value in values.items()}


def fields(row: RowMapping, *without: str) -> dict[str, Any]:
    """Return the values of a row, but for some columns."""
    named = ((str(name), value) for name, value in row.items())
    return {name: given(value) if isinstance(value, str) else value for name, value in named if name not in without}
