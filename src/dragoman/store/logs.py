"""SQLite's log of what was written last: a byte that flips there would silently take the latest reports away.

SQLite reads the log up to the first frame whose checksum does not fit, and takes that for the place where a writer was
killed. So it is, if nothing that was finished stands behind it; else what stands there was kept once and is damage.
"""

from __future__ import annotations

import struct
import time
from pathlib import Path

from dragoman.store.trouble import Trouble

_HEAD, _FRAME = 32, 24
MOST = 8 << 20
"""Logs up to this size are looked at: SQLite empties its log at about 4 MB."""


def broken_log(file: Path) -> Trouble | None:
    """Return what is wrong with the log beside a file. Looked at twice where it seems so: somebody may be writing."""
    log = file.with_name(file.name + "-wal")
    for pause in (0.2, 0.0):
        try:
            held = log.read_bytes() if log.stat().st_size <= MOST else b""
        except OSError:
            return None
        if _is_whole(held):
            return None
        time.sleep(pause)
    return Trouble("log of what was written last", "a part of it isn't what was written")


def _is_whole(held: bytes) -> bool:
    if len(held) <= _HEAD:
        return True
    order = ">" if held[3] & 1 else "<"
    size = int.from_bytes(held[8:12], "big")
    if _sum(held[:24], (0, 0), order) != struct.unpack(">2I", held[24:_HEAD]) or not 512 <= size <= 65536:
        return False
    before, broken, salts = struct.unpack(">2I", held[24:_HEAD]), False, held[16:24]
    for start in range(_HEAD, len(held) - size - _FRAME + 1, size + _FRAME):
        head, page = held[start : start + _FRAME], held[start + _FRAME : start + _FRAME + size]
        told = struct.unpack(">2I", head[16:24])
        fits = head[8:16] == salts and _sum(page, _sum(head[:8], before, order), order) == told
        if fits and broken and head[4:8] != b"\0\0\0\0":
            return False
        broken, before = broken or not fits, told
    return True


def _sum(data: bytes, before: tuple[int, ...], order: str) -> tuple[int, int]:
    """Return SQLite's checksum of eight bytes at a time."""
    one, two = before
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for n in range(0, len(words), 2):
        one = (one + words[n] + two) & 0xFFFFFFFF
        two = (two + words[n + 1] + one) & 0xFFFFFFFF
    return one, two
