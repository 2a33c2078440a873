"""A saying in the making: the voice and the stretches of its content, before people and days are joined to it."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.reading.speech.cues import Use
from dragoman.reading.speech.voices import Voice
from dragoman.terms.span import Span


@dataclass(slots=True)
class Draft:
    """What one cue gives: `contents` in the order of the text, `quotes` the numbers of the quotes that are all of it.

    `via` is the source of what passes the words on ("according to TASS"), as words. `rule` names how it was found.
    """

    voice: Voice
    contents: tuple[Span, ...]
    rule: str
    use: Use | None = None
    quotes: tuple[int, ...] = ()
    carried: bool = False
    addressee: int | None = None
    target: int | None = None
    via: tuple[int, int] | None = None
    marks: list[int] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Where its content starts in the text."""
        return self.contents[0].start
