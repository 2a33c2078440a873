"""Finds what stands between quotation marks: straight, curly, single, TeX; open ones end with their paragraph.

Marks are paired paragraph by paragraph. A mark that opens while one is open either opens a quote in the quote or, after
the end of a sentence, shows that the statement before was left open because it goes on ("continues").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from dragoman.terms.span import Span

_MARK = re.compile(r"``|''|[\"“”„«»‘’']")
_LINE = re.compile(r"[ \t\r\xa0]*\n\s*")
_BLANK = re.compile(r"\n[ \t\r\xa0]*\n\s*|(?<=[.!?:\"”’…])[ \t\r\xa0]*\n\s*")
_WRAPPED = (30, 100)
_ENDS = frozenset(".!?…")
_OPENERS = frozenset("([{—–-―/:")
_CLOSERS = frozenset(")]}.,;:!?…—–-―/")
_DOUBLE = frozenset(("``", "''", '"', "“", "”", "„", "«", "»"))
_REACH = 200


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between quotation marks: `span` with the marks, `inner` without.

    `closed` is false where no closing mark came before the end of the paragraph. `continues` marks a quote that goes on
    with the open one before it.
    """

    span: Span
    inner: Span
    closed: bool = True
    single: bool = False
    continues: bool = False


def paragraph_starts(text: str) -> list[int]:
    """Return the offsets at which paragraphs start; in a text of wrapped lines, a line break within a sentence is none."""
    breaks = _BLANK if _is_wrapped(text) else _LINE
    return [0, *(m.end() for m in breaks.finditer(text))]


def _is_wrapped(text: str) -> bool:
    """Whether most lines end within a sentence, at the width of an old wire."""
    lines = [line for line in (part.strip() for part in text.split("\n")) if line]
    low, high = _WRAPPED
    broken = sum(low <= len(line) <= high and (line[-1].isalnum() or line[-1] == ",") for line in lines)
    return broken * 2 > len(lines)


def find_quotes(text: str, paragraphs: list[int]) -> tuple[Quote, ...]:
    """Find the outermost quotes of a text, in its order."""
    pairing = _Pairing(text, paragraphs)
    for mark in _MARK.finditer(text):
        pairing.take(mark.start(), mark.group())
    pairing.leave_open(len(text))
    return tuple(quote for quote in pairing.quotes if not _is_programme(text, quote))


_LED = re.compile(r"(?:['’]s|s['’]|\bon|\bhost of|\bshow|\bprogramme?|\bpodcast)\s+$")
_TITLE = re.compile(r"[A-Z][\w’'&-]*(?:\s+(?:of|the|in|for|a|an|to|and|on|with|[A-Z][\w’'&-]*)){1,6}[,.!?]?")
_LONGEST_LEAD = 20


def _is_programme(text: str, quote: Quote) -> bool:
    """Whether a quote is the name of a broadcast in which somebody speaks: "told Radio Varn's “Voice of the Hills.”"."""
    before = text[max(0, quote.span.start - _LONGEST_LEAD) : quote.span.start]
    named = _TITLE.fullmatch(text[quote.inner.start : quote.inner.end])
    return named is not None and _LED.search(before) is not None


