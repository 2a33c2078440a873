"""Finds the sentences that are about the negotiation."""

from __future__ import annotations

from dragoman.reading.grammar.parse import Parse
from dragoman.reading.scene import Scene
from dragoman.reading.senses import senses_of
from dragoman.reading.topic import labour_words, strong_words
from dragoman.terms.span import Span

SIDES = frozenset({"state", "government", "armed-group", "igo"})
FEW, SELDOM, AMONG = 8, 12, 2.5
"""Sentences that make a report; how many may stand between two about talks, and between two words of war or diplomacy."""
NOTE = 80
"""So many words make a note, not a report."""


def find_talk_sentences(scene: Scene) -> tuple[Span, ...]:
    """Return the sentences that speak of talks, proposals or agreements; none in a report without negotiation."""
    parse, senses = scene.parse, senses_of("talks")
    if not scene.is_negotiation:
        return ()
    return tuple(
        parse.span(a, b - 1)
        for a, b in parse.sentences
        if any(
            "talks" in senses.get(lemma, ()) and _is_noun_of_talks(parse, i)
            for i, lemma in enumerate(parse.lemma[a:b], a)
        )
    )


def tells_of_sides(scene: Scene) -> bool:
    """Whether a text of more than a few sentences tells of sides that deal with each other, and not only of politics.

    It names those who sit at a table, or speaks of talks and deals, or of war and captives, again and again.
    """
    parse = scene.parse
    if at_table(parse):
        return True
    if len(parse.sentences) < FEW:
        return _names_sides(scene)
    talks, strife = len(find_talk_sentences(scene)), sum(lemma in strong_words() for lemma in parse.lemma)
    return talks * SELDOM >= len(parse.sentences) or strife * AMONG >= len(parse.sentences)


def _names_sides(scene: Scene) -> bool:
    """Whether a few sentences name a state, a group or something unknown that could sit at a table, or speak of war, talks or a strike."""
    if any(
        (m.kind in SIDES or m.kind in ("group", None) or m.role) and (m.form == "name" or m.kind == "state")
        for m in scene.mentions
    ):
        return True
    sided_words = strong_words() | labour_words() | {"strike"}
    return any(word in sided_words for word in (*scene.parse.lemma, *scene.parse.lower))


def at_table(parse: Parse) -> bool:
    """Whether a text tells of sides that sit down together: two words such as "talks" or "negotiators", one in a note."""
    senses, found = senses_of("talks"), 0
    for i, lemma in enumerate(parse.lemma):
        found += "table" in senses.get(lemma, ()) and parse.tag[i][:2] == "NN"
    return found > (len(parse) > NOTE)


def _is_noun_of_talks(parse: Parse, i: int) -> bool:
    """As in "Talks" and "a deal" as nouns, "negotiate" as a verb; not "talked" nor "deal with"."""
    return parse.lemma[i] not in ("talk", "deal", "broker", "swap") or parse.tag[i][:2] == "NN"
