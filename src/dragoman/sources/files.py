"""A path -> its bytes or its text.

A file that is read whole is measured before; one that is too large is refused unread. What is read piece by piece, a table
or an archive, may have any size.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from dragoman.terms.errors import Refused

LARGEST_FILE = 32_000_000
"""Bytes. A report has thousands; a file of more than this is no report."""

LONGEST_LINE = 16_000_000
"""Bytes. A table's row has a report; a line of more than this is no row."""

_SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x1f\x8b", "gzip-compressed"),
    (b"BZh", "bzip2-compressed"),
    (b"\xfd7zXZ", "xz-compressed"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"\xff\xfe", "UTF-16; save it as UTF-8"),
    (b"\xfe\xff", "UTF-16; save it as UTF-8"),
)
_ODD = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
_ODD_SHARE = 0.3
"""Text with broken bytes stays well under 0.1, noise and packed numbers have 0.5 and more."""


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises `Refused` for a file that is missing, no plain file, too large, empty or not readable.
    """
    check_file(path)
    try:
        return path.read_bytes()
    except OSError as error:
        raise Refused(str(path), reason(error)) from error


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a file of any size, to be read piece by piece.

    Raises `Refused` for a file that is missing, no plain file, empty or not readable, also where that shows only later.
    """
    check_file(path, largest=None)
    try:
        with path.open("rb") as file:
            yield file
    except OSError as error:
        raise Refused(str(path), reason(error)) from error


def lines_of(stream: BinaryIO) -> Iterator[bytes | None]:
    """Yield the lines of a stream, ended by line feeds only, without holding more than one; None is one that is too long."""
    while line := stream.readline(LONGEST_LINE):
        if len(line) < LONGEST_LINE or line.endswith(b"\n"):
            yield line
            continue
        yield None
        while (rest := stream.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
            pass


def check_file(path: Path, *, largest: int | None = LARGEST_FILE) -> None:
    """Raise `Refused` for a file that need not be opened: missing, no plain file, empty or too large."""
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        raise Refused(str(path), reason(error)) from error
    if stat.S_ISDIR(status.st_mode):
        raise Refused(str(path), "is a directory, not a file")
    if not stat.S_ISREG(status.st_mode):
        raise Refused(str(path), "is not a plain file")
    if status.st_size == 0:
        raise Refused(str(path), "is empty")
    if largest is not None and status.st_size > largest:
        raise Refused(str(path), f"is too large ({status.st_size:,} bytes; at most {largest:,} are read in one file)")


def decode(data: bytes, path: str, *, charset: str | None = None) -> str:
    """Return the text of `data`, line breaks and outer white space as they are, what is no UTF-8 as U+FFFD.

    `charset` is what the bytes are said to be in; it counts only where they are no UTF-8.
    Raises `Refused` where the bytes are no text.
    """
    binary = what_binary(data)
    if binary is not None:
        raise Refused(path, f"is not a text but {binary}")
    if charset is not None:
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            try:
                return data.decode(charset, "replace")
            except (LookupError, ValueError):
                pass
    return data.decode("utf-8", "replace")


def what_binary(data: bytes) -> str | None:
    """Say what the bytes are where they are no text, None where they may be one."""
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            return f"binary ({what})"
    sample = data[:65_536].decode("utf-8", "replace")
    return "binary" if len(_ODD.findall(sample)) > _ODD_SHARE * len(sample) else None


def reason(error: OSError | ValueError) -> str:
    """Say in words for a person why a path cannot be read."""
    match error:
        case FileNotFoundError():
            return "no such file"
        case PermissionError():
            return "cannot be read (permission denied)"
        case OSError():
            return f"cannot be read ({error.strerror or type(error).__name__})"
        case _:
            return "is not a file name"
