"""Whatever a person names -> reports: files, folders, patterns, addresses, standard input."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from dragoman.sources.address import fetch, is_address
from dragoman.sources.draft import Options, Place
from dragoman.sources.files import LARGEST_FILE, LONGEST_LINE
from dragoman.sources.folder import MAGIC, PassedOver, files_like, files_of
from dragoman.sources.jsonfeed import is_json_feed
from dragoman.sources.take import take, take_bytes, take_stream
from dragoman.terms.errors import Refused
from dragoman.terms.report import Report

STANDARD_INPUT = "-"
_INPUT = "standard input"

Note = Callable[[PassedOver], None]


def take_all(
    places: Iterable[str], options: Options, *, standard_input: BinaryIO | None = None, note: Note | None = None
) -> Iterator[Report | Refused]:
    """Yield the reports of all places in their order, each as a `Report` or, with the reason, `Refused`.

    A place is a file, a folder (all files in it and below, by name), a pattern that the shell left alone, an address, or
    `-` for `standard_input`. `note` hears what a folder holds and nobody wants.
    """
    for place in places:
        if place == STANDARD_INPUT and standard_input is not None:
            yield from _of_input(standard_input, options)
        elif is_address(place):
            yield from _of_address(place, options)
        else:
            for found in _files(place):
                if isinstance(found, PassedOver):
                    if note is not None:
                        note(found)
                elif isinstance(found, Refused):
                    yield found
                else:
                    yield from take(found, options)


def _files(place: str) -> Iterator[Path | Refused | PassedOver]:
    path = Path(place)
    try:
        is_folder, is_there = path.is_dir(), path.exists()
    except (OSError, ValueError):
        is_folder = is_there = False
    if is_folder:
        yield from files_of(path)
    elif not is_there and MAGIC & set(place):
        yield from files_like(place)
    else:
        yield path


def _of_address(address: str, options: Options) -> Iterator[Report | Refused]:
    try:
        fetched = fetch(address)
    except Refused as refused:
        yield refused
        return
    yield from take_bytes(fetched.data, fetched.place, options, suffix=fetched.suffix)


def _of_input(stream: BinaryIO, options: Options) -> Iterator[Report | Refused]:
    """Take in a stream: as a table, row by row, where its first line is a row; else as a whole."""
    place = Place(_INPUT)
    first = stream.readline(LONGEST_LINE)
    if _is_row(first):
        yield from take_stream(io.BufferedReader(_Rejoined(first, stream)), place, options, suffix=".jsonl")
        return
    data = first + stream.read(LARGEST_FILE + 1 - len(first))
    if len(data) > LARGEST_FILE:
        yield Refused(_INPUT, f"is too large (at most {LARGEST_FILE:,} bytes are read in one text)")
        return
    yield from take_bytes(data, place, options)


def _is_row(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict) and not is_json_feed(line)
    except (ValueError, RecursionError):
        return False


class _Rejoined(io.RawIOBase):
    """A stream of which the first line was read, as if it had not been."""

    def __init__(self, first: bytes, rest: BinaryIO) -> None:
        self._first, self._rest = first, rest

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: Any, /) -> int:
        """Give what is left of the first line, then what comes after it."""
        view = memoryview(buffer).cast("B")
        piece = self._first[: len(view)]
        self._first = self._first[len(piece) :]
        if not piece:
            piece = self._rest.read(len(view))
        view[: len(piece)] = piece
        return len(piece)
