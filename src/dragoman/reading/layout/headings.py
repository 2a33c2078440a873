"""Where a headline ends, in a place that is known to hold one: behind "Related article", among a page's highlights.

There a guess is allowed that the opening of a story would not bear: a name behind a plain word, of which the past is told,
begins the next sentence.
"""

from __future__ import annotations

import re

from dragoman.reading.layout.headline import end_of_headline
from dragoman.terms.span import Span

__all__ = ["end_of_heading", "ends_of_headings"]

_LONGEST = 220
"""Characters of a headline."""
_MOST = 6
_FEWEST = 3
_UP = r"[A-ZÀ-Þ][\w.'’-]*"
_NAME = rf"{_UP}(?: (?:(?:of|the|for|and|de|al) ){{0,2}}{_UP}){{0,6}}(?: (?:officials|leaders|sources|lawmakers|forces|negotiators|ministers))?"
_TOLD = (
    r"(?:(?:also|never|recently|initially|later|earlier|then|first|\w+ly) )?"
    r"(?:has|have|had|is|was|were|are|will|would|could|did|said|told|made|took|gave|came|went|met|held|spoke|began|\w{3,}ed)\b"
)
_SUBJECT = re.compile(rf"(?<=[\w?!.'’\"”] )(?={_NAME}(?: {_TOLD}|, (?:who|whose|which|an?|the)\b))")
_OPENED = re.compile(
    r"(?<=[\w?!.'’\"”] )(?=(?:The|An?|In|On|At|After|As|It|He|She|They|But|With|When|While|There|This|These|Under|Following|Amid"
    r"|During|Earlier|Last|Since|Despite|Before|By|Some|Many|Several|Still|Meanwhile|However|Asked|Speaking|For)\b(?! [A-Z][\w’']+$))"
)
_OPEN_WORDS = frozenset(
    "a an the and or but of in on at to for from by with as over into after is are be its it vs v amid up off out if not no than "
    "says said say that why how what when because since where whether will can could would should may might must who which "
    "tells told against between before during despite under about his her their our your".split()
)
"""Words that a headline can't end with: they ask for more."""


def end_of_heading(copy: str, rest: Span) -> int | None:
    """Return where the story goes on behind the headline that `rest` opens with, None where that is not seen."""
    end = min(rest.end, rest.start + _LONGEST)
    seams = [
        m.start()
        for pattern in (_OPENED, _SUBJECT)
        for m in pattern.finditer(copy, rest.start, rest.end)
        if m.start() < end and _may_end(copy, Span(rest.start, m.start()))
    ]
    return min(seams) if seams else end_of_headline(copy, rest, None)


def _may_end(copy: str, headline: Span) -> bool:
    words = headline.of(copy).split()
    if len(words) < _FEWEST or any(w[-1] in ".?!" and len(w) > 4 for w in words[:-1]):
        return False
    last = words[-1].strip("'’\"”")
    return (last[:1].islower() or last[:1].isdigit() or words[-1][-1] in "?!.\"”'’") and last.lower() not in _OPEN_WORDS


def ends_of_headings(copy: str, rest: Span) -> list[int]:
    """Return where each of several headlines in a row ends, the last one where the story begins."""
    ends: list[int] = []
    while len(ends) < _MOST and (end := end_of_heading(copy, rest)) is not None:
        ends.append(end)
        rest = Span(end, rest.end)
    return ends
