"""The characters of a text, one for one, as the grammar can read them.

No character is added or taken away: an offset of the copy is an offset of the text. What has no width inside a word
becomes a `JOINER`, which the grammar leaves out of the word; what has none elsewhere becomes a space.
"""

from __future__ import annotations

import re

JOINER = "\u2060"

_SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_LINE_ENDS = "\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_NO_WIDTH = (
    "\x00\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f"
    "\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff\ufff9\ufffa\ufffb"
)
_CONTROLS = "".join(map(chr, (*range(1, 9), *range(14, 28), 31, *range(127, 133), *range(134, 160))))
_QUOTES = "\u2033\u2036\u301d\u301e\uff02"
"""Signs that old wires and foreign keyboards put for a quotation mark."""
_TABLE = {
    **dict.fromkeys(map(ord, _QUOTES), '"'),
    **dict.fromkeys(map(ord, _SPACES), " "),
    **dict.fromkeys(map(ord, _LINE_ENDS), "\n"),
    **dict.fromkeys(map(ord, _NO_WIDTH), JOINER),
    **dict.fromkeys(map(ord, _CONTROLS), " "),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}
_SHORTENED = re.compile(
    r"(?<=[a-z])’(?=(?:re|ve|ll|d|m|t)\b)|(?<=\bit|\bhe)’(?=s\b)|(?<=\bshe|\bwho|\bhow|\blet)’(?=s\b)"
    r"|(?<=\bthat|\bwhat|\bhere)’(?=s\b)|(?<=\bthere|\bwhere)’(?=s\b)",
    re.IGNORECASE,
)
"""The apostrophe of a shortened verb ("we’re", "it’s"), which the grammar knows by its straight form only."""
_OWNERS = re.compile(r"(?<=[A-Za-z]s)’(?= [A-Za-z])")
_CLOSED = re.compile(r"’(?![A-Za-z])")
"""The mark of several owners, or of one whose name ends in "s": "Varnas’ leader"; the same sign closes a quotation."""
_OWNER = re.compile(r"(?<=[A-Za-z])`(?=s\b)")
"""The mark of an owner as old wires wrote it: "Iran`s"."""
_LETTERS = re.compile(r"<[A-Z][A-Z0-9]{0,5}(?:\.[A-Z]{1,3})?>|<(?=[A-Z][\w .,&'-]{1,60}>)|(?<=[A-Za-z])>(?=[\s.,;)'])")
"""What stock wires put behind a firm, and the brackets around one without: "Harbour Lines <HBR.L>", "<Quay Corp>"."""
_PLAIN = re.compile(r"[\n -~]*\Z")
_JOINERS = re.compile(f"{JOINER}+")
_CARRIAGE_RETURN = re.compile(r"\r(\n?)")


def plain(text: str) -> str:
    """Return a copy of the same length in which spaces are spaces, line ends line feeds, and no character is odd."""
    if "<" in text:
        text = _LETTERS.sub(lambda m: " " * len(m[0]), text)
    if _PLAIN.match(text):
        return _OWNER.sub("'", text) if "`s" in text else text
    copy = text.translate(_TABLE)
    if "\r" in copy:
        copy = _CARRIAGE_RETURN.sub(lambda m: " \n" if m[1] else "\n", copy)
    if "’" in copy:
        copy = _OWNERS.sub(_owned, _SHORTENED.sub("'", copy))
    if "`s" in copy:
        copy = _OWNER.sub("'", copy)
    return _JOINERS.sub(_joined_or_apart, copy) if JOINER in copy else copy


def _owned(match: re.Match[str]) -> str:
    """Return the straight form of an owner's mark; the sign itself where it ends what "‘" has opened."""
    text, at = match.string, match.start()
    opened = text.rfind("‘", 0, at)
    return "'" if opened < 0 or _CLOSED.search(text, opened, at) else match[0]


def _joined_or_apart(match: re.Match[str]) -> str:
    """Keep joiners between two letters or digits; blank them elsewhere."""
    text, before, after = match.string, match.start() - 1, match.end()
    inside = before >= 0 and after < len(text) and text[before].isalnum() and text[after].isalnum()
    return match[0] if inside else " " * len(match[0])


def blank(copy: str, start: int, end: int) -> str:
    """Return the copy with spaces from `start` to `end`; line feeds stay."""
    hole = "".join("\n" if c == "\n" else " " for c in copy[start:end])
    return copy[:start] + hole + copy[end:]
