"""What a reading gave, as one hash: so that a byte that flips inside a text is found, not only one that breaks a page."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

Row = tuple[object, ...]


def checksum(signature: bytes, unread: str, rows: Iterable[Row]) -> str:
    """Return 32 hexadecimal digits of the SHA-256 of a reading: signature, what was not read, its findings in their order."""
    digest = hashlib.sha256(signature)
    digest.update(unread.encode())
    for row in rows:
        digest.update(repr(row).encode("utf-8", "backslashreplace"))
    return digest.hexdigest()[:32]
