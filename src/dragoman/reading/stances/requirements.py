"""Finds demands that are told as what a deal takes: "any deal would require a pull-out", "one condition was a pull-out"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.grammar.conditions import condition_words
from dragoman.reading.grammar.phrases import clause_phrase, nouns
from dragoman.reading.marks import StanceMark
from dragoman.reading.scene import Scene
from dragoman.reading.stances.voiced import speaker_of
from dragoman.reading.stances.words import stance_words
from dragoman.terms.span import Span, hull

REQUIRING = frozenset("require need depend hinge rest necessitate presuppose".split())
SETTLED = frozenset(
    "deal agreement accord truce ceasefire cease-fire settlement peace solution treaty pact contract end compromise".split()
)
"""What takes something to come about."""
CONDITIONS = frozenset("condition precondition prerequisite requirement demand line priority key goal aim".split())
LEADING = ("on", "upon", "around")


def find_requirements(scene: Scene) -> Iterator[StanceMark]:
    """Find what speakers say that a deal requires, hangs on, or has for its condition."""
    for clause in scene.clauses:
        if clause.conditional or clause.negated or clause.passive:
            continue
        if clause.lemma in REQUIRING:
            yield from _required(scene, clause)
        elif clause.lemma == "be":
            yield from _condition(scene, clause)


def _required(scene: Scene, clause: Clause) -> Iterator[StanceMark]:
    """The demand of "Chad said any deal would require *the release of its sailors*"."""
    parse = scene.parse
    if not any(parse.lemma[d] in SETTLED for d in clause.doers):
        return
    for word in (*clause.things, *clause.governed(*LEADING)):
        if not scene.is_actor(word):
            yield from _held(scene, clause, _words(scene, word))
            return


def _words(scene: Scene, word: int) -> Span:
    parse = scene.parse
    if parse.tag[word][:2] == "VB":
        return clause_phrase(parse, word, without=condition_words(parse, word))
    return nouns(parse, parse.conjuncts(word))


def _condition(scene: Scene, clause: Clause) -> Iterator[StanceMark]:
    """The demand of "one condition for a truce, Chad said, was *the release of its sailors*"."""
    parse = scene.parse
    named = next((d for d in clause.doers if parse.lemma[d] in CONDITIONS), None)
    if named is None or any(parse.dep[c] == "poss" or c in scene.mention_at for c in parse.children[named]):
        return
    for word in parse.kids(clause.verb, "attr", "ccomp"):
        that = any(parse.lower[k] == "that" for k in parse.kids(word, "mark"))
        thing = parse.tag[word] in ("NN", "NNS") and parse.lemma[word] in stance_words().classes["matter"]
        if word > clause.verb and (that or thing) and not scene.is_actor(word):
            yield from _held(scene, clause, _words(scene, word))


def _aside(scene: Scene, clause: Clause) -> int | None:
    """The speaker whom a remark in between names: "one condition, *Chad said*, was"."""
    parse = scene.parse
    for verb in parse.kids(clause.verb, "parataxis"):
        inner = scene.clause_at.get(verb)
        if inner is not None and inner.lemma in ("say", "add", "stress", "insist"):
            return next((scene.mention_at[d] for d in inner.doers if d in scene.mention_at), None)
    return None


def _held(scene: Scene, clause: Clause, about: Span) -> Iterator[StanceMark]:
    holder = speaker_of(scene, clause, told=False)
    holder = _aside(scene, clause) if holder is None else holder
    if holder is not None:
        cue = scene.parse.span(clause.verb, clause.verb)
        yield StanceMark(
            span=hull(cue, about), cue=cue, actor=holder, stance="demands", about=about, rule="stance.requirement"
        )
