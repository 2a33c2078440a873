"""Finds verdicts on a deal in plain words: "the deal was *a mistake*", "the offer is *not good enough*", "*falls short*"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.reading.grammar.clauses import Clause
from dragoman.reading.grammar.phrases import noun_phrase
from dragoman.reading.marks import StanceMark
from dragoman.reading.scene import Scene
from dragoman.reading.stances.appraisals import GOOD, appraisal, is_judged
from dragoman.reading.stances.voiced import speaker_of
from dragoman.reading.stances.words import stance_words
from dragoman.terms.findings import Stance
from dragoman.terms.span import hull

POINTERS = frozenset({"it", "this", "that"})
SHORT = {("fall", "short"), ("go", "far")}


def find_appraisals(scene: Scene) -> Iterator[StanceMark]:
    """Find what speakers say a plan or a deal is: "said the deal was *a mistake*", "the offer was *not good enough*"."""
    for clause in scene.clauses:
        if clause.conditional or clause.modal in ("may", "might", "could") or clause.passive:
            continue
        if scene.parse.dep[_copula(scene, clause)] == "relcl":
            continue  # "a deal *that is good for* both"
        thing = next((d for d in clause.doers if is_judged(scene, d)), None) or _named_in_verdict(scene, clause)
        stance = _said_of_it(scene, clause) if thing is not None else None
        holder = speaker_of(scene, clause) if stance is not None else None
        if thing is None or stance is None or holder is None or scene.mentions[holder].kind == "media":
            continue
        cue, about = scene.parse.span(clause.verb, clause.verb), noun_phrase(scene.parse, thing)
        yield StanceMark(
            span=hull(cue, about), cue=cue, actor=holder, stance=stance, about=about, rule=f"stance.appraised.{stance}"
        )


def _named_in_verdict(scene: Scene, clause: Clause) -> int | None:
    """The deal that only the verdict names: "this is *a terrible deal*"."""
    parse = scene.parse
    if clause.lemma != "be" or not any(parse.lower[s] in POINTERS for s in parse.kids(clause.verb, "nsubj")):
        return None
    return next((w for w in parse.kids(clause.verb, "attr") if parse.lemma[w] in stance_words().classes["deals"]), None)


def _copula(scene: Scene, clause: Clause) -> int:
    return scene.parse.head[clause.verb] if clause.kind == "adjective" else clause.verb


def _said_of_it(scene: Scene, clause: Clause) -> Stance | None:
    """What the predicate makes of its subject."""
    parse = scene.parse
    if clause.kind == "adjective":
        if parse.lower[clause.verb] in stance_words().judgements:
            return None  # read there
        if clause.negated:
            return "rejects" if parse.lower[clause.verb] in GOOD or _enough(scene, clause.verb) else None
        unacceptably = any(parse.lower[c] in ("unacceptably", "too") for c in parse.kids(clause.verb, "advmod"))
        return "rejects" if unacceptably else appraisal(scene, clause.verb)
    if clause.lemma == "be":
        found = next((s for w in parse.kids(clause.verb, "attr") if (s := appraisal(scene, w)) is not None), None)
        return None if clause.negated and found == "rejects" else "rejects" if clause.negated and found else found
    far = any((clause.lemma, parse.lower[c]) in SHORT for c in parse.kids(clause.verb, "advmod", "acomp", "oprd"))
    return "rejects" if far and clause.negated is (clause.lemma == "go") else None


def _enough(scene: Scene, word: int) -> bool:
    return any(scene.parse.lower[c] == "enough" for c in scene.parse.children[word])
