"""What a row says of itself: a byte that flips on the disk is said, it never changes an answer.

A database notices a page that is broken, not a letter that is another one. So what a claim is made of carries a checksum of
its row, profiles and spellings are named by their content, texts are compressed with a checksum; and what cannot be made
sense of is damage.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from typing import ParamSpec, TypeVar

from dragoman.store.engine import told
from dragoman.terms.errors import EvidenceError, StoreError

P = ParamSpec("P")
R = TypeVar("R")
LENGTH = 8
DAMAGED = "the database is damaged; `dragoman doctor` says where, `dragoman restore` makes it anew from a backup"
BROKEN = (
    ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, zlib.error, EvidenceError,
)  # fmt: skip
"""What making sense of damaged values raises."""


class Damage(ValueError):
    """A row holds what makes no sense."""


def decoding(decode: Callable[P, R]) -> Callable[P, R]:
    """Make a function that only makes sense of rows raise `Damage` where it can't."""

    @wraps(decode)
    def decoded(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return decode(*args, **kwargs)
        except BROKEN as error:
            raise Damage(*error.args) from error

    return decoded


def seal(packed: str, *row: object) -> str:
    """Return `packed` behind a checksum of itself and of the other values of its row."""
    return f"{_sum(packed, row)}{packed}"


def opened(sealed: str, *row: object) -> str:
    """Return what `seal` was given; raises `ValueError` where it or the row is not what was sealed."""
    packed = sealed[LENGTH:]
    if sealed[:LENGTH] != _sum(packed, row):
        raise ValueError("the seal does not fit")
    return packed


def _sum(packed: str, row: tuple[object, ...]) -> str:
    written = "\x1f".join((*map(str, row), packed))
    return f"{zlib.crc32(written.encode('utf-8', 'backslashreplace')):08x}"


def closed(*values: object) -> tuple[object, ...]:
    """Return the values of a row followed by a checksum of them all."""
    return (*values, _row_sum(values))


def unbroken(row: Sequence[object]) -> None:
    """Raise `ValueError` where a row is not what `closed` returned."""
    if row[-1] != _row_sum(row[:-1]):
        raise ValueError("the seal does not fit")


def _row_sum(values: Sequence[object]) -> str:
    written = repr([zlib.crc32(value) if isinstance(value, bytes) else value for value in values])
    return f"{zlib.crc32(written.encode('utf-8', 'backslashreplace')):08x}"


def named_by(key: str, content: str) -> None:
    """Raise `ValueError` where a thing that is named by its content has another name."""
    if key != content:
        raise ValueError("the content does not fit the name")


@contextmanager
def whole(where: str) -> Iterator[None]:
    """Turn the errors of a database, and `Damage`, into `StoreError`; a mistake of the program is never told as damage."""
    try:
        with told(where):
            yield
    except Damage as error:
        raise StoreError(where, DAMAGED) from error
