"""What "it" and "this" stand for where nobody took a stance on it before: "voted on the *truce* ... rejects *it*"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.reading.grammar.phrases import noun_phrase
from dragoman.reading.marks import StanceMark
from dragoman.reading.scene import Scene
from dragoman.reading.stances.words import stance_words

POINTERS = frozenset({"it", "this"})
FAR = 1
"""So many sentences back a proposal can stand."""


def pointed(scene: Scene, mark: StanceMark) -> StanceMark:
    """Return a mark with the nearest proposal before its pronoun; as it is where its matter is told, or nothing is near."""
    parse = scene.parse
    if mark.about.of(parse.text).lower() not in POINTERS:
        return mark
    at = parse.words_in(mark.about)[0]
    first = parse.sentences[max(parse.sentence[at] - FAR, 0)][0]
    deals = stance_words().classes["deals"]
    for word in range(at - 1, first - 1, -1):
        if (
            parse.tag[word] == "NN"
            and parse.lower[word - 1] != "on"
            and parse.lemma[word] in deals
            and parse.dep[word] not in ("compound", "amod")
        ):
            return replace(mark, pointed=noun_phrase(parse, word))
    return mark
