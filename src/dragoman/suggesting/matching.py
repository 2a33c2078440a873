"""Words of a suggestion -> where they stand in the report, and which of our own mentions and dates they are.

Law: words that are not in the report are nothing. White space may differ, since a line may break anywhere; nothing else may.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.reading.marks import Reading
from dragoman.terms.findings import Actor, Findings
from dragoman.terms.span import Span, hull

SENTENCES = 3
"""Sentences that one quote may touch; more would be no evidence of one thing."""
ARTICLE = re.compile(r"^(?:the|an?) ")
WORD = re.compile(r"\w+|[^\w\s]")
JOINING = frozenset({"the", "a", "an", "and", ","})
"""What words that are somebody may have beside the mentions in them."""
OWNING = frozenset({"of", "'", "’", "s"})
"""What they may have between a mention and its owner: "the envoys of Norland", "Norland's envoys"."""


class Matching:
    """Finds words again in one report, by its reading and the actors that our rules found in it."""

    def __init__(self, reading: Reading, findings: Findings) -> None:
        self.text, self._reading = findings.report.text, reading
        header = findings.report.header
        self._outside = [f.span for f in reading.furniture] + ([header] if header is not None else [])
        meant: dict[Span, list[Actor]] = {}
        for actor in findings.actors:
            for mention in actor.mentions:
                meant.setdefault(mention.span, []).append(actor)
        self._meant = {n: meant[m.span] for n, m in enumerate(reading.mentions) if m.span in meant}

    def quotes(self, words: str) -> Iterator[Span]:
        """Yield where a quote stands in the story: not in its header or furniture, and in no more than a few sentences."""
        for span in self._places(words, Span(0, len(self.text))):
            if not any(span.touches(other) for other in self._outside) and 0 < len(self._touched(span)) <= SENTENCES:
                yield span

    def within(self, words: str, quote: Span) -> Span | None:
        """Return where words stand in a quote, the first time."""
        return next(self._places(words, quote), None)

    def actors(self, words: str, quote: Span) -> tuple[int, ...]:
        """Return the mentions that words in a quote are, without those that only tell more of another ("Norland" in "Norland's envoys").

        They are mentions only where nothing else is left of them than articles, commas and "and": "Norland rejected Sudland's
        plan" has two, and is neither. Where the quote has not these words, the first mention in its sentences of the one
        actor that the report calls so: the model followed "he" to a name, and our own reading does too. None where our rules
        know no such actor there.
        """
        place = self.within(words, quote)
        if place is not None:
            inside = [n for n in self._meant if self._reading.mentions[n].head in place]
            if not self._all_told(place, inside):
                return ()
            whole = [n for n in inside if not any(self._holds(other, n) for other in inside)]
            return tuple({tuple(a.id for a in self._meant[n]): n for n in reversed(whole)}.values())[::-1]
        near = hull(*self._touched(quote))
        named = [
            (n, actor)
            for n, actors in self._meant.items()
            if self._reading.mentions[n].span in near and len(actors) == 1
            for actor in actors
            if _plain(words) in {_plain(actor.name), *(_plain(m.quote) for m in actor.mentions)}
        ]
        return tuple(n for n, _ in named[:1]) if len({actor.id for _, actor in named}) == 1 else ()

    def day(self, words: str, quote: Span) -> int | None:
        """Return the date phrase that words in a quote are, None where they are none or several."""
        place = self.within(words, quote)
        found = [n for n, date in enumerate(self._reading.dates) if place is not None and date.span.touches(place)]
        return found[0] if len(found) == 1 else None

    def _all_told(self, place: Span, mentions: list[int]) -> bool:
        """Whether all words of a place, but for those that join, are words of these mentions and their owners."""
        told = [self._reading.mentions[n] for n in mentions]
        owned = [
            (mention.span, self._reading.mentions[mention.owner].span) for mention in told if mention.owner is not None
        ]
        spans = [mention.span for mention in told] + [owner for _, owner in owned]
        between = [hull(*pair) for pair in owned]
        for match in WORD.finditer(self.text, place.start, place.end):
            word, letters = Span(*match.span()), match[0].casefold()
            joins = letters in JOINING or (letters in OWNING and any(word in region for region in between))
            if not joins and not any(word in span for span in spans):
                return False
        return True

    def _holds(self, outer: int, inner: int) -> bool:
        one, other = self._reading.mentions[outer], self._reading.mentions[inner]
        return outer != inner and (
            one.owner == inner or inner in one.parts or (one.span != other.span and other.span in one.span)
        )

    def _places(self, words: str, region: Span) -> Iterator[Span]:
        pieces = words.split()
        if not pieces:
            return
        pattern = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, pieces)) + r"(?!\w)")
        for match in pattern.finditer(self.text, region.start, region.end):
            yield Span(*match.span())

    def _touched(self, span: Span) -> list[Span]:
        return [sentence for sentence in self._reading.sentences if sentence.touches(span)]


def _plain(words: str) -> str:
    """Words on one line, without case and article."""
    return ARTICLE.sub("", " ".join(words.split()).casefold(), count=1)
