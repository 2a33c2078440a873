"""A person's answers: single keys at a terminal, one line an answer on a pipe."""

from __future__ import annotations

import shlex
import sys
from typing import TextIO

from dragoman.terms.errors import EditError

WORDS = {
    "accept": "a", "reject": "r", "edit": "e", "skip": "s", "undo": "u", "note": "n", "quit": "q",
    "yes": "a", "no": "r", "same": "a", "different": "r",
}  # fmt: skip


class Answers:
    """Reads answers from a stream; at its end there is none."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._keys = stream.isatty()

    def next(self) -> tuple[str, str] | None:
        """Return the next answer: a key, and what was said after it; None at the end."""
        if self._keys:
            key = _key(self._stream)
            return None if not key else (key.lower(), "")
        while line := self._stream.readline():
            if said := line.strip():
                word, _, rest = said.partition(" ")
                return WORDS.get(word.lower(), word.lower()), rest.strip()
        return None

    def line(self, prompt: str) -> str:
        """Return one line, asked for with a prompt at a terminal."""
        if self._keys:
            print(prompt, end="", flush=True)
        return self._stream.readline().strip()

    def changes(self, rest: str) -> list[tuple[str, str]]:
        """Return the new values of an edit: those that were said with the key, else a line each up to an empty one.

        Raises `EditError` for what is no FIELD=VALUE.
        """
        try:
            lines = shlex.split(rest)
        except ValueError as error:
            raise EditError(rest, f"{error}") from error
        if not lines:
            if self._keys:
                print("field=value, one a line; an empty line ends")
            while line := self.line("> "):
                lines.append(line)
        written = [line.partition("=") for line in lines]
        for name, equals, _ in written:
            if not equals:
                raise EditError(name, "write FIELD=VALUE")
        return [(name.strip(), value) for name, _, value in written]


def _key(stream: TextIO) -> str:
    """Return one key as it is pressed, without waiting for the end of a line; "" at the end of input."""
    try:
        import termios
        import tty
    except ImportError:  # no such terminal here: a line is an answer
        return stream.readline().strip()[:1]
    before = termios.tcgetattr(stream.fileno())
    try:
        tty.setcbreak(stream.fileno(), termios.TCSADRAIN)  # what was typed ahead is not thrown away
        key = stream.read(1)
    finally:
        termios.tcsetattr(stream.fileno(), termios.TCSADRAIN, before)
    if key == "\x03":
        raise KeyboardInterrupt
    sys.stdout.write("\r")
    return "" if key == "\x04" else key