class _Pairing:
    """The state of one walk over the marks of a text."""

    def __init__(self, text: str, paragraphs: list[int]) -> None:
        self.text, self.paragraphs = text, paragraphs
        self.quotes: list[Quote] = []
        self.open: tuple[int, int, bool] | None = None  # start with mark, start without, single
        self.depth = 0
        self.nested: list[int] = []  # where a quote in the quote starts with mark and without, where it ends
        self.goes_on = False

    def take(self, at: int, mark: str) -> None:
        """Read one mark."""
        if self.open is not None and self._paragraph_end(self.open[0]) <= at:
            self.leave_open(at)
        single = mark not in _DOUBLE
        if single and (self.open is None or self.open[2]):
            self._take_single(at, mark)
        elif not single:
            self._take_double(at, mark)

    def leave_open(self, at: int) -> None:
        """End an open quote at the end of its paragraph, or before `at`; a single one may have been an apostrophe."""
        if self.open is None:
            return
        start, inner, single = self.open
        single = single and not self._is_led_in(start)
        end = min(self._paragraph_end(start), at)
        while end > inner and self.text[end - 1].isspace():
            end -= 1
        stray = self._nested_alone()
        if stray is not None:
            self._add(stray)
        elif not single and end > inner:
            self._add(Quote(Span(start, end), Span(inner, end), False, self.open[2], self.goes_on))
        self.open, self.depth, self.goes_on = None, 0, stray is None and not single and end > inner
        self.nested = []

    def _nested_alone(self) -> Quote | None:
        """The one quote in a quote left open, where a comma or a colon leads into it: the outer mark was a slip."""
        if len(self.nested) != 3 or self.text[max(0, self.nested[0] - _REACH) : self.nested[0]].rstrip()[-1:] not in (
            ",",
            ":",
        ):
            return None
        at, inner, end = self.nested
        words = len(self.text[inner:end].rstrip())
        return Quote(Span(at, end + 1), Span(inner, end)) if words else None

    def _is_led_in(self, at: int) -> bool:
        """Whether a single mark opens speech: behind a colon or a comma, before a capital."""
        return self.text[max(0, at - 3) : at].rstrip()[-1:] in (":", ",") and self.text[at + 1 : at + 2].isupper()

    def _add(self, quote: Quote) -> None:
        self.quotes.append(quote)

    def _paragraph_end(self, at: int) -> int:
        n = bisect_right(self.paragraphs, at)
        return self.paragraphs[n] if n < len(self.paragraphs) else len(self.text)

    def _side(self, at: int, size: int) -> tuple[bool, bool]:
        """Say whether the place lets a mark open, and whether it lets it close."""
        before = self.text[at - 1] if at else " "
        after = self.text[at + size] if at + size < len(self.text) else " "
        left = before.isspace() or before in _OPENERS or before in "“‘\"'`"
        right = after.isspace() or after in _CLOSERS or after in "”’\"'"
        return left and not after.isspace(), right and not (before.isspace() and not after.isspace())

    def _take_double(self, at: int, mark: str) -> None:
        opens, closes = self._side(at, len(mark))
        if mark in ("“", "„", "``", "«"):
            opens, closes = opens or not closes, closes and not opens
        elif mark in ("”", "»"):
            opens, closes = opens and not closes, closes or not opens
        if self.open is None or self.open[2]:
            if opens:
                self._start(at, len(mark), single=False)
            else:
                self.goes_on = False
        elif closes and not (opens and mark in ("“", "``")):
            self._close(at, len(mark))
        elif opens:
            self._open_again(at, len(mark))

    def _start(self, at: int, size: int, *, single: bool) -> None:
        if self.goes_on and (self.quotes[-1].closed or self.text[self.quotes[-1].span.end : at].strip()):
            self.goes_on = False
        self.open = (at, at + size, single)

    def _open_again(self, at: int, size: int) -> None:
        """A mark opens while one is open: after a sentence's end the statement goes on, else it is a quote in the quote."""
        if self.text[max(0, at - _REACH) : at].rstrip()[-1:] in _ENDS:
            self.leave_open(at)
            self._start(at, size, single=False)
        else:
            self.depth += 1
            self.nested = [at, at + size]

    def _close(self, at: int, size: int) -> None:
        assert self.open is not None
        if self.depth:
            self.depth -= 1
            self.nested = [*self.nested[:2], at]
            return
        start, inner, single = self.open
        if len(self.text[inner:at].strip()) > single:  # 'n' is short for "and"
            self._add(Quote(Span(start, at + size), Span(inner, at), True, single, self.goes_on and not single))
        self.open, self.goes_on, self.nested = None, False, []

    def _take_single(self, at: int, mark: str) -> None:
        opens, closes = self._side(at, 1)
        after = self.text[at + 1 : at + 2]
        if self.open is None:
            if mark != "’" and opens and (after.isalpha() or (mark == "‘" and after.isdigit()) or after in '“"'):
                self._start(at, 1, single=True)
        elif closes and mark != "‘" and not after.isalnum() and not self._is_possessive(at):
            self._close(at, 1)

    def _is_possessive(self, at: int) -> bool:
        """Say whether the mark after an "s" ends a possessive ("the leaders' talks") as a better end comes later."""
        if self.text[at - 1] not in "sS" or self.text[at + 1 : at + 2] != " ":
            return False
        rest = self.text[at + 1 : min(at + _REACH, self._paragraph_end(at))]
        later = re.search(r"(?<=[\w.,!?…])['’](?!\w)|(?<!\w)[‘'](?=\w)|[\"“]", rest)
        return later is not None and later.group() in "'’" and not rest[later.end() : later.end() + 1].isalnum()
