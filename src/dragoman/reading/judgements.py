"""Finds stances that are verdicts or duties in somebody's mouth: "any delay is unacceptable", "the siege must end"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.reading.clauses import Clause
from dragoman.reading.marks import StanceMark
from dragoman.reading.modality import SPEECH
from dragoman.reading.phrases import clause_phrase, noun_phrase
from dragoman.reading.scene import Scene
from dragoman.reading.slots import POINTERS
from dragoman.reading.stance_words import stance_words
from dragoman.terms.findings import Stance
from dragoman.terms.span import Span, hull

OPPOSITE: dict[Stance, Stance] = {"accepts": "rejects", "rejects": "accepts", "supports": "rejects", "demands": "rejects"}


def find_judgements(scene: Scene) -> Iterator[StanceMark]:
    """Find verdicts on matters and duties put to actors, each held by whoever speaks."""
    words = stance_words()
    for clause in scene.clauses:
        for sense in words.judgements.get(clause.lemma, ()):
            about = _judged(scene, clause)
            if about is not None and clause.kind == "adjective":
                stance: Stance = OPPOSITE[sense.stance] if clause.negated else sense.stance
                yield from _held(scene, clause, stance, about, f"stance.judgement.{sense.id}")
        if clause.modal in ("must", "should") and not clause.conditional and clause.kind == "verb":
            about = _duty(scene, clause)
            if about is not None:
                yield from _held(scene, clause, "demands", about, "stance.duty")


def _judged(scene: Scene, clause: Clause) -> Span | None:
    """The matter of a verdict: a subject that is a matter of negotiations or a deed."""
    parse = scene.parse
    for doer in clause.doers:
        if scene.is_actor(doer) or parse.lower[doer] in POINTERS:
            return None
        heads = {parse.lemma[doer], *(parse.lemma[o] for p in parse.kids(doer, "prep") for o in parse.kids(p, "pobj"))}
        if heads & stance_words().classes["matter"]:
            return noun_phrase(parse, doer)
    return None


def _duty(scene: Scene, clause: Clause) -> Span | None:
    """The matter of "X must do Y", "the truce should last"."""
    parse = scene.parse
    subjects = clause.things if clause.passive else clause.doers
    for word in subjects:
        if scene.mention_at.get(word) is not None or parse.lemma[word] in stance_words().classes["matter"]:
            return clause_phrase(parse, clause.verb)
    return None


def _held(scene: Scene, clause: Clause, stance: Stance, about: Span, rule: str) -> Iterator[StanceMark]:
    holder = _speaker(scene, clause)
    if holder is None:
        return
    mention = scene.mentions[holder]
    cue = scene.parse.span(clause.verb, clause.verb)
    near = [s for s in (mention.span,) if scene.parse.sentence[scene.parse.words_in(s)[0]] == scene.parse.sentence[clause.verb]]
    yield StanceMark(span=hull(about, cue, *near), cue=cue, actor=holder, stance=stance, about=about, rule=rule)


def _speaker(scene: Scene, clause: Clause) -> int | None:
    """The mention of whoever says the clause: the subject of the verb of speech above it, or the quotation's speaker."""
    if clause.above is not None and clause.under:
        above = scene.clause_at[clause.above]
        if above.lemma in SPEECH and above.lemma not in ("agree", "accept"):
            return next((scene.mention_at[d] for d in above.doers if d in scene.mention_at), None)
    return scene.speaker_at(clause.verb)
