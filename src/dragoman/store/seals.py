"""What a row says of itself: a byte that flips on the disk is said, it never changes an answer.

A database notices a page that is broken, not a letter that is another one. So what a claim is made of carries a checksum of
its row, profiles and spellings are named by their content, texts are compressed with a checksum; and what cannot be made
sense of is damage.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from dragoman.store.engine import told
from dragoman.terms.errors import EvidenceError, StoreError

LENGTH = 8
DAMAGED = "the database is damaged; `dragoman doctor` says where, `dragoman restore` makes it anew from a backup"
BROKEN = (
    ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, zlib.error, EvidenceError,
)  # fmt: skip
"""What making sense of damaged values raises."""


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
    """Turn the errors of a database, and of making sense of its rows, into `StoreError`.

    Only reading and decoding rows belongs into it: a mistake of the program anywhere else must not be told as damage.
    """
    try:
        with told(where):
            yield
    except BROKEN as error:
        raise StoreError(where, DAMAGED) from error
