"""Finds refusals without a verb of refusing: "Israel said it will not halt the war until", "we won't leave the valley"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.reading.clauses import Clause
from dragoman.reading.conditions import condition_words, conditions_of
from dragoman.reading.marks import StanceMark
from dragoman.reading.modality import SPEECH
from dragoman.reading.phrases import clause_phrase
from dragoman.reading.scene import Scene
from dragoman.reading.stance_words import stance_words
from dragoman.terms.span import Span, hull

WILLS = frozenset({"will", "wo", "'ll", "’ll", "would"})
NO_DEED = frozenset(
    "be have know think believe see understand comment say tell elaborate speculate need want mean work succeed survive last "
    "happen help matter hesitate forget like love seem look remain".split()
)


def find_refusals(scene: Scene) -> Iterator[StanceMark]:
    """Find what speakers say that they, or their side, will not do."""
    words = stance_words()
    for clause in scene.clauses:
        if clause.negated and clause.modal in WILLS and clause.lemma not in words.verbs and clause.kind == "verb":
            yield from _refusal(scene, clause)


def _refusal(scene: Scene, clause: Clause) -> Iterator[StanceMark]:
    parse = scene.parse
    said = (clause.above is not None and clause.under[:1] and clause.under[0] in SPEECH) or scene.speaker_at(clause.verb) is not None
    if not said or clause.passive or clause.conditional or clause.lemma in NO_DEED:
        return
    if not (clause.things or clause.complements or clause.preps):
        return
    whole = clause_phrase(parse, clause.verb, without=condition_words(parse, clause.verb))
    about = Span(parse.start[clause.verb], whole.end)
    cue = parse.span(clause.verb, clause.verb)
    for doer in clause.doers:
        actor = scene.mention_at.get(doer)
        if actor is not None:
            near = scene.mentions[actor].span
            same = parse.sentence[parse.words_in(near)[0]] == parse.sentence[clause.verb]
            yield StanceMark(
                span=hull(about, near) if same else about,
                cue=cue,
                actor=actor,
                stance="rejects",
                about=about,
                conditions=conditions_of(parse, clause.verb),
                rule="stance.will-not",
            )
