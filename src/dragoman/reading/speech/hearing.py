"""A scene with its quotes laid over its words: what all finders of speech share."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property

from dragoman.reading.scene import Scene
from dragoman.reading.speech.quotes import find_quotes, paragraph_starts
from dragoman.reading.talks import at_table, find_talk_sentences
from dragoman.terms.span import Span

STOPS = frozenset({".", "!", "?", "…", "....", "?!", "!?"})
MARKS = frozenset({'"', "“", "”", "``", "''", "‘", "’", "'", "„", "«", "»"})
_HOURS = frozenset({"a.m.", "p.m."})
"""Words whose full stop may be that of the sentence too."""
_TAIL = 40
_NEAR = 120
"""An attribution stands within so many words of its quote."""
LONGEST = 400
"""No sentence is longer; where a text has no full stops, it is looked at in such stretches."""
_MARGIN = MARKS | frozenset({",", ":", ";", "-", "--", "—", "–", "―", "..", "/", "•", "*", ">"})


OUTSIDERS = frozenset(
    "analyst expert observer commentator economist resident columnist critic scholar academic pundit".split()
)
"""Those who take no part in what they speak of: what they fear or hope is no position of a side."""
_SELDOM = 10
"""Where no more than one sentence in so many speaks of a deal, the text is not about it."""


class Hearing:
    """The words of a scene, the quotes on them, and where sentences end outside of quotes."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.parse = scene, scene.parse
        self.text = self.parse.text
        self.paragraphs = paragraph_starts(self.text)
        self.quotes = find_quotes(self.text, self.paragraphs)
        self.inside = [-1] * len(self.parse)
        self.reach: list[tuple[int, int]] = []
        for n, quote in enumerate(self.quotes):
            first, last = self.word_at(quote.span.start), self.word_at(quote.span.end) - 1
            self.inside[first : last + 1] = [n] * (last + 1 - first)
            self.reach.append((first, last))
        self._before: dict[int, tuple[int, int]] = {}
        self.heard: set[int] = set()
        """Cue verbs whose content has been found."""

    @cached_property
    def tells_of_sides(self) -> bool:
        """Whether the text tells of sides that deal with each other: what they want and support is their position."""
        talks = len(find_talk_sentences(self.scene))
        return at_table(self.parse) or talks * _SELDOM > len(self.parse.sentences)

    def is_position(self, source: int | None) -> bool:
        """Whether what a source has in mind is a position: where sides deal with each other, unless an outsider judges them."""
        outsider = source is not None and self.parse.lemma[source] in OUTSIDERS
        return self.tells_of_sides and not outsider

    def word_at(self, offset: int) -> int:
        """Return the index of the first word that starts at `offset` or later."""
        return bisect_left(self.parse.start, offset)

    def paragraph(self, offset: int) -> int:
        """Return the number of the paragraph that holds a character."""
        return bisect_right(self.paragraphs, offset)

    def inner_words(self, n: int) -> tuple[int, int]:
        """Return the first and the last word between the marks of quote `n`; the last before the first where none is."""
        inner = self.quotes[n].inner
        return self.word_at(inner.start), self.word_at(inner.end) - 1

    def stops(self, i: int) -> bool:
        """Whether word `i` ends a sentence of the report, and not of a quote."""
        if self.inside[i] >= 0:
            return False
        return self.parse.word[i] in STOPS or (self.parse.lower[i] in _HOURS and self._begins_sentence(i + 1))

    def _begins_sentence(self, i: int) -> bool:
        """Whether a word with a capital that is no name stands at `i`."""
        return i < len(self.parse) and self.parse.word[i][:1].isupper() and self.parse.tag[i][:3] != "NNP"

    def is_full(self, n: int) -> bool:
        """Whether quote `n` ends with the mark of a sentence's or a clause's end before its closing mark."""
        return self.last_char(n) in (".", "!", "?", "…", ",", "—", "–", "-", ";")

    def last_char(self, n: int) -> str:
        """Return the last character of quote `n` before its closing mark and those of quotes in it."""
        return self._last_chars[n]

    @cached_property
    def _last_chars(self) -> list[str]:
        within = (self.text[max(q.inner.start, q.inner.end - _TAIL) : q.inner.end] for q in self.quotes)
        return [words.rstrip(" \t\r\n\xa0'’\"”)]")[-1:] for words in within]

    def ends_paragraph(self, n: int) -> bool:
        """Whether no word of the same paragraph follows quote `n`."""
        after = self.reach[n][1] + 1
        if after >= len(self.parse):
            return True
        return self.paragraph(self.parse.start[after]) != self.paragraph(self.quotes[n].span.end - 1)

    def ends_clause(self, n: int) -> bool:
        """Whether quote `n` ends a clause: by a mark in it, by a comma, a dash or the end of the sentence behind it."""
        after = self.reach[n][1] + 1
        if self.is_full(n) or after >= len(self.parse) or self.inside[after] >= 0:
            return True
        if self.parse.word[after] in (",", ".", "—", "–", "--", "-", "―"):
            return True
        first, end = self.region_after(n)
        return first == end

    def region_before(self, n: int) -> tuple[int, int]:
        """Return the words of the same sentence before quote `n`: (first, past the last)."""
        if n not in self._before:
            self._before[n] = self._look_before(n)
        return self._before[n]

    def _look_before(self, n: int) -> tuple[int, int]:
        end = self.reach[n][0]
        paragraph = self.paragraph(self.quotes[n].span.start)
        i = end
        while i > max(0, end - _NEAR) and not self.stops(i - 1):
            previous = self.inside[i - 1]
            if i in self.parse.breaks or self.paragraph(self.parse.start[i - 1]) != paragraph:
                break
            if previous >= 0 and self.is_full(previous):
                break
            i -= 1
        return i, end

    def region_after(self, n: int) -> tuple[int, int]:
        """Return the words of the same sentence after quote `n`, up to the next full stop or quote: (first, past the last)."""
        first = end = self.reach[n][1] + 1
        paragraph = self.paragraph(self.quotes[n].span.start)
        while end < min(len(self.parse), first + _NEAR) and self.parse.word[end] not in STOPS:
            if self.inside[end] >= 0 and not self._is_nickname(self.inside[end]):
                break
            if end in self.parse.breaks or self.paragraph(self.parse.start[end]) != paragraph:
                break
            end += 1
        return first, end

    def _is_nickname(self, n: int) -> bool:
        """Whether quote `n` is a word or two between names: Marta "Mia" Soler."""
        first, last = self.reach[n]
        names = ("NNP", "NNPS")
        after = last + 1 < len(self.parse) and self.parse.tag[last + 1] in names
        return last - first <= 3 and not self.is_full(n) and first > 0 and after and self.parse.tag[first - 1] in names

    def trim(self, first: int, last: int) -> Span | None:
        """Return the span of words without the punctuation around it; marks that enclose all of it go too."""
        parse = self.parse
        while first <= last and (parse.word[first] in _MARGIN or self.stops(first)) and not self._opens(first, last):
            first += 1
        while first <= last and (parse.word[last] in _MARGIN or self.stops(last)) and not self._closes(first, last):
            last -= 1
        while first < last and parse.tag[last] == "CC":
            last -= 1
        if first > last:
            return None
        n = self.inside[first]
        if n >= 0 and self.reach[n] == (first, last):
            return self.quotes[n].inner
        return parse.span(first, last)

    def _opens(self, i: int, last: int) -> bool:
        """Whether word `i` is the opening mark of a quote that ends by `last`."""
        n = self.inside[i]
        return n >= 0 and self.reach[n][0] == i and self.reach[n][1] <= last

    def _closes(self, first: int, i: int) -> bool:
        n = self.inside[i]
        return n >= 0 and self.reach[n][1] == i and first <= self.reach[n][0]

    def type_of(self, span: Span, verb: int) -> str:
        """Say whether the words of a content are all quoted, partly, or not at all; within a quote, none is."""
        if self.inside[verb] >= 0:
            return "indirect"
        words = [i for i in self.parse.words_in(span) if self.parse.word[i] not in _MARGIN and not self.stops(i)]
        quoted = sum(self.inside[i] >= 0 for i in words)
        return "indirect" if not quoted else "direct" if quoted == len(words) else "mixed"
