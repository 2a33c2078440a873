"""Finds stances that a matter is told to receive: "the plan has the backing of Mali", "met with resistance from Chad"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.reading.deeds.frame import noun_preps
from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.grammar.phrases import noun_phrase
from dragoman.reading.marks import StanceMark
from dragoman.reading.scene import Scene
from dragoman.reading.stances.words import stance_words
from dragoman.terms.findings import Stance
from dragoman.terms.span import hull

RECEIVING = frozenset(
    "have win gain get receive enjoy draw attract earn secure meet face encounter run command garner spark provoke trigger prompt generate "
    "arouse elicit overcome".split()
)
GIVEN: dict[str, Stance] = {
    **dict.fromkeys("backing support approval endorsement blessing praise welcome".split(), "supports"),
    **dict.fromkeys(
        "criticism opposition resistance objection rejection condemnation ire rebuff scorn".split(), "rejects"
    ),
}
"""What a matter receives, and the stance of those from whom it comes."""


def find_received(scene: Scene) -> Iterator[StanceMark]:
    """Find the stances that a matter is told to have or to meet with."""
    for clause in scene.clauses:
        if clause.lemma not in RECEIVING or clause.passive or clause.negated or clause.conditional or clause.modal:
            continue
        matter = next((d for d in clause.doers if _is_matter(scene, d)), None)
        if matter is None:
            continue
        for noun in (*clause.things, *clause.governed("with", "into")):
            yield from _given(scene, clause, matter, noun)


def _is_matter(scene: Scene, word: int) -> bool:
    return not scene.is_actor(word) and scene.parse.lemma[word] in stance_words().classes["deals"]


def _given(scene: Scene, clause: Clause, matter: int, noun: int) -> Iterator[StanceMark]:
    """The stances of those behind "of" or "from" or before the noun: "Mali's backing", "criticism from Chad"."""
    parse = scene.parse
    stance = GIVEN.get(parse.lemma[noun])
    if stance is None or any(parse.lower[c] == "no" for c in parse.kids(noun, "det")):
        return
    preps = noun_preps(parse, noun)
    holders = [
        *parse.kids(noun, "poss"),
        *preps.get("of", ()),
        *preps.get("from", ()),
        *clause.governed("from", "among"),
    ]
    about = noun_phrase(parse, matter)
    cue = parse.span(noun, noun)
    for word in dict.fromkeys(k for h in holders for k in scene.conjuncts(h)):
        actor = scene.mention_at.get(word)
        if actor is not None:
            span = hull(cue, about, scene.mentions[actor].span)
            yield StanceMark(
                span=span, cue=cue, actor=actor, stance=stance, about=about, rule=f"stance.received.{stance}"
            )
