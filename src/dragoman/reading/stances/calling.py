"""Finds verdicts that somebody is told to pass: "called the offer unacceptable", "dismissed the plan as a trick"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.grammar.phrases import noun_phrase
from dragoman.reading.marks import StanceMark
from dragoman.reading.scene import Scene
from dragoman.reading.stances.appraisals import appraisal, is_judged
from dragoman.reading.stances.pointing import pointed
from dragoman.reading.stances.words import stance_words
from dragoman.terms.findings import Stance
from dragoman.terms.span import hull

CALLING = frozenset(
    "call describe consider deem label brand find term regard see denounce characterise characterize".split()
)
HARSH = frozenset(
    "void illegal illegitimate invalid meaningless nonsense blackmail extortion capitulation trick ploy insult farce sham provocation nonstarter non-starter trap mockery surrender capitulation".split()
)


def find_callings(scene: Scene) -> Iterator[StanceMark]:
    """Find who calls a matter of the negotiation acceptable or not."""
    for clause in scene.clauses:
        if clause.lemma not in CALLING or clause.passive or clause.negated or clause.conditional:
            continue
        for thing, word in _pairs(scene, clause):
            stance, dealt = _verdict(scene, word), scene.parse.lemma[thing] in stance_words().classes["matter"]
            if stance is None:
                stance, dealt = appraisal(scene, word), is_judged(scene, thing)
            dealt = dealt or (stance == "rejects" and scene.parse.lower[thing] in ("it", "this"))
            if stance is not None and dealt and not scene.is_actor(thing):
                yield from _marks(scene, clause, thing, stance, word)


def _pairs(scene: Scene, clause: Clause) -> Iterator[tuple[int, int]]:
    """What is called something, and the word that it is called."""
    parse = scene.parse
    thing = next(iter(clause.things), parse.kid(clause.verb, "dobj"))
    if thing is not None:
        yield from ((thing, w) for w in parse.kids(clause.verb, "oprd", "acomp"))
        for prep in (p for p in parse.kids(clause.verb, "prep") if parse.lower[p] == "as"):
            yield from ((thing, w) for w in parse.kids(prep, "amod", "pobj"))
    for small in parse.kids(clause.verb, "ccomp", "xcomp"):
        subject = parse.kid(small, "nsubj")
        if subject is not None:
            yield subject, small
            yield from ((subject, w) for w in parse.kids(small, "acomp", "attr"))


def _verdict(scene: Scene, word: int) -> Stance | None:
    parse = scene.parse
    if parse.lemma[word] in HARSH:
        return "rejects"
    judged = stance_words().judgements.get(parse.lower[word], ())
    return judged[0].stance if judged and not parse.kids(word, "neg") else None


def _marks(scene: Scene, clause: Clause, thing: int, stance: Stance, word: int) -> Iterator[StanceMark]:
    parse = scene.parse
    cue, about = parse.span(clause.verb, clause.verb), noun_phrase(parse, thing)
    for doer in clause.doers:
        actor = scene.mention_at.get(doer)
        if actor is not None:
            span = hull(cue, about, scene.mentions[actor].span, parse.span(word, word))
            mark = StanceMark(span=span, cue=cue, actor=actor, stance=stance, about=about, rule="stance.called")
            yield _naming(scene, mark, thing, word)


def _naming(scene: Scene, mark: StanceMark, thing: int, word: int) -> StanceMark:
    """A mark whose pronoun points to nothing near takes the deal that the verdict names: "called it *a terrible deal*"."""
    parse = scene.parse
    named = parse.lower[thing] in ("it", "this") and parse.lemma[word] in stance_words().classes["deals"]
    return replace(mark, about=noun_phrase(parse, word)) if named and pointed(scene, mark).pointed is None else mark
