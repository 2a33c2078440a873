"""A parsed text as plain columns, one value a word: the grammar without spaCy.

Everything else in this package reads these columns, so that it needs no spaCy in its tests and pays for each lookup no
more than a list index. White space is no word here.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from dragoman.terms.span import Span


@dataclass(slots=False)
class Parse:
    """Columns of the words of one text. Offsets are those of the original text.

    `tag` are Penn treebank tags, `dep` and `head` the dependency tree (spaCy's English labels; a root heads itself),
    `lemma` lower-case base forms, `entity` the named-entity label of a word or "". `sentence` numbers the sentence a
    word stands in; `sentences` are half-open word ranges. `breaks` are the words at which the page starts anew: a paragraph,
    the story behind a headline or a dateline.
    """

    text: str
    start: list[int]
    end: list[int]
    word: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    lemma: list[str]
    entity: list[str]
    entities: list[tuple[int, int, str]]
    sentences: list[tuple[int, int]]
    breaks: frozenset[int] = frozenset()

    def __len__(self) -> int:
        return len(self.word)

    @cached_property
    def lower(self) -> list[str]:
        """The words in lower case; "US" stays as it is, for "us" is another word."""
        return [w if w == "US" else w.lower() for w in self.word]

    @cached_property
    def times_told(self) -> Counter[str]:
        """How often each base form stands in the text."""
        return Counter(self.lemma)

    @cached_property
    def children(self) -> list[list[int]]:
        """The dependents of each word, in the order of the text."""
        out: list[list[int]] = [[] for _ in self.word]
        for i, h in enumerate(self.head):
            if h != i:
                out[h].append(i)
        return out

    @cached_property
    def entity_starts(self) -> frozenset[int]:
        """The first words of the named entities."""
        return frozenset(a for a, _, _ in self.entities)

    @cached_property
    def sentence(self) -> list[int]:
        """The number of the sentence that each word stands in."""
        out = [0] * len(self.word)
        for n, (a, b) in enumerate(self.sentences):
            out[a:b] = [n] * (b - a)
        return out

    @cached_property
    def left(self) -> list[int]:
        """The first word of each word's subtree."""
        return self._edges[0]

    @cached_property
    def right(self) -> list[int]:
        """The last word (inclusive) of each word's subtree."""
        return self._edges[1]

    @cached_property
    def _edges(self) -> tuple[list[int], list[int]]:
        left, right = list(range(len(self.word))), list(range(len(self.word)))
        for a, b in self.sentences:
            pending = [len(self.children[i]) for i in range(a, b)]
            ready = [i for i in range(a, b) if not pending[i - a]]
            while ready:
                i = ready.pop()
                h = self.head[i]
                if h == i:
                    continue
                left[h], right[h] = min(left[h], left[i]), max(right[h], right[i])
                pending[h - a] -= 1
                if not pending[h - a]:
                    ready.append(h)
        return left, right

    def span(self, first: int, last: int) -> Span:
        """Return the characters of the words `first` to `last`, inclusive."""
        return Span(self.start[first], self.end[last])

    def subtree(self, i: int) -> Span:
        """Return the characters from the first to the last word below `i`."""
        return self.span(self.left[i], self.right[i])

    def kids(self, i: int, *deps: str) -> list[int]:
        """Return the dependents of `i` with one of the labels `deps`."""
        dep = self.dep
        return [c for c in self.children[i] if dep[c] in deps]

    def kid(self, i: int, *deps: str) -> int | None:
        """Return the first dependent of `i` with one of the labels, or None."""
        dep = self.dep
        for c in self.children[i]:
            if dep[c] in deps:
                return c
        return None

    def ancestors(self, i: int) -> list[int]:
        """Return the heads above `i`, nearest first."""
        out: list[int] = []
        while self.head[i] != i:
            i = self.head[i]
            out.append(i)
        return out

    def conjuncts(self, i: int) -> list[int]:
        """Return `i` and the words that are coordinated under it ("A, B and C"), in the order of the text."""
        out, queue = [i], [i]
        while queue:
            k = queue.pop()
            for c in self.children[k]:
                listed = self.dep[c] in ("appos", "npadvmod", "nmod") and self._listed(k, c)
                if self.dep[c] == "conj" or listed:
                    out.append(c)
                    queue.append(c)
        return sorted(out)

    def _listed(self, i: int, c: int) -> bool:
        """Whether what the grammar takes for an apposition or for a word in front of a name is one of a list.

        As in "*Chad*, *Mali*, Togo and Niger" or "*the city* and Dockers' Local *12*".
        """
        if self.dep[c] == "nmod":
            return (
                self.tag[i] == "NNP"
                and self.tag[c] == "NN"
                and self.kid(c, "det") is not None
                and self.kid(c, "cc") is not None
            )
        if c != i + 2 or self.word[i + 1] != "," or self.tag[i] != "NNP" or self.tag[c] != "NNP" or self.left[c] != c:
            return False
        below = {self.dep[k] for k in (*self.children[i], *self.children[c])}
        return "conj" in below and below <= {"punct", "cc", "conj", "appos", "npadvmod"} and self.left[i] == i

    def words_in(self, span: Span) -> range:
        """Return the indices of the words that lie in `span`."""
        return range(bisect_left(self.start, span.start), bisect_left(self.start, span.end))
