"""A path -> its bytes or its text: the last place where a file system is seen.

A file is measured before it is read; one that is too large is refused unread.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from pathlib import Path

from dragoman.terms.errors import Refused

LARGEST_FILE = 32_000_000
"""Bytes. A report has thousands; a file of more than this is no report and, as a table, better cut in pieces."""

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
        raise Refused(str(path), _reason(error)) from error


def read_lines(path: Path) -> Iterator[bytes]:
    """Yield the lines of a file, ended by line feeds only, without holding more than one."""
    check_file(path)
    try:
        with path.open("rb") as file:
            yield from file
    except OSError as error:
        raise Refused(str(path), _reason(error)) from error


def check_file(path: Path) -> None:
    """Raise `Refused` for a file that need not be opened: missing, no plain file, empty or too large."""
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        raise Refused(str(path), _reason(error)) from error
    if stat.S_ISDIR(status.st_mode):
        raise Refused(str(path), "is a directory, not a file")
    if not stat.S_ISREG(status.st_mode):
        raise Refused(str(path), "is not a plain file")
    if status.st_size == 0:
        raise Refused(str(path), "is empty")
    if status.st_size > LARGEST_FILE:
        raise Refused(
            str(path), f"is too large ({status.st_size:,} bytes; at most {LARGEST_FILE:,} are read in one file)"
        )


def decode(data: bytes, path: str) -> str:
    """Return the text of `data`, line breaks and outer white space as they are, what is no UTF-8 as U+FFFD.

    Raises `Refused` where the bytes are no text.
    """
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise Refused(path, f"is not a text but binary ({what})")
    text = data.decode("utf-8", "replace")
    sample = text[:65_536]
    if sample and len(_ODD.findall(sample)) / len(sample) > _ODD_SHARE:
        raise Refused(path, "is not a UTF-8 text but binary")
    return text


def _reason(error: OSError | ValueError) -> str:
    match error:
        case FileNotFoundError():
            return "no such file"
        case PermissionError():
            return "cannot be read (permission denied)"
        case OSError():
            return f"cannot be read ({error.strerror or type(error).__name__})"
        case _:
            return "is not a file name"
