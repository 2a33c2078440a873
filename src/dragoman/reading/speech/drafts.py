"""A saying in the making: the voice and the stretches of its content, before people and days are joined to it."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.reading.speech.cues import Use
from dragoman.reading.speech.voices import Voice
from dragoman.terms.span import Span


@dataclass(slots=True)
class Draft:
    """What one cue gives: `contents` in the order of the text, `quotes` the numbers of the quotes that are all of it.

    `rule` names how it was found; `carried` marks a quote that goes on with the voice before. `speaker` is the mention of
    whoever speaks, `via` of whoever passes the words on, `date` the date phrase that dates them, `outer` the saying in
    which this one is told.
    """

    voice: Voice
    contents: tuple[Span, ...]
    rule: str
    use: Use | None = None
    quotes: tuple[int, ...] = ()
    carried: bool = False
    speaker: int | None = None
    via: int | None = None
    date: int | None = None
    outer: Draft | None = None

    @property
    def start(self) -> int:
        """Where its content starts in the text."""
        return self.contents[0].start
