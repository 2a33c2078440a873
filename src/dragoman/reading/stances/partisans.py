"""Finds stances that somebody is told to have by what they are: "has been a critic of the accord", "a backer of the plan"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.reading.grammar.phrases import noun_phrase
from dragoman.reading.marks import StanceMark
from dragoman.reading.scene import Scene
from dragoman.reading.stances.words import stance_words
from dragoman.terms.findings import Stance
from dragoman.terms.span import Span, hull

PARTISANS: dict[str, Stance] = {
    **dict.fromkeys("critic opponent foe detractor sceptic skeptic adversary".split(), "rejects"),
    **dict.fromkeys("supporter backer proponent advocate champion defender believer".split(), "supports"),
}
"""What somebody is to a matter, and the stance that goes with it."""
COURSES = frozenset("policy strategy approach legislation law measure support sanction tariff intervention".split())
"""What has partisans beside plans and talks."""
LEADING = frozenset({"of", "to", "in"})
BEING = frozenset({"be", "become", "remain", "stay"})


def find_partisans(scene: Scene) -> Iterator[StanceMark]:
    """Find the critics and the backers of matters of the negotiation, where it is told who they are."""
    parse = scene.parse
    for noun, lemma in enumerate(parse.lemma):
        if lemma not in PARTISANS or parse.tag[noun] not in ("NN", "NNS"):
            continue
        about = _of_what(scene, noun)
        for word in _who(scene, noun) if about is not None else ():
            actor, cue = scene.mention_at[word], parse.span(noun, noun)
            if about is not None and scene.mentions[actor].kind != "media":
                yield StanceMark(
                    span=hull(cue, about, scene.mentions[actor].span),
                    cue=cue,
                    actor=actor,
                    stance=PARTISANS[lemma],
                    about=about,
                    rule=f"stance.partisan.{PARTISANS[lemma]}",
                )


def _of_what(scene: Scene, noun: int) -> Span | None:
    """The matter behind "of": "a critic *of the accord*"."""
    parse, classes = scene.parse, stance_words().classes
    for prep in (p for p in parse.kids(noun, "prep") if parse.lower[p] in LEADING):
        for word in parse.kids(prep, "pobj", "pcomp"):
            dealt = parse.lemma[word] in classes["deals"] | classes["talks"] | COURSES
            if dealt and not scene.is_actor(word):
                return noun_phrase(parse, word)
    return None


def _who(scene: Scene, noun: int) -> list[int]:
    """Whoever is said to be it: "*Ana Prelec*, a critic", "*Ana Prelec* has been a critic", not "critics said"."""
    parse, above = scene.parse, scene.parse.head[noun]
    if parse.dep[noun] == "appos":
        return [w for w in (scene.named(above),) if w in scene.mention_at and w != noun]
    if parse.dep[noun] != "attr" or parse.lemma[above] not in BEING:
        return []
    clause = scene.clause_at.get(above)
    if clause is None or clause.negated or clause.conditional:
        return []
    return [d for d in clause.doers if d in scene.mention_at and d != noun]
