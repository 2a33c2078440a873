"""Speakers that stand for no actor of the report: "journalistic investigations showed", "dispatchers said"."""

from __future__ import annotations

import re

from dragoman.reading.actors.pronouns import PRONOUNS
from dragoman.reading.marks import Reading, Saying
from dragoman.terms.findings import Actor
from dragoman.terms.span import Span, cite

LONGEST = 9  # words
ARTICLE = re.compile(r"^(?:the|a|an|this|these|that|those|its|his|her|their)\s+", re.IGNORECASE)
NOBODY = frozenset("this that these those it there which what who others some many all most none one ones both".split())


def nameless_speakers(
    reading: Reading, spoken: dict[int, tuple[Actor, ...]], text: str, known: int
) -> dict[int, Actor]:
    """Return for each saying whose source no mention follows an actor under the source's own words.

    `spoken` tells who speaks in the others, `known` how many actors the report has. The same words are the same actor;
    a pronoun that cannot be followed stays nobody.
    """
    places: dict[str, list[Span]] = {}
    said: dict[int, str] = {}
    for n, saying in enumerate(reading.sayings):
        name = None if spoken.get(n) else _name(saying, text)
        if name is not None and saying.source is not None:
            said[n] = name
            places.setdefault(name.lower(), []).append(saying.source)
    made = {
        words: Actor(
            f"a{known + k}", next(said[n] for n in said if said[n].lower() == words), "group", None, None, None,
            tuple(cite(text, span) for span in dict.fromkeys(spans)),
        )
        for k, (words, spans) in enumerate(places.items(), start=1)
    }  # fmt: skip
    return {n: made[name.lower()] for n, name in said.items()}


def _name(saying: Saying, text: str) -> str | None:
    """The words of a source that names somebody or something, without its article and what a comma sets off."""
    if saying.source is None:
        return None
    words = ARTICLE.sub("", " ".join(saying.source.of(text).split(",")[0].split()))
    first = words.split(" ")[0].lower()
    alone = " " not in words and first in NOBODY
    if not words or alone or first in PRONOUNS or len(words.split()) > LONGEST:
        return None
    return words if any(letter.isalpha() for letter in words) else None
