"""Words as a picture can hold them: of one line, without what XML refuses, as wide as there is room."""

from __future__ import annotations

import re

MOST = 240
"""Characters of a text that a picture holds; a mark's address leads to the rest."""
_WIDE = 0.56
"""Width of a usual character in parts of the size of its letters, for Latin script without serifs; measured, rounded up."""
_REFUSED = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def cleaned(text: str) -> str:
    """Return a text on one line, without control characters and without marks that turn the direction of others."""
    return " ".join(_REFUSED.sub("", text.replace("\x85", " ")).split())


def legible(text: str) -> str:
    """Return a text cleaned, and no longer than a picture holds."""
    clean = cleaned(text)
    return clean if len(clean) <= MOST else f"{clean[: MOST - 1].rstrip()}…"


def width_of(text: str, size: float) -> float:
    """Return about how wide a text is drawn in letters of a size."""
    return sum(1.0 if ord(letter) > 0x2E7F else _WIDE for letter in text) * size


def cut(text: str, width: float, size: float) -> str:
    """Return as much of a text as there is room for, with an ellipsis where it is cut."""
    clean = legible(text)
    if width_of(clean, size) <= width:
        return clean
    room = max(1, int(width / (size * _WIDE)) - 1)
    while room > 1 and width_of(clean[:room], size) > width - size * _WIDE:
        room -= 1
    return f"{clean[:room].rstrip()}…"


def count(number: int, noun: str, nouns: str = "") -> str:
    """Return a number of things in words: "1 meeting", "2 meetings"."""
    return f"{number:,} {noun if number == 1 else nouns or noun + 's'}"
