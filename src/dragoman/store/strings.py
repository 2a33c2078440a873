"""Any string of Python <-> one that both databases take and give back unchanged.

SQLite takes no lone surrogates (a file name that is not UTF-8 has them), PostgreSQL no NUL either. Both are written as JSON
escapes; a string without them, and without a backslash, stands as it is.
"""

from __future__ import annotations

import json
import re

_ODD = re.compile(r"[\x00\\\ud800-\udfff]")
_UNWRITABLE = re.compile(r"[\x00\ud800-\udfff]")


def kept(text: str) -> str:
    """Return a string as it is kept."""
    return json.dumps(text)[1:-1] if _ODD.search(text) else text


def given(text: str) -> str:
    """Return the string that `kept` was given."""
    return json.loads(f'"{text}"') if "\\" in text else text


def kept_or_none(text: str | None) -> str | None:
    """Return a string as it is kept; None is None."""
    return None if text is None else kept(text)


def given_or_none(text: str | None) -> str | None:
    """Return the string that `kept_or_none` was given."""
    return None if text is None else given(text)


def searchable(text: str) -> str:
    """Return a text for the full-text index: as long, and what no database takes stands as U+FFFD."""
    return _UNWRITABLE.sub("\ufffd", text)
