"""What a reading gave, as one hash: so that a byte that flips inside a text is found, not only one that breaks a page."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

Row = tuple[Any, ...]


def checksum(signature: bytes, unread: str, bands: Iterable[str], rows: Iterable[Row]) -> str:
    """Return 32 hexadecimal digits of the SHA-256 of a reading: of its signature, its bands, what nobody understood, its findings.

    `rows` are the findings' id, kind, number, day, keys, matter and packed values. No order counts.
    """
    digest = hashlib.sha256(signature)
    digest.update(repr((unread, sorted(bands), sorted(rows))).encode("utf-8", "backslashreplace"))
    return digest.hexdigest()[:32]
