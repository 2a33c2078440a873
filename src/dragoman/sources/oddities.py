"""Characters that a text may hold and a person should hear of; none of them keeps it from being read."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SURROGATE = re.compile("[\ud800-\udfff]")
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_QUOTE = re.compile('["\u201c\u201d\u201e\u00ab\u00bb]')
_SENTENCE_END = re.compile(r"[.!?][\"'\u201d\u2019)]*\s|\n\s*\n")
_LONG_SENTENCE = 20_000
_MANY_QUOTES = 1_000


def oddities(text: str) -> Iterator[str]:
    """Yield a line for each sort of odd characters in `text`."""
    yield from _counted(text.count("\x00"), "NUL character")
    yield from _counted(text.count("\ufffd"), "U+FFFD character", " (bytes that were not UTF-8)")
    if not text.isascii():
        yield from _counted(len(_SURROGATE.findall(text)), "lone surrogate")
        yield from _counted(len(_DIRECTION.findall(text)), "right-to-left or left-to-right mark")
    if len(text) >= _MANY_QUOTES:
        quotes = len(_QUOTE.findall(text))
        if quotes > _MANY_QUOTES:
            yield f"{quotes:,} quotation marks"
    if len(text) > _LONG_SENTENCE:
        longest = _longest_sentence(text)
        if longest > _LONG_SENTENCE:
            yield f"a sentence of about {longest:,} characters"


def _counted(number: int, what: str, note: str = "") -> Iterator[str]:
    if number:
        yield f"{number:,} {what}{'s' if number > 1 else ''}{note}"


def _longest_sentence(text: str) -> int:
    longest, start = 0, 0
    for match in _SENTENCE_END.finditer(text):
        longest, start = max(longest, match.start() - start), match.end()
    return max(longest, len(text) - start)
