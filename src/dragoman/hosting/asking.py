"""The query of an address -> bounds and question. An empty value is none: forms send what nobody filled in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from starlette.datastructures import QueryParams

from dragoman.record.bounds import Bounds, moment_of
from dragoman.terms.errors import SettingsError
from dragoman.views.question import Question

MOST = 200
"""The longest page that can be asked for."""
LONGEST = 500
"""Characters of a name, of words that are looked for, of a cursor."""
FIRST, LAST = date(1000, 1, 1), date(2999, 12, 31)
"""Days that can be asked for: with those beside them they lie inside of every calendar."""

T = TypeVar("T")


def bounds_of(query: QueryParams) -> Bounds:
    """Return the bounds that a query names. Raises `SettingsError`."""
    return Bounds(as_of=day_of(query, "as_of"), known_at=_made(query, "known_at", _moment, "YYYY-MM-DDTHH:MM:SS"))


def question_of(query: QueryParams, *, limit: int = 50) -> Question:
    """Return what a query asks for beside its own matter. Raises `SettingsError` with the name of the wrong value."""
    first, last = day_of(query, "from"), day_of(query, "to")
    if first is not None and last is not None and first > last:
        raise SettingsError("from", f"{first} is after {last}")
    return Question(
        first=first,
        last=last,
        actor=text_of(query, "actor"),
        proposal=text_of(query, "proposal"),
        kinds=frozenset(many_of(query, "kind")) or None,
        publisher=text_of(query, "publisher"),
        limit=count_of(query, "limit", limit),
        after=text_of(query, "after") or "",
    )


def day_of(query: QueryParams, name: str) -> date | None:
    """Return a day of the query. Raises `SettingsError`."""
    return _made(query, name, _day, "YYYY-MM-DD")


def text_of(query: QueryParams, name: str) -> str | None:
    """Return a word of the query, None where it is missing or empty. Raises `SettingsError` for one that is too long."""
    return _bounded(name, query.get(name, "").strip()) or None


def many_of(query: QueryParams, name: str) -> tuple[str, ...]:
    """Return all values of a name, the empty ones left out. Raises `SettingsError` for one that is too long."""
    return tuple(_bounded(name, value) for value in query.getlist(name) if value)


def count_of(query: QueryParams, name: str, default: int) -> int:
    """Return a number from 1 to `MOST`. Raises `SettingsError`."""
    written = text_of(query, name)
    if written is None:
        return default
    return number_of(written, name, MOST)


def number_of(written: str, name: str, most: int) -> int:
    """Return a number from 1 to `most` that somebody wrote. Raises `SettingsError`."""
    if not (written.isascii() and written.isdigit()) or len(written) > 9 or not 1 <= int(written) <= most:
        raise SettingsError(name, f"{written!r} is no number from 1 to {most}")
    return int(written)


def _bounded(name: str, written: str) -> str:
    if len(written) > LONGEST:
        raise SettingsError(name, f"has more than {LONGEST} characters")
    return written


def _day(written: str) -> date:
    """Read a day. Far days are none of a record of news, and nothing can be counted from the first and the last there are."""
    found = date.fromisoformat(written)
    if not FIRST <= found <= LAST:
        raise ValueError(written)
    return found


def _moment(written: str) -> str:
    """Read a moment; a plus sign that an address has turned into a space is a plus sign."""
    return moment_of(written.replace(" ", "+"))


def _made(query: QueryParams, name: str, make: Callable[[str], T], form: str) -> T | None:
    written = text_of(query, name)
    if written is None:
        return None
    try:
        return make(written)
    except ValueError as error:
        raise SettingsError(name, f"{written!r} cannot be read; write {form}") from error
